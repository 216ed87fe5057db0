"""Tables of the house: horizontal lines only, the head repeated on every page, rows that do not split."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from iopd_desktop.reports.page import measures
from iopd_desktop.reports.page.blocks import Block, Text
from iopd_desktop.reports.page.ink import Ink
from iopd_desktop.reports.page.measures import MM, Style
from iopd_desktop.reports.page.setting import Spans

_TOP: Final = 3.5
_BOTTOM: Final = 5.0
_RIGHT: Final = 6.0
_ROW: Final = 19.5


class Mark(Protocol):
    """Something other than words in a cell: a box to cross, a bar."""

    def height(self, width: float) -> float:
        """The height it needs, with the cell's padding."""

    def draw(self, ink: Ink, x: float, y: float, width: float, height: float) -> None:
        """Draw it into the cell whose upper corner is (x, y)."""


@dataclass(frozen=True)
class Column:
    """A column: its head, its width in millimetres (0 takes the rest), where its texts stand, their style.

    With `over` its head runs over the next column too, which then has none.
    """

    head: str
    width: float = 0.0
    align: str = "start"
    style: Style = measures.TABLE
    over: bool = False


@dataclass(frozen=True)
class Cell:
    """A text in a style of its own."""

    spans: str | Spans
    style: Style
    align: str = ""


@dataclass(frozen=True)
class Row:
    """One row; `line` is what stands above it (none, hair, rule, accent), from column `start` on.

    `until` is the column before which it ends. The cell of column `joined` runs over the next. `least` is a least
    height in points, `tint` a quiet ground, `subject` the record at hand.
    """

    cells: "tuple[Content, ...]"
    line: str = "hair"
    start: int = 0
    until: int | None = None
    joined: int | None = None
    least: float = _ROW
    tint: bool = False
    subject: str = ""


Content = str | Cell | Text | Mark | None

_LINES: Final = {
    "hair": (0.3, measures.HAIRLINE),
    "rule": (0.5, measures.RULE),
    "accent": (0.6, measures.ACCENT),
    "group": (0.9, measures.INK),
}


