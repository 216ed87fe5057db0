"""Counts that people would rather see than read: members, nominations, and how far juries and plans are."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from iopd_desktop.actions.directory import ELSEWHERE, MEMBERS
from iopd_desktop.actions.score_reads import score_table
from iopd_desktop.models.awards import Edition, Nomination
from iopd_desktop.models.countries import SECTIONS, section_of
from iopd_desktop.models.fields import Field
from iopd_desktop.models.members import Organisation
from iopd_desktop.store.listing import Filter, Listing, tallied
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, country_name, fold

_STANDING = Listing("organisation", where=(Filter("membership", "in", list(MEMBERS)),))


@dataclass(frozen=True)
class Figure:
    """How many there are of one name; `code` is its value in the field counted, `before` the count a time before."""

    name: str
    count: int
    code: str = ""
    before: int | None = None


@dataclass(frozen=True)
class Share:
    """How much of a whole is done; `code` is the id of whose it is."""

    name: str
    done: int
    whole: int
    code: str = ""

    @property
    def percent(self) -> int:
        """The part that is done in %, 0 where there is nothing to do."""
        return round(100 * self.done / self.whole) if self.whole else 0


def members_by_region(read: Reader) -> tuple[Figure, ...]:
    """The members of the network by section of UCLG, the largest first; who has none stands last, without a code."""
    counts: Counter[str] = Counter()
    for (section, country), count in tallied(read, _STANDING, "section", "country").items():
        counts[section or section_of(country) or ""] += count
    return _figures({code: (_(SECTIONS.get(code, ELSEWHERE)), count) for code, count in counts.items()})


def members_by_kind(read: Reader) -> tuple[Figure, ...]:
    """The members of the network by what they are, the largest first."""
    return _counted(read, _STANDING, Organisation.fields["type"])


def members_by_country(read: Reader) -> tuple[Figure, ...]:
    """The members of the network by country, the largest first."""
    return _counted(read, _STANDING, Organisation.fields["country"])


def nominations_by(read: Reader, edition: str, name: str) -> tuple[Figure, ...]:
    """An edition's nominations by a field, the largest first; withdrawn ones are left out."""
    return _counted(read, nominations_of(edition), Nomination.fields[name])


def nominations_by_country(read: Reader, edition: str) -> tuple[Figure, ...]:
    """An edition's nominations by country, beside those of the edition before, where there is one.

    A country that nominated only before stands there with none.
    """
    now = {one.code: one for one in nominations_by(read, edition, "country")}
    former = edition_before(read, edition)
    if former is None:
        return tuple(now.values())
    before = {one.code: one for one in nominations_by(read, former["id"], "country")}
    found = [
        Figure(
            (now.get(code) or before[code]).name,
            now[code].count if code in now else 0,
            code,
            before[code].count if code in before else 0,
        )
        for code in {**now, **before}
    ]
    return tuple(sorted(found, key=lambda one: (not one.code, -one.count, -(one.before or 0), fold(one.name))))


def nominations_by_region(read: Reader, edition: str) -> tuple[Figure, ...]:
    """An edition's nominations by the section of UCLG of their country, the largest first; who has none stands last."""
    counts: Counter[str] = Counter()
    for one in nominations_by(read, edition, "country"):
        counts[section_of(one.code) or ""] += one.count
    unsaid = _("not said")
    return _figures({code: (_(SECTIONS[code]) if code else unsaid, count) for code, count in counts.items()})


def nominations_of(edition: str) -> Listing:
    """The nominations of an edition that were not withdrawn."""
    return Listing("nomination", where=(Filter("edition", "is", edition), Filter("status", "not", "withdrawn")))


def edition_before(read: Reader, edition: str) -> Mapping[str, Any] | None:
    """The edition that came last before this one, by number; None where this is the first that is kept."""
    number = read.get(Edition, edition)["number"] or 0
    former = [row for row in read.all(Edition) if row["number"] and row["number"] < number]
    return max(former, key=lambda row: (row["number"], row["id"]), default=None)


def progress_of_jurors(read: Reader, edition: str, phase: str) -> tuple[Share, ...]:
    """How many of the sheets dealt to each juror of a phase are scored, who is furthest behind first."""
    table = score_table(read, edition, phase)
    shares = [Share(one.name, *table.tally.progress(one.id), one.id) for one in table.columns]
    return tuple(sorted(shares, key=lambda one: (not one.whole, one.percent, fold(one.name))))


def _counted(read: Reader, listing: Listing, counted: Field) -> tuple[Figure, ...]:
    """The rows of a list by a choice, a country or a link; what is not said stands last, without a code."""
    counts = {code or "": count for (code,), count in tallied(read, listing, counted.name).items()}
    kind, unsaid = counted.kind, _("not said")
    if counted.kind.name == "country":
        return _figures({code: (country_name(code) if code else unsaid, n) for code, n in counts.items()})
    return _figures({code: (kind.format(code, read) if code else unsaid, n) for code, n in counts.items()})


def _figures(counts: Mapping[str, tuple[str, int]]) -> tuple[Figure, ...]:
    found = [Figure(name, count, code) for code, (name, count) in counts.items()]
    return tuple(sorted(found, key=lambda one: (not one.code, -one.count, fold(one.name))))
