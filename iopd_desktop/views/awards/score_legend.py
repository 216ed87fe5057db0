"""What the paints of the score grid mean, in one line under it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from iopd_desktop.actions.score_reads import ScoreTable
from iopd_desktop.actions.tally import Cell
from iopd_desktop.views.awards.cell_paint import LEADING, paint_cell
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.words import _, number

_SIDE, _GAP = 20, 18


class ScoreLegend(QWidget):
    """The scale as tints, and the marks of a cell with their words; what has no room is left out at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._lowest, self._highest = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_scale(self, table: ScoreTable) -> None:
        """Explain the scale of a table."""
        self._lowest, self._highest = table.lowest, table.highest
        self.setAccessibleName("; ".join(words for _cells, words in self._parts()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(28))

    def _parts(self) -> list[tuple[list[tuple[Cell, float | None]], str]]:
        scale = _("{lowest} to {highest}").format(lowest=number(self._lowest), highest=number(self._highest))
        tints: list[tuple[Cell, float | None]] = [
            (Cell("scored"), each) for each in range(self._lowest, self._highest + 1)
        ]
        return [
            (tints, scale),
            ([(Cell("awaited"), None)], _("Awaited")),
            ([(Cell("conflict"), None)], _("Conflict")),
            ([(Cell("differs"), self._highest)], _("Two entries differ")),
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, whole = QPainter(self), scheme(), self.rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, side, left = QFontMetrics(font("small")), px(_SIDE), px(20)
        for cells, words in self._parts():
            wide = metrics.horizontalAdvance(words) + px(4)
            if left + side * len(cells) + wide > whole.width() - px(16):
                break
            for cell, shown in cells:
                box = QRect(left, (whole.height() - side) // 2, side, side)
                share = 0.0 if shown is None else (shown - self._lowest) / (self._highest - self._lowest)
                paint_cell(painter, visual(whole, box), cell, shown, share, colours)
                left += side
            painter.setFont(font("small"))
            painter.setPen(colours.colour("text2"))
            painter.drawText(visual(whole, QRect(left + px(6), 0, wide, whole.height())), LEADING, words)
            left += wide + px(6 + _GAP)
        painter.end()
