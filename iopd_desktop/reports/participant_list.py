"""Who comes to an event, or who came: by name or by country, with the columns that are asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from iopd_desktop.actions.event_reads import AWAITED, Attendee, EventTold, attendees, event_told
from iopd_desktop.models.members import LANGUAGE_NAMES
from iopd_desktop.models.registrations import PARTS, STATES
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.event_words import EVENT, foot, handed_out
from iopd_desktop.reports.page import Block, Cell, Column, Page, Row, Running, Style, Table, measures
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _, fold, ngettext, number

_WHO: Final = {"registered": STATES["registered"], "here": N_("Who came")}
_NAME: Final = Style(8.5, 11, "bold")


@dataclass(frozen=True)
class Participants:
    """What is printed: an event, its people in their order, whether they came, and which columns are shown."""

    event: EventTold
    people: tuple[Attendee, ...]
    here: bool
    by_country: bool
    shown: frozenset[str]


def rows(
    read: Any, *, event: str, who: str = "registered", order: str = "name", part: bool = False,
    languages: bool = False, email: bool = False,
) -> Participants:  # fmt: skip
    """Everybody who has a place, or who is or was here, each once; e-mail addresses only where they are asked for."""
    told, here = event_told(read, event), who == "here"
    found = attendees(read, told.id, ("here",) if here else AWAITED, once=True)
    if order == "country":
        found = sorted(found, key=lambda one: (not one.country, fold(one.country)))
    asked = {"part": part, "languages": languages, "email": email}
    return Participants(told, tuple(found), here, order == "country", frozenset(n for n in asked if asked[n]))


def story(told: Participants, page: Page) -> Iterator[Block]:
    """One table, or one for each country."""
    name = _("Who came") if told.here else _("Participants")
    page.title, page.author = f"{name}: {told.event.title}", page.house.name
    page.running = Running(document=told.event.title, here=name, foot=foot(told.event))
    yield paper.title(name)
    yield paper.lede(", ".join(part for part in (told.event.title, told.event.when, told.event.place) if part))
    if not told.people:
        yield paper.paragraph(_("Nobody came yet.") if told.here else _("Nobody is registered yet."))
        return
    yield paper.paragraph(_counted(told))
    if not told.by_country:
        yield Table(_columns(told), [_row(told, one) for one in told.people], above=13)
        return
    unknown = _("Country not told")
    for country, some in groupby(told.people, key=lambda one: one.country):
        people = list(some)
        yield paper.section(f"{country or unknown} ({number(len(people))})")
        yield Table(_columns(told), [_row(told, one) for one in people])


def _counted(told: Participants) -> str:
    count, countries = len(told.people), len({one.country for one in told.people if one.country})
    words = ngettext("{count} person", "{count} persons", count).format(count=number(count))
    if countries:
        lands = ngettext("from {count} country", "from {count} countries", countries)
        words += " " + lands.format(count=number(countries))
    return words + "."


def _columns(told: Participants) -> list[Column]:
    made = [Column(_("Name"), 50, style=_NAME), Column(_("Organisation"))]
    made += [] if told.by_country else [Column(_("Country"), 26)]
    made += [Column(_("Comes as"), 24)] if "part" in told.shown else []
    made += [Column(_("Language"), 20)] if "languages" in told.shown else []
    made += [Column(_("E-mail"), 40)] if "email" in told.shown else []
    return made


def _row(told: Participants, one: Attendee) -> Row:
    name: Any = one.listed
    if one.other_form:
        name = Cell(((one.listed, "bold"), (f" — {one.other_form}", "regular")), measures.TABLE)
    cells = [name, one.organisation or "–"]
    cells += [] if told.by_country else [one.country or "–"]
    cells += [_(PARTS[one.part])] if "part" in told.shown else []
    cells += [_(LANGUAGE_NAMES[one.language]) if one.language else "–"] if "languages" in told.shown else []
    cells += [one.email or "–"] if "email" in told.shown else []
    return Row(tuple(cells), subject=one.name)


def discloses(told: Participants) -> dict[str, Any] | None:
    """A list of participants names them all."""
    words = _("List of participants with e-mail addresses") if "email" in told.shown else _("List of participants")
    return handed_out(words, told.event, told.people)


REPORT = Report(
    name="participant-list",
    label=N_("List of participants"),
    personal=True,
    options=(
        EVENT,
        Option("who", N_("Who is on it"), "choice", choices=_WHO),
        Option("order", N_("Order"), "choice", choices={"name": N_("By name"), "country": N_("By country")}),
        Option("part", N_("With what they come as"), "flag"),
        Option("languages", N_("With their languages"), "flag"),
        Option("email", N_("With e-mail addresses"), "flag"),
    ),
    rows=rows,
    story=story,
    discloses=discloses,
)
