"""How the agenda is painted: the rows with their places, the heads of months, entries with their notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from iopd_desktop.actions.agenda import AgendaLine, AgendaMonth
from iopd_desktop.views.calendar.agenda_words import notes_of, when_of
from iopd_desktop.views.calendar.entries import ICONS
from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.months import month_name
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px, row_height
from iopd_desktop.words import _

_LEADING = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_TRAILING = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_DATE = 132


@dataclass(frozen=True)
class Row:
    """A row of the agenda: the head of a month, or an entry with the notes under it; `top` is where it begins."""

    top: int
    height: int
    head: str = ""
    free: bool = False
    line: AgendaLine | None = None
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def bottom(self) -> int:
        """Where the next row begins."""
        return self.top + self.height


class AgendaPainter:
    """Paints rows into a widget; the next entry to come has its countdown in the accent."""

    def __init__(self, widget: QWidget, coming: str | None) -> None:
        self._widget, self._coming, self._colours = widget, coming, scheme()
        self._painter = QPainter(widget)
        self._painter.setLayoutDirection(widget.layoutDirection())

    def paint(self, where: QRect, rows: Sequence[Row], current: str | None) -> None:
        """Paint the rows in view; the chosen one has the ring while the agenda has the keyboard."""
        self._painter.fillRect(where, self._colours.colour("surface"))
        for row in rows:
            if row.line is None:
                self._head(row)
            else:
                self._entry(row, row.line, chosen=row.line.entry.id == current)
        self._painter.end()

    def _head(self, row: Row) -> None:
        inside = QRect(px(20), row.top + px(6), self._widget.width() - px(36), row.height - px(6))
        self._words(inside, row.head, "section", "text2")
        if row.free:
            self._words(inside.adjusted(px(_DATE + 42), 0, 0, 0), _("free"), "small", "text3")

    def _entry(self, row: Row, line: AgendaLine, *, chosen: bool) -> None:
        painter, focus = self._painter, self._widget.hasFocus()
        whole = QRect(0, row.top, self._widget.width(), row.height)
        if chosen:
            painter.fillRect(whole, self._colours.colour("soft" if focus else "hover"))
            bar = visual(self._widget.rect(), QRect(0, row.top, 3, row.height))
            painter.fillRect(bar, self._colours.colour("accent" if focus else "control"))
        self._line(row, line)
        if chosen and focus:
            painter.setPen(QPen(self._colours.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(whole.adjusted(1, 1, -1, -1))
        else:
            painter.setPen(self._colours.colour("line"))
            painter.drawLine(whole.bottomLeft(), whole.bottomRight())

    def _line(self, row: Row, line: AgendaLine) -> None:
        first = QRect(px(20), row.top, self._widget.width() - px(36), row_height(30))
        quiet, loud = ("text3", "text3") if line.over else ("text2", "text")
        self._words(QRect(first.left(), first.top(), px(_DATE), first.height()), when_of(line), "small", quiet)
        role = "bad" if line.entry.deadline and not line.over else quiet
        mark = QRect(first.left() + px(_DATE + 18), first.center().y() - px(8), px(16), px(16))
        icon = ICONS.get(line.entry.type, "calendar")
        icons.paint(self._painter, visual(self._widget.rect(), mark).toRectF(), icon, role, self._widget)
        step, ink = ("strong", "accent") if line.entry.id == self._coming else ("small", "text2")
        taken = QFontMetrics(font(step)).horizontalAdvance(line.countdown) + px(4)
        self._words(first.adjusted(first.width() - taken, 0, 0, 0), line.countdown, step, ink, _TRAILING)
        title = first.adjusted(px(_DATE + 42), 0, -taken - px(12), 0)
        self._words(title, line.entry.label, "name", loud)
        for place, (words, ink) in enumerate(row.notes):
            top = first.bottom() - px(2) + place * _note_height()
            self._words(QRect(title.left(), top, first.right() - title.left(), _note_height()), words, "small", ink)

    def _words(self, place: QRect, words: str, step: str, ink: str, aligned: int = _LEADING) -> None:
        self._painter.setFont(font(step))
        self._painter.setPen(self._colours.colour(ink))
        cut = QFontMetrics(self._painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        self._painter.drawText(visual(self._widget.rect(), place), aligned, cut)


def _note_height() -> int:
    return QFontMetrics(font("small")).height() + px(2)


def rows_of(months: Sequence[AgendaMonth], today: date) -> Iterator[Row]:
    """The rows of a year from the top, each with its place."""
    top = px(4)
    for month in months:
        head = month_name(month.number) if month.number else _("Without a date")
        height = row_height(30)
        yield Row(top, height, head=head, free=not month.lines)
        top += height
        for line in month.lines:
            notes = tuple(notes_of(line, today))
            height = row_height(30) + len(notes) * _note_height() + (px(5) if notes else 0)
            yield Row(top, height, line=line, notes=notes)
            top += height
