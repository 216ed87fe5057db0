"""A page of figures: drawings in one or two columns, or their tables, one key away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from iopd_desktop.views.kit.bar_row import Bar
from iopd_desktop.views.kit.chart import Chart
from iopd_desktop.views.kit.commands import Command
from iopd_desktop.views.kit.empty import Nothing, fill
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.pieces import button, ground, key_words, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.title_row import TitleRow
from iopd_desktop.words import N_, _

_BESIDE = 820
"""From this width on, in measures of the look, two drawings stand beside each other."""
_TABLES = "figures-as-tables"


class BarsPage(LivePage):
    """Subclasses put drawings and notes on the page in `read`, which is called anew; `seen` are its kinds."""

    seen: frozenset[str] = frozenset()

    def __init__(self, office: Office, title: str) -> None:
        super().__init__()
        ground(self, "surface")
        self.office, self.title = office, TitleRow(title)
        self.charts: list[Chart] = []
        self._parts: list[tuple[QWidget, int]] = []
        for command in self.own_commands:
            self.title.add(command.shown(), partial(command.act, self), icon=command.icon)
        self.switch = self._switch()
        self.title.put(self.switch)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(title)
        inside = ground(QWidget(), "surface")
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(px(16), 0, px(16), px(16))
        self._columns = [QVBoxLayout(), QVBoxLayout()]
        for column in self._columns:
            column.setSpacing(px(8))
            self._row.addLayout(column, 1)
        self._area.setWidget(inside)
        self._body = QStackedWidget()
        self._body.addWidget(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.title)
        whole.addWidget(self._body, 1)

    def _switch(self) -> QPushButton:
        made = button("", self.turn, look="flat", icon="sheet")
        made.setObjectName("as-table")
        return made

    def commands(self) -> tuple[Command, ...]:
        return (*self.own_commands, AS_TABLE)

    def read(self) -> None:
        """Put drawings and notes on the empty page."""

    def renew(self) -> None:
        """Empty the page and read it again; the keyboard stays where it was."""
        place = next(((at, one.current) for at, one in enumerate(self.charts) if _holds_keyboard(one)), None)
        for part, _height in self._parts:
            part.hide()
            part.deleteLater()
        fill(self._body, None)
        self.charts, self._parts = [], []
        self.read()
        self.switch.setVisible(bool(self.charts))
        self._show_form()
        self._arrange()
        if place is not None and place[0] < len(self.charts):
            chart = self.charts[place[0]]
            chart.go_to(min(place[1], len(chart.rows) - 1))

    def chart(self, head: str, bars: Sequence[Bar], heads: Sequence[str], *, track: bool = False) -> None:
        """Put a drawing on the page; a bar that is opened shows the list behind it."""
        if bars:
            made = Chart(head, bars, heads, track=track)
            made.wanted.connect(self.office.narrow)
            made.left.connect(lambda by: self._walk_on(made, by))
            self.charts.append(made)
            self._parts.append((made, len(bars) + 2))

    def note(self, head: str, lines: Sequence[str]) -> None:
        """Put lines of words under a head on the page."""
        self.facts(head, [(line,) for line in lines])

    def facts(self, head: str, rows: Sequence[tuple[str] | tuple[str, str]]) -> None:
        """Put lines under a head on the page, each with what is told of it in a column of its own, if anything."""
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(px(4), px(8), 0, px(8))
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        grid.addWidget(label(head, "section", "text2", wrap=True), 0, 0, 1, 2)
        for at, (name, *told) in enumerate(rows, start=1):
            grid.addWidget(label(name, wrap=True), at, 0, 1, 1 if told else 2)
            if told:
                grid.addWidget(label(told[0], ink="text2", wrap=True), at, 1, Qt.AlignmentFlag.AlignTop)
        self._parts.append((made, len(rows) + 2))

    def nothing(self, empty: Nothing) -> None:
        """Say in the place of the drawings that there is nothing to draw, and what to do."""
        fill(self._body, empty)
        self.title.set_count("")

    def turn(self) -> None:
        """Show the figures as tables instead of bars, or as bars again; the choice is kept."""
        place = next(((at, one.current) for at, one in enumerate(self.charts) if _holds_keyboard(one)), None)
        self.office.settings.set(_TABLES, not self.office.settings.get(_TABLES, False))
        self._show_form()
        if place is not None:
            self.charts[place[0]].go_to(max(0, place[1]))

    def _show_form(self) -> None:
        tables = bool(self.office.settings.get(_TABLES, False))
        for chart in self.charts:
            chart.show_table(tables)
        words = _("As bars") if tables else _("As tables")
        self.switch.setText(words)
        self.switch.setAccessibleName(words)
        self.title.fold()
        self.switch.setToolTip(f"{words} ({key_words(AS_TABLE.key)})")

    def _walk_on(self, chart: Chart, by: int) -> None:
        place = self.charts.index(chart) + by
        if 0 <= place < len(self.charts):
            self.charts[place].go_to(0 if by > 0 else -1)

    def _arrange(self) -> None:
        """Drawings stand in one column, or in two of about the same height."""
        for column in self._columns:
            while column.takeAt(0):
                pass
        beside = self.width() >= px(_BESIDE)
        room, place = sum(height for _part, height in self._parts) / 2, 0
        for part, height in self._parts:
            # A part that stands more than half below the middle begins the second column.
            place = 1 if place or (beside and room < height / 2) else 0
            self._columns[place].addWidget(part)
            room -= height
            part.show()
        for column in self._columns:
            column.addStretch(1)
        self._row.setStretch(1, 1 if beside else 0)
        self._row.setSpacing(px(32) if beside else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() >= px(_BESIDE)) != (self.width() >= px(_BESIDE)):
            self._arrange()

    def reload(self, kinds: set[str]) -> None:
        if kinds & self.seen:
            self.renew()

    def enter(self) -> None:
        self.renew()
        if self.charts:
            self.charts[0].go_to(max(0, self.charts[0].current))


def _holds_keyboard(chart: Chart) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and chart.isAncestorOf(focused)


AS_TABLE = Command("as-table", N_("Figures as tables, or as bars"), BarsPage.turn, "Ctrl+T", menu="view", icon="sheet")
