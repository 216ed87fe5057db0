"""What a page may ask of the window around it, handed to it when it is made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from iopd_desktop.models import Record
from iopd_desktop.store.store import Store
from iopd_desktop.views.kit.background import Jobs, Progress
from iopd_desktop.views.kit.commands import Command
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.words import _


class Changes(QObject):
    """Brings the store's news into the window's thread, whichever thread wrote."""

    came = Signal(object)
    _heard = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self.came, Qt.ConnectionType.QueuedConnection)
        self.stop = store.listen(lambda kinds: self._heard.emit(set(kinds)))


@dataclass(frozen=True)
class Aim:
    """A list to be shown: the tab and the page it stands on, the codes of its filters, and what is sought in it.

    With `begin` a new record is begun there.
    """

    tab: str
    page: str
    codes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    search: str = ""
    begin: bool = False


@dataclass(frozen=True)
class Office:
    """The window as a page sees it.

    `say` shows a toast with undo, `go` shows a record wherever it lives, `narrow` a list as an Aim asks for it,
    `preview` a finished document, `ordinary` are the commands that every list of records has (import, export, print).
    """

    store: Store
    records: Records
    jobs: Jobs
    settings: Settings
    say: Callable[[str], None]
    go: Callable[[str, str], None]
    narrow: Callable[["Aim"], None]
    preview: Callable[[Path], None]
    ordinary: tuple[Command, ...] = ()

    def attach(self, path: Path) -> str:
        """Keep a file's bytes in the database; the id of its row. Refused where it is too large."""
        import mimetypes

        content = path.read_bytes()
        with self.store.work(_("Attach {file}").format(file=path.name)) as work:
            return work.attach(path.name, mimetypes.guess_type(path.name)[0] or "application/octet-stream", content)

    def in_background(
        self, page: "LivePage", title: str, work: Callable[[Progress], Any], done: Callable[[Any], object]
    ) -> None:
        """Do long work with a count and Cancel; a refusal stands on the page that asked for it."""
        self.jobs.run(title, work, done, page.complain)

    def remove(self, page: "LivePage", kind: str, ids: Sequence[str], done: Callable[[str], object]) -> None:
        """Remove records as one step and hand `done` its words; many of them in the background."""
        self.jobs.do(_("Remove"), len(ids), lambda told: self.records.remove(kind, ids, told), done, page.complain)


class LivePage(QWidget):
    """What the window asks of every page of every tab; pages override what they have.

    `told` is what the status line says of the page; `commands_changed` asks for the menus to be looked at again.
    `exchanged` are the records that files bring to the page or take from it.
    """

    told = Signal(str)
    commands_changed = Signal()
    own_commands: tuple[Command, ...] = ()
    exchanged: type[Record]

    def commands(self) -> tuple[Command, ...]:
        """What can be done here, for menus, shortcuts and the palette."""
        return self.own_commands

    def beginning(self) -> dict[str, Any]:
        """What a new record of this page begins with, so that the page shows it."""
        return {}

    def selected(self) -> list[str]:
        """The ids of the selected records."""
        return []

    def reload(self, kinds: set[str]) -> None:
        """Read again, because records of these kinds changed."""

    def seek(self) -> None:
        """Give the keyboard to the search of the page, if it has one."""

    def open(self, id: str) -> bool:
        """Show a record; False where this page does not show it."""
        return False

    def keep_all(self) -> None:
        """Keep what is being typed, because the page is left."""

    def enter(self) -> None:
        """The page comes into view."""

    def complain(self, sentence: str) -> None:
        """Say on the page what was refused; pages with a strip show it there."""
        self.told.emit(sentence)
