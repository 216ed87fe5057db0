"""How the wall sheet is drawn: months across, lanes of bands whose inks differ without colour, and their key."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from iopd_desktop.actions.bands import Extent, Paint, Placed
from iopd_desktop.reports.calendar_wall.layout import Wall, WallLane
from iopd_desktop.reports.page import Ink, Style, measures, text_width
from iopd_desktop.words import N_, _, locale

KEY: Final[dict[Paint, str]] = {
    "fixed": N_("Fixed days"), "deadline": N_("Deadline"), "month": N_("Some time in"),
    "range": N_("Some time between"), "choice": N_("One of these"), "doubt": N_("Not confirmed"),
}  # fmt: skip
_BASE: Final = 1.4
_EDGE: Final = 0.8


@dataclass(frozen=True)
class Measures:
    """The measures of a sheet in points, by its paper: A3 is read from farther away."""

    scale: float

    @property
    def name(self) -> Style:
        """The style of names beside bands."""
        return Style(8.5 * self.scale, 11 * self.scale)

    @property
    def lanes(self) -> float:
        """The width of the column with the lanes' names."""
        return 78 * self.scale

    @property
    def head(self) -> float:
        """The height of the months' names."""
        return 19.5 * self.scale

    @property
    def least(self) -> float:
        """The least height of a row."""
        return 11 * self.scale

    @property
    def most(self) -> float:
        """The height of a row where there is room."""
        return 30 * self.scale

    @property
    def band(self) -> float:
        """The height of a band."""
        return 8.5 * self.scale

    @property
    def air(self) -> float:
        """The white over and under the rows of a lane."""
        return 4 * self.scale


