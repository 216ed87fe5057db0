"""Badges of an event: eight on a sheet that is cut, or one on a sheet of A6, each with its opaque code."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from iopd_desktop.actions.badge_codes import PREFIX, shown
from iopd_desktop.actions.badging import note_printed
from iopd_desktop.actions.checking_in import registered
from iopd_desktop.actions.event_reads import Attendee, EventTold, attendees, event_told
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.models.registrations import PARTS, STATES
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.event_words import EVENT, foot, handed_out
from iopd_desktop.reports.page import (
    MM,
    Block,
    Ink,
    Leaf,
    Page,
    Running,
    Shape,
    Style,
    measures,
    wrapped,
    wrapped_within,
)
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.reports.stock import STOCKS, Stock, places
from iopd_desktop.words import N_, _, number

_INSET: Final = 5 * MM
_QR: Final = 21 * MM
_MARGIN: Final = 8 * MM
_BESIDE: Final = _QR - (_MARGIN - _INSET) + 1 * MM
_CROSS: Final = 6 * MM
_SMALLEST: Final = 7.0
_BANDS: Final = {"participant": "tint", "speaker": "accent", "moderator": "ink", "guest": "hatch", "team": "mid"}


@dataclass(frozen=True)
class Sheet:
    """How badges lie on their sheet: places, and in points the baselines and sizes of what stands on one.

    `beside` says that the first name stands beside the code rather than under it.
    """

    stock: Stock
    shape: Shape
    first: tuple[float, float]
    family: tuple[float, float]
    other: tuple[float, float]
    organisation: tuple[float, float]
    band: float
    word: float
    beside: bool = True


SHEETS: Final = {
    "cut-8": Sheet(
        STOCKS["cut-8"], measures.PORTRAIT, (30 * MM, 24), (38 * MM, 17), (44 * MM, 11), (52 * MM, 9.5), 10 * MM, 12
    ),
    "A6": Sheet(
        Stock("A6 · 105 × 148 mm", 1, 1, 105.0, 148.0, 0.0, 0.0, 105.0, 148.0), Shape(105 * MM, 148 * MM),
        (58 * MM, 36), (71 * MM, 24), (81 * MM, 15), (100 * MM, 13), 18 * MM, 18, False,
    ),
}  # fmt: skip
_LABELS: Final = {"cut-8": N_("A4, eight to cut"), "A6": N_("A6, one a page")}


@dataclass(frozen=True)
class Badges:
    """What is printed: an event, who gets a badge, on which sheet, from which of its places on."""

    event: EventTold
    people: tuple[Attendee, ...]
    sheet: Sheet
    start: int = 1


def rows(
    read: Any, *, event: str, sheet: str = "cut-8", registration: str | None = None, unprinted: bool = False,
    start: int = 1,
) -> Badges:  # fmt: skip
    """Everybody who has a place, by family name, or one registration; BadValue for a place that the sheet has not.

    With `unprinted` only those whose badge was not printed yet, as for who registered late.
    """
    told, laid = event_told(read, event), SHEETS[sheet]
    if not 1 <= start <= laid.stock.count:
        raise BadValue(_("The sheet has labels 1 to {count}").format(count=laid.stock.count))
    found = attendees(read, told.id)
    if registration:
        wanted = registered(read, told.id, registration)
        found = [one for one in attendees(read, told.id, STATES) if one.id == wanted]
    if unprinted:
        found = [one for one in found if not one.printed]
    return Badges(told, tuple(found), laid, start)


def story(badges: Badges, page: Page) -> Iterator[Block]:
    """Sheet after sheet; a page of words only where nobody is registered."""
    page.title, page.author = _("Badges") + ": " + badges.event.title, page.house.name
    page.subject = badges.event.title
    if not badges.people:
        page.running = Running(document=page.house.name, here=_("Badges"), foot=foot(badges.event))
        yield paper.title(_("Badges"))
        yield paper.lede(badges.event.title)
        yield paper.paragraph(_("Nobody is registered, or every badge is printed already."))
        return
    page.shape = badges.sheet.shape
    page.running = Running(document=page.title, bare=True)
    left = iter(badges.people)
    for i, some in enumerate(places(badges.sheet.stock, badges.start, len(badges.people)), start=1):
        page.fixed_page(partial(_sheet, badges, i, [(place, next(left)) for place in some]))
    page.remarks += [
        _("Cut short, because it is too long for the badge: {name}").format(name=one.name)
        for one in badges.people if not _whole(one, badges.sheet)
    ]  # fmt: skip


def _sheet(badges: Badges, nth: int, some: Sequence[tuple[int, Attendee]], ink: Ink, _leaf: Leaf) -> None:
    ink.outline(_("Sheet {number}").format(number=number(nth)), 0)
    if badges.sheet.stock.count > 1:
        _crosses(ink, badges.sheet.stock)
    for place, one in some:
        ink.subject = one.name
        _badge(ink, badges, one, badges.sheet.stock.corner(place))


def _crosses(ink: Ink, stock: Stock) -> None:
    """Where the knife goes: a cross at each meeting of two cuts, its half at the sheet's edge."""
    wide, high = stock.width * MM, stock.height * MM
    for across in range(stock.across + 1):
        for down in range(stock.down + 1):
            x, y, arm = across * wide, down * high, _CROSS / 2
            if 0 < down < stock.down:
                ink.rule(max(x - arm, 0), y, min(x + arm, stock.across * wide), 0.3, measures.RULE)
            if 0 < across < stock.across:
                ink.rule(x, max(y - arm, 0), min(y + arm, stock.down * high), 0.3, measures.RULE, down=True)


