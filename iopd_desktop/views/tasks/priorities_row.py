"""The priorities of a plan in a row: the letter, a bar, and how far each is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from iopd_desktop.actions.plan_reads import PriorityNode
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.words import _


class PriorityBar(QWidget):
    """One priority: its letter in a square, a bar, its per cent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter, self._progress = "", 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_priority(self, one: PriorityNode) -> None:
        """Show a priority."""
        self._letter, self._progress = one.code or "–", one.progress
        words = _("{name}: {percent} %, {done} of {count} tasks done").format(
            name=f"{one.code} {one.name}".strip(), percent=one.progress, done=one.done, count=one.count
        )
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def _figure(self) -> str:
        return _("{percent} %").format(percent=self._progress)

    def sizeHint(self) -> QSize:
        return QSize(px(118), px(28))

    def minimumSizeHint(self) -> QSize:
        room = QFontMetrics(font("small")).horizontalAdvance("100 %")
        return QSize(px(26) + room + px(30), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, whole = scheme(), QPainter(self), self.rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(20)
        square = visual(whole, QRect(0, (whole.height() - side) // 2, side, side))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("accent"))
        painter.drawRoundedRect(square, 4, 4)
        painter.setFont(font("section"))
        painter.setPen(colours.colour("on_accent"))
        painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), self._letter)
        room = QFontMetrics(font("small", tabular=True)).horizontalAdvance("100 %") + px(4)
        start = side + px(8)
        bar = QRect(start, whole.height() // 2 - 2, max(px(16), whole.width() - start - room - px(6)), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("track"))
        painter.drawRoundedRect(visual(whole, bar), 2, 2)
        painter.setBrush(colours.colour("accent"))
        done = QRect(bar.x(), bar.y(), round(bar.width() * self._progress / 100), 4)
        if done.width():
            painter.drawRoundedRect(visual(whole, done), 2, 2)
        painter.setFont(font("small", tabular=True))
        painter.setPen(colours.colour("text2"))
        figure = visual(whole, QRect(bar.right() + px(6), 0, room, whole.height()))
        painter.drawText(figure, int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter), self._figure())
        painter.end()


class PrioritiesRow(QWidget):
    """All priorities side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(20))
        self._bars: list[PriorityBar] = []
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Bars that do not fit leave: the tree says the same beside each priority."""
        room = self.width()
        for place, bar in enumerate(self._bars):
            room -= bar.minimumSizeHint().width() + px(20)
            bar.setVisible(place < self._shown and room >= -px(20))

    def show_priorities(self, found: Sequence[PriorityNode]) -> None:
        """Show the priorities of a plan."""
        while len(self._bars) < len(found):
            made = PriorityBar()
            self._bars.append(made)
            self._row.addWidget(made)
        self._shown = len(found)
        for bar, one in zip(self._bars, found, strict=False):
            bar.show_priority(one)
        self._fold()
