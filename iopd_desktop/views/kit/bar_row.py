"""One row of a drawing in words and bars: a name, a bar that starts at zero, a figure, and what it means."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px, row_height

_SIDES = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class BarRow(QWidget):
    """A bar with its words. `share` is 0 to 1 of the longest bar; `track` shows the rest of it, as progress does."""

    def __init__(self, name: str, share: float, figure: str, words: str = "", *, track: bool = False) -> None:
        super().__init__()
        self._name, self._share, self._figure, self._words, self._track = name, share, figure, words, track
        self.setAccessibleName(", ".join(part for part in (f"{name}: {figure}", words) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(500), row_height(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), row_height(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, whole = scheme(), QPainter(self), self.rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        named = whole.width() * 34 // 100
        told = whole.width() * 26 // 100 if self._words else px(16)
        figure = max(QFontMetrics(font("section")).horizontalAdvance(text) for text in (self._figure, "100 %")) + px(8)
        self._write(painter, QRect(0, 0, named - px(12), whole.height()), self._name, "body", "text")
        bar = QRect(named, whole.height() // 2 - px(4), max(px(40), whole.width() - named - told - figure), px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        done = QRect(bar.x(), bar.y(), round(bar.width() * max(0.0, min(1.0, self._share))), bar.height())
        for place, role in ((bar, "line2" if self._track else ""), (done, "accent")):
            if role and place.width():
                painter.setBrush(colours.colour(role))
                painter.drawRoundedRect(visual(whole, place), 3, 3)
        end = bar.right() if self._track else done.right()
        side = "trailing" if self._track else "leading"
        self._write(painter, QRect(end + px(8), 0, figure, whole.height()), self._figure, "section", "text", side)
        rest = QRect(bar.right() + figure + px(16), 0, told - px(16), whole.height())
        self._write(painter, rest, self._words, "small", "text2")
        painter.end()

    def _write(self, painter: QPainter, place: QRect, words: str, step: str, ink: str, side: str = "leading") -> None:
        if not words or place.width() <= 0:
            return
        painter.setFont(font(step, tabular=True))
        painter.setPen(scheme().colour(ink))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        aligned = Qt.AlignmentFlag.AlignTrailing if side == "trailing" else Qt.AlignmentFlag.AlignLeading
        painter.drawText(visual(self.rect(), place), int(aligned | _SIDES), shown)
