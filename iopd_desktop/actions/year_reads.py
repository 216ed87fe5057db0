"""The year's sheet as it is read: every month with its entries, worded as the plan words them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from iopd_desktop.actions.year_sheet import printed
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.models.kinds import chosen
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import N_, _, language

_LAST = 1_000_000
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
    month that its date may mean; entries without a date are listed only for a plan.
    """
    rows: dict[int, list[tuple[Any, YearLine]]] = defaultdict(list)
    for event in read.all(Event, {"plan": plan} if plan else {}):
        if not _seen_by(event, audience):
            continue
        when = FuzzyDate.of(event.get("date"))
        if when is None and plan:
            rows[0].append((_place(event, date.max), _line(event, None, year)))
        elif when and when.earliest.year <= year <= when.latest.year:
            month = when.earliest.month if when.earliest.year == year else 1
            rows[month].append((_place(event, when.earliest), _line(event, when, year)))
    listed = [*range(1, 13), *([0] if rows[0] else [])]
    return YearSheet(
        year,
        tuple(YearMonth(month, tuple(line for _order, line in sorted(rows[month], key=_first))) for month in listed),
    )


def _first(pair: tuple[Any, YearLine]) -> Any:
    return pair[0]


def _seen_by(event: Mapping[str, Any], audience: str | None) -> bool:
    allowed = {"public": ("public",), "jury": ("public", "jury")}.get(audience or "")
    return allowed is None or event.get("audience") in allowed


def _place(event: Mapping[str, Any], earliest: date) -> tuple[float, date, str]:
    rank = event.get("rank")
    return (rank if rank is not None else _LAST, earliest, event["id"])


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
    """The date as it was typed; where the title has been put into more languages, the date follows it."""
    if when.wording and (len(event["title"]) == 1 or code != language()):
        return when.wording
    return short(when, code, year)


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