@dataclass(frozen=True)
class Chart:
    """One sheet's chart: some lanes of a wall, rows so high, and the months in which nothing lies."""

    wall: Wall
    lanes: Sequence[WallLane]
    row: float
    free: Collection[int]
    by: Measures

    @property
    def height(self) -> float:
        """The height of it all."""
        rows = sum(lane.last - lane.first for lane in self.lanes)
        return self.by.head + rows * self.row + 2 * self.by.air * len(self.lanes) + 1

    def paint(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Months, lanes, bands and names."""
        left, foot = x + self.by.lanes, y + self.height - 1
        self._months(ink, left, y, foot)
        top = y + self.by.head
        ink.rule(x, top, x + width, 0.6, measures.ACCENT)
        for i, lane in enumerate(self.lanes):
            if i:
                ink.rule(x, top, x + width, 0.5, measures.RULE)
            size = 8.5 * self.by.scale
            label = Style(size, size, "bold", measures.ACCENT)
            ink.text(lane.label, x, top + self.by.air + self.row / 2 + size * 0.36, label, room=self.by.lanes - 6)
            self._lane(ink, lane, left, top + self.by.air)
            top += (lane.last - lane.first) * self.row + 2 * self.by.air
        ink.rule(x, foot, x + width, 0.6, measures.ACCENT)

    def _months(self, ink: Ink, left: float, y: float, foot: float) -> None:
        style = Style(7.5 * self.by.scale, 9.75 * self.by.scale, "bold", measures.ACCENT)
        months = self.wall.axis.months()
        wide = self._names("wide", style, months)
        names = wide or self._names("abbreviated", style, months)
        for number, start, end in months:
            if number in self.free:
                ink.box(left + start, y + self.by.head, end - start, foot - y - self.by.head, fill=measures.TINT)
            ink.rule(left + start, y + 3, foot, 0.3, measures.HAIRLINE, down=True)
            colour = measures.MUTED if number in self.free else measures.ACCENT
            baseline = y + self.by.head - 6 * self.by.scale
            ink.text(names.get(number, ""), left + start + 3, baseline, replace(style, colour=colour), room=end - start)

    def _names(self, form: str, style: Style, months: Sequence[tuple[int, float, float]]) -> dict[int, str]:
        """The months' names in a form of Babel's; none at all where one of them is wider than its month."""
        names = {number: str(locale().months["stand-alone"][form][number]) for number, _start, _end in months}
        names = {number: name[:1].upper() + name[1:] for number, name in names.items()}
        fit = all(text_width(names[number], style) + 6 <= end - start for number, start, end in months)
        return names if fit or form == "abbreviated" else {}

    def _lane(self, ink: Ink, lane: WallLane, left: float, top: float) -> None:
        for one in lane.placed:
            if lane.first <= one.row < lane.last:
                middle = top + (one.row - lane.first + 0.5) * self.row
                ink.subject = self.wall.names[one.band.id].entry.title
                paint_band(ink, one.band.paint, one.band.pieces, (left, middle), self.by.band)
                self._name(ink, one, left, middle)

    def _name(self, ink: Ink, one: Placed, left: float, middle: float) -> None:
        style, (start, end) = self.by.name, one.label
        if one.side == "inside":
            style = replace(style, size=7.5 * self.by.scale, colour=measures.WHITE)
        at = left + (end if one.side == "before" else start)
        align = "end" if one.side == "before" else "start"
        name = self.wall.names[one.band.id].spans()
        ink.text(name, at, middle + style.size * 0.36, style, align=align, room=end - start + 1)


def paint_band(ink: Ink, paint: Paint, pieces: Sequence[Extent], at: tuple[float, float], high: float) -> None:
    """A band about the line `at` (its beginning, its middle): each certainty has a fill and an edge of its own."""
    left, middle = at
    for start, end in pieces:
        _PAINTS[paint](ink, left + start, middle - high / 2, end - start, high)


def _fixed(ink: Ink, x: float, y: float, width: float, high: float) -> None:
    ink.box(x, y, width, high, fill=measures.ACCENT)


def _deadline(ink: Ink, x: float, y: float, width: float, high: float) -> None:
    middle, across, reach = y + high / 2, x + width / 2, high * 0.68
    corners = [(across, middle - reach), (across + reach, middle), (across, middle + reach), (across - reach, middle)]
    ink.polygon(corners, measures.INK)


def _month(ink: Ink, x: float, y: float, width: float, high: float) -> None:
    ink.box(x, y, width, high, fill=measures.MID)
    ink.rule(x, y + high - _BASE / 2, x + width, _BASE, measures.ACCENT)


def _range(ink: Ink, x: float, y: float, width: float, high: float) -> None:
    ink.box(x, y, width, high, fill=measures.TINT)
    ink.rule(x, y + high - _BASE / 2, x + width, _BASE, measures.ACCENT, dash=(5, 3))


def _choice(ink: Ink, x: float, y: float, width: float, high: float) -> None:
    ink.hatch(x, y, width, high, measures.ACCENT)
    ink.box(x, y, width, high, edge=measures.ACCENT, thick=_EDGE)


def _doubt(ink: Ink, x: float, y: float, width: float, high: float) -> None:
    ink.box(x, y, width, high, fill=measures.WHITE)
    for side in (y + _EDGE / 2, y + high - _EDGE / 2):
        ink.rule(x, side, x + width, _EDGE, measures.INK, dash=(2, 2))
    for side in (x + _EDGE / 2, x + width - _EDGE / 2):
        ink.rule(side, y, y + high, _EDGE, measures.INK, down=True, dash=(2, 2))


_PAINTS: Final[dict[Paint, Callable[[Ink, float, float, float, float], None]]] = {
    "fixed": _fixed, "deadline": _deadline, "month": _month, "range": _range, "choice": _choice, "doubt": _doubt,
    "span": _month,
}  # fmt: skip


def paint_key(wall: Wall, free: Collection[int], by: Measures, ink: Ink, x: float, y: float, width: float) -> None:
    """The paints that occur with their words, in one line that breaks where it must."""
    there = {one.band.paint for lane in wall.lanes for one in lane.placed}
    style, at, middle = Style(7.5 * by.scale, 9.75 * by.scale), x, y + 1.4 * by.band
    wide, gap = 26 * by.scale, 5 * by.scale
    told: list[tuple[Paint | None, str]] = [(paint, _(words)) for paint, words in KEY.items() if paint in there]
    if free:
        told.append((None, _("Month without an entry")))
    for paint, words in told:
        need = wide + gap + text_width(words, style)
        if at > x and at + need > x + width:
            at, middle = x, middle + 2 * by.band
        if paint is None:
            ink.box(at, middle - by.band / 2, wide, by.band, fill=measures.TINT, edge=measures.HAIRLINE, thick=0.3)
        else:
            paint_band(ink, paint, _sample(paint, wide), (at, middle), by.band)
        ink.text(words, at + wide + gap, middle + style.size * 0.36, style)
        at += need + 4 * gap


def _sample(paint: Paint, wide: float) -> list[Extent]:
    half = wide / 2
    return [(0, half - 2), (half + 2, wide)] if paint == "choice" else [(0, wide)]
