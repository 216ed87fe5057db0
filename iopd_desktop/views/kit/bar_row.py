"""One bar of a drawing, as a row: a name, a bar that starts at zero, a figure, and what else is told of it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.rows import ring, visual
from iopd_desktop.views.kit.steps import font, px, row_height

_SIDES = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True)
class Bar:
    """A bar in plain values: `value` and `before` are lengths in one measure, `figure` and `told` their words.

    `aim` is what opening the bar asks for; a bar without one cannot be opened.
    """

    name: str
    value: float
    figure: str
    told: str = ""
    before: float | None = None
    aim: Any = None


@dataclass(frozen=True)
class Measures:
    """The widths that the rows of one drawing share, so that their bars begin and their words stand in line."""

    name: int
    figure: int
    told: int


class BarRow(QAbstractButton):
    """A bar with its words, which the keyboard walks to; `track` shows what is missing to the whole, as progress does.

    `most` is the length of the longest bar. What it was before is a hollow outline round it.
    """

    stepped = Signal(int)

    def __init__(self, bar: Bar, most: float, *, track: bool = False) -> None:
        super().__init__()
        self.bar, self._most, self._track = bar, most or 1, track
        self.measures = Measures(px(160), px(40), px(120))
        self._hovered = False
        said = ", ".join(part for part in (f"{bar.name}: {bar.figure}", bar.told) if part)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if bar.aim is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(px(400), row_height(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), row_height(28))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = self.bar.aim is not None
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_End: 1_000, Qt.Key.Key_Home: -1_000}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, whole, measures = QPainter(self), self.rect(), self.measures
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hovered:
            painter.fillRect(whole, scheme().colour("row_hover"))
        self._write(painter, QRect(px(4), 0, measures.name, whole.height()), self.bar.name, "body", "text")
        start = px(4) + measures.name + px(12)
        told = measures.told + px(16) if measures.told else 0
        room = max(px(32), whole.width() - start - measures.figure - px(8) - told)
        end = self._bars(painter, QRect(start, 0, room, whole.height()))
        figure = QRect(end + px(8), 0, measures.figure, whole.height())
        self._write(painter, figure, self.bar.figure, "section", "text", trailing=self._track)
        rest = QRect(start + room + px(8) + measures.figure + px(16), 0, measures.told, whole.height())
        self._write(painter, rest, self.bar.told, "small", "text2")
        ring(painter, self, scheme())

    def _bars(self, painter: QPainter, room: QRect) -> int:
        """Draw the bar, its track and what was before; where its figure stands after is returned."""
        colours, whole, middle = scheme(), self.rect(), room.height() // 2
        done = self._length(self.bar.value, room)
        painter.setPen(Qt.PenStyle.NoPen)
        for width, role in ((room.width() if self._track else 0, "track"), (done, "accent")):
            if width:
                painter.setBrush(colours.colour(role))
                painter.drawRoundedRect(visual(whole, QRect(room.x(), middle - px(4), width, px(8))), 3, 3)
        before = self._length(self.bar.before or 0, room)
        if before:
            painter.setPen(QPen(colours.colour("text2"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            outline = visual(whole, QRect(room.x(), middle - px(7), before, px(14)))
            painter.drawRoundedRect(QRectF(outline), 3, 3)
        return room.right() if self._track else room.x() + max(done, before)

    def _length(self, value: float, room: QRect) -> int:
        share = max(0.0, min(1.0, value / self._most))
        return max(3, round(room.width() * share)) if share else 0

    def _write(
        self, painter: QPainter, place: QRect, words: str, step: str, ink: str, *, trailing: bool = False
    ) -> None:
        if not words or place.width() <= 0:
            return
        painter.setFont(font(step, tabular=True))
        painter.setPen(scheme().colour(ink))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        side = Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading
        painter.drawText(visual(self.rect(), place), int(side | _SIDES), shown)
