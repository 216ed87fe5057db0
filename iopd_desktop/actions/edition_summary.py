"""An edition in figures: its nominations by origin, category and language, beside the edition before, and its jury."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from iopd_desktop.actions.figures import (
    Figure,
    Share,
    edition_before,
    nominations_by,
    nominations_by_country,
    nominations_by_region,
    progress_of_jurors,
)
from iopd_desktop.actions.packet_entries import day_of
from iopd_desktop.actions.packets import edition_numbered
from iopd_desktop.models.awards import JURY_PHASES, Conflict, Edition, Nomination
from iopd_desktop.store.reading import Reader


@dataclass(frozen=True)
class EditionSummary:
    """What an edition comes to. Withdrawn nominations are counted nowhere but in `withdrawn`.

    `before` is the year of the edition before, 0 where there is none or nothing was nominated. Every list of
    figures adds up to `nominations`, that of countries also to `nominations_before`; `by_territory` is empty where no
    nomination says one. `juries` are the sheets of each juror by jury, `conflicts` those declared, by juror; `named`
    says whether the jurors are called by their names.
    """

    name: str
    year: int
    before: int
    nominations: int
    nominations_before: int
    withdrawn: int
    by_country: tuple[Figure, ...]
    by_region: tuple[Figure, ...]
    by_category: tuple[Figure, ...]
    by_territory: tuple[Figure, ...]
    by_language: tuple[Figure, ...]
    eligibility: Mapping[str, int]
    juries: Mapping[str, tuple[Share, ...]]
    conflicts: Mapping[str, int]
    destroy_by: str
    named: bool = True

    @property
    def countries(self) -> tuple[int, int]:
        """How many countries there are, and were in the edition before."""
        told = [one for one in self.by_country if one.code]
        return sum(one.count > 0 for one in told), sum((one.before or 0) > 0 for one in told)

    @property
    def jurors(self) -> int:
        """How many jurors there are in all."""
        return sum(len(shares) for shares in self.juries.values())

    @property
    def sheets(self) -> tuple[int, int]:
        """How many score sheets are scored whole, and how many there are."""
        every = [one for shares in self.juries.values() for one in shares]
        return sum(one.done for one in every), sum(one.whole for one in every)


def edition_summary(read: Reader, number: int) -> EditionSummary:
    """The edition with a number in figures; Refused where there is none."""
    edition = read.get(Edition, edition_numbered(read, number))
    every = read.all(Nomination, {"edition": edition["id"]})
    kept = [one for one in every if one["status"] != "withdrawn"]
    countries = nominations_by_country(read, edition["id"])
    former, then = edition_before(read, edition["id"]), sum(one.before or 0 for one in countries)
    juries = {phase: progress_of_jurors(read, edition["id"], phase) for phase in JURY_PHASES}
    jurors = [one.code for shares in juries.values() for one in shares]
    return EditionSummary(
        name=Edition.called(edition),
        year=int(edition["year"]),
        before=int(former["year"]) if former and then else 0,
        nominations=len(kept),
        nominations_before=then,
        withdrawn=len(every) - len(kept),
        by_country=countries if then else tuple(replace(one, before=None) for one in countries),
        by_region=nominations_by_region(read, edition["id"]),
        by_category=nominations_by(read, edition["id"], "category"),
        by_territory=_told(nominations_by(read, edition["id"], "territory")),
        by_language=nominations_by(read, edition["id"], "language"),
        eligibility=Counter(one["eligibility"] or "open" for one in kept),
        juries=juries,
        conflicts=Counter(one["juror"] for one in read.all(Conflict, {"juror": jurors})),
        destroy_by=day_of(edition.get("destroy_by")),
    )


def _told(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures; none at all where nothing was said."""
    found = tuple(figures)
    return found if any(one.code for one in found) else ()
