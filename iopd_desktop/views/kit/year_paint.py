"""The painting of the year: free months, lanes, bands with their labels, the row of months, and today."""

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from iopd_desktop.actions.bands import Extent, Placed
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.band_paint import paint_band
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.months import month_name
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.views.kit.year_layout import LaidLane, YearLayout
from iopd_desktop.words import language

_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_WRAPPED = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


class YearPainter:
    """Paints one layout into a widget; every x passes `_place`, so that it mirrors with the window."""

    def __init__(self, widget: QWidget, layout: YearLayout, start: int, head: int) -> None:
        self._widget, self._layout, self._start, self._head = widget, layout, start, head
        self._whole = widget.rect()
        self._colours = scheme()
        self._painter = QPainter(widget)
        self._painter.setLayoutDirection(widget.layoutDirection())

    def _place(self, extent: Extent, top: float, height: float) -> QRectF:
        left, width = self._start + extent[0], extent[1] - extent[0]
        if self._widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self._whole.width() - left - width
        return QRectF(left, top, width, height)

    def paint(self, scrolled: int, chosen: set[str | None], today: date, *, free: str) -> None:
        """Paint everything; the row of months stays while the lanes scroll under it."""
        painter, bottom = self._painter, min(self._whole.height(), self._head + self._layout.height - scrolled)
        painter.fillRect(self._whole, self._colours.colour("surface"))
        self._months(bottom, shaded=bool(free))
        painter.save()
        painter.setClipRect(QRect(0, self._head, self._whole.width(), self._whole.height() - self._head))
        for lane in self._layout.lanes:
            self._lane(lane, self._head - scrolled, chosen)
        painter.restore()
        self._head_row(free)
        self._today(today, bottom)
        painter.end()

    def _months(self, bottom: int, *, shaded: bool) -> None:
        for number, start, end in self._layout.axis.months():
            if shaded and number in self._layout.free:
                fill = self._place((start, end), self._head, bottom - self._head)
                self._painter.fillRect(fill, self._colours.colour("sunken"))
            line = self._place((start, start + 1), px(4), bottom - px(4))
            self._painter.fillRect(line, self._colours.colour("line"))

    def _lane(self, lane: LaidLane, shift: int, chosen: set[str | None]) -> None:
        painter, top, row = self._painter, lane.top + shift, self._layout.row
        if top > self._whole.height() or top + lane.height < self._head:
            return
        line = QRectF(0, top + lane.height - 1, self._whole.width(), 1)
        painter.fillRect(line, self._colours.colour("line"))
        inset = px(20)
        if lane.lane.letter:
            inset = self._letter(lane.lane.letter, top + self._layout.pad, row)
        painter.setFont(font("strong"))
        painter.setPen(self._colours.colour("text"))
        above = self._layout.pad + max(0, row - painter.fontMetrics().height()) // 2
        room = QRect(inset, top + above, self._start - inset - px(6), max(row, lane.height - above))
        painter.drawText(visual(self._whole, room), int(_WRAPPED), lane.lane.label)
        for one in lane.placed:
            self._band(one, top + self._layout.pad + one.row * row, one.band.id in chosen)

    def _letter(self, letter: str, top: int, row: int) -> int:
        """A lane's letter in a filled square; where the words begin is returned."""
        side = px(20)
        place = visual(self._whole, QRect(px(16), top + (row - side) // 2, side, side))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colours.colour("accent"))
        self._painter.drawRoundedRect(place, 4, 4)
        self._painter.setPen(self._colours.colour("on_accent"))
        self._painter.setFont(font("section"))
        self._painter.drawText(place, int(_CENTRE), letter)
        return px(44)

    def _band(self, one: Placed, top: int, chosen: bool) -> None:
        painter, row, paint = self._painter, self._layout.row, one.band.paint
        inset = (row - min(row - 4, px(20))) / 2
        places = [self._place(piece, top + inset, row - 2 * inset) for piece in one.band.pieces]
        paint_band(painter, places, paint, self._colours, one.band.done, chosen=chosen)
        painter.setFont(font("head" if chosen else "small"))
        painter.setPen(self._colours.colour("on_accent" if one.side == "inside" else "text"))
        room = self._place(one.label, top, row)
        shown = QFontMetricsF(font("head")).elidedText(one.band.label, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room.adjusted(-1, 0, 1, 0), int(_CENTRE), shown)
        if one.band.id in self._layout.alerts:
            wide = QFontMetricsF(painter.font()).horizontalAdvance(shown)
            self._alert(room, wide, self._layout.alerts[one.band.id], one.side == "inside")

    def _alert(self, room: QRectF, words: float, icon: str, inside: bool) -> None:
        """A mark in the room that the label keeps free before its first word."""
        spare, side = max(0.0, (room.width() - words) / 2), px(13)
        mark = QRectF(0, 0, side, side)
        mark.moveCenter(room.center())
        if self._widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            mark.moveRight(room.right() - spare)
        else:
            mark.moveLeft(room.left() + spare)
        role = "on_accent" if inside else "warn" if icon == "warning" else "text2"
        icons.paint(self._painter, mark, icon, role, self._widget)

    def _head_row(self, free: str) -> None:
        painter = self._painter
        for number, start, end in self._layout.axis.months():
            half = self._head / 2
            words = self._place((start + px(6), end), px(4), half - px(4))
            painter.setFont(font("section"))
            painter.setPen(self._colours.colour("text2"))
            painter.drawText(words, int(_LEADING), month_name(number, short=True))
            if free and number in self._layout.free:
                below = self._place((start + px(6), end), half, half - px(4))
                painter.setFont(font("small"))
                painter.setPen(self._colours.colour("text3"))
                painter.drawText(below, int(_LEADING), free)
        line = QRectF(0, self._head - 1, self._whole.width(), 1)
        painter.fillRect(line, self._colours.colour("line2"))

    def _today(self, today: date, bottom: int) -> None:
        extent = self._layout.axis.extent(today, today)
        if extent is None or not self._layout.lanes:
            return
        painter, middle = self._painter, self._place(extent, 0, 1).center().x()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours.colour("text"), 1.5))
        painter.drawLine(QPointF(middle, self._head - px(10)), QPointF(middle, bottom))
        day = today.isoformat()
        words = short(FuzzyDate(day, day, today, today, "fixed"), language(), today.year)
        painter.setFont(font("caption"))
        width = painter.fontMetrics().horizontalAdvance(words) + px(10)
        left = min(max(2.0, middle - width / 2), self._whole.width() - width - 2)
        flag = QRectF(left, self._head - px(24), width, px(18))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours.colour("text"))
        painter.drawRoundedRect(flag, 3, 3)
        painter.setPen(self._colours.colour("surface"))
        painter.drawText(flag, int(_CENTRE), words)
