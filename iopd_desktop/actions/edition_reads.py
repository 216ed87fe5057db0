"""Editions as they are read: which there are, and one of them at a glance."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from iopd_desktop.actions.score_reads import score_table
from iopd_desktop.models.awards import JURY_PHASES, Category, Conflict, Edition, Juror, Nomination, Phase
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.models.kinds import chosen
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import country_name, language


@dataclass(frozen=True)
class Step:
    """A phase of an edition in the reader's words."""

    name: str
    when: str


@dataclass(frozen=True)
class Picture:
    """An edition at a glance: counts by name, the largest first, and sheets done of all for each jury."""

    name: str
    nominations: int
    jurors: int
    conflicts: int
    categories: tuple[tuple[str, int], ...]
    countries: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    sheets: Mapping[str, tuple[int, int]]
    steps: tuple[Step, ...]


def picture(read: Reader, edition: str) -> Picture:
    """What the first page of an edition shows; Missing where the edition is not there."""
    values = read.get(Edition, edition)
    nominations = [one for one in read.all(Nomination, {"edition": edition}) if one["status"] != "withdrawn"]
    names = {one["id"]: chosen(one["name"])[0] for one in read.all(Category, {"edition": edition})}
    spoken = Nomination.fields["language"].kind
    tables = {phase: score_table(read, edition, phase) for phase in JURY_PHASES}
    return Picture(
        name=Edition.called(values),
        nominations=len(nominations),
        jurors=read.count(Juror, {"edition": edition}),
        conflicts=read.count(Conflict, {"nomination": [one["id"] for one in nominations]}),
        categories=_counted(names.get(one["category"], "") for one in nominations),
        countries=_counted(country_name(one["country"]) if one["country"] else "" for one in nominations),
        languages=_counted(spoken.format(one["language"]) for one in nominations),
        sheets={phase: table.tally.total() for phase, table in tables.items()},
        steps=tuple(_step(one) for one in read.all(Phase, {"edition": edition}, "rank")),
    )


def _counted(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))


def _step(row: Mapping[str, Any]) -> Step:
    date = FuzzyDate.of(row["date"])
    return Step(chosen(row["name"])[0], short(date, language(), year=0) if date else "")


def editions(read: Reader) -> list[tuple[str, str]]:
    """The editions, the latest first: id and name."""
    rows = sorted(read.all(Edition), key=lambda row: (-(row["year"] or 0), -(row["number"] or 0), row["id"]))
    return [(row["id"], Edition.called(row)) for row in rows]
