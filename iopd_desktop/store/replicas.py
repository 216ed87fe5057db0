"""Which copy of the data writes: a replica is one file on one machine, known to the file and to this person's settings.

If the two disagree, after a restore, or when the file was copied from elsewhere, the next write begins a new
replica: two histories must never share a number.
"""

import json
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


def remember(replica: str, database: Path, number: int) -> None:
    """Note the highest number used; a crash before this only costs a new replica."""
    target = _file(replica)
    partial = target.with_suffix(".partial")
    partial.write_text(json.dumps({"database": str(database.resolve()), "number": number}), "utf-8")
    partial.replace(target)


def begin() -> str:
    """The id of a new replica."""
    return new_id()
