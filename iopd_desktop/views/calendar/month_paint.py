"""Where the parts of a month stand on the screen, and how they are painted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from iopd_desktop.actions.bands import paint_of
from iopd_desktop.views.calendar.entries import Beside
from iopd_desktop.views.calendar.month_layout import Bar, Month
from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.band_paint import paint_band
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.months import week_days
from iopd_desktop.views.kit.steps import font, px, row_height
from iopd_desktop.words import ngettext, number

_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
_WEEK = 7


@dataclass(frozen=True)
class Places:
    """The geometry of a month inside a widget: vague entries, the row of weekdays, the weeks."""

    whole: QRect
    month: Month
    head: int
    days: int
    direction: Qt.LayoutDirection

    def _seen(self, place: QRectF) -> QRectF:
        return QRectF(QStyle.visualRect(self.direction, self.whole, place.toRect()))

    @property
    def column(self) -> float:
        """The width of a day."""
        return self.whole.width() / _WEEK

    @property
    def week(self) -> float:
        """The height of a week."""
        return max(1.0, (self.whole.height() - self.head - self.days) / len(self.month.weeks))

    def vague(self, place: int) -> QRectF:
        """The strip of a vague entry, over the whole width."""
        height = row_height(26)
        return self._seen(QRectF(px(8), px(4) + place * height, self.whole.width() - px(16), height))

    def weekday(self, column: int) -> QRectF:
        """The head of a column."""
        return self._seen(QRectF(column * self.column, self.head, self.column, self.days))

    def day(self, week: int, column: int) -> QRectF:
        """A day's cell."""
        top = self.head + self.days + week * self.week
        return self._seen(QRectF(column * self.column, top, self.column, self.week))

    def rows(self) -> int:
        """How many bars fit under a day's number."""
        return max(1, int((self.week - px(24)) // (row_height(20) + 1)))

    def bar(self, week: int, bar: Bar) -> QRectF:
        """A bar in its week."""
        height = row_height(20)
        top = self.head + self.days + week * self.week + px(23) + bar.row * (height + 1)
        left = bar.first * self.column + (px(4) if bar.begins else 0)
        right = (bar.last + 1) * self.column - (px(4) if bar.ends else 0)
        return self._seen(QRectF(left, top, right - left, height))

    def bars(self) -> Iterator[tuple[QRectF, str, date | None]]:
        """Everything that can be hit: its place, its id, and the day it begins on."""
        for place, one in enumerate(self.month.vague):
            yield self.vague(place), one.id, None
        for number_, week in enumerate(self.month.weeks):
            for bar in week.bars:
                if bar.row < self.rows():
                    yield self.bar(number_, bar), bar.id, week.days[bar.first]

    def at(self, point: QPointF) -> tuple[str | None, date | None]:
        """The entry and the day at a point."""
        hit = next((id for place, id, _on in self.bars() if place.contains(point)), None)
        for number_, week in enumerate(self.month.weeks):
            for column, on in enumerate(week.days):
                if self.day(number_, column).contains(point):
                    return hit, on
        return hit, None


class MonthPainter:
    """Paints a month into a widget; what is in `alerts` has a mark: it clashes with something, or may."""

    def __init__(self, widget: QWidget, places: Places, alerts: Mapping[str, Beside] | None = None) -> None:
        self._alerts = alerts or {}
        self._widget, self._places, self._colours = widget, places, scheme()
        self._painter = QPainter(widget)
        self._painter.setLayoutDirection(widget.layoutDirection())

    def paint(self, current: str | None, chosen: date, today: date) -> None:
        """Paint everything; the chosen day has the ring while the month has the keyboard."""
        painter, places = self._painter, self._places
        painter.fillRect(places.whole, self._colours.colour("surface"))
        for place, one in enumerate(places.month.vague):
            assert one.when is not None
            strip = places.vague(place).adjusted(0, 2, 0, -2)
            paint_band(painter, [strip], paint_of(one.when), self._colours, chosen=one.id == current)
            words = strip.adjusted(px(10), 0, -px(10), 0)
            if one.id in self._alerts:
                words = self._alert(words, self._alerts[one.id].mark)
            self._words(words, one.label, "text")
        self._weekdays()
        for number_, week in enumerate(places.month.weeks):
            for column, on in enumerate(week.days):
                self._day(number_, column, on, on == chosen, today)
            for bar in week.bars:
                if bar.row < places.rows():
                    self._bar(number_, bar, current)
        painter.end()

    def _words(self, place: QRectF, words: str, role: str) -> None:
        painter = self._painter
        painter.setFont(font("small"))
        painter.setPen(self._colours.colour(role))
        shown = QFontMetricsF(font("small")).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(_LEADING), shown)

    def _weekdays(self) -> None:
        self._painter.setFont(font("head"))
        for column, name in enumerate(week_days()):
            place = self._places.weekday(column)
            self._painter.setPen(self._colours.colour("text3"))
            self._painter.drawText(place.adjusted(px(8), 0, -px(4), 0), int(_LEADING), name)

    def _day(self, week: int, column: int, on: date, chosen: bool, today: date) -> None:
        painter, place = self._painter, self._places.day(week, column)
        outside = on.month != self._places.month.number
        if outside:
            painter.fillRect(place, self._colours.colour("sunken"))
        painter.fillRect(QRectF(place.x(), place.y(), place.width(), 1), self._colours.colour("line"))
        edge = place.x() if self._widget.isRightToLeft() else place.right() - 1
        painter.fillRect(QRectF(edge, place.y(), 1, place.height()), self._colours.colour("line"))
        figure = QRectF(0, 0, px(24), px(20))
        figure.moveTopLeft(QPointF(place.x() + px(4), place.y() + px(3)))
        if self._widget.isRightToLeft():
            figure.moveRight(place.right() - px(4))
        if on == today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colours.colour("text"))
            painter.drawRoundedRect(figure, 3, 3)
        painter.setFont(font("section" if on == today else "small", tabular=True))
        painter.setPen(self._colours.colour("surface" if on == today else "text3" if outside else "text2"))
        painter.drawText(figure, int(_CENTRE), str(on.day))
        self._hidden(week, column, place)
        if chosen and self._widget.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colours.colour("accent"), 2))
            painter.drawRect(place.adjusted(1, 1, -2, -1))

    def _hidden(self, week: int, column: int, place: QRectF) -> None:
        """How many entries of a day found no room."""
        bars = self._places.month.weeks[week].on(column)
        more = sum(bar.row >= self._places.rows() for bar in bars)
        if more:
            words = ngettext("{count} more", "{count} more", more).format(count=number(more))
            room = place.adjusted(px(30), px(3), -px(6), 0)
            room.setHeight(px(20))
            self._painter.setFont(font("small"))
            self._painter.setPen(self._colours.colour("accent"))
            side = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            self._painter.drawText(room, int(side), words)

    def _bar(self, week: int, bar: Bar, current: str | None) -> None:
        place, solid = self._places.bar(week, bar), bar.paint == "fixed"
        words = place.adjusted(px(6), 0, -px(4), 0)
        if bar.paint == "deadline":
            mark = QRectF(place.x(), place.y(), px(14), place.height())
            if self._widget.isRightToLeft():
                mark.moveRight(place.right())
                words = place.adjusted(px(4), 0, -px(18), 0)
            else:
                words = place.adjusted(px(18), 0, -px(4), 0)
            paint_band(self._painter, [mark], "deadline", self._colours, chosen=bar.id == current)
        else:
            paint_band(self._painter, [place], bar.paint, self._colours, chosen=bar.id == current)
        if bar.id in self._alerts:
            words = self._alert(words, self._alerts[bar.id].mark, on_accent=solid)
        self._words(words, bar.label, "on_accent" if solid else "text")

    def _alert(self, room: QRectF, icon: str, *, on_accent: bool = False) -> QRectF:
        """A mark before the words, and the room that it leaves to them."""
        mark, taken = QRectF(0, 0, px(13), px(13)), px(17)
        mark.moveCenter(room.center())
        if self._widget.isRightToLeft():
            mark.moveRight(room.right())
            left = room.adjusted(0, 0, -taken, 0)
        else:
            mark.moveLeft(room.left())
            left = room.adjusted(taken, 0, 0, 0)
        role = "on_accent" if on_accent else "warn" if icon == "warning" else "text2"
        icons.paint(self._painter, mark, icon, role, self._widget)
        return left
