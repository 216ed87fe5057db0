"""The year's sheet: twelve rows of events, each worded as part 4 of the work plan prints it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from iopd_desktop.models.calendar import Event
from iopd_desktop.models.kinds import chosen
from iopd_desktop.store import listing
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.store.reading import Reader

_MONTHS = ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12")
_DAY, _MONTH = len("2024-05-15"), len("2024-05")
_LAST = 1_000_000
_SHOWN = ("title", "type", "date", "moment", "place", "audience", "plan", "rank", "line")


@dataclass(frozen=True)
class SheetEntry:
    """An event in the row of a month: its printed lines, and what a reader is shown beside them."""

    id: str
    lines: tuple[str, ...]
    type: str
    audience: str
    place: str
    edtf: str
    certainty: str
    earliest: str
    latest: str


@dataclass(frozen=True)
class MonthRow:
    """A month of the sheet; an empty one has no entries and is printed all the same."""

    month: int
    entries: tuple[SheetEntry, ...]

    @property
    def lines(self) -> list[str]:
        """The lines of all entries, as the sheet prints them."""
        return [line for entry in self.entries for line in entry.lines]


def calendar_rows(
    read: Reader, year: int, *, plan: str | None = None, audiences: tuple[str, ...] | None = None
) -> list[MonthRow]:
    """The twelve months of a year with the events whose date touches it, in the month of their earliest day.

    `plan` keeps only the events of one work plan, `audiences` only those that these may see. In a month, dates told
    to the day stand first, in order; vaguer ones follow in their planned place.
    """
    rows: list[list[tuple[Any, SheetEntry]]] = [[] for _month in _MONTHS]
    for values in _events(read, year):
        if (plan and values["plan"] != plan) or (audiences and values["audience"] not in audiences):
            continue
        entry = _entry(values)
        first = date.fromisoformat(entry.earliest)
        month = first.month if first.year == year else 1
        rank = values["rank"] if values["rank"] is not None else _LAST
        exact = _to_the_day(entry.edtf)
        order = (0, entry.earliest, entry.latest, rank) if exact else (1, rank, entry.earliest, entry.latest)
        rows[month - 1].append(((*order, entry.lines, entry.id), entry))
    return [
        MonthRow(month, tuple(entry for _order, entry in sorted(found, key=lambda pair: pair[0])))
        for month, found in enumerate(rows, 1)
    ]


def _events(read: Reader, year: int) -> list[dict[str, Any]]:
    first, last = f"{year}-01-01", f"{year}-12-31"
    dated = Listing("event", where=(Filter("date", "from", first), Filter("date", "to", last)))
    timed = Listing(
        "event", where=(Filter("date", "empty"), Filter("moment", "from", first), Filter("moment", "to", last + "~"))
    )
    numbers = [*listing.order(read, dated), *listing.order(read, timed)]
    return list(listing.page(read, Event.kind, numbers, _SHOWN).values())


def _entry(values: dict[str, Any]) -> SheetEntry:
    when = values["date"]
    if when is None:
        day = values["moment"]["at"][:_DAY]
        wording = Event.fields["moment"].kind.format(values["moment"])
        when = {"wording": wording, "edtf": day, "certainty": "fixed", "earliest": day, "latest": day}
    wording = when["wording"] or Event.fields["date"].kind.format(when)
    typed = values["line"]
    return SheetEntry(
        id=values["id"],
        lines=tuple(typed.splitlines() if typed else printed(chosen(values["title"])[0], wording, when["edtf"])),
        type=values["type"] or "own",
        audience=values["audience"] or "internal",
        place=values["place"] or "",
        edtf=when["edtf"],
        certainty=when["certainty"],
        earliest=when["earliest"],
        latest=when["latest"],
    )


def printed(title: str, wording: str, edtf: str) -> list[str]:
    """Word an event for its month's row: its lines, from its title and its date in words and in EDTF.

    A day or a run of days stands before the title, separate days stand in a line of their own, a month that
    is the row's own is left out, and every vaguer date stands in brackets; a doubt ("?") ends the line.
    """
    sure = wording.removesuffix("?").rstrip()
    doubt = " ?" if sure != wording else ""
    shape = edtf.rstrip("?~%")
    if not sure or (len(shape) == _MONTH and shape[5:] in _MONTHS):
        return [title + doubt]
    if shape.startswith("{"):
        return [title, sure + doubt]
    return [f"{sure}: {title}{doubt}"] if _to_the_day(edtf) else [f"{title} ({sure}){doubt}"]


def _to_the_day(edtf: str) -> bool:
    days = edtf.strip("{}?~%").replace("..", "/").replace(",", "/").split("/")
    return "[" not in edtf and all(len(day.strip("?~% ")) == _DAY for day in days)
