"""How the score grid is painted: cells, the jurors' heads, and ranks with the places they may fall to."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from iopd_desktop.actions.score_reads import ScoreTable
from iopd_desktop.actions.tally import Cell, Standing
from iopd_desktop.views.kit.colours import Scheme
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.words import language, locale

LEADING = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
TRAILING = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
_PALE, _DEEP = 0.02, 0.38
CONFLICT = "C"


def figure(value: float) -> str:
    """A score as it fits a cell: whole where it is whole, else with one decimal."""
    return _written(round(value, 1), "0.#", language())


def mean_figure(value: float) -> str:
    """A mean with one decimal always, so that a column of them is read down."""
    return _written(round(value, 1), "0.0", language())


@lru_cache(maxsize=1024)
def _written(value: float, pattern: str, code: str) -> str:
    # A grid paints hundreds of figures at once, of which few differ.
    from babel.numbers import format_decimal

    return format_decimal(value, pattern, locale=locale(code))


def paint_blind(painter: QPainter, place: QRect, colours: Scheme, *, done: bool) -> None:
    """A cell while a sheet is entered a second time: a tick where it was, a dotted box where it is awaited."""
    box = QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5)
    if done:
        _say(painter, box, "✓", colours, "text2", "section")
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colours.colour("control"), 1, Qt.PenStyle.DotLine))
    painter.drawRoundedRect(box, 3, 3)


def paint_cell(painter: QPainter, place: QRect, cell: Cell, shown: float | None, share: float, colours: Scheme) -> None:
    """One cell; `shown` is the figure in it and `share` where that stands on the scale, from 0 to 1."""
    box = QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(Qt.PenStyle.NoPen)
    if cell.state == "conflict":
        painter.setBrush(QBrush(colours.colour("line2"), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box, 3, 3)
        _say(painter, box, CONFLICT, colours, "text", "section")
        return
    if cell.state == "abstained":
        _say(painter, box, "–", colours, "text3", "small")
        return
    if shown is not None:
        differs = cell.state == "differs"
        tint = colours.colour("accent", _PALE + (_DEEP - _PALE) * share)
        painter.setBrush(colours.colour("warn_soft") if differs else tint)
        painter.drawRoundedRect(box, 3, 3)
        _say(painter, box, figure(shown), colours, "warn" if differs else "text", "section" if differs else "head")
        if differs:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("warn"))
            corner, side = box.topLeft() if _mirrored() else box.topRight(), px(7)
            inward = QPointF(side if _mirrored() else -side, 0)
            painter.drawPolygon(QPolygonF([corner, corner + inward, corner + QPointF(0, side)]))
    if cell.state in ("awaited", "begun"):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.colour("control"), 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(box, 3, 3)


def _say(painter: QPainter, box: QRectF, words: str, colours: Scheme, role: str, step: str) -> None:
    painter.setPen(colours.colour(role))
    painter.setFont(font(step, tabular=True))
    painter.drawText(box, CENTRE, words)


def _fit(painter: QPainter, words: str, width: int) -> None:
    """Make the font smaller until the words fit: jurors of a large edition read dozens."""
    made = painter.font()
    wide = painter.fontMetrics().horizontalAdvance(words)
    if wide > width:
        made.setWeight(made.Weight.Normal)
        made.setPixelSize(max(7, painter.fontInfo().pixelSize() * width // wide))
        painter.setFont(made)


def _mirrored() -> bool:
    return QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def paint_head(painter: QPainter, place: QRect, short: str, done: int, of: int, colours: Scheme) -> None:
    """A juror's head: initials, a tick or n of m, and a bar."""
    behind = of and done < of
    late = behind and done * 2 < of
    painter.setPen(colours.colour("warn" if late else "text2"))
    painter.setFont(font("caption", tabular=True))
    line = place.height() // 3
    painter.drawText(QRect(place.x(), place.y() + px(6), place.width(), line), CENTRE, short)
    told = "" if not of else f"{done}/{of}" if behind else "✓"
    _fit(painter, told, place.width() - 4)
    painter.drawText(QRect(place.x(), place.y() + px(6) + line, place.width(), line), CENTRE, told)
    if of:
        track = QRectF(place.x() + 3, place.bottom() - px(7), place.width() - 6, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("track"))
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(colours.colour("warn" if late else "accent"))
        if done:
            full = track.width() * done / of
            left = track.right() - full if _mirrored() else track.x()
            painter.drawRoundedRect(QRectF(left, track.y(), full, 4), 2, 2)


def paint_rank(painter: QPainter, place: QRect, standing: Standing, table: ScoreTable, colours: Scheme) -> None:
    """A dot at the rank on the bar of ranks to which it may fall, and the cut as a dashed line."""
    count = max(2, len(table.lines))

    def across(rank: float) -> float:
        far = px(8) + (place.width() - px(16)) * (rank - 1) / (count - 1)
        return place.right() + 1 - far if _mirrored() else place.x() + far

    middle = place.center().y()
    if table.cut:
        painter.setPen(QPen(colours.colour("text2"), 1, Qt.PenStyle.DashLine))
        cut = across(table.cut + 0.5)
        painter.drawLine(QPointF(cut, place.y()), QPointF(cut, place.bottom()))
    if standing.rank is None or standing.best is None or standing.worst is None:
        return
    falls = standing.falls(table.cut) if table.cut else "in"
    role = {"in": "accent", "cut": "warn", "out": "control"}.get(falls, "accent")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour(role, 0.35))
    left, right = sorted((across(standing.best), across(standing.worst)))
    painter.drawRoundedRect(QRectF(left - 4, middle - 4, right - left + 8, 8), 4, 4)
    painter.setPen(QPen(colours.colour(role), 1.6))
    painter.drawLine(QPointF(left, middle), QPointF(right, middle))
    painter.setBrush(colours.colour(role if falls == "in" else "surface"))
    painter.drawEllipse(QPointF(across(standing.rank), middle), 4, 4)
