"""The year as lanes of bands, with months as columns; arrows move from entry to entry, Enter opens one."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)  # fmt: skip
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from iopd_desktop.views.kit.steps import font, px, row_height
from iopd_desktop.views.kit.year_layout import Entry, Lane, Measures, Step, lay_out
from iopd_desktop.views.kit.year_paint import YearPainter
from iopd_desktop.words import _, today

_STEPS: dict[int, Step] = {
    Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Left: "back", Qt.Key.Key_Right: "on",
    Qt.Key.Key_Home: "first", Qt.Key.Key_End: "last",
}  # fmt: skip


class YearView(QAbstractScrollArea):
    """Lanes and bands of one year; it knows ids and words, and says which entry was chosen or opened.

    N asks for a new entry. `free` marks the months in which nothing may happen.
    """

    chosen = Signal(str)
    opened = Signal(str)
    begun = Signal()

    def __init__(self, name: str, *, free: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._free = _("free") if free else ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._year, self._today = today().year, today()
        self._lanes: tuple[Lane, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self._current: str | None = None
        self._ringed: set[str] = set()
        self._label_width, self._head = px(104), px(50)
        self._layout = lay_out(self._year, (), (), 1, self._measures())

    def show_year(self, year: int, lanes: Sequence[Lane], entries: Sequence[Entry], today: date) -> None:
        """Show a year; the chosen entry stays chosen where it is still there."""
        self._year, self._lanes, self._entries, self._today = year, tuple(lanes), tuple(entries), today
        widest = max((QFontMetricsF(font("strong")).horizontalAdvance(lane.label) for lane in lanes), default=0)
        letter = px(26) if any(lane.letter for lane in lanes) else 0
        self._label_width = max(px(104), min(px(196), round(widest) + letter + px(34)))
        self.setMinimumSize(self._label_width + px(200), self._head + px(60))
        if self._current not in {one.id for one in entries}:
            self._current = None
        self._lay_out()

    def current(self) -> str | None:
        """The id of the chosen entry."""
        return self._current

    def choose(self, id: str | None) -> None:
        """Choose an entry, bring it into view, and say so."""
        if id == self._current:
            return
        self._current, self._ringed = id, set()
        if id is not None:
            self._bring_into_view(id)
            self._speak(id)
            self.chosen.emit(id)
        self.viewport().update()

    def ring(self, ids: Iterable[str]) -> None:
        """Ring some entries until another is chosen, as those that clash."""
        self._ringed = set(ids)
        self.viewport().update()

    def _measures(self) -> Measures:
        return Measures(row_height(26), px(5), QFontMetricsF(font("head")).horizontalAdvance)

    def _lay_out(self) -> None:
        width = self.viewport().width() - self._label_width - px(10)
        self._layout = lay_out(self._year, self._lanes, self._entries, width, self._measures())
        seen = self.viewport().height() - self._head
        self.verticalScrollBar().setRange(0, max(0, self._layout.height - seen))
        self.verticalScrollBar().setPageStep(max(1, seen))
        self.verticalScrollBar().setSingleStep(self._layout.row)
        self.updateGeometry()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(px(780), self._head + self._layout.height + 1)

    def _bring_into_view(self, id: str) -> None:
        top = next((top for top, one in self._layout.everywhere() if one.band.id == id), None)
        bar = self.verticalScrollBar()
        if top is not None:
            lowest = top + self._layout.row - bar.pageStep()
            bar.setValue(min(max(bar.value(), lowest), top))

    def _speak(self, id: str) -> None:
        told = next((one.told or one.label for one in self._entries if one.id == id), "")
        self.setAccessibleDescription(told)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _at(self, point: QPoint) -> str | None:
        across = point.x() if self.isLeftToRight() else self.viewport().width() - point.x()
        down = point.y() - self._head + self.verticalScrollBar().value()
        return self._layout.at(across - self._label_width, down) if point.y() >= self._head else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choose(self._at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if id := self._at(event.position().toPoint()):
            self.choose(id)
            self.opened.emit(id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _STEPS.get(event.key())
        if way and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            mirrored: dict[Step, Step] = {"back": "on", "on": "back"}
            self.choose(self._layout.step(self._current, way if self.isLeftToRight() else mirrored.get(way, way)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._current:
            self.opened.emit(self._current)
        elif event.text() in {"n", "N"}:
            self.begun.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose(self._layout.step(None, "first"))
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            id = self._at(event.pos())
            told = next((one.told or one.label for one in self._entries if one.id == id), "")
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = YearPainter(self.viewport(), self._layout, self._label_width, self._head)
        painter.paint(self.verticalScrollBar().value(), {self._current, *self._ringed}, self._today, free=self._free)

    def place_of(self, id: str) -> QRectF:
        """Where a band's row stands on the screen of the view, for tests and for what points at it."""
        for top, one in self._layout.everywhere():
            if one.band.id == id:
                start, end = one.band.whole
                down = top + self._head - self.verticalScrollBar().value()
                return QRectF(self._label_width + start, down, end - start, self._layout.row)
        return QRectF()
