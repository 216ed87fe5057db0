"""The key to the bands: what each paint says of how sure a date is."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iopd_desktop.actions.bands import Paint
from iopd_desktop.views.kit.band_paint import paint_band
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.flow import Flow
from iopd_desktop.views.kit.pieces import label, picture
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import N_, _

_KEY: tuple[tuple[Paint, str], ...] = (
    ("fixed", N_("Fixed days")), ("month", N_("Some time in")), ("choice", N_("One of these")),
    ("doubt", N_("Not confirmed")), ("deadline", N_("Deadline")),
)  # fmt: skip


class Sample(QWidget):
    """A small band in one of the paints."""

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self._paint = paint
        self.setFixedSize(px(16 if paint == "deadline" else 28), px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, whole = QPainter(self), QRectF(self.rect()).adjusted(0, 1, 0, -1)
        places = [whole]
        if self._paint == "choice":
            half = whole.width() / 2
            places = [QRectF(whole.x() + n * half, whole.y(), half, whole.height()) for n in (0, 1)]
        elif self._paint == "deadline":
            places = [QRectF(whole.center().x() - px(7), whole.y(), px(14), whole.height())]
        paint_band(painter, places, self._paint, scheme())
        painter.end()


class Legend(QWidget):
    """All paints with their words, in a row that breaks where it must."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(20), px(8), px(16), px(8))
        flow = Flow(None, px(20))
        whole.addLayout(flow)
        for paint, words in _KEY:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(8))
            row.addWidget(Sample(paint))
            row.addWidget(label(_(words), "small", "text2"))
            flow.addWidget(pair)
        flow.addWidget(_clash("warning", "warn", _("Clashes")))
        flow.addWidget(_clash("help", "text2", _("May clash")))


def _clash(icon: str, role: str, words: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    row.addWidget(picture(icon, role, 13))
    row.addWidget(label(words, "small", "text2"))
    return made
