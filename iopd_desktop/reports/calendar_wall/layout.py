"""What stands where on the year's wall sheet: lanes of bands with names that fit, and numbers for those that do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from iopd_desktop.actions.bands import Axis, Band, Placed, band_of, packed, row_count
from iopd_desktop.actions.happenings import LANES, Happening
from iopd_desktop.reports.page import Style, text_width
from iopd_desktop.words import _

# How much of the year's width a name may take: the longest limit that leaves everything on one sheet is kept.
_LIMITS: Final = (0.5, 0.34, 0.22, 0.12, 0.0)
_MANY_DAYS: Final = 3


@dataclass(frozen=True)
class Name:
    """What is written beside a band: its days and its name, or its number in the list."""

    entry: Happening
    days: str
    number: int = 0

    @property
    def label(self) -> str:
        """The words as one."""
        if self.number:
            return str(self.number)
        return f"{self.days} {self.entry.label}" if self.days else self.entry.label

    def spans(self) -> list[tuple[str, str]]:
        """The words with their weights: days and numbers bold."""
        if self.number:
            return [(str(self.number), "bold")]
        days = [(self.days + " ", "bold")] if self.days else []
        return [*days, (self.entry.label, "regular")]

    def width(self, style: Style) -> float:
        """How wide it is in points."""
        bold = Style(style.size, style.leading, "bold")
        return sum(text_width(text, bold if weight == "bold" else style) for text, weight in self.spans())


@dataclass(frozen=True)
class WallLane:
    """A lane with its placed bands, or that part of it which stands on one sheet: rows `first` to before `last`."""

    label: str
    placed: tuple[Placed, ...]
    first: int
    last: int


@dataclass(frozen=True)
class Wall:
    """A year set out on a line: its lanes, and the names by the id of their entry."""

    axis: Axis
    lanes: tuple[WallLane, ...]
    names: dict[str, Name]

    @property
    def rows(self) -> int:
        """How many rows the lanes take."""
        return sum(lane.last - lane.first for lane in self.lanes)

    @property
    def numbered(self) -> list[Name]:
        """The names that are told in the list, by number."""
        return sorted((name for name in self.names.values() if name.number), key=lambda name: name.number)


def set_out(entries: Sequence[Happening], year: int, width: float, rows: int, style: Style) -> Wall:
    """The entries on a line `width` points long: as many names as leave no more than `rows` rows."""
    wall = _with(entries, year, width, _LIMITS[0], style)
    for limit in _LIMITS[1:]:
        if wall.rows <= rows:
            break
        wall = _with(entries, year, width, limit, style)
    return wall


def sheets(wall: Wall, rows: int) -> list[tuple[WallLane, ...]]:
    """The lanes parted into sheets of so many rows; a lane that does not fit goes on with its next rows."""
    made: list[list[WallLane]] = [[]]
    left = rows
    for lane in wall.lanes:
        first = lane.first
        while first < lane.last:
            if not left:
                made.append([])
                left = rows
            last = min(lane.last, first + left)
            made[-1].append(WallLane(lane.label, lane.placed, first, last))
            left -= last - first
            first = last
    return [tuple(lanes) for lanes in made]


def _with(entries: Sequence[Happening], year: int, width: float, limit: float, style: Style) -> Wall:
    axis = Axis.of_year(year, width)
    names: dict[str, Name] = {}
    count = 0
    for entry in entries:
        name = Name(entry, days_of(entry))
        if name.width(style) > limit * width:
            count += 1
            name = Name(entry, "", count)
        names[entry.id] = name
    widths = {name.label: name.width(style) for name in names.values()}
    lanes = []
    for code, words in LANES.items():
        placed = packed(_bands(entries, code, names, axis), widths.__getitem__, width)
        lanes.append(WallLane(_(words), tuple(placed), 0, row_count(placed)))
    return Wall(axis, tuple(lanes), names)


def _bands(entries: Sequence[Happening], lane: str, names: dict[str, Name], axis: Axis) -> list[Band]:
    found = [
        band_of(one.id, names[one.id].label, one.when, axis, deadline=one.deadline)
        for one in entries
        if one.lane == lane and one.when
    ]
    return [band for band in found if band]


def days_of(entry: Happening) -> str:
    """The days of a fixed date without their month, which the sheet shows: 15, 15–18, 3, 17."""
    when = entry.when
    if when is None or when.certainty != "fixed" or (when.earliest.year, when.earliest.month) != (
        when.latest.year, when.latest.month,
    ):  # fmt: skip
        return ""
    days = when.days
    if len(days) == (when.latest - when.earliest).days + 1 and len(days) > 1:
        return f"{days[0].day}–{days[-1].day}"
    return ", ".join(str(one.day) for one in days) if len(days) <= _MANY_DAYS else ""
