"""Chips: states and terms, nothing else."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.rows import ring, visual
from iopd_desktop.views.kit.steps import font, px

_FILLS = {"plain": ("hover", "text"), "accent": ("soft", "accent"), "ok": ("ok_soft", "ok"),
          "warn": ("warn_soft", "warn"), "bad": ("bad_soft", "bad")}  # fmt: skip


class Chip(QWidget):
    """A word on a soft fill, with an icon for a state; a removable one has a cross, and Delete takes it away."""

    removed = Signal()

    def __init__(
        self, text: str, tone: str = "plain", icon: str = "", removable: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.text, self._tone, self._icon, self._removable = text, tone, icon, bool(removable)
        self._hovered = False
        self.setAccessibleName(removable or text)
        self.setToolTip(removable or text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if removable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("head"))
        extra = (px(16) if self._icon else 0) + (px(16) if self._removable else 0)
        return QSize(metrics.horizontalAdvance(self.text) + px(18) + extra, max(px(20), metrics.height() + px(4)))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cross = visual(self.rect(), QRect(self.width() - px(22), 0, px(22), self.height()))
        if self._removable and cross.contains(event.position().toPoint()):
            self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, whole = scheme(), QPainter(self), self.rect()
        fill, ink = _FILLS[self._tone]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.colour(ink), 1) if colours.strong else Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour(fill))
        painter.drawRoundedRect(QRectF(whole), whole.height() / 2, whole.height() / 2)
        start = px(9)
        if self._icon:
            place = visual(whole, QRect(px(7), (whole.height() - px(12)) // 2, px(12), px(12)))
            icons.paint(painter, QRectF(place), self._icon, ink, self)
            start += px(14)
        painter.setFont(font("head"))
        painter.setPen(colours.colour(ink))
        words = visual(whole, QRect(start, 0, whole.width() - start, whole.height()))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), self.text)
        if self._removable:
            cross = QRect(whole.width() - px(18), (whole.height() - px(10)) // 2, px(10), px(10))
            icons.paint(painter, QRectF(visual(whole, cross)), "close", "text" if self._hovered else "text2", self)
        ring(painter, self, colours)
