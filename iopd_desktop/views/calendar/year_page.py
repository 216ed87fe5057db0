"""The year: lanes by kind with bands by month, how sure each date is, and what is to settle under it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iopd_desktop.actions.happenings import LANES, Happening
from iopd_desktop.actions.lacking import open_questions
from iopd_desktop.actions.settling import Open
from iopd_desktop.models.calendar import Event
from iopd_desktop.views.calendar.entries import (
    Years,
    clashing,
    entry_form,
    keep_year,
    read_year,
    set_form_year,
    shown_year,
    told_with,
)
from iopd_desktop.views.calendar.entries_page import EntriesPage
from iopd_desktop.views.calendar.legend import Legend
from iopd_desktop.views.calendar.settle_deeds import settle
from iopd_desktop.views.calendar.settle_list import SettleList
from iopd_desktop.views.calendar.sheet import print_year
from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.commands import Command
from iopd_desktop.views.kit.exchange import paper
from iopd_desktop.views.kit.flow import Flow
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.pieces import button, label, rule
from iopd_desktop.views.kit.steps import px, row_height
from iopd_desktop.views.kit.year_layout import Entry, Lane
from iopd_desktop.views.kit.year_view import YearView
from iopd_desktop.words import N_, _, ngettext, number, today

_SETTLE_ROWS = 3
LOW = 420
"""Under this height, in measures of the look, nothing stands below the year."""


class YearPage(EntriesPage):
    """The year drawn as lanes, with the form of the chosen entry beside it."""

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__(office, _("Year"), entry_form(office))
        self._found: list[Happening] = []
        self._hidden = set(office.settings.get("calendar/hidden", []))
        self.years = Years()
        self.years.chosen.connect(self.show_year)
        self.title.put(self.years)
        self.title.add(_("Year sheet"), partial(print_year, self), icon="sheet")
        self.title.primary(_("New entry"), self.begin, key="Ctrl+N")
        self.view = YearView(_("The year in lanes"))
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(lambda id: self.show_beside(id, focus=True))
        self.view.begun.connect(self.begin)
        self.settle = SettleList()
        self.settle.wanted.connect(self.settle_one)
        self._switches = {name: button("", partial(self.switch, name), look="flat", icon="tick") for name in LANES}
        self.put(self._lanes_row())
        self.put(self.view, 1)
        self._below = self._explained()
        self.put(self._below)
        self.show_year(shown_year(office))

    def _lanes_row(self) -> QWidget:
        made = QWidget()
        whole = QVBoxLayout(made)
        whole.setContentsMargins(px(12), 0, px(16), px(2))
        flow = Flow(None, px(4))
        for each in self._switches.values():
            flow.addWidget(each)
        whole.addLayout(flow)
        return made

    def _explained(self) -> QWidget:
        """What stands below the year: what its paints mean, and what is to settle."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = label(_("To settle"), "section", "text2")
        head.setContentsMargins(px(20), px(8), px(16), px(2))
        for widget in (Legend(), rule(), head, self.settle):
            column.addWidget(widget)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window, as with text of twice the size, the year has the room: what is to settle has its page."""
        super().resizeEvent(event)
        self._below.setVisible(self.height() >= px(LOW))

    def show_year(self, year: int) -> None:
        """Show another year."""
        self.year = year
        keep_year(self.office, year)
        self.years.show_year(year)
        set_form_year(self.form, year)
        self._read()

    def _read(self) -> None:
        self._found = read_year(self.office, self.year)
        lanes = [Lane(name, _(words)) for name, words in LANES.items() if name not in self._hidden]
        self.view.show_year(self.year, lanes, _entries(self._found, self._hidden), today())
        with self.office.store.read() as reader:
            open_ones = open_questions(reader, [self.year], today())
        self.settle.show_open(open_ones, _("Nothing is left to settle from today on."))
        rows = max(1, min(_SETTLE_ROWS, len(open_ones)))
        self.settle.setFixedHeight(rows * (row_height(28) + 1) + px(14))
        self._show_lanes()
        count, vague = len(self._found), sum(one.when is None or one.when.certainty != "fixed" for one in self._found)
        words = ngettext("{count} event", "{count} events", count).format(count=number(count))
        self.title.set_count(_("{entries}, {vague} not yet fixed").format(entries=words, vague=number(vague)))
        self.told.emit(words)

    def _show_lanes(self) -> None:
        """The kinds as switches: a tick and a count for what is shown."""
        for name, made in self._switches.items():
            shown, count = name not in self._hidden, sum(one.lane == name for one in self._found)
            made.setIcon(icons.icon("tick" if shown else "minus", "accent" if shown else "text3"))
            made.setText(f"{_(LANES[name])}  {number(count)}")
            state = _("shown") if shown else _("hidden")
            made.setAccessibleName(_("{kind}, {count}, {state}").format(kind=_(LANES[name]), count=count, state=state))

    def switch(self, lane: str) -> None:
        """Show or hide the entries of a kind."""
        self._hidden ^= {lane}
        self.office.settings.set("calendar/hidden", sorted(self._hidden))
        self._read()

    def settle_one(self, one: Open) -> None:
        """Do what settles an open question."""
        settle(self, one, self.ring)

    def ring(self, one: Open) -> None:
        """Show the entries of an open question, ringed."""
        self.open(one.ids[0])
        self.view.ring(one.ids)
        self.view.setFocus()

    def _choose(self, id: str) -> None:
        """Show an entry beside the year, with a ring round what moves with it."""
        self.show_beside(id)
        self.view.ring(one.id for one in self._found if one.after == id)

    def open(self, id: str) -> bool:
        found = self.office.records.seek(Event.kind, id)
        if found is None:
            return False
        when = found["date"] or {"earliest": (found["moment"] or {}).get("at", str(self.year))}
        year = int(when["earliest"][:4])
        if not any(one.id == id for one in self._found):
            self.show_year(year)
        self.view.choose(id)
        self.show_beside(id)
        return True

    def reload(self, kinds: set[str]) -> None:
        if kinds & {"event", "preparation", "target"}:
            self._read()
        if kinds & {"event", "preparation", "registration"} and self.form.id:
            self.form.reload()

    def enter(self) -> None:
        year = shown_year(self.office)
        if year != self.year:
            self.show_year(year)


def _entries(found: Sequence[Happening], hidden: set[str]) -> list[Entry]:
    beside = clashing(found)
    return [
        Entry(
            one.id, one.lane, one.label, one.when, told_with(one, beside), one.deadline,
            alert=beside[one.id].mark if one.id in beside else "",
        )
        for one in found
        if one.when and one.lane not in hidden
    ]


YearPage.own_commands = (
    Command("year-sheet", N_("Year sheet as PDF"), print_year, menu="reports", icon="sheet"),
    paper("calendar-wall", N_("Year for the wall…"), lambda page: {"year": page.year}),
)
