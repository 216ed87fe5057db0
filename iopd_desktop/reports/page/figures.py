"""Numbers to see in a text: key figures beside each other, and a bar in a table's cell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from iopd_desktop.reports.page import measures
from iopd_desktop.reports.page.blocks import Block, Text
from iopd_desktop.reports.page.ink import Ink
from iopd_desktop.reports.page.measures import GRID, Style
from iopd_desktop.reports.page.setting import text_width

_COUNTS: Final = Style(9.5, 13, "bold")
_REMARK: Final = Style(7.5, 9.75, colour=measures.MUTED)
_GUTTER: Final = 2 * GRID
_FIGURE: Final = 34.0
_ROW: Final = 19.5


@dataclass(frozen=True)
class Bar:
    """A bar in a table's cell, its length a share of the cell from 0 to 1; with `track` the whole is outlined."""

    share: float
    track: bool = False

    def height(self, width: float) -> float:
        """It asks for no more than its row."""
        return 0.0

    def draw(self, ink: Ink, x: float, y: float, width: float, height: float) -> None:
        """In the accent colour, in the middle of the row, or with a track beside the first line of its text."""
        share = min(max(self.share, 0.0), 1.0)
        if self.track:
            y += (min(height, _ROW) - 7) / 2
            ink.box(x, y, width, 7, fill=measures.WHITE, edge=measures.INK, thick=0.6)
        else:
            y += (height - 7) / 2
        ink.box(x, y, width * share, 7, fill=measures.ACCENT)


def key_figures(figures: Sequence[tuple[str, str, str]]) -> "KeyFigures":
    """Big numbers beside each other, each (number, what it counts, remark)."""
    return KeyFigures(tuple(figures))


@dataclass
class KeyFigures(Block):
    """What `key_figures` makes: each under a rule of its own, its words under it on as many lines as they need."""

    figures: Sequence[tuple[str, str, str]]
    above: float = 3 * GRID
    gridded: bool = True

    def _room(self, width: float) -> float:
        count = max(len(self.figures), 1)
        return (width - (count - 1) * _GUTTER) / count

    def _words(self, width: float) -> list[tuple[Text, Text]]:
        return [(Text(label, _COUNTS), Text(remark, _REMARK)) for _figure, label, remark in self.figures]

    def height(self, width: float) -> float:
        """Rule and number, and the words of the figure that has most."""
        room = self._room(width)
        words = self._words(width)
        return _FIGURE + max((one.height(room) + other.height(room) for one, other in words), default=0.0) + GRID

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """A number that is wider than its place is set smaller."""
        room = self._room(width)
        for (figure, _label, _remark), (label, remark) in zip(self.figures, self._words(width), strict=True):
            ink.rule(x, y, x + room, 1.2, measures.ACCENT)
            style = measures.KEY_FIGURE
            if (wide := text_width(figure, style)) > room:
                style = replace(style, size=0.999 * style.size * room / wide)
            ink.text(figure, x, y + _FIGURE - 3, style)
            label.draw(ink, x, y + _FIGURE + 1, room)
            if remark.spans:
                remark.draw(ink, x, y + _FIGURE + 2 + label.height(room), room)
            x += room + _GUTTER