def _badge(ink: Ink, badges: Badges, one: Attendee, corner: tuple[float, float]) -> None:
    sheet, event, (x, y) = badges.sheet, badges.event, corner
    left, wide = x + _MARGIN, sheet.stock.width * MM
    room = wide - 2 * _MARGIN
    code_x = x + wide - _INSET - _QR
    paper.qr(ink, code_x, y + _INSET, _QR, PREFIX + one.code)
    words = Style(7.5, 9, "regular", measures.MUTED)
    ink.text(shown(one.code), code_x + _QR / 2, y + _INSET + _QR + 1.2 * MM, words, align="centre", room=_QR)
    beside = room - _BESIDE
    head = Style(7.5, 9.5, "bold", measures.ACCENT)
    titled = wrapped_within(event.title, head, beside, 2)
    for i, line in enumerate(titled):
        ink.text(line, left, y + 10 * MM + i * 9.5, head, room=beside)
    ink.text(event.when, left, y + 10.2 * MM + len(titled) * 9.5, Style(7.5, 9, colour=measures.MUTED), room=beside)
    for (text, size, width), (baseline, _size) in zip(_set(one, sheet), (sheet.first, sheet.family), strict=True):
        ink.text(text, left, y + baseline, fitted(text, size, width), room=width)
    ink.text(one.other_form, left, y + sheet.other[0], Style(sheet.other[1], 13, colour=measures.MUTED), room=room)
    _from_where(ink, one, sheet, (left, y), room)
    _band(ink, one, badges, (x + _INSET, y + sheet.stock.height * MM - _INSET - sheet.band))


def _names(one: Attendee) -> tuple[str, str]:
    """What stands large, and what stands under it: whoever has one name has it large."""
    return (one.given, one.family) if one.given else (one.family, "")


def fitted(text: str, size: float, room: float) -> Style:
    """A bold style in which a text fits a width in points: the size told, or smaller down to 7."""
    wide = paper.text_width(text, Style(size, size, "bold"))
    smaller = size if wide <= room else max(_SMALLEST, int(size * room / wide * 4) / 4)
    return Style(smaller, smaller, "bold")


def _set(one: Attendee, sheet: Sheet) -> Iterator[tuple[str, float, float]]:
    """The two names, each with its size and the width it may have: a first name beside the code has less."""
    room = sheet.stock.width * MM - 2 * _MARGIN
    sizes, widths = (sheet.first[1], sheet.family[1]), (room - _BESIDE if sheet.beside else room, room)
    return zip(_names(one), sizes, widths, strict=True)


def _whole(one: Attendee, sheet: Sheet) -> bool:
    """Whether no part of the name is cut short."""
    return all(paper.text_width(text, fitted(text, size, width)) <= width for text, size, width in _set(one, sheet))


