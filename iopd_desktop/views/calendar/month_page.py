"""The page of one month, with the form of the chosen entry beside it."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QScrollArea

from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.views.calendar.entries import entry_form, keep_year, read_year, set_form_year, shown_year
from iopd_desktop.views.calendar.entries_page import EntriesPage
from iopd_desktop.views.calendar.month_view import MonthView
from iopd_desktop.views.kit.months import month_name
from iopd_desktop.views.kit.office import Office
from iopd_desktop.words import _, language, ngettext, number, today


class MonthPage(EntriesPage):
    """One month at a time, from the year that the calendar shows."""

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__(office, _("Month"), entry_form(office))
        for words, step, icon in ((_("Earlier"), -1, "back"), (_("Later"), 1, "onward")):
            self.title.add(words, partial(self.step, step), icon=icon)
        self.title.add(_("Today"), self.show_today, icon="calendar")
        self.title.primary(_("New entry"), self.begin, key="Ctrl+N")
        self.view = MonthView()
        self.view.chosen.connect(self.show_beside)
        self.view.opened.connect(lambda id: self.show_beside(id, focus=True))
        self.view.begun.connect(self.begin_on)
        self.view.month_wanted.connect(self.step)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        area.setAccessibleName(_("Month"))
        area.setWidget(self.view)
        self.put(area, 1)
        self.year = shown_year(office)
        self.number = self._first_month()
        self.show_month(self.year, self.number)

    def _first_month(self) -> int:
        """The month to begin with: this one, or in another year the first that has an entry."""
        now, found = today(), read_year(self.office, self.year)
        begins = [one.when.earliest for one in found if one.when and one.when.earliest.year == self.year]
        return now.month if now.year == self.year or not begins else begins[0].month

    def show_month(self, year: int, month: int) -> None:
        """Show a month."""
        self.year, self.number = year, month
        keep_year(self.office, year)
        set_form_year(self.form, year)
        self.title.set_title(_("{month} {year}").format(month=month_name(month), year=year))
        found = read_year(self.office, year)
        self.view.show_month(found, year, month, today())
        month_ = self.view.month
        count = len({bar.id for week in month_.weeks for bar in week.bars} | {one.id for one in month_.vague})
        words = ngettext("{count} event", "{count} events", count).format(count=number(count))
        self.title.set_count(words)
        self.told.emit(words)

    def step(self, months: int) -> None:
        """Go some months on or back."""
        whole = self.year * 12 + self.number - 1 + months
        self.show_month(whole // 12, whole % 12 + 1)

    def show_today(self) -> None:
        """Go to the month of today."""
        now = today()
        self.show_month(now.year, now.month)
        self.view.choose(None, now)
        self.view.setFocus()

    def begin_on(self, day: date) -> None:
        """Begin a new entry on a day."""
        when = FuzzyDate.from_edtf(day.isoformat())
        self.begin_with({"date": FuzzyDate.from_edtf(when.edtf, short(when, language(), day.year)).plain()})

    def open(self, id: str) -> bool:
        found = self.office.records.seek(Event.kind, id)
        if found is None or not found["date"]:
            return False
        day = date.fromisoformat(found["date"]["earliest"])
        self.show_month(day.year, day.month)
        self.view.choose(id, day)
        return True

    def reload(self, kinds: set[str]) -> None:
        if "event" in kinds:
            self.show_month(self.year, self.number)
        if kinds & {"event", "preparation", "registration"} and self.form.id:
            self.form.reload()

    def enter(self) -> None:
        year = shown_year(self.office)
        if year != self.year:
            self.show_month(year, self.number)
