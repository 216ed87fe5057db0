"""The menu bar and its shortcuts, filled from commands; what does not fit the selection is greyed out."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from iopd_desktop.views.kit.commands import MENUS, Command
from iopd_desktop.views.kit.pieces import key_words
from iopd_desktop.words import _


class Menus:
    """Keeps the menu bar equal to the commands of the window and of the page in view."""

    def __init__(self, bar: QMenuBar) -> None:
        self._bar = bar
        self._menus: dict[str, QMenu] = {}
        self._shown: list[tuple[Command, QAction]] = []
        for name, label in MENUS.items():
            menu = QMenu(_(label), bar)
            menu.aboutToShow.connect(partial(self._draw, name))
            bar.addMenu(menu)
            self._menus[name] = menu

    def fill(self, groups: Sequence[tuple[Sequence[Command], Callable[[], Any]]]) -> None:
        """Show groups of commands, each with what gives the page or window that its deeds are done on."""
        for menu in self._menus.values():
            menu.clear()
        for _command, action in self._shown:
            action.deleteLater()
        self._shown = []
        for commands, subject in groups:
            begun: set[str] = set()
            for command in commands:
                menu = self._menus[command.menu]
                if command.menu not in begun and not menu.isEmpty():
                    menu.addSeparator()
                begun.add(command.menu)
                action = command.action(self._bar, subject)
                menu.addAction(action)
                self._shown.append((command, action))
        for menu in self._menus.values():
            menu.menuAction().setVisible(not menu.isEmpty())

    def _draw(self, menu: str) -> None:
        for command, action in self._shown:
            if command.menu == menu:
                command.draw(action)

    def fit(self, selected: int) -> None:
        """Grey out what wants more or fewer records than are selected."""
        for command, action in self._shown:
            action.setEnabled(command.fits(selected))

    def name(self, command: str, words: str) -> None:
        """Put other words on a command, as undo has the name of what it takes back."""
        for each, action in self._shown:
            if each.name == command:
                action.setText(words)

    def keys(self) -> list[tuple[str, str]]:
        """Every key with what it does, for the sheet of keys."""
        return [
            (key_words(command.key), command.shown())
            for command, _action in self._shown
            if command.key
        ]

    def commands(self) -> list[tuple[Command, QAction]]:
        """Every command with its menu entry, for the palette."""
        return list(self._shown)
