"""Type and measures as factors of the system's own interface font, so that 200 % text works by itself."""

from functools import cache

from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication

BASE = 13
"""The text size in pixels for which the measures of the look are drawn."""

STEPS = {
    "figure": (2.15, QFont.Weight.DemiBold),
    "entry": (1.85, QFont.Weight.Medium),
    "title": (1.4, QFont.Weight.DemiBold),
    "lead": (1.2, QFont.Weight.DemiBold),
    "body": (1.0, QFont.Weight.Normal),
    "name": (1.0, QFont.Weight.Medium),
    "strong": (1.0, QFont.Weight.DemiBold),
    "small": (0.92, QFont.Weight.Normal),
    "head": (0.92, QFont.Weight.Medium),
    "section": (0.92, QFont.Weight.DemiBold),
    "caption": (0.85, QFont.Weight.DemiBold),
}


def font(step: str = "body", *, tabular: bool = False) -> QFont:
    """The interface font at a step of the scale; `tabular` gives every digit the same width."""
    factor, weight = STEPS[step]
    made = QFont(QApplication.font())
    if made.pixelSize() > 0:
        made.setPixelSize(max(1, round(made.pixelSize() * factor)))
    else:
        made.setPointSizeF(made.pointSizeF() * factor)
    made.setWeight(weight)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def scale() -> float:
    """How much larger the system's text is than the look's base; never below 1."""
    font = QApplication.font()
    return _scale(font.pixelSize(), font.pointSizeF())


@cache
def _scale(_pixels: int, _points: float) -> float:
    # Asked thousands of times while a window is built; only another size of the system's font changes it.
    return max(1.0, QFontInfo(QApplication.font()).pixelSize() / BASE)


def px(measure: float) -> int:
    """A measure of the look, grown with the text."""
    return round(measure * scale())


def row_height(measure: float = 30) -> int:
    """The height of a row: at least twice the text, so that tall scripts are not cut."""
    return max(px(measure), QFontMetrics(QApplication.font()).height() + px(8))
