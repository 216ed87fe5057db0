"""How a band is painted: each certainty has its own fill and edge, so that a vague date never looks like a day."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen, QPolygonF

from iopd_desktop.actions.bands import Paint
from iopd_desktop.views.kit.colours import Scheme

_BASE = 1.6
_FADE = 0.32


def paint_band(
    painter: QPainter, places: list[QRectF], paint: Paint, colours: Scheme, done: float = 0.0, *, chosen: bool = False
) -> None:
    """Paint the pieces of a band; `done` (0 to 1) of a task's band is solid, `chosen` puts a ring round it all."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place in places:
        _PAINTS[paint](painter, place, colours)
    if done > 0 and places:
        _done(painter, places, done, colours)
    if chosen and places:
        whole = places[0]
        for place in places[1:]:
            whole = whole.united(place)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.colour("accent"), 2))
        painter.drawRoundedRect(whole.adjusted(-3, -2, 3, 2), 4, 4)
    painter.restore()


def _fixed(painter: QPainter, place: QRectF, colours: Scheme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour("accent"))
    radius = min(3.0, place.width() / 2)
    painter.drawRoundedRect(place, radius, radius)


def _soft(painter: QPainter, place: QRectF, colours: Scheme, edge: float) -> None:
    """A fill that fades at both ends, from `edge` (a share of the whole) inwards."""
    fade = QLinearGradient(place.topLeft(), place.topRight())
    for at, alpha in ((0.0, 0.04), (edge, _FADE), (1.0 - edge, _FADE), (1.0, 0.04)):
        fade.setColorAt(at, colours.colour("accent", alpha))
    painter.fillRect(place, fade)


def _month(painter: QPainter, place: QRectF, colours: Scheme) -> None:
    _soft(painter, place, colours, 0.25)
    _base(painter, place, colours, Qt.PenStyle.SolidLine)


def _range(painter: QPainter, place: QRectF, colours: Scheme) -> None:
    _soft(painter, place, colours, 0.5)
    _base(painter, place, colours, Qt.PenStyle.DashLine)


def _base(painter: QPainter, place: QRectF, colours: Scheme, style: Qt.PenStyle) -> None:
    """The line along the bottom that carries the contrast which the pale fill has not."""
    painter.setPen(QPen(colours.colour("accent"), _BASE, style, Qt.PenCapStyle.FlatCap))
    at = place.bottom() - _BASE / 2
    painter.drawLine(QPointF(place.left(), at), QPointF(place.right(), at))


def _span(painter: QPainter, place: QRectF, colours: Scheme) -> None:
    painter.fillRect(place, colours.colour("accent", _FADE))
    _base(painter, place, colours, Qt.PenStyle.SolidLine)


def _choice(painter: QPainter, place: QRectF, colours: Scheme) -> None:
    painter.setBrush(colours.colour("accent", 0.16))
    _dashed(painter, place, colours, [3, 2])


def _doubt(painter: QPainter, place: QRectF, colours: Scheme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _dashed(painter, place, colours, [1, 2])


def _dashed(painter: QPainter, place: QRectF, colours: Scheme, dashes: list[float]) -> None:
    pen = QPen(colours.colour("accent"), 1.3)
    pen.setDashPattern(dashes)
    painter.setPen(pen)
    painter.drawRoundedRect(place.adjusted(1, 0.7, -1, -0.7), 3, 3)


def _deadline(painter: QPainter, place: QRectF, colours: Scheme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour("bad"))
    centre, reach = place.center(), min(place.width(), place.height()) / 2
    corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
    painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))


def _done(painter: QPainter, places: list[QRectF], done: float, colours: Scheme) -> None:
    """The share of a task that is done, solid from the beginning over all its pieces."""
    left = sum(place.width() for place in places) * min(1.0, done)
    backwards = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for place in sorted(places, key=lambda one: -one.right() if backwards else one.left()):
        width = min(left, place.width())
        if width <= 0:
            return
        start = place.right() - width if backwards else place.left()
        _fixed(painter, QRectF(start, place.top(), width, place.height()), colours)
        left -= width


_PAINTS = {
    "fixed": _fixed, "month": _month, "range": _range, "choice": _choice, "doubt": _doubt, "deadline": _deadline,
    "span": _span,
}  # fmt: skip
