"""A drawing of bars with its head, and the same figures as a table in its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iopd_desktop.views.kit.bar_row import Bar, BarRow, Measures
from iopd_desktop.views.kit.figures_table import FiguresTable
from iopd_desktop.views.kit.pieces import label
from iopd_desktop.views.kit.steps import font, px


class Chart(QWidget):
    """Bars under a head. Arrows walk them, Enter or a click opens one: `wanted` gives its aim.

    `heads` name the columns of the table: the name, the figure, what was before where bars tell it, what else is told.
    `left` says that the keyboard walks out at an end (1: the last, -1: the first).
    """

    wanted = Signal(object)
    left = Signal(int)

    def __init__(self, head: str, bars: Sequence[Bar], heads: Sequence[str], *, track: bool = False) -> None:
        super().__init__()
        self.head, self.bars = head, list(bars)
        most = 100 if track else max((max(bar.value, bar.before or 0) for bar in bars), default=1)
        self.rows = [BarRow(bar, most, track=track) for bar in self.bars]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(8), 0, px(8))
        self._column.setSpacing(0)
        title = label(head, "section", "text2", wrap=True)
        title.setContentsMargins(px(4), 0, 0, px(4))
        self._column.addWidget(title)
        for row in self.rows:
            row.stepped.connect(self._step)
            row.clicked.connect(lambda _checked=False, bar=row.bar: self._open(bar))
            self._column.addWidget(row)
        self._heads = tuple(heads)
        self._table: FiguresTable | None = None
        self._current = 0
        self._reach(0)

    def show_table(self, shown: bool) -> None:
        """Show the figures as a table, or as bars."""
        if shown and self._table is None:
            self._table = FiguresTable(self.head, self.bars, self._heads)
            self._table.wanted.connect(self.wanted)
            self._column.addWidget(self._table)
        if self._table is not None:
            self._table.setVisible(shown)
        for row in self.rows:
            row.setVisible(not shown)

    @property
    def current(self) -> int:
        """The bar, or the row of the table, that the keyboard is on or was on last."""
        shown = self._table is not None and not self._table.isHidden()
        return self._table.currentIndex().row() if shown and self._table else self._current

    def go_to(self, place: int) -> None:
        """Give the keyboard to a bar, counted from the end where it is negative, or to its row of the table."""
        place = place % len(self.rows)
        if self._table is not None and not self._table.isHidden():
            self._table.go_to(place)
            return
        self._reach(place)
        self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _reach(self, place: int) -> None:
        """One bar stands in the order of Tab: from it the arrows go on."""
        self._current = place
        for at, row in enumerate(self.rows):
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == place else Qt.FocusPolicy.ClickFocus)

    def _step(self, by: int) -> None:
        sender = self.sender()
        here = next(at for at, row in enumerate(self.rows) if row is sender)
        last = len(self.rows) - 1
        if abs(by) == 1 and not 0 <= here + by <= last:
            self.left.emit(by)
        else:
            self.go_to(max(0, min(last, here + by)))

    def _open(self, bar: Bar) -> None:
        self._reach(self.bars.index(bar))
        if bar.aim is not None:
            self.wanted.emit(bar.aim)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names and words have the room that the longest of them needs, within bounds: the bars keep theirs."""
        super().resizeEvent(event)
        names, figures, words = (QFontMetrics(font(step, tabular=True)) for step in ("body", "section", "small"))
        name = max((names.horizontalAdvance(bar.name) for bar in self.bars), default=0) + px(4)
        figure = max((figures.horizontalAdvance(bar.figure) for bar in self.bars), default=0) + px(4)
        told = max((words.horizontalAdvance(bar.told) for bar in self.bars), default=0)
        told += px(4) if told else 0
        whole = self.width()
        measures = Measures(min(name, whole // 2), figure, min(told, whole * 27 // 100))
        for row in self.rows:
            row.measures = measures
            row.update()
