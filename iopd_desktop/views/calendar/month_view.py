"""A month on the screen: weeks of days with their entries, and above them what is some time in the month."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from iopd_desktop.actions.happenings import Happening
from iopd_desktop.views.calendar.entries import Beside, clashing, told_with
from iopd_desktop.views.calendar.month_layout import Month, month_of
from iopd_desktop.views.calendar.month_paint import MonthPainter, Places
from iopd_desktop.views.kit.steps import px, row_height
from iopd_desktop.words import _, day, ngettext, today

_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthView(QWidget):
    """Arrow keys move from day to day, Space from entry to entry of a day; Enter opens, N begins a new entry."""

    chosen = Signal(str)
    opened = Signal(str)
    begun = Signal(object)
    month_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Month"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._found: tuple[Happening, ...] = ()
        self._today = self._day = today()
        self._current: str | None = None
        self._beside: dict[str, Beside] = {}
        self.month: Month = month_of((), self._day.year, self._day.month)

    def show_month(self, found: Sequence[Happening], year: int, number: int, today: date) -> None:
        """Show a month; the chosen day moves into it."""
        self._found, self._today = tuple(found), today
        self._beside = clashing(found)
        self.month = month_of(found, year, number)
        if (self._day.year, self._day.month) != (year, number):
            self._day = today if (today.year, today.month) == (year, number) else date(year, number, 1)
            self._current = None
        self.setMinimumSize(px(420), self._head() + row_height(24) + len(self.month.weeks) * px(62))
        self.update()

    def _head(self) -> int:
        return len(self.month.vague) * row_height(26) + (px(8) if self.month.vague else 0)

    def _places(self) -> Places:
        return Places(self.rect(), self.month, self._head(), row_height(24), self.layoutDirection())

    def current(self) -> str | None:
        """The id of the chosen entry."""
        return self._current

    def choose(self, id: str | None, on: date | None = None) -> None:
        """Choose an entry, and the day that it is chosen on."""
        self._current, self._day = id, on or self._day
        self._speak()
        self.update()
        if id:
            self.chosen.emit(id)

    def _speak(self) -> None:
        ids = self.month.on(self._day)
        words = [day(self._day, "full"), ngettext("{count} event", "{count} events", len(ids)).format(count=len(ids))]
        words += [told_with(one, self._beside) for one in self._found if one.id == self._current]
        self.setAccessibleDescription(", ".join(words))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _move(self, to: date) -> None:
        if (to.year, to.month) != (self.month.year, self.month.number):
            self._day = to
            self.month_wanted.emit((to.year - self.month.year) * 12 + to.month - self.month.number)
        ids = self.month.on(to)
        self.choose(ids[0] if ids else None, to)

    def _next_here(self) -> None:
        """The next entry of the day; after its last one those that are some time in the month, then again the first."""
        ids = [*self.month.on(self._day), *(one.id for one in self.month.vague)]
        if ids:
            place = ids.index(self._current) if self._current in ids else -1
            self.choose(ids[(place + 1) % len(ids)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mirrored = Qt.Key(event.key()), self.isRightToLeft()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif key in _DAYS:
            step = _DAYS[key]
            self._move(self._day + timedelta(days=-step if mirrored and abs(step) == 1 else step))
        elif key in _MONTHS:
            self.month_wanted.emit(_MONTHS[key])
            self._speak()
        elif key == Qt.Key.Key_Space:
            self._next_here()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        elif event.text() in {"n", "N"}:
            self.begun.emit(self._day)
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._current:
            self.opened.emit(self._current)
        else:
            self.begun.emit(self._day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit, on = self._places().at(event.position())
        self.choose(hit, on)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit, _on = self._places().at(QPointF(event.pos()))
            told = next((told_with(one, self._beside) for one in self._found if one.id == hit), "")
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(px(720), px(560))

    def paintEvent(self, event: QPaintEvent) -> None:
        MonthPainter(self, self._places(), self._beside).paint(self._current, self._day, self._today)

    def place_of(self, id: str) -> QRectF:
        """Where an entry stands, for what points at it."""
        return next((place for place, found, _on in self._places().bars() if found == id), QRectF())
