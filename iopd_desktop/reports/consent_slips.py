"""Consent slips: two on a sheet to cut, numbered, with the words of each purpose and boxes to tick by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from iopd_desktop.actions.badge_codes import SLIP_PREFIX, shown
from iopd_desktop.actions.event_reads import EventTold, attendees, event_told
from iopd_desktop.actions.slips import asked, next_number, note_slips, slip_code, slip_number
from iopd_desktop.models.members import PURPOSES
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.models.registrations import Slip
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.event_words import EVENT, foot, handed_out
from iopd_desktop.reports.page import MM, Block, Ink, Leaf, Page, Running, Style, measures, wrapped, wrapped_within
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import LANGUAGES, N_, _, language, number, speaking

_HALF: Final = 148.5 * MM
_EDGE: Final = 18 * MM
_QR: Final = 26 * MM
_BOX: Final = 5.5 * MM
_BESIDE: Final = 9 * MM
_MOST: Final = 2_000
_BOXES: Final = (47 * MM, 104 * MM)
_USUAL: Final = 20
_LEAST: Final = 6.5
_SMALLEST: Final = 7.5
_LEADING: Final = 1.25


@dataclass(frozen=True)
class OneSlip:
    """A slip: its number, the language that it speaks, and whose it is, where it was printed for somebody."""

    number: int
    language: str
    registration: str | None = None
    name: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Slips:
    """What is printed: an event, its slips, and the words of each purpose by language."""

    event: EventTold
    language: str
    slips: tuple[OneSlip, ...]
    asked: Mapping[str, list[dict[str, Any]]]

    def version(self, code: str) -> str:
        """The version of the words in a language."""
        return max((row["version"] for row in self.asked[code]), default="")


def rows(read: Any, *, event: str, count: int = _USUAL, registered: bool = False) -> Slips:
    """So many blank slips in the language of the document; or one for each registered person, in their language.

    Numbers go on where the last slips ended; who has a slip that is not entered yet keeps its number.
    """
    if not 1 <= count <= _MOST:
        raise BadValue(_("From 1 to {most} slips can be printed at once").format(most=number(_MOST)))
    told = event_told(read, event)
    first = next_number(read, told.id)
    if registered:
        slips = _of_people(read, told.id, first)
    else:
        slips = [OneSlip(place, language()) for place in range(first, first + count)]
    codes = dict.fromkeys((language(), *(slip.language for slip in slips)))
    return Slips(told, language(), tuple(slips), {code: asked(read, code) for code in codes})


def _of_people(read: Any, event: str, first: int) -> list[OneSlip]:
    kept = {row["registration"]: row for row in read.all(Slip, {"event": event}) if row["registration"]}
    slips = []
    for one in attendees(read, event):
        before = kept.get(one.id)
        if before and before["entered"]:
            continue
        place = before["number"] if before else first
        first += 0 if before else 1
        code = one.language if one.language in LANGUAGES else language()
        slips.append(OneSlip(place, code, one.id, one.name, one.place))
    return slips


def story(told: Slips, page: Page) -> Iterator[Block]:
    """Two slips on each sheet; a page of words only where there is nothing to ask, or nobody to be asked."""
    page.title, page.author = _("Consent slips") + ": " + told.event.title, page.house.name
    page.subject = told.event.title
    if not told.slips or not told.asked[told.language]:
        page.running = Running(document=page.house.name, here=_("Consent slips"), foot=foot(told.event))
        yield paper.title(_("Consent slips"))
        yield paper.lede(told.event.title)
        words = _("Nobody is registered who has not answered.") if not told.slips else _("No wordings are kept yet.")
        yield paper.paragraph(words)
        return
    page.running = Running(document=page.title, bare=True)
    for start in range(0, len(told.slips), 2):
        page.fixed_page(partial(_sheet, told, told.slips[start : start + 2], page.house))


def _sheet(told: Slips, slips: tuple[OneSlip, ...], house: Any, ink: Ink, _leaf: Leaf) -> None:
    numbers = [slip_number(told.event.id, slip.number) for slip in slips]
    ink.outline(_("Slips {numbers}").format(numbers=", ".join(numbers)), 0)
    ink.rule(5 * MM, _HALF, measures.WIDTH - 5 * MM, 0.6, measures.RULE, dash=(3, 3))
    for place, slip in enumerate(slips):
        ink.subject = slip.name
        with speaking(slip.language):
            _slip(told, slip, house, ink, place * _HALF)


def _slip(told: Slips, slip: OneSlip, house: Any, ink: Ink, top: float) -> None:
    room = measures.WIDTH - 2 * _EDGE
    code, called = slip_code(told.event.id, slip.number), slip_number(told.event.id, slip.number)
    right = measures.WIDTH - _EDGE
    paper.qr(ink, right - _QR + 2.4 * MM, top + 8 * MM, _QR, SLIP_PREFIX + code)
    ink.text(shown(code), right - _QR / 2 + 2.4 * MM, top + 35 * MM, Style(7.5, 9), align="centre", room=_QR)
    at = right - _QR - 3 * MM
    ink.text(_("Slip"), at, top + 13 * MM, Style(7.5, 9, colour=measures.MUTED), align="end")
    taken = ink.text(called, at, top + 20 * MM, Style(20, 22, "bold"), align="end")
    head = room - _QR - taken - 10 * MM
    ink.text(_("What I allow"), _EDGE, top + 17 * MM, Style(16, 20, "bold", measures.ACCENT), room=head)
    y = top + 24 * MM
    bold = Style(10, 12.5, "bold")
    for line in wrapped_within(told.event.title, bold, head, 2):
        ink.text(line, _EDGE, y, bold, room=head)
        y += 12.5
    where = ", ".join(part for part in (told.event.when, told.event.place) if part)
    ink.text(where, _EDGE, y, Style(9, 11), room=head)
    lead = _("Tick what you allow. Each holds by itself, and you can take part without any.")
    ink.text(lead, _EDGE, top + 42 * MM, Style(9.5, 13), room=room)
    _purposes(told.asked[slip.language], ink, top)
    _lines(slip, ink, top)
    _foot(told, slip, house, ink, top)


def _purposes(asked: list[dict[str, Any]], ink: Ink, top: float) -> None:
    """A box and the words of each purpose; long words are set smaller, so that all of them stand on the slip."""
    room = measures.WIDTH - 2 * _EDGE - _BESIDE
    begins, ends = _BOXES
    size = 9.5
    while (high := _height(asked, size, room)) + 6 * len(asked) > ends - begins and size > _LEAST:
        size -= 0.5
    style = Style(size, size * _LEADING)
    gap = min(14.0, max(0.0, (ends - begins - high) / len(asked)))
    y = top + begins
    for row in asked:
        ink.box(_EDGE, y + 1, _BOX, _BOX, edge=measures.INK, thick=0.9)
        head, purpose = replace(style, weight="bold"), row["purpose"]
        ink.text(_(PURPOSES[purpose]), _EDGE + _BESIDE, y + size, head, room=room)
        lines = wrapped(row["text"], style, room)
        for i, line in enumerate(lines, start=1):
            ink.text(line, _EDGE + _BESIDE, y + size + i * style.leading, style)
        y += (len(lines) + 1) * style.leading + gap


def _height(asked: list[dict[str, Any]], size: float, room: float) -> float:
    """How high all words are in a size."""
    style = Style(size, size * _LEADING)
    return sum((len(wrapped(row["text"], style, room)) + 1) * style.leading for row in asked)


def _lines(slip: OneSlip, ink: Ink, top: float) -> None:
    """What is written by hand, on lines with their words under them; what is known stands there already."""
    whole, gap = measures.WIDTH - 2 * _EDGE, 6 * MM
    half, third = (whole - gap) / 2, (whole - 2 * gap) / 3
    fields = (
        (_EDGE, 116, half, _("Name"), slip.name),
        (_EDGE + half + gap, 116, half, _("Organisation, country"), slip.organisation),
        (_EDGE, 131, third, _("E-mail"), ""), (_EDGE + third + gap, 131, third, _("Date"), ""),
        (_EDGE + 2 * (third + gap), 131, third, _("Signature"), ""),
    )  # fmt: skip
    for x, line, wide, words, known in fields:
        y = top + line * MM
        ink.rule(x, y, x + wide, 0.6, measures.INK)
        ink.text(words, x, y + 9, Style(7.5, 9, colour=measures.MUTED), room=wide)
        if known:
            size = 11.0
            while size > _SMALLEST and paper.text_width(known, Style(size, size)) > wide:
                size -= 0.5
            ink.text(known, x, y - 4, Style(size, size), room=wide)


def _foot(told: Slips, slip: OneSlip, house: Any, ink: Ink, top: float) -> None:
    back = house.values.get("email")
    words = _("You can take any of it back at any time: {address}").format(address=back or house.name)
    version = _("Wording {version}").format(version=told.version(slip.language))
    room = measures.WIDTH - 2 * _EDGE
    taken = ink.text(version, measures.WIDTH - _EDGE, top + 142 * MM, measures.FOOT, align="end")
    ink.text(words, _EDGE, top + 142 * MM, measures.FOOT, room=room - taken - 10)


def discloses(told: Slips) -> dict[str, Any] | None:
    """Slips that are printed for somebody name them; blank ones name nobody."""
    return handed_out(_("Consent slips"), told.event, [slip for slip in told.slips if slip.registration])


def handed(work: Any, told: Slips) -> None:
    """The numbers are taken from then on, with the words that were printed on each."""
    if not told.asked[told.language]:
        return
    note_slips(
        work,
        (
            {"event": told.event.id, "number": slip.number, "language": slip.language,
             "version": told.version(slip.language), "registration": slip.registration}
            for slip in told.slips
        ),
    )  # fmt: skip


REPORT = Report(
    name="consent-slips",
    label=N_("Consent slips"),
    personal=True,
    labels=True,
    options=(
        EVENT,
        Option("count", N_("How many blank ones"), "number", example=str(_USUAL)),
        Option("registered", N_("One for each person registered, with their name"), "flag"),
    ),
    rows=rows,
    story=story,
    discloses=discloses,
    handed=handed,
)
