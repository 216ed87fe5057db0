"""The shapes of states: told apart by form and word, not by colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.colours import scheme

STATES = {
    "active": ("disc", "ok"), "inactive": ("half", "warn"), "left": ("dash", "text3"), "former": ("dash", "text3"),
}  # fmt: skip
"""The marks of membership that several lists share: filled for there, half for silent, a dash for gone."""


def mark(painter: QPainter, where: QRectF, shape: str, role: str) -> None:
    """A state's shape in the colour of a role: disc, ring, half, dash, triangle, or the name of an icon."""
    colours = scheme()
    colour: QColor = colours.colour(role)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape not in {"disc", "ring", "half", "dash"}:
        icons.paint(painter, where, "warning" if shape == "triangle" else shape, role)
        return
    radius = where.width() * 0.32
    centre = where.center()
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(colour if shape == "disc" else Qt.BrushStyle.NoBrush)
    if shape == "dash":
        painter.drawLine(QPointF(centre.x() - radius, centre.y()), QPointF(centre.x() + radius, centre.y()))
        return
    painter.drawEllipse(centre, radius, radius)
    if shape == "half":
        painter.setBrush(colour)
        painter.drawPie(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), 90 * 16, 180 * 16)
