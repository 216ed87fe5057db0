"""The convocation of an organ's meeting: a page for each member in their language, or one for each language."""

from collections.abc import Iterator
from typing import Any, Final

from iopd_desktop.actions.convoking import Called, Convocation, Meeting, convocation
from iopd_desktop.actions.programme_reads import SessionOnPaper
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.event_words import EVENT, foot, handed_out
from iopd_desktop.reports.page import Block, Column, Page, Row, Running, Style, Table, measures
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _, ngettext, number, speaking

_EACH: Final = {"member": N_("One for each member, in their language"), "language": N_("One for each language")}
_WHOM: Final = N_("Holds personal data. For the members of the organ.")
_WHO: Final = Style(10, 13, "bold")
_NAME: Final = Style(8.5, 11, "bold")


def rows(read: Any, *, event: str, each: str = "member") -> tuple[Convocation, str]:
    """Whom the meeting calls, and whether each has a page or each language."""
    return convocation(read, event), each


def story(made: tuple[Convocation, str], page: Page) -> Iterator[Block]:
    """A part for each member or for each language, numbered on its own."""
    told, each = made
    title = told.meeting.event.title
    page.title, page.author = _("Convocation") + ": " + title, page.house.name
    pages: list[tuple[str, list[Called]]] = [(one.language, [one]) for one in told.called]
    if each == "language" or not pages:
        pages = [(code, list(told.called)) for code in sorted({one.language for one in told.called} or {told.language})]
    for place, (code, called) in enumerate(pages):
        if place:
            page.new_part(odd=False)
        with speaking(code):
            meeting = told.meetings[code]
            page.subject = called[0].listed if called else title
            page.running = Running(document=page.house.name, here=_("Convocation"), foot=foot(meeting.event, _(_WHOM)))
            one = called[0] if each == "member" and called else None
            yield from _whom(meeting, one)
            yield from _what(meeting, one)
            yield from _business(meeting)
            yield from _quorum(meeting)
            yield from _end(page.house.name)
            if one is None:
                yield from _everybody(called)


def _whom(meeting: Meeting, one: Called | None) -> Iterator[Block]:
    """Who is called, the subject, and how they are greeted."""
    if one is None:
        yield paper.paragraph(_("To the members of: {organ}").format(organ=meeting.organ), _WHO)
    else:
        if one.name:
            yield paper.paragraph(one.name, _WHO)
        if one.organisation:
            yield paper.paragraph(one.organisation)
        if one.role:
            yield paper.note(f"{meeting.organ}: {one.role}")
    yield paper.Gap(measures.GRID * 4)
    yield paper.title(meeting.event.title, called=one.listed if one else "")
    yield paper.Gap(measures.GRID)
    yield paper.paragraph(one.salutation if one and one.salutation else _("Dear members,") if one is None
                          else _("Dear colleague,"))  # fmt: skip
    yield paper.paragraph(_("We call you to this meeting of: {organ}.").format(organ=meeting.organ))


def _what(meeting: Meeting, one: Called | None) -> Iterator[Block]:
    when = ", ".join(filter(None, (meeting.event.when or _("not fixed yet"), meeting.open)))
    told = [
        (_("When"), when), (_("Begins"), meeting.hour), (_("With you"), one.there if one else ""),
        (_("Place"), meeting.event.place), (_("Form"), meeting.format), (_("Link"), meeting.link),
    ]  # fmt: skip
    yield paper.Gap(measures.GRID)
    yield paper.facts([(name, words) for name, words in told if words])
    if meeting.open or not meeting.event.when:
        yield paper.paragraph(_("The date is not final. You will hear from us as soon as it is."))


def _business(meeting: Meeting) -> Iterator[Block]:
    """The order of business as it was written, then the sessions by time."""
    if not meeting.business and not meeting.sessions:
        return
    yield paper.section(_("Order of business"), level=None)
    yield from paper.paragraphs(meeting.business)
    if meeting.sessions:
        yield paper.Gap(measures.GRID)
        columns = (Column(_("When"), 52), Column(_("What"), style=_NAME), Column(_("Room"), 34))
        yield Table(columns, [_session(one) for one in meeting.sessions])


def _session(one: SessionOnPaper) -> Row:
    speakers = ", ".join(speaker.name for speaker in one.speakers)
    return Row((one.when or "–", f"{one.title} ({speakers})" if speakers else one.title, one.room or "–"))


def _quorum(meeting: Meeting) -> Iterator[Block]:
    if meeting.quorum is None:
        return
    yield paper.section(_("Quorum"), level=None)
    needed = ngettext(
        "The meeting decides when {count} member is there.", "The meeting decides when {count} members are there.",
        meeting.quorum,
    ).format(count=number(meeting.quorum))  # fmt: skip
    counted = _("Each member counts once, however many persons come for it; who comes is noted at the entrance.")
    yield paper.paragraph(f"{needed} {counted}")


def _end(house: str) -> Iterator[Block]:
    yield paper.Gap(measures.GRID * 2)
    yield paper.paragraph(_("Please tell us whether you come, and who comes in your place if you cannot."))
    yield paper.Gap(measures.GRID * 4)
    yield paper.paragraph(_("For the Secretariat"))
    yield paper.note(house)


def _everybody(called: list[Called]) -> Iterator[Block]:
    """Who is called, under a page that goes to all."""
    yield paper.section(_("Who is called"), level=None)
    if not called:
        yield paper.paragraph(_("Nobody holds a seat in this organ on that day."))
        return
    columns = (Column(_("Name"), style=_NAME), Column(_("Organisation")), Column(_("Seat"), 44))
    yield Table(columns, [Row((one.name or "–", one.organisation or "–", one.role or "–")) for one in called])


def discloses(made: tuple[Convocation, str]) -> dict[str, Any] | None:
    """It goes to the members of the organ, who are named in it."""
    told, _each = made
    return handed_out(_("Convocation"), told.meeting.event, told.called)


REPORT = Report(
    name="convocation",
    label=N_("Convocation"),
    personal=True,
    options=(EVENT, Option("each", N_("Pages"), "choice", choices=_EACH)),
    rows=rows,
    story=story,
    discloses=discloses,
)
