"""Certificates of attendance: one page for each person who was at an event, in the person's language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from iopd_desktop.actions.checking_in import registered
from iopd_desktop.actions.event_reads import Attendee, EventTold, attendees, event_told
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.event_words import EVENT, foot, handed_out
from iopd_desktop.reports.page import MM, Block, Ink, Leaf, Page, Running, Style, measures, wrapped
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import LANGUAGES, N_, _, language, speaking

_ROOM: Final = 230 * MM
_TITLE: Final = Style(34, 40, "bold", measures.ACCENT)
_NAME: Final = Style(24, 29, "bold")
_EVENT: Final = Style(17, 22, "bold", measures.ACCENT)
_PLAIN: Final = Style(12, 16)
_SMALL: Final = Style(9, 12, colour=measures.MUTED)


@dataclass(frozen=True)
class Certificate:
    """One page: who was where, and in which language it says so."""

    person: Attendee
    event: EventTold
    language: str


@dataclass(frozen=True)
class Certificates:
    """The pages of an event."""

    event: EventTold
    pages: tuple[Certificate, ...]


def rows(read: Any, *, event: str, registration: str | None = None) -> Certificates:
    """Everybody who was here, each once, by family name, or one of them alone."""
    told, here = event_told(read, event), language()
    found = attendees(read, event_told(read, event).id, ("here",), once=True)
    if registration:
        wanted = registered(read, told.id, registration)
        found = [one for one in found if one.id == wanted]
    codes = [one.language if one.language in LANGUAGES else here for one in found]
    events = {}
    for code in sorted(set(codes)):
        with speaking(code):
            events[code] = event_told(read, told.id)
    return Certificates(told, tuple(Certificate(one, events[c], c) for one, c in zip(found, codes, strict=True)))


def story(told: Certificates, page: Page) -> Iterator[Block]:
    """A page each; a page of words only where nobody came."""
    name = _("Certificates of attendance")
    page.title, page.author = f"{name}: {told.event.title}", page.house.name
    if not told.pages:
        page.running = Running(document=page.house.name, here=name, foot=foot(told.event))
        yield paper.title(name)
        yield paper.lede(told.event.title)
        yield paper.paragraph(_("Nobody came yet, or not the person that is meant."))
        return
    page.shape = measures.LANDSCAPE
    page.running = Running(document=page.title, bare=True)
    for one in told.pages:
        page.fixed_page(partial(_page, one, page.house.name))


def _page(one: Certificate, house: str, ink: Ink, _leaf: Leaf) -> None:
    """A frame, and centred in it who took part in what; drawn in the language of the person."""
    wide, high = ink.shape.width, ink.shape.height
    ink.subject = one.person.name
    ink.outline(one.person.listed, 0)
    ink.box(12 * MM, 12 * MM, wide - 24 * MM, high - 24 * MM, edge=measures.ACCENT, thick=1.6)
    ink.box(14 * MM, 14 * MM, wide - 28 * MM, high - 28 * MM, edge=measures.RULE, thick=0.4)
    with speaking(one.language):
        ink.text(house, wide / 2, 34 * MM, Style(11, 14, "bold", measures.MUTED), align="centre", room=_ROOM)
        ink.text(_("Certificate of attendance"), wide / 2, 55 * MM, _TITLE, align="centre", room=_ROOM)
        y = _centred(ink, _("We certify that"), 72 * MM, _PLAIN)
        y = _centred(ink, one.person.name, y + 9 * MM, _NAME)
        y = _centred(ink, one.person.other_form, y, Style(14, 18))
        y = _centred(ink, one.person.organisation, y, _PLAIN)
        y = _centred(ink, _("took part in"), y + 4 * MM, _PLAIN)
        y = _centred(ink, one.event.title, y + 6 * MM, _EVENT)
        _centred(ink, ", ".join(part for part in (one.event.when, one.event.place) if part), y, _PLAIN)
        for left, words in ((50 * MM, _("Place and day")), (wide - 50 * MM - 64 * MM, _("For the Secretariat"))):
            ink.rule(left, 178 * MM, left + 64 * MM, 0.6, measures.INK)
            ink.text(words, left + 32 * MM, 183 * MM, _SMALL, align="centre", room=64 * MM)


def _centred(ink: Ink, text: str, y: float, style: Style) -> float:
    """A text in the middle, on two lines at most; where the next one may begin."""
    for line in wrapped(text, style, _ROOM)[:2] if text else ():
        ink.text(line, ink.shape.width / 2, y, style, align="centre", room=_ROOM)
        y += style.leading
    return y


def discloses(told: Certificates) -> dict[str, Any] | None:
    """Certificates go to the persons themselves."""
    return handed_out(_("Certificates of attendance"), told.event, told.pages)


REPORT = Report(
    name="attendance-certificates",
    label=N_("Certificates of attendance"),
    personal=True,
    labels=True,
    options=(
        EVENT,
        Option(
            "registration", N_("Only this person (name, ticket or code)"), "registration", example=N_("everybody")
        ),
    ),
    rows=rows,
    story=story,
    discloses=discloses,
)
