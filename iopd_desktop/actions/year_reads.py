"""The year's sheet as it is read: every month with its entries, worded as part 4 of the work plan words them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.models.kinds import chosen
from iopd_desktop.store import listing
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import N_, _, language

_LAST = 1_000_000
_DAY, _MONTH = len("2024-05-15"), len("2024-05")
_READ = ("title", "date", "moment", "audience", "plan", "rank", "line")
# How sure a date is, in the words of the sheet; the longer words explain them under it.
SURENESS = {
    "fixed": (N_("fixed"), N_("days agreed")),
    "month": (N_("month"), N_("the month is agreed, the day is not")),
    "one of": (N_("one of"), N_("one of several will be chosen")),
    "some time in": (N_("some time in"), N_("a few days within the span")),
    "about": (N_("about"), N_("near this time")),
    "to confirm": (N_("to confirm"), N_("may not take place")),
    "none": (N_("no date"), N_("not yet scheduled")),
}


@dataclass(frozen=True)
class YearLine:
    """One entry in the row of its month: its lines of text, and how sure its date is (a key of SURENESS)."""

    id: str
    lines: tuple[str, ...]
    sure: str


@dataclass(frozen=True)
class YearMonth:
    """A month from 1 to 12 with its entries, in the order in which they were planned; 0 holds what has no date."""

    month: int
    entries: tuple[YearLine, ...]


@dataclass(frozen=True)
class YearSheet:
    """A year with its twelve months, and a last row for what has no date if there is any."""

    year: int
    months: tuple[YearMonth, ...]

    @property
    def sureness(self) -> list[str]:
        """The kinds of sureness that occur, in the order of the key."""
        found = {entry.sure for month in self.months for entry in month.entries}
        return [key for key in SURENESS if key in found]


def year_sheet(read: Reader, year: int, *, audience: str | None = None, plan: str | None = None) -> YearSheet:
    """The entries of a year by month; with `audience` only those it may see, with `plan` only that plan's.

    The public sees what everybody may see, the jury that and what is for the jury. An entry stands in the first
    month that its date may mean: dates told to the day first, in order, vaguer ones after them in their planned
    place. Entries without a date are listed only for a plan.
    """
    rows: dict[int, list[tuple[Any, YearLine]]] = defaultdict(list)
    for event in _events(read, year, plan):
        when = _when(event)
        if not may_see(audience, event.get("audience") or "internal"):
            continue
        month = 0 if when is None else when.earliest.month if when.earliest.year == year else 1
        rows[month].append((_place(event, when), _line(event, when, year)))
    listed = [*range(1, 13), *([0] if rows[0] else [])]
    return YearSheet(
        year,
        tuple(YearMonth(month, tuple(line for _order, line in sorted(rows[month], key=_first))) for month in listed),
    )


def _events(read: Reader, year: int, plan: str | None) -> list[dict[str, Any]]:
    """The events whose date or, where there is none, whose moment touches the year; a plan's undated ones too."""
    first, last = f"{year}-01-01", f"{year}-12-31"
    undated = Filter("date", "empty")
    wanted = [
        (Filter("date", "from", first), Filter("date", "to", last)),
        (undated, Filter("moment", "from", first), Filter("moment", "to", last + "T24")),
    ]
    if plan:
        mine = Filter("plan", "is", plan)
        wanted = [(mine, *tests) for tests in (*wanted, (undated, Filter("moment", "empty")))]
    numbers = [n for tests in wanted for n in listing.order(read, Listing(Event.kind, where=tests))]
    return list(listing.page(read, Event.kind, numbers, _READ).values())


def _when(event: Mapping[str, Any]) -> FuzzyDate | None:
    """The date of an event, or the day of its time where it has only that."""
    if event["date"] or not event["moment"]:
        return FuzzyDate.of(event["date"])
    return FuzzyDate.from_edtf(event["moment"]["at"][:_DAY], Event.fields["moment"].kind.format(event["moment"]))


def _first(pair: tuple[Any, YearLine]) -> Any:
    return pair[0]


def may_see(audience: str | None, entry: str) -> bool:
    """Whether an audience may see an entry: the public what is for everybody, the jury also what is for it.

    The Secretariat, and nobody in particular, see everything.
    """
    allowed = {"public": ("public",), "jury": ("public", "jury")}.get(audience or "")
    return allowed is None or entry in allowed


def _place(event: Mapping[str, Any], when: FuzzyDate | None) -> tuple[Any, ...]:
    rank = event["rank"] if event["rank"] is not None else _LAST
    if when and when.to_the_day:
        return (0, *when.order, rank, event["id"])
    return (1, rank, *(when.order if when else ()), event["id"])


def _line(event: Mapping[str, Any], when: FuzzyDate | None, year: int) -> YearLine:
    title, code = chosen(event.get("title"))
    if event.get("line"):
        lines = event["line"].splitlines()
    elif when is None:
        lines = [title]
    else:
        lines = printed(title, _wording(event, when, code, year), when.edtf)
    return YearLine(event["id"], tuple(lines), _sure(when))


def _wording(event: Mapping[str, Any], when: FuzzyDate, code: str, year: int) -> str:
    """The date as it was typed, beside the one title that a person wrote; in another language it follows the title."""
    by_person = [code for code, said in event["title"].items() if said["by"] == "person"]
    if when.wording and (len(event["title"]) == 1 or by_person == [code] or code != language()):
        return when.wording
    return short(when, code, year, roomy=True)


def _sure(when: FuzzyDate | None) -> str:
    if when is None:
        return "none"
    if when.certainty != "approximate":
        return {"uncertain": "to confirm", "alternatives": "one of", "fixed": "fixed"}[when.certainty]
    shape = when.shape
    if shape.approximate:
        return "about"
    by_month = all(end.precision >= 1 for start, end in shape.spans)
    return "month" if shape.form != "within" and by_month else "some time in"


def sure_words(sure: str) -> str:
    """How sure a date is, in a word or two of the current language."""
    return _(SURENESS[sure][0])


def printed(title: str, wording: str, edtf: str) -> list[str]:
    """Word an event for its month's row: its lines, from its title and its date in words and in EDTF.

    A day or a run of days stands before the title, separate days stand in a line of their own, a month that
    is the row's own is left out, and every vaguer date stands in brackets; a doubt ("?") ends the line.
    """
    sure = wording.removesuffix("?").rstrip()
    doubt = " ?" if sure != wording else ""
    shape = edtf.rstrip("?~%")
    if not sure or (len(shape) == _MONTH and shape[5:] <= "12"):
        return [title + doubt]
    if shape.startswith("{"):
        return [title, sure + doubt]
    return [f"{sure}: {title}{doubt}"] if FuzzyDate.from_edtf(edtf).to_the_day else [f"{title} ({sure}){doubt}"]
