"""The keys of the score grid: what each of them does, and which cell comes next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.views.awards.score_grid import ScoreGrid

WAIT = 400
"""Milliseconds that a 1 waits, because a 10 may follow."""

Deed = Callable[["ScoreGrid"], bool]
_SKIPPED = ("none", "conflict", "abstained")
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
}  # fmt: skip
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def whole_points(typed: str, lowest: int, highest: int) -> tuple[int | None, bool]:
    """The points that typed digits mean, None where they are off the scale; and whether one more digit may follow."""
    points = int(typed)
    more = points > 0 and points * 10 <= highest
    return (points if lowest <= points <= highest else None), more


def next_cell(grid: "ScoreGrid", down: int, across: int, *, awaited: bool = False) -> tuple[int, int] | None:
    """The next cell in a direction that a juror scores, or that is still awaited."""
    if not grid.table:
        return None
    row, juror = grid.row + down, grid.juror + across
    while 0 <= row < len(grid.rows) and 0 <= juror < len(grid.table.columns):
        if grid.awaited(row, juror) if awaited else grid.cell(row, juror).state not in _SKIPPED:
            return row, juror
        row, juror = row + down, juror + across
    return None


def first_cell(grid: "ScoreGrid") -> tuple[int, int]:
    """Where typing begins: the first awaited sheet, juror after juror, else the first cell that somebody scores."""
    jurors = len(grid.table.columns) if grid.table else 0
    places = [(row, juror) for juror in range(jurors) for row in range(len(grid.rows))]
    assigned = [place for place in places if grid.cell(*place).state not in _SKIPPED]
    return next((place for place in assigned if grid.awaited(*place)), next(iter(assigned), (0, 0)))


def scored(grid: "ScoreGrid") -> bool:
    """Whether the juror of the current cell scores its nomination; where not, the grid says so."""
    if grid.table and grid.rows and grid.cell(grid.row, grid.juror).state not in _SKIPPED:
        return True
    grid.refused.emit(_("This juror does not score this nomination"))
    return False


def keys_of(event: QKeyEvent) -> Deed | None:
    """The deed of a key, or None where the grid leaves it to others; a deed gives whether it was done."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    if event.text().isdigit() and event.text().isascii() and held == Qt.KeyboardModifier.NoModifier:
        return _typing(event.text())
    if key in _ARROWS and held in (Qt.KeyboardModifier.NoModifier, control):
        return _arrow(*_mirrored(*_ARROWS[key]), awaited=held == control)
    if key in (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not held & control:
        back = bool(held & shift) or key == Qt.Key.Key_Backtab
        return _along(-1 if back else 1, stays=key in _ENTER)
    if held == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down:
        return _sheet
    if held == control:
        return {Qt.Key.Key_D: _asking("second"), Qt.Key.Key_Home: _row(0), Qt.Key.Key_End: _row(1 << 20)}.get(key)
    return _PLAIN.get(key) if held == Qt.KeyboardModifier.NoModifier else None


def _mirrored(down: int, across: int) -> tuple[int, int]:
    from PySide6.QtWidgets import QApplication

    right = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return down, -across if right else across


def _typing(digit: str) -> Deed:
    def deed(grid: "ScoreGrid") -> bool:
        grid.type_digit(digit)
        return True

    return deed


def _arrow(down: int, across: int, *, awaited: bool) -> Deed:
    """An arrow goes to the next cell; Down from the last one goes on to the criteria, which stand below."""

    def deed(grid: "ScoreGrid") -> bool:
        if down > 0 and not awaited and grid.row == len(grid.rows) - 1:
            return _sheet(grid)
        if not grid.step(down, across, awaited=awaited) and not awaited:
            grid.go(grid.row + down, grid.juror + across)
        return True

    return deed


def _along(step: int, *, stays: bool) -> Deed:
    """Enter and Tab go along a juror's column; at its end Tab leaves the grid and Enter stays.

    Where the grid shows means, which cannot be typed over, Enter opens the criteria of the cell instead.
    """

    def deed(grid: "ScoreGrid") -> bool:
        if stays and step > 0 and not grid.criterion:
            return _sheet(grid)
        grid.keep_typed()
        return grid.step(step, 0) or stays

    return deed


def _row(row: int) -> Deed:
    def deed(grid: "ScoreGrid") -> bool:
        grid.go(row, grid.juror)
        return True

    return deed


def _column(juror: int) -> Deed:
    def deed(grid: "ScoreGrid") -> bool:
        grid.go(grid.row, juror)
        return True

    return deed


def _page(step: int) -> Deed:
    def deed(grid: "ScoreGrid") -> bool:
        measures = grid.measures()
        grid.go(grid.row + step * max(1, (measures.height - measures.head) // measures.row), grid.juror)
        return True

    return deed


def _asking(what: str) -> Deed:
    def deed(grid: "ScoreGrid") -> bool:
        grid.keep_typed()
        grid.asked.emit(what)
        return True

    return deed


def _sheet(grid: "ScoreGrid") -> bool:
    grid.keep_typed()
    if scored(grid):
        grid.sheet.emit("")
    return True


_PLAIN: dict[Qt.Key, Deed] = {
    Qt.Key.Key_Home: _column(0), Qt.Key.Key_End: _column(1 << 20),
    Qt.Key.Key_PageUp: _page(-1), Qt.Key.Key_PageDown: _page(1),
    Qt.Key.Key_F2: _sheet, Qt.Key.Key_Delete: _asking("empty"), Qt.Key.Key_C: _asking("conflict"),
    Qt.Key.Key_Escape: _asking("leave"),
}  # fmt: skip
