"""A process that writes beside the program: at each line it is sent it moves inhabitants from one town to another.

Every step moves one, so in whatever state the database is looked at, the two have as many together as ever.
"""

import sys
from pathlib import Path

from iopd_desktop.models.members import Organisation
from iopd_desktop.store.store import Store

TOGETHER = 1_000
TOWNS = ("Aldea", "Bairro")


def give(path: Path, times: int) -> None:
    """Move `times` inhabitants, each in a step of its own, whenever a line comes."""
    with Store.open(path, author="Giver") as store:
        with store.read() as reader:
            giver, taker = (reader.all(Organisation, {"name": name})[0]["id"] for name in TOWNS)
        print("ready", flush=True)
        for _line in sys.stdin:
            for _time in range(times):
                with store.work("Move") as work:
                    left, come = (work.get(Organisation, id)["population"] for id in (giver, taker))
                    work.edit(Organisation, giver, {"population": left - 1})
                    work.edit(Organisation, taker, {"population": come + 1})
                print("moved", flush=True)


if __name__ == "__main__":
    give(Path(sys.argv[1]), int(sys.argv[2]))
