"""The agenda on the screen: months as heads, an entry a row, with its countdown and what stands against it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)  # fmt: skip
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from iopd_desktop.actions.agenda import AgendaMonth
from iopd_desktop.views.calendar.agenda_paint import AgendaPainter, Row, rows_of
from iopd_desktop.views.calendar.agenda_words import spoken
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class AgendaView(QWidget):
    """Up and Down move between entries, Enter opens one, N begins a new one. The next one to come is marked."""

    chosen = Signal(str)
    opened = Signal(str)
    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Agenda"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows: list[Row] = []
        self._current: str | None = None
        self._next: str | None = None

    def show_months(self, months: Sequence[AgendaMonth], today: date) -> None:
        """Show a year month by month; the chosen entry stays chosen where it is still there."""
        lines = [line for month in months for line in month.lines]
        self._next = next((line.entry.id for line in lines if line.entry.when and not line.over), None)
        if not any(line.entry.id == self._current for line in lines):
            self._current = None
        self._rows = list(rows_of(months, today))
        last = self._rows[-1] if self._rows else None
        self.setMinimumSize(px(420), last.top + last.height + px(12) if last else px(60))
        self.updateGeometry()
        self.update()

    def next_to_come(self) -> str | None:
        """The id of the first entry that is not over."""
        return self._next

    def current(self) -> str | None:
        """The id of the chosen entry."""
        return self._current

    def choose(self, id: str | None) -> None:
        """Choose an entry and bring it into view."""
        self._current = id
        row = self._row(id)
        self.setAccessibleDescription(spoken(row.line) if row and row.line else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
        if row is not None:
            self._show(row)
            self.chosen.emit(id)

    def _show(self, row: Row) -> None:
        within = self.parentWidget()
        area = within.parentWidget() if within else None
        if isinstance(area, QScrollArea):
            area.ensureVisible(0, row.top + row.height // 2, 0, row.height + px(24))

    def _row(self, id: str | None) -> Row | None:
        return next((row for row in self._rows if row.line and row.line.entry.id == id), None)

    def _ids(self) -> list[str]:
        return [row.line.entry.id for row in self._rows if row.line]

    def place_of(self, id: str) -> QRect:
        """Where an entry stands, for what points at it."""
        row = self._row(id)
        return QRect(0, row.top, self.width(), row.height) if row else QRect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ids = Qt.Key(event.key()), self._ids()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif key in _STEPS and ids:
            place = ids.index(self._current) + _STEPS[key] if self._current in ids else self._begin(ids)
            self.choose(ids[min(max(place, 0), len(ids) - 1)])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and ids:
            self.choose(ids[0 if key == Qt.Key.Key_Home else -1])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._current:
            self.opened.emit(self._current)
        elif event.text() in {"n", "N"}:
            self.begun.emit()
        else:
            super().keyPressEvent(event)

    def _begin(self, ids: Sequence[str]) -> int:
        return ids.index(self._next) if self._next in ids else 0

    def _at(self, y: int) -> Row | None:
        return next((row for row in self._rows if row.line and row.top <= y < row.top + row.height), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._at(round(event.position().y()))
        if row and row.line:
            self.choose(row.line.entry.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._current:
            self.opened.emit(self._current)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._at(event.pos().y())
            QToolTip.showText(event.globalPos(), spoken(row.line) if row and row.line else "", self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(px(720), max(px(560), self.minimumHeight()))

    def paintEvent(self, event: QPaintEvent) -> None:
        seen = [row for row in self._rows if row.top < event.rect().bottom() and row.bottom > event.rect().top()]
        AgendaPainter(self, self._next).paint(event.rect(), seen, self._current)
