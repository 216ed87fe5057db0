"""A process that writes until it is killed, and says of each step when it was promised to be kept."""

import sys
from pathlib import Path

from iopd_desktop.models.members import Organisation
from iopd_desktop.store import backups
from iopd_desktop.store.store import Store


def write(path: Path, kind: str) -> None:
    with Store.open(path, author="Writer") as store:
        number = 0
        while True:
            number += 1
            with store.work("Write") as work:
                names = [f"{kind} {number} {row}" for row in range(50 if kind == "import" else 1)]
                ids = work.add_many(Organisation, [{"name": name, "type": "local"} for name in names])
            if kind == "undo" and number % 2 == 0:
                store.undo()
                print(f"gone {ids[0]}", flush=True)
                continue
            if kind == "backup" and number % 3 == 0:
                backups.make(store, "hourly")
            for id in ids:
                print(f"kept {id}", flush=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2])
