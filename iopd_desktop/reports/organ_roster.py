"""The roster of the organs: each with its seats, who holds them and since when; a seat that is free is said to be."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from iopd_desktop.actions.disclosing import OWN_USE, UNASKED
from iopd_desktop.actions.organ_reads import OrganSeats, Roster, SeatHeld, roster
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.page import Block, Cell, Column, Page, Row, Running, Style, Table, measures
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _, day, ngettext, number, today

_KEPT: Final = timedelta(days=366)
_ROLE: Final = Style(8.5, 11, "bold")
_FREE: Final = Style(8.5, 11, "italic", measures.MUTED)


def rows(read: Any, *, as_of: str | None = None) -> Roster:
    """The organs with their seats on a day (ISO; today without one)."""
    return roster(read, date.fromisoformat(as_of) if as_of else today())


def story(told: Roster, page: Page) -> Iterator[Block]:
    """A table for each organ, under what it does and how many make its quorum."""
    on = date.fromisoformat(told.as_of)
    page.title, page.author = _("Organs and their seats, as of {day}").format(day=day(on)), page.house.name
    foot = ""
    if told.persons:
        words = _("Holds personal data: who holds which seat. For the members of the organs. Destroy by {day}.")
        foot = words.format(day=day(on + _KEPT))
    page.running = Running(document=page.house.name, here=page.title, foot=foot)
    yield paper.title(_("Organs and their seats"))
    yield paper.lede(_counted(told, day(on)))
    for organ in told.organs:
        page.subject = organ.name
        yield from _organ(organ)


def _counted(told: Roster, on: str) -> str:
    if not told.organs:
        return _("There are no organs yet.")
    held, free = told.held, told.free
    words = ngettext("As of {day}: {count} seat is held", "As of {day}: {count} seats are held", held)
    words = words.format(day=on, count=number(held))
    if free:
        words += ngettext(", {count} is vacant", ", {count} are vacant", free).format(count=number(free))
    return words + "."


def _organ(organ: OrganSeats) -> Iterator[Block]:
    yield paper.section(organ.name)
    yield from paper.paragraphs(organ.duties)
    if organ.quorum is not None:
        yield paper.note(_("Quorum: {count}").format(count=number(organ.quorum)))
    yield paper.Gap(measures.GRID)
    if not organ.seats:
        empty = Cell(_("no seat is filled yet"), _FREE)
        yield Table((Column(""),), [Row((empty,), tint=True)], headed=False)
        return
    columns = (
        Column(_("Seat"), 38, style=_ROLE), Column(_("Organisation")), Column(_("Person"), 36),
        Column(_("Since"), 22), Column(_("Until"), 22),
    )  # fmt: skip
    yield Table(columns, [_row(seat) for seat in organ.seats])


def _row(seat: SeatHeld) -> Row:
    role = seat.role or _("Member")
    if seat.vacant:
        last = _("vacant; last held by {name}").format(name=seat.holder) if seat.holder else _("vacant")
        return Row((role, Cell(last, _FREE), Cell("", _FREE), "", seat.until), tint=True, subject=role, joined=1)
    person = seat.person or Cell(_("not named"), _FREE)
    return Row((role, seat.organisation or "–", person, seat.since, seat.until), subject=seat.person or role)


def discloses(told: Roster) -> dict[str, Any] | None:
    """Who sits in an organ is known by their names."""
    if not told.persons:
        return None
    return {
        "what": _("Organs and their seats, as of {day}").format(day=day(date.fromisoformat(told.as_of))),
        "purpose": _(OWN_USE),
        "basis": _(UNASKED),
        "count": told.persons,
        "left_out": 0,
    }


REPORT = Report(
    name="organ-roster",
    label=N_("Organs and their seats"),
    personal=True,
    options=(Option("as_of", N_("As of"), "day", example=N_("today")),),
    rows=rows,
    story=story,
    discloses=discloses,
)
