"""Signs for doors and tables: each session in large type, or the name of each speaker on a sheet to fold."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from iopd_desktop.actions.event_reads import event_told
from iopd_desktop.actions.programme_reads import Programme, SessionOnPaper, SpeakerOnPaper, programme
from iopd_desktop.models.registrations import Speaking
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.event_words import EVENT
from iopd_desktop.reports.page import MM, Block, Ink, Leaf, Page, Running, Style, measures, wrapped, wrapped_within
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _

_WHAT: Final = {"rooms": N_("For the rooms, one a session"), "names": N_("For the speakers, to fold")}
_EDGE: Final = 18 * MM
_LEAST: Final = 14.0
_MOST_SPEAKERS: Final = 6


def rows(read: Any, *, event: str, what: str = "rooms") -> tuple[Programme, str]:
    """The programme of an event, and whether its rooms or its speakers get signs."""
    return programme(read, event_told(read, event)), what


def story(told: tuple[Programme, str], page: Page) -> Iterator[Block]:
    """A sheet for each session, or for each speaker; a page of words only where there is none."""
    all, what = told
    name = _("Room signs") if what == "rooms" else _("Name signs")
    page.title, page.author, page.subject = f"{name}: {all.event.title}", page.house.name, all.event.title
    signs: list[Any] = list(all.sessions if what == "rooms" else all.speakers)
    if not signs:
        page.running = Running(document=page.house.name, here=name)
        yield paper.title(name)
        yield paper.lede(all.event.title)
        words = _("The programme has no sessions yet.") if what == "rooms" else _("No speakers are named yet.")
        yield paper.paragraph(words)
        return
    page.running = Running(document=page.title, bare=True)
    if what == "rooms":
        page.shape = measures.LANDSCAPE
    for one in signs:
        page.fixed_page(partial(_room if what == "rooms" else _folded, all, one))


def _room(all: Programme, one: SessionOnPaper, ink: Ink, _leaf: Leaf) -> None:
    """Where, when, what, who: readable from the far end of a corridor."""
    wide, high = ink.shape.width, ink.shape.height
    room = wide - 2 * _EDGE
    ink.subject = one.title
    ink.outline(one.called, 0)
    y = 30 * MM
    if one.room:
        y = _large(ink, one.room, (_EDGE, y), Style(54, 60, "bold", measures.ACCENT), room)
    y = _large(ink, one.when, (_EDGE, y + 2 * MM), Style(30, 38, "bold"), room)
    ink.rule(_EDGE, y - 4 * MM, wide - _EDGE, 1.6, measures.ACCENT)
    y = _large(ink, one.title, (_EDGE, y + 16 * MM), Style(38, 46, "bold"), room, most=3)
    y += 4 * MM
    roles = Speaking.fields["role"].kind
    shown = one.speakers[:_MOST_SPEAKERS]
    for speaker in shown:
        if y > high - 32 * MM:
            break
        words = ", ".join(part for part in (speaker.name, speaker.organisation) if part)
        if speaker.role != "speaker":
            words += f" ({roles.format(speaker.role)})"
        y = _large(ink, words, (_EDGE, y), Style(22, 30), room)
    ink.text(all.event.title, _EDGE, high - 14 * MM, Style(14, 18, colour=measures.MUTED), room=room)


def _large(ink: Ink, text: str, at: tuple[float, float], style: Style, room: float, most: int = 1) -> float:
    """A text as large as told, or smaller until it fits so many lines; where the next one may begin."""
    if not text:
        return at[1]
    size = style.size
    while size > _LEAST and len(wrapped(text, Style(size, size, style.weight), room)) > most:
        size -= 1
    set_in = Style(size, size * style.leading / style.size, style.weight, style.colour)
    y = at[1]
    for line in wrapped_within(text, set_in, room, most):
        ink.text(line, at[0], y + size * 0.36, set_in, room=room)
        y += set_in.leading
    return y


def _folded(all: Programme, one: SpeakerOnPaper, ink: Ink, _leaf: Leaf) -> None:
    """A sheet folded in its middle, with the name on both faces, so that it stands on a table."""
    wide, high = ink.shape.width, ink.shape.height
    ink.subject = one.name
    ink.outline(one.name, 0)
    for x in (5 * MM, wide - 11 * MM):
        ink.rule(x, high / 2, x + 6 * MM, 0.4, measures.RULE)
    _face(all, one, ink)
    with ink.half_turned(wide / 2, high / 2):
        _face(all, one, ink)


def _face(all: Programme, one: SpeakerOnPaper, ink: Ink) -> None:
    """The lower half of the sheet."""
    wide, high = ink.shape.width, ink.shape.height
    room, middle = wide - 2 * _EDGE, high * 0.75
    size = 48.0
    while size > _LEAST and paper.text_width(one.name, Style(size, size, "bold")) > room:
        size -= 1
    ink.text(one.name, wide / 2, middle, Style(size, size, "bold"), align="centre", room=room)
    ink.text(one.organisation, wide / 2, middle + 14 * MM, Style(18, 22), align="centre", room=room)
    muted = Style(11, 14, colour=measures.MUTED)
    ink.text(all.event.title, wide / 2, high - 14 * MM, muted, align="centre", room=room)


REPORT = Report(
    name="room-signs",
    label=N_("Room signs and name signs"),
    personal=False,
    labels=True,
    options=(
        EVENT,
        Option("what", N_("Which signs"), "choice", choices=_WHAT),
    ),
    rows=rows,
    story=story,
)
