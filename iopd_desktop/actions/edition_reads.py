"""Editions as they are read: which there are, and one of them at a glance."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from iopd_desktop.actions.figures import (
    Figure,
    Share,
    edition_before,
    nominations_by,
    nominations_by_country,
    progress_of_jurors,
)
from iopd_desktop.models.awards import JURY_PHASES, Conflict, Edition, Juror, Nomination, Phase
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.models.kinds import chosen
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import language


@dataclass(frozen=True)
class Step:
    """A phase of an edition in the reader's words."""

    name: str
    when: str


@dataclass(frozen=True)
class Picture:
    """An edition at a glance: counts by name, the largest first, and how far the jurors of each jury are.

    `former` is the name of the edition before, with which the countries are compared; "" where there is none.
    """

    name: str
    nominations: int
    jurors: int
    conflicts: int
    former: str
    categories: tuple[Figure, ...]
    countries: tuple[Figure, ...]
    languages: tuple[Figure, ...]
    juries: Mapping[str, tuple[Share, ...]]
    steps: tuple[Step, ...]

    def sheets(self, phase: str) -> tuple[int, int]:
        """How many sheets of a jury are scored whole, and how many there are."""
        shares = self.juries[phase]
        return sum(one.done for one in shares), sum(one.whole for one in shares)


def picture(read: Reader, edition: str) -> Picture:
    """What the first page of an edition shows; Missing where the edition is not there."""
    values = read.get(Edition, edition)
    nominations = [one for one in read.all(Nomination, {"edition": edition}) if one["status"] != "withdrawn"]
    former = edition_before(read, edition)
    return Picture(
        name=Edition.called(values),
        nominations=len(nominations),
        jurors=read.count(Juror, {"edition": edition}),
        conflicts=read.count(Conflict, {"nomination": [one["id"] for one in nominations]}),
        former=Edition.called(former) if former else "",
        categories=nominations_by(read, edition, "category"),
        countries=nominations_by_country(read, edition),
        languages=nominations_by(read, edition, "language"),
        juries={phase: progress_of_jurors(read, edition, phase) for phase in JURY_PHASES},
        steps=tuple(_step(one) for one in read.all(Phase, {"edition": edition}, "rank")),
    )


def _step(row: Mapping[str, Any]) -> Step:
    date = FuzzyDate.of(row["date"])
    return Step(chosen(row["name"])[0], short(date, language(), year=0) if date else "")
