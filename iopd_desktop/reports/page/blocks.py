"""What stands on a page one under the other: texts, items, gaps, writing lines, columns side by side."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from iopd_desktop.reports.page import measures
from iopd_desktop.reports.page.ink import Ink
from iopd_desktop.reports.page.measures import GRID, MM, Style
from iopd_desktop.reports.page.setting import Line, Spans, lines, text_width
from iopd_desktop.reports.page.writing import one_line, plain, right_to_left

_LEAST_LINES: Final = 3
_MARKER_WIDTH: Final = 7 * MM
_SMALLEST_BAND: Final = 8.5


class Block:
    """Something with a height that is drawn whole, or split where a page ends.

    `above` is the white before it unless it begins a column, `keep` holds it to what follows, `gridded`
    starts it on the grid, `mark` is what the running head may name, `place` the name by which its page is found.
    """

    above: float = 0.0
    keep: bool = False
    gridded: bool = False
    mark: str = ""
    place: str = ""

    def height(self, width: float) -> float:
        """The height in points that it takes in a column of this width."""
        raise TypeError(f"{type(self).__name__} has no height")

    def lead(self, width: float) -> float:
        """The least height of it that a heading before it must have on the same page."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple["Block", "Block"] | None:
        """The part that fits and the rest, or None where it does not break in this room."""
        return None

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw it with its upper leading corner at (x, y)."""


@dataclass
class Text(Block):
    """One paragraph in one style; `spans` may mix weights; `level` puts it into the outline, under
    `called` if that is told.

    `indent` and `trim` leave white at its start and its end. With `turns` it is set from the right where most
    of its letters read so.
    """

    spans: str | Spans
    style: Style
    align: str = "start"
    indent: float = 0.0
    level: int | None = None
    called: str = ""
    keep: bool = False
    gridded: bool = False
    above: float = 0.0
    mark: str = ""
    turns: bool = False
    trim: float = 0.0
    made: tuple[Line, ...] | None = None

    def lines(self, width: float) -> tuple[Line, ...]:
        """Its lines in a column of this width."""
        return (
            self.made
            if self.made is not None
            else lines(self.spans, self.style, width - self.indent - self.trim, turns=self.turns)
        )

    def height(self, width: float) -> float:
        """Lines times leading."""
        return len(self.lines(width)) * self.style.leading

    def lead(self, width: float) -> float:
        """Three lines, or all of a shorter text."""
        return min(len(self.lines(width)), _LEAST_LINES) * self.style.leading

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """At a line, leaving at least two on each side where there are four."""
        every = self.lines(width)
        fits = int((room + 0.01) // self.style.leading)
        if len(every) - fits == 1 and fits > 2:
            fits -= 1
        if fits < 1 or fits >= len(every) or (fits == 1 and len(every) > 1 and self.lead(width) > room):
            return None
        return replace(self, made=every[:fits]), replace(self, made=every[fits:], above=0.0, level=None)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Line by line; a line that reads from the right stands at the right edge."""
        if self.level is not None:
            ink.outline(one_line(self.called or spoken(self.spans)), self.level)
        size, baseline = self.style.size, y + self.style.size
        for line in self.lines(width):
            wide = line.width * size / 1000
            align = "end" if line.from_right and self.align == "start" else self.align
            shift = {"start": self.indent, "end": width - wide, "centre": (width - wide) / 2}[align]
            ink.line(line, x + shift, baseline, self.style)
            baseline += self.style.leading


def spoken(spans: str | Spans) -> str:
    """The letters of a text, whatever their weights."""
    return spans if isinstance(spans, str) else "".join(text for text, _ in spans)


def title(text: str | Spans, *, style: Style = measures.TITLE, called: str = "") -> Text:
    """A page's title; `called` is its name in the outline where that differs."""
    return Text(text, style, level=0, called=called, keep=True, gridded=True)


def section(text: str, *, level: int | None = 1) -> Text:
    """A section's heading; it keeps three lines of what follows with it."""
    return Text(text, measures.SECTION, level=level, keep=True, gridded=True, above=measures.SECTION.above)


def paragraph_head(text: str) -> Text:
    """The bold line over a paragraph."""
    style = measures.PARAGRAPH_HEAD
    return Text(text, style, keep=True, above=style.above)


def lede(text: str) -> Text:
    """The sentences under a title."""
    return Text(text, measures.LEDE, gridded=True)


def paragraph(text: str | Spans, style: Style = measures.BODY) -> Text:
    """A paragraph; one that reads from the right is set larger, with more leading."""
    if style is measures.BODY and right_to_left(one_line(spoken(text))):
        style = measures.ARABIC
    return Text(text, style, above=style.above, turns=True)


