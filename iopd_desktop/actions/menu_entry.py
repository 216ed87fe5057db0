"""The program's place in a Linux desktop's menu: its entry, its icon, and the kind of its files.

Packages of a distribution put these files in place themselves; who unpacked the folder, or installed the program for
themselves alone, writes them with `iopd-desktop menu-entry`.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from iopd_desktop import paths
from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import _

ID = "net.oidp.IOPDDesktop"
# Where each file belongs below the data folder, by the freedesktop specifications.
PLACES = {
    f"{ID}.desktop": f"applications/{ID}.desktop",
    f"{ID}.svg": f"icons/hicolor/scalable/apps/{ID}.svg",
    f"{ID}.metainfo.xml": f"metainfo/{ID}.metainfo.xml",
    f"{ID}.xml": f"mime/packages/{ID}.xml",
}


def write() -> list[Path]:
    """Write the files into this person's data folder, the entry naming the program as it stands here; their paths.

    Refused where the system has no such menu.
    """
    brought = paths.brought("resources") / "desktop"
    written = []
    for name, place in _places():
        place.parent.mkdir(parents=True, exist_ok=True)
        text = (brought / name).read_text("utf-8").replace("Exec=iopd-desktop", f"Exec={quoted(_program())}")
        place.write_text(text, "utf-8")
        written.append(place)
    return written


def remove() -> list[Path]:
    """Remove the files that `write` wrote; the paths of those that were there."""
    there = [place for _name, place in _places() if place.is_file()]
    for place in there:
        place.unlink()
    return there


def _places() -> Iterator[tuple[str, Path]]:
    if not sys.platform.startswith("linux"):
        raise Refused(_("Only a Linux desktop has such a menu; here the installer makes the entry"))
    folder = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return ((name, folder / place) for name, place in PLACES.items())


def _program() -> Path:
    """The program as it was started: the frozen one, or the command beside this interpreter."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable)
    beside = Path(sys.executable).with_name("iopd-desktop")
    return beside if beside.is_file() else Path(shutil.which("iopd-desktop") or beside)


def quoted(program: Path) -> str:
    """A path as a word of an Exec line, by the Desktop Entry Specification.

    Inside quotes a backslash stands before what is special there; the file's own rule for texts doubles it.
    """
    text = "".join("\\\\" + ("\\\\" if sign == "\\" else sign) if sign in '\\"`$' else sign for sign in str(program))
    return f'"{text.replace("%", "%%")}"'
