"""Paints one sight of the score grid: its cells, its frozen ends and its head."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from iopd_desktop.actions.score_reads import ScoreTable
from iopd_desktop.views.awards import cell_paint
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.views.awards.score_grid import ScoreGrid


class GridPainter:
    """Paints one sight of a grid: the cells below, the frozen ends over them, the head over all."""

    def __init__(self, grid: "ScoreGrid", painter: QPainter, table: ScoreTable) -> None:
        self._grid, self._painter, self._table = grid, painter, table
        self._m, self._colours, self._whole = grid.measures(), scheme(), grid.viewport().rect()

    def _at(self, left: int, top: int, width: int, height: int) -> QRect:
        return visual(self._whole, QRect(left, top, width, height))

    def paint(self) -> None:
        """Everything that is in view."""
        m, painter = self._m, self._painter
        body = self._at(m.lead, m.head, m.middle, m.height - m.head)
        painter.setClipRect(body)
        if self._grid.rows:
            painter.fillRect(self._at(m.column_left(self._grid.juror), m.head, m.column, m.rows * m.row - m.down),
                             self._colours.colour("soft", 0.5))  # fmt: skip
        painter.setClipping(False)
        for row in m.visible_rows():
            self._ground(row)
        painter.setClipRect(body)
        for row in m.visible_rows():
            for juror in range(len(self._table.columns)):
                self._cell(row, juror)
        painter.setClipRect(self._at(0, m.head, m.width, m.height))
        for row in m.visible_rows():
            self._ends(row)
        painter.setClipping(False)
        self._head()

    def _ground(self, row: int) -> None:
        m, top = self._m, self._m.row_top(row)
        if row == self._grid.row:
            self._painter.fillRect(self._at(0, top, m.width, m.row), self._colours.colour("soft"))
        self._painter.fillRect(self._at(0, top + m.row - 1, m.width, 1), self._colours.colour("line"))

    def _cell(self, row: int, juror: int) -> None:
        grid, table = self._grid, self._table
        place = visual(self._whole, self._m.cell(row, juror))
        cell, here = grid.cell(row, juror), (row, juror) == (grid.row, grid.juror)
        shown = grid.value(cell)
        if here and grid.wrong:
            self._painter.fillRect(place, self._colours.colour("bad_soft"))
        typed = grid.typed if here else ""
        shown = float(typed) if typed else shown
        share = 0.0 if shown is None else (shown - table.lowest) / (table.highest - table.lowest)
        if grid.blind and shown is None and cell.first:
            done = not grid.awaited(row, juror)
            cell_paint.paint_blind(self._painter, place, self._colours, done=done)
        else:
            cell_paint.paint_cell(self._painter, place, cell, shown, min(1, max(0, share)), self._colours)
        if here:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            role = "accent" if grid.hasFocus() else "control"
            self._painter.setPen(QPen(self._colours.colour(role), 2))
            self._painter.drawRoundedRect(place.adjusted(1, 1, -2, -2), 3, 3)

    def _ends(self, row: int) -> None:
        m, top, colours, painter = self._m, self._m.row_top(row), self._colours, self._painter
        line = self._table.lines[self._grid.rows[row]]
        standing = self._table.tally.standings[line.id]
        ground = colours.colour("soft" if row == self._grid.row else "surface")
        for left, width in ((0, m.lead), (m.width - m.tail, m.tail)):
            painter.fillRect(self._at(left, top, width, m.row - 1), ground)
        if row == self._grid.row:
            bar = "accent" if self._grid.hasFocus() else "control"
            painter.fillRect(self._at(0, top, 3, m.row), colours.colour(bar))
        self._words(QRect(px(20), top, px(58), m.row), line.number, "small", "text2")
        name = QRect(px(80), top, m.lead - px(84), m.row)
        used = self._words(name, line.title, "name", "text")
        if line.place and name.width() - used > px(60):
            rest = QRect(name.x() + used + px(8), top, name.width() - used - px(8), m.row)
            self._words(rest, line.place, "small", "text2")
        end = m.width - m.tail
        if self._grid.blind:
            return  # a mean would tell what the first entry says
        if standing.mean is not None:
            mean = cell_paint.mean_figure(standing.mean)
            self._words(QRect(end, top, px(44), m.row), mean, "section", "text", trailing=True)
            self._words(QRect(end + px(46), top, px(26), m.row), str(standing.n), "small", "text2", trailing=True)
            self._words(QRect(end + px(76), top, px(34), m.row), str(standing.rank), "section", "text", trailing=True)
        if m.ranks:
            place = self._at(end + px(118), top, m.ranks, m.row)
            cell_paint.paint_rank(painter, place, standing, self._table, colours)

    def _words(self, place: QRect, words: str, step: str, role: str, *, trailing: bool = False) -> int:
        painter = self._painter
        painter.setFont(font(step, tabular=step != "name"))
        painter.setPen(self._colours.colour(role))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(visual(self._whole, place), cell_paint.TRAILING if trailing else cell_paint.LEADING, shown)
        return painter.fontMetrics().horizontalAdvance(shown)

    def _head(self) -> None:
        m, painter, colours = self._m, self._painter, self._colours
        painter.fillRect(self._at(0, 0, m.width, m.head), colours.colour("surface"))
        painter.setClipRect(self._at(m.lead, 0, m.middle, m.head))
        for place, juror in enumerate(self._table.columns):
            box = self._at(m.column_left(place), 0, m.column, m.head)
            if place == self._grid.juror:
                painter.fillRect(box, colours.colour("soft"))
            cell_paint.paint_head(painter, box, juror.short, *self._table.tally.progress(juror.id), colours)
        painter.setClipping(False)
        foot = QRect(0, m.head - px(22), 0, px(16))
        end = m.width - m.tail
        for left, width, words, trailing in (
            (px(20), px(56), _("No."), False), (px(80), m.lead - px(90), _("Nomination"), False),
            (end, px(44), _("Mean"), True), (end + px(46), px(26), _("n"), True),
            (end + px(72), px(38), _("Rank"), True),
        ):  # fmt: skip
            self._words(QRect(left, foot.y(), width, foot.height()), words, "caption", "text3", trailing=trailing)
        if m.ranks:
            ranks = QRect(end + px(118), foot.y(), m.ranks, foot.height())
            self._words(ranks, _("and where it may fall"), "caption", "text3")
        painter.fillRect(self._at(0, m.head - 1, m.width, 1), colours.colour("line2"))
