"""The agenda page: a year month by month with what comes next, the year's targets above it, the form beside it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QScrollArea

from iopd_desktop.actions.agenda import agenda
from iopd_desktop.actions.happenings import happenings
from iopd_desktop.actions.targets import targets
from iopd_desktop.models.calendar import Event
from iopd_desktop.views.calendar.agenda_view import AgendaView
from iopd_desktop.views.calendar.entries import Years, entry_form, keep_year, set_form_year, shown_year
from iopd_desktop.views.calendar.entries_page import EntriesPage
from iopd_desktop.views.calendar.targets_row import TargetsRow
from iopd_desktop.views.kit.office import Office
from iopd_desktop.words import _, ngettext, number, today


class AgendaPage(EntriesPage):
    """A year as a list by months."""

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__(office, _("Agenda"), entry_form(office))
        self.years = Years()
        self.years.chosen.connect(self.show_year)
        self.title.put(self.years)
        self.title.primary(_("New entry"), self.begin, key="Ctrl+N")
        self.targets = TargetsRow()
        self.targets.wanted.connect(self.begin_for)
        self.put(self.targets)
        self.view = AgendaView()
        self.view.chosen.connect(self.show_beside)
        self.view.opened.connect(lambda id: self.show_beside(id, focus=True))
        self.view.begun.connect(self.begin)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        area.setAccessibleName(_("Agenda"))
        area.setWidget(self.view)
        self.put(area, 1)
        self.show_year(shown_year(office))
        self._choose_next()

    def _choose_next(self) -> None:
        if id := self.view.next_to_come():
            self.view.choose(id)

    def show_year(self, year: int) -> None:
        """Show another year."""
        self.year = year
        keep_year(self.office, year)
        self.years.show_year(year)
        set_form_year(self.form, year)
        self._read()

    def _read(self) -> None:
        with self.office.store.read() as reader:
            months = agenda(reader, self.year, today())
            self.targets.show_targets(targets(reader, self.year, happenings(reader, self.year), today()))
        self.view.show_months(months, today())
        count = sum(len(month.lines) for month in months)
        words = ngettext("{count} event", "{count} events", count).format(count=number(count))
        self.title.set_count(words)
        self.told.emit(words)

    def begin_for(self, given: Mapping[str, Any]) -> None:
        """Begin a new entry that counts towards a target."""
        self.begin_with(given)

    def open(self, id: str) -> bool:
        found = self.office.records.seek(Event.kind, id)
        if found is None:
            return False
        if self.view.place_of(id).isNull() and found["date"]:
            self.show_year(int(found["date"]["earliest"][:4]))
        self.view.choose(id)
        return True

    def reload(self, kinds: set[str]) -> None:
        if kinds & {"event", "preparation", "target", "plan"}:
            self._read()
        if kinds & {"event", "preparation", "registration"} and self.form.id:
            self.form.reload()

    def enter(self) -> None:
        year = shown_year(self.office)
        if year != self.year:
            self.show_year(year)