def paragraphs(text: str, style: Style = measures.BODY) -> Iterator[Text]:
    """A longer text, a block for each of its paragraphs; empty lines only part them."""
    for part in plain(text):
        if part:
            yield paragraph(part, style)


def note(text: str | Spans, *, align: str = "start") -> Text:
    """A small remark."""
    return Text(text, measures.NOTE, align=align, above=measures.NOTE.above)


@dataclass
class Item(Block):
    """A numbered or bulleted line: the marker at the edge, the text beside it."""

    marker: str
    text: Text
    above: float = GRID

    def height(self, width: float) -> float:
        """That of its text."""
        return self.text.height(width - _MARKER_WIDTH)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """An empty marker is drawn as a small square."""
        size = self.text.style.size
        if self.marker:
            style = Style(size, size, "bold", measures.ACCENT)
            ink.text(self.marker, x, y + size, style)
        else:
            ink.box(x, y + size * 0.5, 4, 4, fill=measures.ACCENT)
        shift = _MARKER_WIDTH if self.marker else 5 * MM
        self.text.draw(ink, x + shift, y, width - _MARKER_WIDTH)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """The rest hangs under its own text."""
        parts = self.text.split(width - _MARKER_WIDTH, room)
        if not parts or not isinstance(parts[1], Text):
            return None
        return Item(self.marker, replace(self.text, made=getattr(parts[0], "made", None))), parts[1]


@dataclass
class Gap(Block):
    """White of a height in points; it vanishes where a column begins."""

    high: float
    gridded: bool = False

    def height(self, width: float) -> float:
        """As told."""
        return self.high

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """A gap never moves to the next page."""
        return Gap(max(room, 0.0)), Gap(0.0)


@dataclass
class Drawing(Block):
    """A block that a function draws: `paint(ink, x, y, width)`."""

    high: float
    paint: Callable[[Ink, float, float, float], None]
    above: float = 0.0
    keep: bool = False
    gridded: bool = True
    mark: str = ""
    place: str = ""

    def height(self, width: float) -> float:
        """As told."""
        return self.high

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Let the function draw."""
        self.paint(ink, x, y, width)


def band(
    text: str, beside: str = "", *, high: float = 28, size: float = 11, level: int | None = None, place: str = ""
) -> Drawing:  # fmt: skip
    """A heading in white on a band of the accent colour, with a remark at its end; a long one is set smaller."""

    def paint(ink: Ink, x: float, y: float, width: float) -> None:
        if level is not None:
            ink.outline(one_line(text), level)
        ink.box(x, y, width, high, fill=measures.ACCENT)
        baseline = y + high / 2 + size * 0.36
        light = Style(size - 1.5, size, colour=measures.WHITE)
        taken = ink.text(beside, x + width - high * 0.42, baseline, light, align="end", room=width / 2)
        bold, room = Style(size, size, "bold", measures.WHITE), width - high * 0.84 - taken - GRID
        if (wide := text_width(text, bold)) > room:
            bold = replace(bold, size=max(0.999 * size * room / wide, _SMALLEST_BAND))
        ink.text(text, x + high * 0.42, baseline, bold, room=room)

    return Drawing(high, paint, above=2 * GRID, keep=True, place=place)


@dataclass
class Together(Block):
    """Blocks that must not be parted: an entry of a directory."""

    parts: Sequence[Block]
    above: float = 0.0
    mark: str = ""
    gridded: bool = True
    keep: bool = False
    place: str = ""

    def height(self, width: float) -> float:
        """The sum of its parts, with the white between them."""
        return sum(part.height(width) + (part.above if i else 0.0) for i, part in enumerate(self.parts))

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Only an entry that is taller than a whole page breaks, between its parts."""
        if self.height(width) <= measures.TEXT_BOTTOM - measures.TEXT_TOP:
            return None
        filled = 0.0
        for i, part in enumerate(self.parts):
            high = part.height(width) + (part.above if i else 0.0)
            if filled + high > room:
                return self._split_at(i, width, room - filled)
            filled += high
        return None

    def _split_at(self, i: int, width: float, room: float) -> tuple[Block, Block] | None:
        inner = self.parts[i].split(width, room)
        first = [*self.parts[:i], *([inner[0]] if inner else [])]
        rest = [*([inner[1]] if inner else [self.parts[i]]), *self.parts[i + 1 :]]
        if not first:
            return None
        return Together(first, self.above, self.mark, place=self.place), Together(rest, 0.0, self.mark)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """One under the other."""
        for i, part in enumerate(self.parts):
            y += part.above if i else 0.0
            part.draw(ink, x, y, width)
            y += part.height(width)
