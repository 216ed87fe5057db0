"""What the pages have in common that draw the calendar's entries: the chosen one, its form, and its commands."""

from typing import Any

from iopd_desktop.models.calendar import Event
from iopd_desktop.views.calendar.commands import ENTRY_DEEDS
from iopd_desktop.views.kit.beside_page import BesidePage
from iopd_desktop.views.kit.commands import Command, Needs
from iopd_desktop.words import N_


class EntriesPage(BesidePage):
    """Subclasses make `view`, which knows the entry that is chosen in it."""

    view: Any

    def commands(self) -> tuple[Command, ...]:
        return (*ENTRY_COMMANDS, *self.own_commands, *ENTRY_DEEDS, *self.office.ordinary)

    def begin(self) -> None:
        """Begin a new entry."""
        self.begin_with({})

    def remove(self) -> None:
        """Remove the chosen entry."""
        if id := self.view.current():
            self.office.say(self.office.records.remove(Event.kind, [id]))
            self.put_away()

    def selected(self) -> list[str]:
        current = self.view.current()
        return [current] if current else []

    def leave_form(self) -> None:
        self.view.setFocus()


ENTRY_COMMANDS = (
    Command("new", N_("New entry"), EntriesPage.begin, "Ctrl+N", icon="plus"),
    Command("remove", N_("Remove"), EntriesPage.remove, "Del", Needs.SOME, icon="trash"),
)
