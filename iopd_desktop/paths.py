"""Where things live: what the program brings, and what belongs to the person who uses it."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs

APP = "iopd-desktop"


def brought(name: str) -> Path:
    """The folder `resources` or `translations` that the program brings.

    It stands beside the package in the source tree, inside it in an installed wheel,
    and in the unpacked folder of a frozen program.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / name] if frozen else []
    places += [package / name, package.parent / name]
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"{name}: not found beside the program ({', '.join(map(str, places))})")


def _own_folder(variable: str, usual: Callable[..., str]) -> Path:
    folder = Path(os.environ.get(variable) or usual(APP, appauthor=False, roaming=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def databases() -> Path:
    """The folder for databases that staff did not put elsewhere (local, never roaming)."""
    return _own_folder("IOPD_DESKTOP_DATA", platformdirs.user_data_dir)


def configuration() -> Path:
    """The folder for settings of this person on this machine; it holds no value of any record."""
    return _own_folder("IOPD_DESKTOP_CONFIG", platformdirs.user_config_dir)


def default_database() -> Path:
    """The database that opens when nobody names one."""
    return databases() / "secretariat.iopd"


def previews() -> Path:
    """A folder that only this person may read, for documents that are looked at; emptied at start and close."""
    folder = databases() / "previews"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def forget_previews() -> None:
    """Empty the folder of documents that were looked at."""
    shutil.rmtree(databases() / "previews", ignore_errors=True)


_SYNCHRONISED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "pcloud", "syncthing")


def synchronised(path: Path) -> str | None:
    """The name of the cloud or network folder that `path` lies in, or None.

    SQLite's write-ahead log is unsafe there: the store then uses a rollback journal and says so.
    """
    text = str(path)
    if text.startswith(("\\\\", "//")):
        return text.split(text[0] * 2, 1)[1].split(text[0], maxsplit=1)[0]
    for part in path.absolute().parts:
        low = part.casefold()
        for known in _SYNCHRONISED:
            if low == known or low.startswith((known + " ", known + "-", known + "_")):
                return part
    return None


def free(path: Path) -> Path:
    """The path, or the next one beside it that no file has yet."""
    number, found = 2, path
    while found.exists():
        found, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return found
