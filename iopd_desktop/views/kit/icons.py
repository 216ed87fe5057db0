"""The program's own line icons, drawn from SVG in the colour of a role at the screen's own sharpness."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from iopd_desktop.paths import brought
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.steps import px

MIRRORED = frozenset(("enter", "leave", "onward", "back", "undo", "redo", "list", "tasks", "timeline", "split"))
"""Icons whose arrows mean a direction of reading."""


@cache
def _drawing(name: str) -> str:
    return (brought("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, role: str = "text2", size: float = 16, ratio: float | None = None) -> QPixmap:
    """An icon as a picture, `size` in measures of the look."""
    sharp = ratio if ratio is not None else _ratio()
    mirrored = name in MIRRORED and QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return _rendered(name, getattr(scheme(), role), px(size), sharp, mirrored)


def icon(name: str, role: str = "text2", size: float = 16) -> QIcon:
    """An icon for a button or a menu; a disabled one is drawn in the control colour."""
    made = QIcon(pixmap(name, role, size))
    made.addPixmap(pixmap(name, "control", size), QIcon.Mode.Disabled)
    return made


def paint(painter: QPainter, where: QRectF, name: str, role: str, device: QWidget | None = None) -> None:
    """Paint an icon into a square, from a delegate or a widget's own paint event."""
    ratio = device.devicePixelRatioF() if device else _ratio()
    mirrored = name in MIRRORED and QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    drawn = _rendered(name, getattr(scheme(), role), round(where.width()), ratio, mirrored)
    painter.drawPixmap(where.toAlignedRect().topLeft(), drawn)


def _ratio() -> float:
    return max([1.0, *(screen.devicePixelRatio() for screen in QApplication.screens())])


@cache
def _rendered(name: str, colour: str, pixels: int, ratio: float, mirrored: bool) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    text = _drawing(name).replace("#000000", colour)
    if pixels <= 12:
        text = text.replace('stroke-width="1.4"', 'stroke-width="1.6"')
    made = QPixmap(round(pixels * ratio), round(pixels * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        painter.translate(pixels, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return made