@dataclass
class Table(Block):
    """Rows under a head, between two lines if `framed`, with some more `air` over and under their texts.

    `goes_on` is the sentence under a table that continues on the next page.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    goes_on: str = ""
    above: float = 0.0
    gridded: bool = True
    headed: bool = True
    framed: bool = True
    air: float = 0.0
    continued: bool = False
    known: dict[tuple[int, float], tuple[Row, float]] = field(default_factory=dict, repr=False)

    @property
    def _white(self) -> float:
        return _TOP + _BOTTOM + 2 * self.air

    def _widths(self, width: float) -> list[float]:
        told = [column.width * MM for column in self.columns]
        free = sum(1 for wide in told if not wide)
        rest = max(width - sum(told), 0.0) / free if free else 0.0
        return [wide or rest for wide in told]

    def _texts(self, row: Row) -> list[Text | None]:
        made: list[Text | None] = []
        for column, cell in zip(self.columns, row.cells, strict=True):
            if isinstance(cell, str):
                made.append(Text(cell, column.style, column.align))
            elif isinstance(cell, Cell):
                made.append(Text(cell.spans, cell.style, cell.align or column.align))
            elif isinstance(cell, Text):
                made.append(cell)
            else:
                made.append(None)
        return made

    def _head_height(self, widths: Sequence[float]) -> float:
        if not self.headed or not any(column.head for column in self.columns):
            return 0.0
        return max(_TOP + text.height(room - _RIGHT) + _BOTTOM for text, room in self._heads(widths) if text.spans)

    def _heads(self, widths: Sequence[float]) -> list[tuple[Text, float]]:
        """The heads that there are, each with the width it may take."""
        made = []
        for i, (column, wide) in enumerate(zip(self.columns, widths, strict=True)):
            room = wide + widths[i + 1] if column.over else wide
            made.append((Text(column.head, measures.TABLE_HEAD, column.align), room))
        return made

    def _row_height(self, row: Row, widths: Sequence[float]) -> float:
        """A row's height, asked of its texts once: a table that goes on is measured again on every page."""
        key = (id(row), sum(widths))
        if key not in self.known:
            self.known[key] = row, self._measured(row, widths)  # kept with its row, so that no other has its id
        return self.known[key][1]

    def _measured(self, row: Row, widths: Sequence[float]) -> float:
        high, widths = row.least, _row_widths(row, widths)
        texts = self._texts(row)
        biggest = _biggest(texts)
        for text, cell, wide in zip(texts, row.cells, widths, strict=True):
            if text:
                high = max(high, self._white + biggest - text.style.size + text.height(wide - _RIGHT))
            elif cell is not None and not isinstance(cell, str | Cell | Text):
                high = max(high, cell.height(wide))
        return high

    def height(self, width: float) -> float:
        """Head and rows, and the sentence under them."""
        widths = self._widths(width)
        rows = sum(self._row_height(row, widths) for row in self.rows)
        return self._head_height(widths) + rows + (measures.NOTE.leading + 4 if self.goes_on and self.continued else 1)

    def lead(self, width: float) -> float:
        """The head and the first two rows."""
        widths = self._widths(width)
        return self._head_height(widths) + sum(self._row_height(row, widths) for row in self.rows[:2])

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Between two rows; a row higher than a page is cut at a line."""
        widths = self._widths(width)
        filled = self._head_height(widths)
        if self.goes_on:
            room -= measures.NOTE.leading + 4
        for i, row in enumerate(self.rows):
            high = self._row_height(row, widths)
            if filled + high <= room:
                filled += high
                continue
            whole = measures.TEXT_BOTTOM - measures.TEXT_TOP - self._head_height(widths)
            if high > whole and (parts := self._cut(row, widths, room - filled)):
                return self._parts([*self.rows[:i], parts[0]], [parts[1], *self.rows[i + 1 :]])
            i = self._with_its_task(i)
            return self._parts(self.rows[:i], self.rows[i:]) if i else None
        return None

    def _with_its_task(self, i: int) -> int:
        """A row that opens a group goes with its first sub-row."""
        while i > 0 and self.rows[i].start and not self.rows[i - 1].start:
            i -= 1
        return i

    def _parts(self, before: Sequence[Row], after: Sequence[Row]) -> tuple[Block, Block]:
        return replace(self, rows=before, continued=True), replace(self, rows=after, above=0.0, continued=False)

    def _cut(self, row: Row, widths: Sequence[float], room: float) -> tuple[Row, Row] | None:
        before: list[Content] = []
        after: list[Content] = []
        for text, cell, wide in zip(self._texts(row), row.cells, _row_widths(row, widths), strict=True):
            parts = text.split(wide - _RIGHT, room - self._white) if text else None
            before.append(_as_text(parts[0]) if parts else cell)
            after.append(_as_text(parts[1]) if parts else None)
        if not any(after):
            return None
        return replace(row, cells=tuple(before)), replace(row, cells=tuple(after), line="none")

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Head, rows, and the last line."""
        widths = self._widths(width)
        if self.headed:
            ink.rule(x, y, x + width, 1, measures.ACCENT)
            self._draw_head(ink, x, y, widths)
            y += self._head_height(widths)
        if self.framed:
            ink.rule(x, y, x + width, 0.6, measures.ACCENT)
        for i, row in enumerate(self.rows):
            high = self._row_height(row, widths)
            self._draw_row(ink, row, x, y, widths, high, first=not i)
            y += high
        last = self.rows[-1].until if self.rows and not self.framed else None
        ink.rule(x, y, x + sum(widths[:last]), 0.6 if self.framed else 0.3, self._last_colour())
        if self.goes_on and self.continued:
            style = measures.NOTE
            ink.text(self.goes_on, x + width, y + style.leading + 2, style, align="end", room=width)

    def _last_colour(self) -> str:
        return measures.ACCENT if self.framed else measures.HAIRLINE

    def _draw_head(self, ink: Ink, x: float, y: float, widths: Sequence[float]) -> None:
        for (text, room), wide in zip(self._heads(widths), widths, strict=True):
            if text.spans:
                text.draw(ink, x, y + _TOP, room - (_RIGHT if text.align != "centre" else 0))
            x += wide

    def _draw_row(
        self, ink: Ink, row: Row, x: float, y: float, widths: Sequence[float], high: float, *, first: bool
    ) -> None:
        ink.subject = row.subject or ink.subject
        if row.tint:
            ink.box(x, y + 0.3, sum(widths), high - 0.6, fill=measures.TINT)
        if not first and row.line in _LINES:
            thick, colour = _LINES[row.line]
            ink.rule(x + sum(widths[: row.start]), y, x + sum(widths[: row.until]), thick, colour)
        texts = self._texts(row)
        biggest = _biggest(texts)
        for text, cell, wide in zip(texts, row.cells, _row_widths(row, widths), strict=True):
            if text:
                room = wide - (_RIGHT if text.align != "centre" else 0)
                text.draw(ink, x, y + _TOP + self.air + biggest - text.style.size, room)
            elif cell is not None and not isinstance(cell, str | Cell | Text):
                cell.draw(ink, x, y, wide, high)
            x += wide


def _row_widths(row: Row, widths: Sequence[float]) -> Sequence[float]:
    if row.joined is None:
        return widths
    i = row.joined
    return [*widths[:i], widths[i] + widths[i + 1], 0.0, *widths[i + 2 :]]


def _biggest(texts: Sequence[Text | None]) -> float:
    """Cells with different sizes share one baseline: the smaller ones are lowered to the biggest."""
    return max((text.style.size for text in texts if text), default=0.0)


def _as_text(block: Block) -> Text | None:
    return block if isinstance(block, Text) else None


@dataclass(frozen=True)
class Clipped:
    """A cell of one line: what is too long ends in an ellipsis, because its whole stands elsewhere."""

    spans: str | Spans
    style: Style = measures.TABLE

    def height(self, width: float) -> float:
        """One line."""
        return _TOP + self.style.leading + _BOTTOM

    def draw(self, ink: Ink, x: float, y: float, width: float, height: float) -> None:
        """In the middle of the row."""
        baseline = y + height / 2 + self.style.size * 0.36
        ink.text(self.spans, x, baseline, self.style, room=width - _RIGHT)


def facts(rows: Sequence[tuple[str, str | Spans]], *, label_width: float = 34, style: Style = measures.LEDE) -> Table:
    """Labels and what they say, one a line: a cover's facts."""
    columns = (Column("", label_width, style=measures.LABEL), Column("", 0, style=style))
    made = [Row((Cell(label, measures.LABEL), Cell(text, style)), least=23.75) for label, text in rows]
    return Table(columns, made, headed=False)
