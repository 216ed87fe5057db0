"""Counting: what a jury's points come to, for each juror, each nomination and each place in the order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Key = tuple[str, str]
Points = Mapping[str, float]
State = Literal["none", "awaited", "begun", "scored", "differs", "conflict", "abstained"]


@dataclass(frozen=True)
class Cell:
    """One juror on one nomination.

    `first` and `second` are the points by criterion of the first entry and of the second, blind one; `value` is the
    weighted mean of the first entry over the criteria that are scored, None where nothing is.
    """

    state: State
    value: float | None = None
    first: Points = field(default_factory=dict)
    second: Points = field(default_factory=dict)

    @property
    def differing(self) -> frozenset[str]:
        """The criteria whose two entries differ."""
        return frozenset(one for one, points in self.second.items() if self.first.get(one) != points)


@dataclass(frozen=True)
class Standing:
    """Where a nomination stands: mean of `n` jurors, rank from 1 (ties share it), and the ranks it may fall to.

    `best` and `worst` are the ranks that it takes when any one juror is left out.
    """

    mean: float | None = None
    n: int = 0
    rank: int | None = None
    best: int | None = None
    worst: int | None = None

    def falls(self, cut: int) -> Literal["in", "cut", "out", ""]:
        """Whether the nomination is among the first `cut` wherever it may fall, never, or as one juror decides."""
        if self.best is None or self.worst is None:
            return ""
        return "in" if self.worst <= cut else "out" if self.best > cut else "cut"


NONE = Cell("none")


class Tally:
    """The points of one jury. Nothing here is stored: it is made of rows that were read, and changed cell by cell."""

    def __init__(self, nominations: Sequence[str], jurors: Sequence[str], weights: Mapping[str, float]) -> None:
        self.nominations, self.jurors, self.weights = tuple(nominations), tuple(jurors), dict(weights)
        self._cells: dict[Key, Cell] = {}

    def set(
        self, key: Key, *, assigned: bool, barred: Literal["", "conflict", "abstained"] = "",
        first: Points | None = None, second: Points | None = None,
    ) -> None:  # fmt: skip
        """Tell what one juror has done with one nomination; points of a barred juror are kept out of every count."""
        first, second = dict(first or {}), dict(second or {})
        self._cells[key] = Cell(self._state(assigned, barred, first, second), self._mean(first), first, second)
        self.__dict__.pop("standings", None)

    def _state(self, assigned: bool, barred: State | Literal[""], first: Points, second: Points) -> State:
        if barred:
            return barred
        if second and any(first.get(one) != points for one, points in second.items()):
            return "differs"
        if first:
            return "scored" if self.weights.keys() <= first.keys() else "begun"
        return "awaited" if assigned else "none"

    def _mean(self, points: Points) -> float | None:
        known = [one for one in points if one in self.weights]
        whole = sum(self.weights[one] for one in known)
        if not whole:
            return sum(points[one] for one in known) / len(known) if known else None
        return sum(points[one] * self.weights[one] for one in known) / whole

    def cell(self, nomination: str, juror: str) -> Cell:
        """What a juror has done with a nomination."""
        return self._cells.get((nomination, juror), NONE)

    def values(self, nomination: str) -> tuple[float, ...]:
        """The values of the sheets that count for a nomination, juror by juror."""
        found = (self._counted(nomination, juror) for juror in self.jurors)
        return tuple(value for value in found if value is not None)

    def progress(self, juror: str) -> tuple[int, int]:
        """How many of the nominations that a juror reads are scored whole, and how many there are."""
        mine = [one for one in self.nominations if self.cell(one, juror).state not in ("none", "conflict", "abstained")]
        return sum(self._counted(one, juror) is not None for one in mine), len(mine)

    def waiting(self) -> list[str]:
        """The jurors who are behind, those with the least done first."""
        behind = [(done / of, place, one) for place, one in enumerate(self.jurors)
                  for done, of in [self.progress(one)] if done < of]  # fmt: skip
        return [one for _share, _place, one in sorted(behind)]

    def total(self) -> tuple[int, int]:
        """How many sheets are scored whole, and how many there are in all."""
        each = [self.progress(one) for one in self.jurors]
        return sum(done for done, _of in each), sum(of for _done, of in each)

    def differing(self) -> list[Key]:
        """The pairs whose two entries differ."""
        return [key for key, cell in self._cells.items() if cell.state == "differs"]

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Each nomination's mean, rank and the ranks between which leaving out one juror moves it."""
        counted = {
            one: {juror: value for juror in self.jurors if (value := self._counted(one, juror)) is not None}
            for one in self.nominations
        }
        means = {one: _average(values.values()) for one, values in counted.items() if values}
        ranks = ranked(means)
        found = {one: [rank] for one, rank in ranks.items()}
        for juror in self.jurors:
            for one, rank in ranked(_without(juror, counted)).items():
                found[one].append(rank)
        return {
            one: Standing(means[one], len(counted[one]), ranks[one], min(found[one]), max(found[one]))
            if one in means else Standing()
            for one in self.nominations
        }  # fmt: skip

    def _counted(self, nomination: str, juror: str) -> float | None:
        cell = self.cell(nomination, juror)
        return cell.value if cell.state in ("scored", "differs") and self.weights.keys() <= cell.first.keys() else None


def _average(values: Iterable[float]) -> float:
    found = sorted(values)
    return sum(found) / len(found)


def _without(juror: str, counted: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The means as if one juror had not been there; who was read by that juror alone has none."""
    return {
        one: _average(value for key, value in values.items() if key != juror)
        for one, values in counted.items()
        if values.keys() - {juror}
    }


def ranked(means: Mapping[str, float]) -> dict[str, int]:
    """Ranks from 1, the highest mean first; equal means (to nine decimals) share a rank."""
    order = sorted(means, key=lambda one: -means[one])
    ranks: dict[str, int] = {}
    for place, one in enumerate(order, 1):
        tied = place > 1 and round(means[one] - means[order[place - 2]], 9) == 0
        ranks[one] = ranks[order[place - 2]] if tied else place
    return ranks
