"""Which copy of the data writes: a replica is one file on one machine, known to the file and to this person's settings.

If the two disagree, after a restore, or when the file was copied from elsewhere, the next write begins a new
replica: two histories must never share a number.
"""

import json
from contextlib import suppress
from io import FileIO
from pathlib import Path

from iopd_desktop import paths
from iopd_desktop.store.ids import new_id


def _file(replica: str) -> Path:
    folder = paths.configuration() / "replicas"
    folder.mkdir(exist_ok=True)
    return folder / f"{replica}.json"


def known(replica: str, database: Path) -> int | None:
    """The highest number this machine has used for a replica in this file, or None where it knows of none."""
    try:
        said = json.loads(_file(replica).read_text("utf-8"))
        return int(said["number"]) if said["database"] == str(database.resolve()) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


class Note:
    """The note of the highest number used for a replica, kept open: it is written with every step.

    It is written in place; a note that a crash or a full disk tears or loses only costs a new replica.
    """

    def __init__(self, replica: str, database: Path) -> None:
        self.replica = replica
        self._database = str(database.resolve())
        self._number = 0
        self._file: FileIO | None = None
        with suppress(OSError):
            self._file = _file(replica).open("wb", buffering=0)

    def write(self, number: int) -> None:
        """Note a number; the same one again writes nothing."""
        if number == self._number or self._file is None:
            return
        self._number = number
        with suppress(OSError):  # the step itself is kept already
            self._file.seek(0)
            # Numbers rise, so a later note is never the shorter one.
            self._file.write(json.dumps({"database": self._database, "number": number}).encode())

    def close(self) -> None:
        """Let the note go."""
        if self._file is not None:
            self._file.close()


def begin() -> str:
    """The id of a new replica."""
    return new_id()
