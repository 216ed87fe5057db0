"""Blocks of the packet's pages: a quotation on a quiet ground, lines to write on, two texts side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from iopd_desktop.reports.page import measures
from iopd_desktop.reports.page.blocks import Block, Drawing, Text
from iopd_desktop.reports.page.ink import Ink
from iopd_desktop.reports.page.measures import GRID, MM, Style, on_grid


@dataclass
class Tinted(Block):
    """A text on a quiet ground under a small label: a quotation."""

    label: str
    text: Text
    above: float = 3 * GRID
    gridded: bool = True

    def height(self, width: float) -> float:
        """Label, text and the ground around them."""
        return on_grid(self.text.height(width - 10 * MM) + 5 * GRID)

    def lead(self, width: float) -> float:
        """Label and first lines."""
        return 5 * GRID + self.text.lead(width - 10 * MM)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """The ground and the label are repeated."""
        parts = self.text.split(width - 10 * MM, room - 5 * GRID)
        if not parts or not isinstance(parts[0], Text) or not isinstance(parts[1], Text):
            return None
        return Tinted(self.label, parts[0], self.above), Tinted(self.label, parts[1])

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Ground, label, text."""
        ink.box(x, y, width, self.height(width), fill=measures.TINT)
        ink.text(self.label, x + 5 * MM, y + 2.4 * GRID, measures.TABLE_HEAD, room=width - 10 * MM)
        self.text.draw(ink, x + 5 * MM, y + 3.5 * GRID, width - 10 * MM)


def writing_lines(count: int, pitch: float = 9.2 * MM) -> Drawing:
    """Lines to write on by hand."""

    def paint(ink: Ink, x: float, y: float, width: float) -> None:
        for i in range(count):
            ink.rule(x, y + (i + 1) * pitch, x + width, 0.5, measures.HAIRLINE)

    return Drawing(count * pitch + 1, paint)


def signature_lines(*labels: tuple[str, float, float]) -> Drawing:
    """Lines to sign on, each (label, start, end) in millimetres from the text's edge."""

    def paint(ink: Ink, x: float, y: float, _width: float) -> None:
        for label, start, end in labels:
            ink.rule(x + start * MM, y + 1, x + end * MM, 0.6, measures.INK)
            ink.text(label, x + start * MM, y + 9.5, Style(7.5, 9.75, colour=measures.MUTED), room=(end - start) * MM)

    return Drawing(2 * GRID, paint, above=6 * GRID)


@dataclass
class SideBySide(Block):
    """Two texts paragraph by paragraph, the original at the leading side, its translation beside it."""

    labels: tuple[str, str]
    rows: Sequence[tuple[Text | None, Text | None]]
    above: float = 3 * GRID
    gridded: bool = True

    def _side(self, width: float) -> float:
        return (width - measures.COLUMN_GAP) / 2

    def _white(self, i: int) -> float:
        """The white above a row: none above the first, none under a head."""
        if not i or any(text and text.keep for text in self.rows[i - 1]):
            return 0.0
        return max((text.above for text in self.rows[i] if text), default=0.0)

    def height(self, width: float) -> float:
        """Label line and rows, each as high as its higher side."""
        side = self._side(width)
        return 2 * GRID + sum(self._white(i) + _high(row, side) for i, row in enumerate(self.rows))

    def lead(self, width: float) -> float:
        """The labels, a head and some lines."""
        return 8 * GRID

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Between rows, or inside one; never after a head; the labels are repeated."""
        side, filled = self._side(width), 2 * GRID
        for i, row in enumerate(self.rows):
            filled += self._white(i)
            high = _high(row, side)
            if filled + high > room:
                return self._split_at(i, side, room - filled)
            filled += high
        return None

    def _split_at(self, i: int, side: float, room: float) -> tuple[Block, Block] | None:
        first, second = _halves(self.rows[i], side, room)
        before = [*self.rows[:i], *([first] if first else [])]
        after = [*([second] if second else []), *self.rows[i + 1 :]]
        while before and any(text and text.keep for text in before[-1]):
            after.insert(0, before.pop())
        if not before or not after:
            return None
        return SideBySide(self.labels, before, self.above), SideBySide(self.labels, after)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Labels, rows, and a hairline in the middle of the gap."""
        side = self._side(width)
        second = x + side + measures.COLUMN_GAP
        ink.rule(x + width / 2, y, y + self.height(width), 0.4, measures.RULE, down=True)
        for label, at in zip(self.labels, (x, second), strict=True):
            ink.text(label, at, y + 7, measures.TABLE_HEAD, room=side)
        y += 2 * GRID
        for i, row in enumerate(self.rows):
            y += self._white(i)
            for text, at in zip(row, (x, second), strict=True):
                if text:
                    text.draw(ink, at, y, side)
            y += _high(row, side)


_Row = tuple[Text | None, Text | None]


def _high(row: _Row, side: float) -> float:
    return max((text.height(side) for text in row if text), default=0.0)


def _halves(row: _Row, side: float, room: float) -> tuple[_Row | None, _Row | None]:
    """A row of two texts parted at the same height; a text that fits whole leaves nothing for after."""
    before: list[Text | None] = []
    after: list[Text | None] = []
    for text in row:
        if text is None or text.height(side) <= room:
            before.append(text)
            after.append(None)
            continue
        parts = text.split(side, room)
        if not parts or not isinstance(parts[0], Text) or not isinstance(parts[1], Text):
            return None, row
        before.append(parts[0])
        after.append(parts[1])
    return (before[0], before[1]), (after[0], after[1])
