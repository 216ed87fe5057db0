"""Where the parts of the score grid stand: number and name first, jurors in the middle, mean and rank at the end."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from iopd_desktop.views.kit.steps import px, row_height


@dataclass(frozen=True)
class Measures:
    """The grid in a view of this size, scrolled by `across` and `down` pixels."""

    width: int
    height: int
    rows: int
    jurors: int
    across: int = 0
    down: int = 0

    @property
    def head(self) -> int:
        """The height of the head."""
        return px(60)

    @property
    def row(self) -> int:
        """The height of a row."""
        return row_height(26)

    @property
    def column(self) -> int:
        """The width of a juror's column."""
        return px(28)

    @property
    def ranks(self) -> int:
        """The width of the drawing of ranks; none where there is no room."""
        return px(150) if self.width >= px(900) else 0

    @property
    def tail(self) -> int:
        """The width of mean, number of jurors, rank and the drawing, frozen at the end."""
        return px(122) + self.ranks

    @property
    def lead(self) -> int:
        """The width of number and name, frozen at the start: what the jurors leave, within bounds."""
        wished = self.width - self.tail - self.jurors * self.column
        return max(px(180), min(px(640), wished, self.width - self.tail - 3 * self.column))

    @property
    def middle(self) -> int:
        """The width in which the jurors stand."""
        return max(0, self.width - self.lead - self.tail)

    @property
    def beyond(self) -> tuple[int, int]:
        """How far the grid can be scrolled, across and down."""
        return (
            max(0, self.jurors * self.column - self.middle),
            max(0, self.rows * self.row - (self.height - self.head)),
        )

    def row_top(self, row: int) -> int:
        """Where a row begins."""
        return self.head + row * self.row - self.down

    def column_left(self, juror: int) -> int:
        """Where a juror's column begins, reading from the leading edge."""
        return self.lead + juror * self.column - self.across

    def cell(self, row: int, juror: int) -> QRect:
        """The place of a cell."""
        return QRect(self.column_left(juror), self.row_top(row), self.column, self.row)

    def visible_rows(self) -> range:
        """The rows in view."""
        first = self.down // self.row
        return range(first, min(self.rows, (self.down + self.height - self.head) // self.row + 1))

    def at(self, x: int, y: int) -> tuple[int, int] | None:
        """The row and juror under a point; juror -1 over the name; None elsewhere."""
        row = (y - self.head + self.down) // self.row
        if y < self.head or not 0 <= row < self.rows:
            return None
        if x < self.lead:
            return row, -1
        juror = (x - self.lead + self.across) // self.column
        return (row, juror) if x < self.width - self.tail and 0 <= juror < self.jurors else None

    def scrolled_to(self, row: int, juror: int) -> tuple[int, int]:
        """The scroll, across and down, that brings a cell into view."""
        most_across, most_down = self.beyond
        left, top = juror * self.column, row * self.row
        across = min(max(self.across, left + self.column - self.middle), left)
        down = min(max(self.down, top + self.row - (self.height - self.head)), top)
        return max(0, min(across, most_across)), max(0, min(down, most_down))
