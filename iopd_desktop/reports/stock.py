"""Sheets of labels as they are sold: how many stand on one, how big, and where; in millimetres from the top left.

Published figures differ by up to half a millimetre: what is printed can be shifted, and a test sheet shows outlines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from iopd_desktop.reports.page.measures import MM

_SHEET: Final = (210.0, 297.0)


@dataclass(frozen=True)
class Stock:
    """A sheet of labels: across and down, a label's width and height, the first one's corner, the steps to the next.

    `label` is its name with these measures, which need no language.
    """

    label: str
    across: int
    down: int
    width: float
    height: float
    left: float
    top: float
    step_x: float
    step_y: float

    @property
    def count(self) -> int:
        """How many labels stand on a sheet."""
        return self.across * self.down

    def corner(self, place: int) -> tuple[float, float]:
        """The upper left corner of a label in points; labels are counted from 0, row by row."""
        down, across = divmod(place, self.across)
        return (self.left + across * self.step_x) * MM, (self.top + down * self.step_y) * MM

    def fits(self) -> bool:
        """Whether every label lies on an A4 sheet, and none over another."""
        right = self.left + (self.across - 1) * self.step_x + self.width
        low = self.top + (self.down - 1) * self.step_y + self.height
        apart = self.step_x >= self.width and self.step_y >= self.height
        return self.left >= 0 and self.top >= 0 and right <= _SHEET[0] + 1e-6 and low <= _SHEET[1] + 1e-6 and apart


STOCKS: Final = {
    "L7159": Stock("L7159 · 3 × 8 · 63.5 × 33.9 mm", 3, 8, 63.5, 33.9, 7.2, 12.9, 66.0, 33.9),
    "L7160": Stock("L7160 · 3 × 7 · 63.5 × 38.1 mm", 3, 7, 63.5, 38.1, 7.2, 15.1, 66.0, 38.1),
    "L7161": Stock("L7161 · 3 × 6 · 63.5 × 46.6 mm", 3, 6, 63.5, 46.6, 7.2, 8.7, 66.0, 46.6),
    "L7162": Stock("L7162 · 2 × 8 · 99.1 × 33.9 mm", 2, 8, 99.1, 33.9, 4.65, 12.9, 101.6, 33.9),
    "L7163": Stock("L7163 · 2 × 7 · 99.1 × 38.1 mm", 2, 7, 99.1, 38.1, 4.65, 15.1, 101.6, 38.1),
    "L7173": Stock("L7173 · 2 × 5 · 99.1 × 57 mm", 2, 5, 99.1, 57.0, 4.65, 6.0, 101.6, 57.0),
    "L7165": Stock("L7165 · 2 × 4 · 99.1 × 67.7 mm", 2, 4, 99.1, 67.7, 4.65, 13.1, 101.6, 67.7),
    "L4785": Stock("L4785 · 2 × 5 · 80 × 50 mm", 2, 5, 80.0, 50.0, 17.5, 13.5, 95.0, 55.0),
    "cut-8": Stock("A4/8 · 2 × 4 · 105 × 74.25 mm", 2, 4, 105.0, 74.25, 0.0, 0.0, 105.0, 74.25),
}


def places(stock: Stock, start: int, count: int) -> Iterator[list[int]]:
    """The places of so many labels, a list a sheet; the first sheet begins at its label `start` (from 1)."""
    first, left = start - 1, count
    while left > 0:
        some = min(left, stock.count - first)
        yield list(range(first, first + some))
        first, left = 0, left - some
