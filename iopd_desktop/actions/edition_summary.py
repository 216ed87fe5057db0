"""An edition in figures: its nominations by origin, category and language, beside the edition before, and its jury."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from iopd_desktop.actions.packet_entries import day_of
from iopd_desktop.actions.packets import edition_numbered
from iopd_desktop.actions.score_reads import score_table
from iopd_desktop.models.awards import JURY_PHASES, Category, Conflict, Edition, Juror, Nomination
from iopd_desktop.models.countries import SECTIONS, section_of
from iopd_desktop.models.kinds import chosen
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, country_name

Row = Mapping[str, Any]
Count = tuple[str, int, int | None]
"""A name, how many there are, and how many there were in the edition before (None where that is not compared)."""


@dataclass(frozen=True)
class JurorProgress:
    """How many of the sheets of one juror are scored whole, and of how many nominations a conflict keeps them."""

    name: str
    phase: str
    done: int
    whole: int
    conflicts: int


@dataclass(frozen=True)
class EditionSummary:
    """What an edition comes to. Withdrawn nominations are counted nowhere but in `withdrawn`.

    `before` is the year of the edition before, 0 where there is none or nothing was nominated. Every list of
    counts adds up to `nominations` (and, where it is compared, to `nominations_before`); `countries` and `languages`
    are those that are told.
    """

    name: str
    year: int
    before: int
    nominations: int
    nominations_before: int
    withdrawn: int
    countries: int
    countries_before: int
    by_country: tuple[Count, ...]
    by_region: tuple[Count, ...]
    by_category: tuple[Count, ...]
    by_territory: tuple[Count, ...]
    by_language: tuple[Count, ...]
    eligibility: Mapping[str, int]
    jurors: tuple[JurorProgress, ...]
    destroy_by: str

    @property
    def sheets(self) -> tuple[int, int]:
        """How many score sheets are scored whole, and how many there are."""
        return sum(one.done for one in self.jurors), sum(one.whole for one in self.jurors)


def edition_summary(read: Reader, number: int) -> EditionSummary:
    """The edition with a number in figures; Refused where there is none."""
    edition = read.get(Edition, edition_numbered(read, number))
    every = read.all(Nomination, {"edition": edition["id"]})
    now = [one for one in every if one["status"] != "withdrawn"]
    earlier, then = _before(read, edition)
    themes = {one["id"]: one for one in read.all(Category, {"edition": edition["id"]}, "code")}
    spoken = Nomination.fields["language"].kind.format
    countries, countries_before = _told(now, "country"), _told(then, "country")
    return EditionSummary(
        name=Edition.called(edition),
        year=int(edition["year"]),
        before=int(earlier["year"]) if earlier and then else 0,
        nominations=len(now),
        nominations_before=len(then),
        withdrawn=len(every) - len(now),
        countries=len(countries),
        countries_before=len(countries_before),
        by_country=_compared(countries_of(now), countries_of(then) if then else None),
        by_region=_compared(regions_of(now)),
        by_category=_compared(Counter(_category(themes.get(one["category"] or "")) for one in now)),
        by_territory=_compared(_chosen(now, themes)),
        by_language=_compared(Counter(spoken(one["language"]) or _("not said") for one in now)),
        eligibility=Counter(one["eligibility"] or "open" for one in now),
        jurors=tuple(_jurors(read, edition["id"])),
        destroy_by=day_of(edition.get("destroy_by")),
    )


def _before(read: Reader, edition: Row) -> tuple[Row | None, list[Row]]:
    """The edition with the next lower number, and its nominations."""
    lower = [one for one in read.all(Edition) if (one["number"] or 0) < (edition["number"] or 0)]
    if not lower:
        return None, []
    found = max(lower, key=lambda one: (one["number"], one["id"]))
    rows = read.all(Nomination, {"edition": found["id"]})
    return found, [one for one in rows if one["status"] != "withdrawn"]


def countries_of(nominations: Iterable[Row]) -> Counter[str]:
    """How many nominations come from each country, by its name."""
    return Counter(country_name(one["country"]) if one["country"] else _("not said") for one in nominations)


def regions_of(nominations: Iterable[Row]) -> Counter[str]:
    """How many nominations come from each region, by its name."""
    codes = (section_of(one["country"]) for one in nominations)
    return Counter(_(SECTIONS[code]) if code else _("not said") for code in codes)


def _told(nominations: Sequence[Row], name: str) -> set[str]:
    return {one[name] for one in nominations if one[name]}


def _category(row: Row | None) -> str:
    if row is None:
        return _("not said")
    code = f"{row['code']}. " if row["code"] else ""
    return code + chosen(row["name"])[0]


def _chosen(nominations: Sequence[Row], themes: Mapping[str, Row]) -> Counter[str]:
    """Sizes of territory; nothing at all where no nomination says one."""
    if not _told(nominations, "territory"):
        return Counter()
    return Counter(_category(themes.get(one["territory"] or "")) for one in nominations)


def _compared(now: Counter[str], then: Counter[str] | None = None) -> tuple[Count, ...]:
    """The counts, the largest first, equal ones by name; with `then` also what was and is no more."""
    told: Callable[[str], int | None] = (lambda name: then[name]) if then is not None else (lambda _name: None)
    rows = [(name, now[name], told(name)) for name in now.keys() | (then or {}).keys()]
    return tuple(sorted(rows, key=lambda row: (-row[1], -(row[2] or 0), row[0])))


def _jurors(read: Reader, edition: str) -> Iterable[JurorProgress]:
    """The jurors, first jury first, by name."""
    rows = read.all(Juror, {"edition": edition})
    barred = Counter(one["juror"] for one in read.all(Conflict, {"juror": [row["id"] for row in rows]}))
    for phase in JURY_PHASES:
        table = score_table(read, edition, phase)
        for one in table.columns:
            yield JurorProgress(one.name, phase, *table.tally.progress(one.id), barred[one.id])
