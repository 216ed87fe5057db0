"""The people that the typed letters find, in large rows: who they are, for whom they come, and their state."""

import re
import unicodedata

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from iopd_desktop.actions.hall_reads import Guest
from iopd_desktop.models.registrations import PARTS
from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.colours import Scheme, scheme
from iopd_desktop.views.kit.pieces import ground, key_words
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.words import _, fold

_LEADING = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_TRAILING = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


_PILL = 36
"""The width of a mark without its words, with what is left free after it."""


def deed_of(guest: Guest) -> tuple[str, str]:
    """What is done for somebody, and by which key, as the button of the chosen row says it."""
    return (_("Check out"), key_words("Ctrl+Enter")) if guest.state == "here" else (_("Check in"), key_words("Enter"))


def state_of(guest: Guest) -> tuple[str, str, str]:
    """The icon, the words and the ink of somebody's state."""
    if guest.state == "here":
        return "tick", _("In since {time}").format(time=guest.since) if guest.since else _("Here"), "ok"
    told = {
        "registered": ("clock", _("Registered"), "text2"), "waiting": ("clock", _("Waiting list"), "warn"),
        "cancelled": ("close", _("Cancelled"), "bad"), "absent": ("minus", _("Did not come"), "text2"),
    }  # fmt: skip
    return told[guest.state]


def marks_of(guest: Guest) -> list[tuple[str, str, str]]:
    """What is to be known of somebody: icon, words and ink, what stops the hand first."""
    told = [("warning", _("No photographs"), "warn")] if guest.no_photos else []
    told += [("organ", _("Member, votes"), "accent")] if guest.votes else []
    told += [("", _("Member"), "text2")] if guest.member and not guest.votes else []
    told += [("", _(PARTS[guest.part]), "text2")] if guest.part != "participant" else []
    return told + ([("printer", _("Badge printed"), "text2")] if guest.printed else [])


