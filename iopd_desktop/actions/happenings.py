"""The entries of a year as the calendar shows them: dated, vague and undated ones, each in its lane."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import reading
from iopd_desktop.models.kinds import chosen
from iopd_desktop.store import listing
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import N_, _, language

LANES = {
    "award": N_("Award"), "own": N_("Own actions"), "organ": N_("Organs"), "uclg": N_("UCLG"),
    "partner": N_("Partners"),
}  # fmt: skip
"""The lanes of the year, from the top; deadlines and conferences stand in one of them."""

_READ = (
    "title", "type", "date", "moment", "place", "partner", "audience", "confirm_by", "edition", "state", "decision",
    "series", "themes", "task", "plan", "after", "organ",
)  # fmt: skip
_DAY = len("2024-05-15")


@dataclass(frozen=True)
class Happening:
    """An entry of the calendar; `when` is its date or the day of its time, None where it has neither."""

    id: str
    title: str
    type: str
    lane: str
    when: FuzzyDate | None
    time: str
    place: str
    audience: str
    confirm_by: date | None
    state: str = "planned"
    decision: str | None = None
    series: str | None = None
    themed: bool = False
    task: str | None = None
    plan: str | None = None
    edition: str | None = None
    after: str | None = None
    organ: str | None = None

    @property
    def deadline(self) -> bool:
        """Whether it is a last day for something."""
        return self.type == "deadline"

    @property
    def label(self) -> str:
        """The title, with the time of a deadline, the "?" of what is to be confirmed, and that it was called off."""
        words = f"{self.title}, {self.time}" if self.deadline and self.time else self.title
        if self.state == "cancelled":
            return _("{title} (called off)").format(title=words)
        doubt = self.when is not None and self.when.certainty == "uncertain"
        return f"{words} ?" if doubt and not words.endswith("?") else words

    def told(self) -> str:
        """All of it in words: title, kind, date as understood, place."""
        when = reading(self.when, language()) if self.when else _("no date yet")
        kind = Event.fields["type"].kind.format(self.type)
        return ", ".join(part for part in (self.title, kind, when, self.time, self.place) if part)


def happenings(read: Reader, year: int) -> list[Happening]:
    """The entries whose date may touch a year, by earliest then latest day; after them those without any date."""
    first, last = f"{year}-01-01", f"{year}-12-31"
    undated = Filter("date", "empty")
    wanted = (
        (Filter("date", "from", first), Filter("date", "to", last)),
        (undated, Filter("moment", "from", first), Filter("moment", "to", last + "T24")),
        (undated, Filter("moment", "empty")),
    )
    numbers = [n for tests in wanted for n in listing.order(read, Listing(Event.kind, where=tests))]
    found = [_happening(row) for row in listing.page(read, Event.kind, numbers, _READ).values()]
    return sorted(found, key=lambda one: (*(one.when.order if one.when else (date.max, date.max)), one.title, one.id))


def years_with_entries(read: Reader) -> list[int]:
    """The years that an entry's date may fall in, in order."""
    years: set[int] = set()
    for first, last in read.rows(
        "SELECT DISTINCT substr(date_earliest, 1, 4), substr(date_latest, 1, 4) FROM event WHERE date IS NOT NULL"
    ):
        years.update(range(int(first), int(last) + 1))
    return sorted(years)


def _happening(row: Mapping[str, Any]) -> Happening:
    when, moment, type_ = FuzzyDate.of(row["date"]), row["moment"], row["type"] or "own"
    if when is None and moment:
        when = FuzzyDate.from_edtf(moment["at"][:_DAY])
    lane = type_ if type_ in LANES else "award" if type_ == "deadline" else "own"
    return Happening(
        id=row["id"],
        title=chosen(row["title"])[0],
        type=type_,
        lane=lane,
        when=when,
        time=f"{moment['at'][_DAY + 1 :]} {moment['zone']}".strip() if moment else "",
        place=row["place"] or "",
        audience=row["audience"] or "internal",
        confirm_by=date.fromisoformat(row["confirm_by"]) if row["confirm_by"] else None,
        state=row["state"] or "planned",
        themed=bool(row["themes"]),
        **{name: row[name] for name in ("decision", "series", "task", "plan", "edition", "after", "organ")},
    )
