"""Sign-in sheets: numbered rows to sign, blank ones for those without a registration, and the code of the order."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from iopd_desktop.actions.badge_codes import SHEET_PREFIX, shown
from iopd_desktop.actions.entering_sheets import BLANKS, sheet_code
from iopd_desktop.actions.event_reads import Attendee, EventTold, SessionTold, attendees, event_told, session_told
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.event_words import EVENT, foot, handed_out
from iopd_desktop.reports.page import MM, Block, Cell, Column, Ink, Page, Row, Running, Style, Table, Text, measures
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _, ngettext, number

_HIGH: Final = 8.5 * MM
_BOX: Final = 5.5 * MM
_QR: Final = 24 * MM
_SIGNED: Final = 50
_NUMBER: Final = Style(10, 12, "bold")
_PLACE: Final = Style(8, 9.5)


@dataclass(frozen=True)
class SignIn:
    """What is printed: an event, perhaps one of its sessions, and everybody who has a place, in their order."""

    event: EventTold
    session: SessionTold | None
    people: tuple[Attendee, ...]

    @property
    def code(self) -> str:
        """The code by which the sheet is entered back."""
        return sheet_code(self.event.id, self.session.id if self.session else None, (one.id for one in self.people))


@dataclass(frozen=True)
class _Box:
    """A box to cross by hand, in the middle of its cell."""

    def height(self, width: float) -> float:
        return _HIGH

    def draw(self, ink: Ink, x: float, y: float, width: float, height: float) -> None:
        ink.box(x, y + (height - _BOX) / 2, _BOX, _BOX, edge=measures.INK, thick=0.9)


@dataclass(frozen=True)
class _Room:
    """A cell to write into, parted from the one before it."""

    def height(self, width: float) -> float:
        return _HIGH

    def draw(self, ink: Ink, x: float, y: float, width: float, height: float) -> None:
        ink.rule(x - 2, y + 2, y + height, 0.4, measures.RULE, down=True)


def rows(read: Any, *, event: str, session: str | None = None) -> SignIn:
    """Everybody who has a place at an event; for one of its sessions the same people."""
    told = event_told(read, event)
    return SignIn(told, session_told(read, told.id, session) if session else None, tuple(attendees(read, told.id)))


def story(sheet: SignIn, page: Page) -> Iterator[Block]:
    """The rows of those registered, then the blank ones; the code stands beside the title."""
    page.title, page.author = _("Sign-in sheet") + ": " + sheet.event.title, page.house.name
    code = _("Sheet {code}").format(code=shown(sheet.code))
    where = ", ".join(part for part in (sheet.event.title, sheet.event.place) if part)
    page.running = Running(document=where, here=code, foot=foot(sheet.event), number=shown(sheet.code))
    yield paper.Drawing(0, partial(_code, sheet.code), gridded=False, keep=True)
    trim = _QR + 4 * MM
    yield Text(_("Sign-in sheet"), measures.TITLE, level=0, trim=trim, keep=True)
    yield Text(sheet.session.title if sheet.session else sheet.event.title, Style(11, 14, "bold"), trim=trim)
    yield Text(_when(sheet), Style(9.5, 13), trim=trim)
    count = len(sheet.people)
    printed = ngettext("{count} registered when this was printed", "{count} registered when this was printed", count)
    yield Text(printed.format(count=number(count)), Style(9.5, 13), trim=trim)
    columns = (
        Column(_("No."), 10, style=_NUMBER), Column(_("Here"), 16), Column(_("Name"), 50),
        Column(_("Organisation, country"), 0, style=_PLACE), Column(_("Signature"), _SIGNED),
    )  # fmt: skip
    if sheet.people:
        yield Table(columns, [_row(i, one) for i, one in enumerate(sheet.people, start=1)], above=13)
    blank = [
        Row((number(i), _Box(), _Room(), _Room(), _Room()), least=_HIGH)
        for i in range(count + 1, count + BLANKS + 1)
    ]  # fmt: skip
    yield paper.Together((_blank_head(), Table(columns, blank, headed=not sheet.people)), above=9)


def _blank_head() -> Block:
    """The heading over the blank rows, with how they are entered at its end."""

    def paint(ink: Ink, x: float, y: float, width: float) -> None:
        words = _("The number of the row is enough to enter it: “1-6 9 12 15”")
        taken = ink.text(words, x + width, y + 10, measures.NOTE, align="end", room=width * 0.55)
        bold = Style(9.5, 13, "bold")
        ink.text(_("Not registered: in capital letters, please"), x, y + 10, bold, room=width - taken - 8)

    return paper.Drawing(14, paint, gridded=False)


def _code(code: str, ink: Ink, x: float, y: float, width: float) -> None:
    paper.qr(ink, x + width - _QR, y - 2 * MM, _QR, SHEET_PREFIX + code)
    ink.text(shown(code), x + width - _QR / 2, y + _QR, Style(7.5, 9), align="centre", room=_QR)


def _when(sheet: SignIn) -> str:
    one = sheet.session
    told = (one.when, one.room) if one else (sheet.event.when, sheet.event.place)
    return ", ".join(part for part in told if part)


def _row(i: int, one: Attendee) -> Row:
    name = f"{one.listed} — {one.other_form}" if one.other_form else one.listed
    style = Style(9, 10.5)
    cells = (number(i), _Box(), Cell(name, style), Cell(one.place, _PLACE), _Room())
    return Row(cells, least=_HIGH, subject=one.name)


def discloses(sheet: SignIn) -> dict[str, Any] | None:
    """Sheets name persons, and lie in a hall."""
    return handed_out(_("Sign-in sheet"), sheet.event, sheet.people)


REPORT = Report(
    name="sign-in-sheet",
    label=N_("Sign-in sheet"),
    personal=True,
    options=(EVENT, Option("session", N_("Session of the programme"), "session")),
    rows=rows,
    story=story,
    discloses=discloses,
)
