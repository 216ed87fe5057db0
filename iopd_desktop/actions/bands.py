"""Where fuzzy dates stand on a line of days, and how bands and their labels are packed; plain arithmetic, no window."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from iopd_desktop.models.fuzzy import FuzzyDate

Paint = Literal["fixed", "month", "range", "choice", "doubt", "deadline", "span"]
Side = Literal["inside", "rest", "after", "before"]
Extent = tuple[float, float]

_MONTH_DAYS = 31
_THINNEST = 5.0
_DIAMOND = 14.0
_GAP = 8.0


@dataclass(frozen=True)
class Axis:
    """A line of whole days from `first` to `last`, drawn over `width` pixels."""

    first: date
    last: date
    width: float

    @classmethod
    def of_year(cls, year: int, width: float) -> "Axis":
        """The line of one year."""
        return cls(date(year, 1, 1), date(year, 12, 31), width)

    @property
    def day(self) -> float:
        """The width of one day."""
        return self.width / ((self.last - self.first).days + 1)

    def at(self, when: date) -> float:
        """Where a day begins, from 0; days outside the line lie outside 0 and `width`."""
        return (when - self.first).days * self.day

    def extent(self, first: date, last: date) -> Extent | None:
        """From the beginning of one day to the end of another, cut at the ends of the line; None if outside."""
        if last < self.first or first > self.last:
            return None
        return max(0.0, self.at(first)), min(self.width, self.at(last + timedelta(days=1)))

    def months(self) -> list[tuple[int, float, float]]:
        """Each month of the line: its number, where it begins and where it ends."""
        found, start = [], self.first.replace(day=1)
        while start <= self.last:
            following = (start + timedelta(days=_MONTH_DAYS + 1)).replace(day=1)
            if cut := self.extent(start, following - timedelta(days=1)):
                found.append((start.month, *cut))
            start = following
        return found


@dataclass(frozen=True)
class Band:
    """What is to be placed: an id, its words, how sure it is, and the pieces of line that it covers."""

    id: str
    label: str
    paint: Paint
    pieces: tuple[Extent, ...]
    done: float = 0.0

    @property
    def whole(self) -> Extent:
        """From the beginning of the first piece to the end of the last."""
        return min(start for start, _end in self.pieces), max(end for _start, end in self.pieces)


@dataclass(frozen=True)
class Placed:
    """A band in its row, with its label's side, its label's extent, and the words that fit there."""

    band: Band
    row: int
    side: Side
    label: Extent


def paint_of(when: FuzzyDate, *, deadline: bool = False) -> Paint:
    """How sure a date is, as it is painted: doubt before choice, choice before vagueness."""
    if when.certainty == "uncertain":
        return "doubt"
    if when.certainty == "alternatives":
        return "choice"
    if when.certainty == "fixed":
        return "deadline" if deadline and when.earliest == when.latest else "fixed"
    return "month" if (when.latest - when.earliest).days < _MONTH_DAYS else "range"


def pieces(when: FuzzyDate, axis: Axis) -> tuple[Extent, ...]:
    """The extents of a date's possibilities or parts; each is wide enough to be seen and hit."""
    found = [axis.extent(first, last) for first, last in _joined(when.parts())]
    return tuple(_seen(extent, axis) for extent in found if extent)


def _joined(parts: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """Days that follow each other without a gap are one piece; months that are alternatives stay apart."""
    made: list[tuple[date, date]] = []
    for first, last in sorted(parts):
        short = first == last and made and (made[-1][1] - made[-1][0]).days < _MONTH_DAYS
        if short and made[-1][1] + timedelta(days=1) == first:
            made[-1] = (made[-1][0], last)
        else:
            made.append((first, last))
    return made


def _seen(extent: Extent, axis: Axis) -> Extent:
    start, end = extent
    missing = max(0.0, _THINNEST - (end - start)) / 2
    start, end = start - missing, end + missing
    shift = max(0.0, -start) - max(0.0, end - axis.width)
    return start + shift, end + shift


def band_of(
    id: str, label: str, when: FuzzyDate, axis: Axis, *, deadline: bool = False, done: float = 0.0, span: bool = False
) -> Band | None:
    """The band of a dated thing, or None where nothing of it lies on the line; `span` is time to work in."""
    paint: Paint = "span" if span else paint_of(when, deadline=deadline)
    found = pieces(when, axis)
    if paint == "deadline" and found:
        centre = (found[0][0] + found[0][1]) / 2
        found = ((centre - _DIAMOND / 2, centre + _DIAMOND / 2),)
    return Band(id, label, paint, found, done) if found else None


def packed(bands: Iterable[Band], measure: Callable[[str], float], width: float) -> list[Placed]:
    """Give each band the first free row and a side for its label, so that nothing overlaps.

    Bands are taken by their earliest day. A label stands inside a solid band that is wide enough, else after
    the band, else before it; a label that is longer than the line itself is cut to the longer side.
    """
    rows: list[list[Extent]] = []
    ordered = sorted(bands, key=lambda one: (*one.whole, one.label))
    return [_place(band, _sides(band, measure(band.label), width), rows) for band in ordered]


def _sides(band: Band, wanted: float, width: float) -> list[tuple[Side, Extent]]:
    """The sides on which a label may stand, best first."""
    start, end = band.whole
    if band.paint == "fixed" and wanted + 2 * _GAP <= end - start and len(band.pieces) == 1:
        return [("inside", (start + _GAP, start + _GAP + wanted))]
    sides: list[tuple[Side, Extent]] = []
    if end + _GAP + wanted <= width:
        sides.append(("after", (end + _GAP, end + _GAP + wanted)))
    if start - _GAP - wanted >= 0:
        sides.append(("before", (start - _GAP - wanted, start - _GAP)))
    if sides:
        return sides
    rooms: list[tuple[Side, Extent]] = []
    if band.paint == "span":  # time to work in has room in what is left of it, or in what is done
        done = start + band.done * (end - start)
        rooms = [("rest", (done + _GAP, end - _GAP)), ("inside", (start + _GAP, done - _GAP))]
        for side, (first, last) in rooms:
            if wanted <= last - first:
                return [(side, (first, first + wanted))]
    rooms += [("after", (end + _GAP, max(end + _GAP, width))), ("before", (0.0, max(0.0, start - _GAP)))]
    return [max(rooms, key=lambda room: room[1][1] - room[1][0])]


def _place(band: Band, sides: Sequence[tuple[Side, Extent]], rows: list[list[Extent]]) -> Placed:
    for number in range(len(rows) + 1):
        if number == len(rows):
            rows.append([])
        for side, label in sides:
            taken = min(band.whole[0], label[0]), max(band.whole[1], label[1])
            if all(taken[1] + _GAP <= start or end + _GAP <= taken[0] for start, end in rows[number]):
                rows[number].append(taken)
                return Placed(band, number, side, label)
    raise AssertionError("a new row is always free")


def row_count(placed: Iterable[Placed]) -> int:
    """How many rows are needed; one at least."""
    return max((one.row + 1 for one in placed), default=1)


def free_months(dates: Iterable[FuzzyDate], year: int) -> list[int]:
    """The months of a year that no date may fall in."""
    taken: set[int] = set()
    for when in dates:
        for first, last in when.parts():
            start, end = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
            taken.update(range(start.month, end.month + 1) if start <= end else ())
    return [month for month in range(1, 13) if month not in taken]
