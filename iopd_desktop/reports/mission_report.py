"""The mission report: who went to an event of others, in which role, what came of it, whom they met, what follows."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from iopd_desktop.actions.mission_reads import ContactMet, Mission, mission
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.event_words import EVENT, foot, handed_out
from iopd_desktop.reports.page import Block, Cell, Column, Page, Row, Running, Style, Table, measures
from iopd_desktop.reports.report import Report
from iopd_desktop.words import N_, _, day, ngettext, number

_NAME: Final = Style(8.5, 11, "bold")
_EMPTY: Final = Style(8.5, 11, "italic", measures.MUTED)


def rows(read: Any, *, event: str) -> Mission:
    """Who went to an event, and whom they met."""
    return mission(read, event)


def story(told: Mission, page: Page) -> Iterator[Block]:
    """Who went, what came of it, the contacts, and what is to follow."""
    event = told.event
    page.title, page.author = _("Mission report") + ": " + event.title, page.house.name
    page.running = Running(document=event.title, here=_("Mission report"), foot=foot(event))
    page.subject = event.title
    yield paper.title(_("Mission report"))
    yield paper.lede(", ".join(part for part in (event.title, event.when, event.place) if part))
    if told.gone or told.met:
        yield paper.key_figures(_figures(told))
    yield from _gone(told)
    yield from _outcomes(told)
    yield from _met(told)
    yield from _follow_ups(told)


def _figures(told: Mission) -> list[tuple[str, str, str]]:
    gone, met, follow = len(told.gone), len(told.met), len(told.follow_ups)
    return [
        (number(gone), ngettext("of us went", "of us went", gone), ""),
        (number(met), ngettext("contact met", "contacts met", met), ""),
        (number(follow), ngettext("matter to follow up", "matters to follow up", follow), ""),
    ]


def _nothing(words: str) -> Table:
    return Table((Column(""),), [Row((Cell(words, _EMPTY),), tint=True)], headed=False)


def _gone(told: Mission) -> Iterator[Block]:
    yield paper.section(_("Who went"))
    if not told.gone:
        yield _nothing(_("nobody is entered yet"))
        return
    costs = any(one.cost for one in told.gone)
    columns = [Column(_("Name"), 0, style=_NAME), Column(_("Role"), 40), Column(_("Away"), 50)]
    columns += [Column(_("Cost"), 26, "end")] if costs else []
    made = [
        Row((one.name, one.role, one.away or "–", *([one.cost or "–"] if costs else [])), subject=one.name)
        for one in told.gone
    ]
    yield Table(columns, made)


def _outcomes(told: Mission) -> Iterator[Block]:
    """What each wrote, under their names."""
    said = [one for one in told.gone if one.outcome]
    if not said:
        return
    yield paper.section(_("What came of it"))
    for one in said:
        yield paper.paragraph_head(one.name)
        yield from paper.paragraphs(one.outcome)


def _met(told: Mission) -> Iterator[Block]:
    yield paper.section(_("Contacts met"))
    if not told.met:
        yield _nothing(_("nobody is entered yet"))
        return
    columns = (
        Column(_("Name"), 38, style=_NAME), Column(_("Organisation, country"), 48), Column(_("What it was about")),
        Column(_("Met by"), 26),
    )  # fmt: skip
    yield Table(columns, [Row((one.name, one.place, one.about, one.by), subject=one.name) for one in told.met])


def _follow_ups(told: Mission) -> Iterator[Block]:
    yield paper.section(_("What is to follow"))
    if not told.follow_ups:
        yield _nothing(_("nothing is to follow"))
        return
    columns = (
        Column(_("What"), 0, style=_NAME), Column(_("With"), 46), Column(_("Until"), 30), Column(_("Became"), 34),
    )  # fmt: skip
    yield Table(columns, [_follow_up(one) for one in told.follow_ups])


def _follow_up(one: ContactMet) -> Row:
    until = day(date.fromisoformat(one.due), "medium") if one.due else "–"
    return Row((one.follow, one.name, until, one.done or "–"), subject=one.name)


def discloses(told: Mission) -> dict[str, Any] | None:
    """The report names whom we met."""
    return handed_out(_("Mission report"), told.event, (*told.gone, *told.met))


REPORT = Report(
    name="mission-report",
    label=N_("Mission report"),
    personal=True,
    options=(EVENT,),
    rows=rows,
    story=story,
    discloses=discloses,
)
