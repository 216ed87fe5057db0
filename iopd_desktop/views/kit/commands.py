"""Commands as data: one table serves menus, shortcuts, buttons and the palette."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.pieces import key_words
from iopd_desktop.words import N_, _

MENUS = {
    "file": N_("&File"), "edit": N_("&Edit"), "view": N_("&View"), "record": N_("&Record"),
    "reports": N_("Re&ports"), "tools": N_("&Tools"), "help": N_("&Help"),
}  # fmt: skip


class Needs(Enum):
    """How many records a command wants to be selected."""

    NOTHING = 0
    ONE = 1
    SOME = 2


@dataclass(frozen=True)
class Command:
    """What a person can do: its words, its key, the deed, and what must be selected before.

    `act` is called with the page (or the window) that shows the command; `label` is a marked text; `button` shows
    the command in the page's title row too.
    """

    name: str
    label: str
    act: Callable[[Any], object]
    key: str = ""
    needs: Needs = Needs.NOTHING
    menu: str = "record"
    icon: str = ""
    button: bool = False

    def fits(self, selected: int) -> bool:
        """Whether so many selected records are what the command needs."""
        return selected >= 1 if self.needs is Needs.SOME else self.needs is not Needs.ONE or selected == 1

    def shown(self) -> str:
        """The command's words in the current language."""
        return _(self.label)

    def draw(self, action: QAction) -> None:
        """Give the menu entry its icon, once: most menus are never opened."""
        if self.icon and action.icon().isNull():
            action.setIcon(icons.icon(self.icon))
            action.setIconVisibleInMenu(True)

    def action(self, owner: QWidget, subject: Callable[[], object]) -> QAction:
        """The menu entry and shortcut; `subject` gives the page that the deed is done on."""
        plain = self.key and "+" not in self.key and not self.key.startswith("F")
        # A key without Ctrl belongs to the list that has the keyboard: in a field it is a letter or takes one away.
        told = f"\t{key_words(self.key)}" if plain else ""
        made = QAction(self.shown() + told, owner)
        made.setObjectName(self.name)
        if self.key and not plain:
            made.setShortcut(QKeySequence(self.key))
        made.triggered.connect(lambda _checked=False: self.act(subject()))
        return made
