"""The year's lanes set out in pixels: which band stands where, and where the keys lead from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from iopd_desktop.actions.bands import Axis, Placed, band_of, free_months, packed, row_count
from iopd_desktop.models.fuzzy import FuzzyDate

# What a triangle before a label takes, in spaces that no line is broken at.
_ROOM = "\u2003\u2004"
Step = Literal["up", "down", "back", "on", "first", "last"]


@dataclass(frozen=True)
class Lane:
    """A lane of the year: its name, its words, and the letter that marks it where it has one."""

    name: str
    label: str
    letter: str = ""


@dataclass(frozen=True)
class Entry:
    """Something that happens in a lane; `told` says it all in words, for tooltips and screen readers.

    `span` is time to work in rather than a date, `done` the share of it that is done, from 0 to 1. `alert` is the
    icon before the label of what somebody should look at.
    """

    id: str
    lane: str
    label: str
    when: FuzzyDate
    told: str = ""
    deadline: bool = False
    done: float = 0.0
    span: bool = False
    alert: str = ""


@dataclass(frozen=True)
class Measures:
    """The measures of the drawing, grown with the text; `words` tells how wide a label is."""

    row: int
    pad: int
    words: Callable[[str], float]


@dataclass(frozen=True)
class LaidLane:
    """A lane in its place: from `top`, with `rows` rows."""

    lane: Lane
    top: int
    height: int
    placed: tuple[Placed, ...]


@dataclass(frozen=True)
class YearLayout:
    """All lanes of a year, with the months in which nothing may happen."""

    axis: Axis
    lanes: tuple[LaidLane, ...]
    free: tuple[int, ...]
    height: int
    row: int
    pad: int
    alerts: Mapping[str, str] = field(default_factory=dict)

    def everywhere(self) -> list[tuple[int, Placed]]:
        """Each band with the top of its row, lane by lane, in order of time."""
        return [
            (lane.top + self.pad + one.row * self.row, one)
            for lane in self.lanes
            for one in sorted(lane.placed, key=lambda each: (each.band.whole, each.row))
        ]

    def at(self, across: float, down: float, near: float = 4) -> str | None:
        """The id of the band or label at a point."""
        for top, one in self.everywhere():
            if not top <= down < top + self.row:
                continue
            start, end = min(one.band.whole[0], one.label[0]), max(one.band.whole[1], one.label[1])
            if start - near <= across <= end + near:
                return one.band.id
        return None

    def step(self, current: str | None, way: Step) -> str | None:
        """Where an arrow leads from a band: along the lane in time, or to the nearest one above or below."""
        order = self.everywhere()
        ids = [one.band.id for _top, one in order]
        if not order:
            return None
        if current not in ids:
            return ids[-1] if way == "last" else ids[0]
        place = ids.index(current)
        if way in {"up", "down"}:
            return self._nearest(order, place, up=way == "up")
        target = {"first": 0, "last": len(ids) - 1, "back": max(0, place - 1), "on": min(len(ids) - 1, place + 1)}
        return ids[target[way]]

    @staticmethod
    def _nearest(order: list[tuple[int, Placed]], place: int, *, up: bool) -> str:
        top, here = order[place]
        centre = sum(here.band.whole) / 2
        beyond = [(abs(t - top), abs(sum(one.band.whole) / 2 - centre), one.band.id) for t, one in order
                  if (t < top if up else t > top)]  # fmt: skip
        return min(beyond)[2] if beyond else here.band.id


def lay_out(year: int, lanes: Sequence[Lane], entries: Sequence[Entry], width: float, measures: Measures) -> YearLayout:
    """Set out the lanes one under the other; what does not touch the year is left out."""
    axis, top, laid = Axis.of_year(year, max(1.0, width)), 0, []
    for lane in lanes:
        bands = [
            band_of(
                one.id, f"{_ROOM if one.alert else ''}{one.label}", one.when, axis, deadline=one.deadline,
                done=one.done, span=one.span,
            )
            for one in entries
            if one.lane == lane.name
        ]
        placed = packed([band for band in bands if band], measures.words, axis.width)
        height = row_count(placed) * measures.row + 2 * measures.pad
        laid.append(LaidLane(lane, top, height, tuple(placed)))
        top += height
    free = free_months([one.when for one in entries], year)
    alerts = {one.id: one.alert for one in entries if one.alert}
    return YearLayout(axis, tuple(laid), tuple(free), top, measures.row, measures.pad, alerts)
