"""To settle: everything open in a year's calendar on one page, with the form of the entry beside it."""

from typing import Any

from iopd_desktop.actions.lacking import open_questions
from iopd_desktop.actions.settling import Open
from iopd_desktop.models.calendar import Event
from iopd_desktop.views.calendar.entries import (
    Years,
    entry_form,
    keep_year,
    set_form_year,
    shown_year,
)
from iopd_desktop.views.calendar.settle_deeds import settle
from iopd_desktop.views.calendar.settle_list import SettleList
from iopd_desktop.views.kit.beside_page import BesidePage
from iopd_desktop.views.kit.office import Office
from iopd_desktop.words import _, ngettext, number, today


class SettlePage(BesidePage):
    """The open questions of a year, each with the deed that settles it."""

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__(office, _("To settle"), entry_form(office))
        self.years = Years()
        self.years.chosen.connect(self.show_year)
        self.title.put(self.years)
        self.list = SettleList()
        self.list.wanted.connect(self.settle_one)
        self.put(self.list, 1)
        self.show_year(shown_year(office))

    def show_year(self, year: int) -> None:
        """Show another year."""
        self.year = year
        keep_year(self.office, year)
        self.years.show_year(year)
        set_form_year(self.form, year)
        self._read()

    def _read(self) -> None:
        with self.office.store.read() as reader:
            found = open_questions(reader, [self.year], today())
        self.list.show_open(found, "")
        about = _("Dates that clash or are still open stand here, each with the deed that settles it.")
        self.say(None if found else (_("Nothing to settle"), about, "", None))
        words = ngettext("{count} question", "{count} questions", len(found)).format(count=number(len(found)))
        self.title.set_count(words)
        self.told.emit(words)

    def settle_one(self, one: Open) -> None:
        """Do what settles an open question."""
        settle(self, one, lambda open_one: self.show_beside(open_one.ids[0], focus=open_one.deed == "show"))

    def open(self, id: str) -> bool:
        if self.office.records.seek(Event.kind, id) is None:
            return False
        self.show_beside(id)
        return True

    def leave_form(self) -> None:
        self.list.setFocus()

    def reload(self, kinds: set[str]) -> None:
        if kinds & {"event", "preparation", "registration", "target"}:
            self._read()
            if self.form.id:
                self.form.reload()

    def enter(self) -> None:
        year = shown_year(self.office)
        if year != self.year:
            self.show_year(year)