def _from_where(ink: Ink, one: Attendee, sheet: Sheet, corner: tuple[float, float], room: float) -> None:
    """Organisation and country; who wants no photographs has a framed word at the end of the line."""
    (x, y), (baseline, size) = corner, sheet.organisation
    style, lines = _organisation(one.organisation, size, room)
    for i, line in enumerate(lines):
        ink.text(line, x, y + baseline - (len(lines) - 1 - i) * style.leading, style, room=room)
    low = y + baseline + size * 1.2
    taken = 0.0
    if one.no_photos:
        words, style = _("No photographs"), Style(7.5, 9, "bold")
        taken = paper.text_width(words, style) + 8
        ink.box(x + room - taken, low - 8.5, taken, 12, edge=measures.INK, thick=0.8)
        ink.text(words, x + room - 4, low, style, align="end", room=room / 2)
    ink.text(one.country, x, low, Style(size - 0.5, size, colour=measures.MUTED), room=room - taken - 4)


def _organisation(text: str, size: float, room: float) -> tuple[Style, list[str]]:
    """A name on one line, somewhat smaller if need be, else on two; what two lines do not hold is cut."""
    if not text:
        return Style(size, size * 1.2), []
    for count, least in ((1, size * 0.85), (2, _SMALLEST)):
        smaller = size
        while smaller >= least:
            style = Style(smaller, smaller * 1.2)
            lines = wrapped(text, style, room)
            if len(lines) <= count:
                return style, lines
            smaller -= 0.25
    smallest = Style(_SMALLEST, _SMALLEST * 1.2)
    return smallest, wrapped_within(text, smallest, room, 2)


def _band(ink: Ink, one: Attendee, badges: Badges, corner: tuple[float, float]) -> None:
    """What somebody is here: five bands that are told apart without colour, and by their word."""
    (x, y), high = corner, badges.sheet.band
    wide = badges.sheet.stock.width * MM - 2 * _INSET
    look = _BANDS[one.part]
    if look == "hatch":
        ink.hatch(x, y, wide, high, measures.RULE, pitch=7)
        ink.box(x, y, wide, high, edge=measures.INK, thick=1)
    else:
        fill = {"tint": measures.TINT, "accent": measures.ACCENT, "ink": measures.INK, "mid": measures.MID}[look]
        ink.box(x, y, wide, high, fill=fill, edge=measures.ACCENT if look == "tint" else fill, thick=1)
    if look == "ink":
        ink.box(x + 1 * MM, y + 1 * MM, wide - 2 * MM, high - 2 * MM, edge=measures.WHITE, thick=0.9)
    colour = measures.WHITE if look in ("accent", "ink") else measures.INK
    word, middle, room = _(PARTS[one.part]), y + high / 2 + badges.sheet.word * 0.36, wide * 0.62
    bold = replace(fitted(word, badges.sheet.word, room), colour=colour)
    if look == "hatch":
        ink.box(x + 1.5 * MM, y + 1.5 * MM, min(paper.text_width(word, bold), room) + 3 * MM, high - 3 * MM,
                fill=measures.WHITE)  # fmt: skip
    ink.text(word, x + 3 * MM, middle, bold, room=room)
    if look == "hatch":
        return
    place = Style(7.5, 9, colour=colour)
    ink.text(badges.event.place, x + wide - 3 * MM, y + high / 2 + 2.7, place, align="end", room=wide * 0.35)


def discloses(badges: Badges) -> dict[str, Any] | None:
    """Badges name persons in a hall."""
    return handed_out(_("Badges"), badges.event, badges.people)


def handed(work: Any, badges: Badges) -> None:
    """The stack stops the desk from printing one of its badges again, and late ones can be printed by themselves."""
    note_printed(work, (one.id for one in badges.people))


REPORT = Report(
    name="badges",
    label=N_("Badges"),
    personal=True,
    labels=True,
    options=(
        EVENT,
        Option("sheet", N_("Sheet"), "choice", choices=_LABELS),
        Option("registration", N_("Only this person (name, ticket or code)"), "registration", example=N_("everybody")),
        Option("unprinted", N_("Only those not printed yet"), "flag"),
        Option("start", N_("First free place of the sheet"), "number", example="1"),
    ),
    rows=rows,
    story=story,
    discloses=discloses,
    handed=handed,
)
