"""Where files come from and go to: the system's own dialogs, begun in the folder that was used last."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from iopd_desktop.views.kit.settings import Settings

_KEPT = "folder"


def documents() -> Path:
    """The person's own folder for documents, or their home where the system names one that is not there."""
    named = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return named if named.is_dir() else Path.home()


def ask_open(parent: QWidget, settings: Settings, title: str, kinds: str) -> Path | None:
    """A file to read, or None; `kinds` as Qt writes them: "Lists (*.csv *.xlsx)"."""
    return _kept(settings, QFileDialog.getOpenFileName(parent, title, str(_last(settings)), kinds)[0])


def ask_save(parent: QWidget, settings: Settings, title: str, name: str, kinds: str) -> Path | None:
    """Where to write a file that would be called `name`, or None."""
    return _kept(settings, QFileDialog.getSaveFileName(parent, title, str(_last(settings) / name), kinds)[0])


def ask_folder(parent: QWidget, settings: Settings, title: str) -> Path | None:
    """A folder to write files into, or None."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(_last(settings)))
    if not chosen:
        return None
    settings.set(_KEPT, chosen)
    return Path(chosen)


def _last(settings: Settings) -> Path:
    """The folder used last; that for documents before, and where it is gone, as a stick that was pulled out."""
    kept = Path(settings.get(_KEPT, ""))
    return kept if kept.is_absolute() and kept.is_dir() else documents()


def _kept(settings: Settings, chosen: str) -> Path | None:
    if not chosen:
        return None
    settings.set(_KEPT, str(Path(chosen).parent))
    return Path(chosen)