class HitRows(QWidget):
    """The rows themselves; `done` asks for the deed of a row, `chosen` says which one is chosen."""

    done = Signal(str)
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.guests: list[Guest] = []
        self.row = 0
        self._sought: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("People found"))

    @property
    def high(self) -> int:
        """The height of a row."""
        return max(px(52), QFontMetrics(font("lead")).height() + QFontMetrics(font("small")).height() + px(10))

    def show_guests(self, guests: list[Guest], sought: str) -> None:
        """Show people, the first of them chosen, with the sought letters underlined."""
        self.guests, self.row, self._sought = guests, 0, fold(sought).split()
        self.setFixedHeight(self.high * len(guests))
        self._told()

    def step(self, by: int) -> None:
        """Choose the next row or the one before."""
        if self.guests:
            self.row = max(0, min(len(self.guests) - 1, self.row + by))
            self._told()

    def _told(self) -> None:
        guest = self.current
        if guest:
            deed, key = deed_of(guest)
            marks = (words for _icon, words, _ink in marks_of(guest))
            told = (guest.name, guest.place, state_of(guest)[1], *marks, f"{key}: {deed}")
            self.setAccessibleDescription(", ".join(told))
        self.chosen.emit(self.row)
        self.update()

    @property
    def current(self) -> Guest | None:
        """The chosen person."""
        return self.guests[self.row] if self.row < len(self.guests) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y()) // self.high
        if row < len(self.guests):
            self.row = row
            self._told()
            if self._button(self._place(row)).contains(event.position().toPoint()):
                self.done.emit(self.guests[row].id)

    def sizeHint(self) -> QSize:
        return QSize(px(500), self.high * len(self.guests))

    def _place(self, row: int) -> QRect:
        return QRect(0, row * self.high, self.width(), self.high)

    def _button(self, place: QRect) -> QRect:
        deed, key = deed_of(self.current) if self.current else ("", "")
        words = QFontMetrics(font("strong")).horizontalAdvance(deed)
        wide = words + QFontMetrics(font("small")).horizontalAdvance(key) + px(60)
        if self._narrow(place):
            wide = words + px(48)
        high = min(px(38), place.height() - px(8))
        inner = QRect(place.width() - wide - px(20), place.y() + (place.height() - high) // 2, wide, high)
        return visual(place, inner)

    @staticmethod
    def _narrow(place: QRect) -> bool:
        """Whether the name needs the room in which the key would be told; it stands below the list too."""
        return place.width() < px(420)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), scheme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = event.rect().top() // self.high
        last = min(len(self.guests), event.rect().bottom() // self.high + 1)
        for row in range(first, last):
            self._paint_row(painter, colours, self._place(row), self.guests[row], chosen=row == self.row)

    def _paint_row(self, painter: QPainter, colours: Scheme, place: QRect, guest: Guest, *, chosen: bool) -> None:
        if chosen:
            painter.fillRect(place, colours.colour("soft"))
            painter.fillRect(visual(place, QRect(0, place.y(), px(4), place.height())), colours.colour("accent"))
        painter.fillRect(QRect(0, place.bottom(), place.width(), 1), colours.colour("line"))
        marks, end = place.width() * 42 // 100, place.width() - px(20)
        if chosen:
            self._paint_button(painter, colours, self._button(place), guest)
            end -= self._button(place).width() + px(12)
        if not chosen or guest.state != "registered":
            end = self._paint_state(painter, colours, place, guest, (marks, end))
        marked = marks_of(guest)
        if not marked or self._narrow(place):
            marks = max(marks, end - px(_PILL) * sum(1 for icon, _words, _ink in marked if icon))
        self._paint_names(painter, colours, place, guest, marks - px(30))
        self._paint_marks(painter, colours, place, guest, (marks, end))

    def _paint_names(self, painter: QPainter, colours: Scheme, place: QRect, guest: Guest, wide: int) -> None:
        """Who it is, with the letters sought underlined, and for whom they come."""
        half = place.height() // 2
        names = visual(place, QRect(px(24), place.y() + px(3), wide, half))
        _words(painter, names, guest.name, "lead", colours.text if guest.state != "cancelled" else colours.text2)
        for begins, ends in found_in(guest.name, self._sought):
            metrics = QFontMetrics(font("lead"))
            start, end = (metrics.horizontalAdvance(guest.name[:place]) for place in (begins, ends))
            line = QRect(names.x() + start, names.bottom() - px(2), end - start, 2)
            if end < names.width():
                painter.fillRect(visual(names, line), colours.colour("accent"))
        under = visual(place, QRect(px(24), place.y() + half, wide, half - px(4)))
        _words(painter, under, guest.place, "small", colours.text2)

    def _paint_marks(
        self, painter: QPainter, colours: Scheme, place: QRect, guest: Guest, room: tuple[int, int]
    ) -> None:
        """What is to be known of somebody, as far as there is room: words, else the icon alone, else nothing."""
        metrics, high, (x, end) = QFontMetrics(font("section")), px(22), room
        for icon, words, ink in marks_of(guest):
            side = px(14) if icon else 0
            wide = metrics.horizontalAdvance(words) + side + px(18 if not icon else 22)
            if icon and x + wide > end:
                wide, words = px(_PILL) - px(6), ""
            if x + wide > end:
                continue
            pill = visual(place, QRect(x, place.y() + (place.height() - high) // 2, wide, high))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("surface" if self.current is guest else "hover"))
            painter.drawRoundedRect(pill, high / 2, high / 2)
            if icon:
                spot = visual(pill, QRect(pill.x() + px(8), pill.y() + (high - side) // 2, side, side))
                icons.paint(painter, QRectF(spot), icon, ink, self)
            painter.setFont(font("section"))
            painter.setPen(colours.colour(ink))
            inside = visual(pill, pill.adjusted(px(9) + (side + px(4) if side else 0), 0, -px(4), 0))
            painter.drawText(inside, _LEADING, words)
            x += wide + px(6)

    def _paint_state(
        self, painter: QPainter, colours: Scheme, place: QRect, guest: Guest, room: tuple[int, int]
    ) -> int:
        """The state at the end of a room, its icon alone where the words do not fit; where it begins."""
        (icon, words, ink), (start, end), side = state_of(guest), room, px(16)
        wide = QFontMetrics(font("body")).horizontalAdvance(words) + px(26)
        if end - wide < start:
            wide, words = side, ""
        whole = visual(place, QRect(end - wide, place.y(), wide, place.height()))
        spot = visual(whole, QRect(whole.x(), whole.y() + (whole.height() - side) // 2, side, side))
        icons.paint(painter, QRectF(spot), icon, ink, self)
        painter.setFont(font("body"))
        painter.setPen(colours.colour(ink))
        painter.drawText(whole, _TRAILING, words)
        return end - wide - px(10)

    def _paint_button(self, painter: QPainter, colours: Scheme, place: QRect, guest: Guest) -> None:
        out = guest.state == "here"
        painter.setPen(QPen(colours.colour("accent"), 1) if out else Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("surface" if out else "accent"))
        painter.drawRoundedRect(place, 5, 5)
        ink = "accent" if out else "on_accent"
        side = px(16)
        spot = visual(place, QRect(place.x() + px(12), place.y() + (place.height() - side) // 2, side, side))
        icons.paint(painter, QRectF(spot), "leave" if out else "tick", ink, self)
        painter.setPen(colours.colour(ink))
        painter.setFont(font("strong"))
        deed, key = deed_of(guest)
        painter.drawText(visual(place, place.adjusted(px(34), 0, -px(8), 0)), _LEADING, deed)
        painter.setFont(font("small"))
        if not self._narrow(self.rect()):
            painter.drawText(visual(place, place.adjusted(px(34), 0, -px(12), 0)), _TRAILING, key)


def found_in(name: str, sought: list[str]) -> list[tuple[int, int]]:
    """Where the words of a name begin with what is sought: first and last place; none where a name runs leftwards."""
    if name.strip() and unicodedata.bidirectional(name.strip()[0]) in ("R", "AL"):
        return []
    places = []
    for word in re.finditer(r"\w+", name):
        for begin in sought:
            if fold(word[0]).startswith(begin):
                length = next(n for n in range(1, len(word[0]) + 1) if len(fold(word[0][:n])) >= len(begin))
                places.append((word.start(), word.start() + length))
    return places


def _words(painter: QPainter, place: QRect, text: str, step: str, ink: str) -> None:
    painter.setFont(font(step))
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, _LEADING, shown)


class HitList(QScrollArea):
    """The rows with a scroll bar where they do not fit; the chosen one is kept in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = HitRows()
        ground(self.rows, "surface")
        self.setWidget(self.rows)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.chosen.connect(self._see)

    def _see(self, row: int) -> None:
        self.ensureVisible(0, row * self.rows.high + self.rows.high // 2, 0, self.rows.high)
