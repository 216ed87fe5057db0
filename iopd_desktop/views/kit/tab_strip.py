"""The five tabs with their counts, and at the trailing end the quiet field that opens the palette."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.pieces import ground, key_words
from iopd_desktop.views.kit.rows import TabButton, ring, visual
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.words import _


class PaletteField(QAbstractButton):
    """Looks like a field and opens the palette, where the typing is done."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Search or do, Ctrl+K"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.wanted.emit(""))

    def sizeHint(self) -> QSize:
        return QSize(px(304), px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(32), px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.text().isprintable():
            self.wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, whole = scheme(), QPainter(self), self.rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.colour("line2"), 1))
        painter.setBrush(colours.colour("surface"))
        painter.drawRoundedRect(QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        side = px(16)
        place = visual(whole, QRect(px(9), (whole.height() - side) // 2, side, side))
        icons.paint(painter, QRectF(place), "search", "text2", self)
        cap = key_words("Ctrl+K")
        painter.setFont(font("caption"))
        width = painter.fontMetrics().horizontalAdvance(cap) + px(12)
        wide = whole.width() > px(150)
        if wide:
            key = visual(whole, QRect(whole.width() - width - px(8), px(5), width, whole.height() - px(10)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("hover"))
            painter.drawRoundedRect(key, 4, 4)
            painter.setPen(colours.colour("text"))
            painter.drawText(key, int(Qt.AlignmentFlag.AlignCenter), cap)
        painter.setFont(font("body"))
        painter.setPen(colours.colour("text2"))
        room = whole.width() - px(40) - (width + px(8) if wide else 0)
        whole_words = _("Search or do…")
        words = painter.fontMetrics().elidedText(whole_words, Qt.TextElideMode.ElideRight, room)
        if len(words) < min(8, len(whole_words)):
            words = ""
        flags = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(visual(whole, QRect(px(32), 0, room, whole.height())), flags, words)
        ring(painter, self, colours)


class TabStrip(QWidget):
    """Says which tab was chosen."""

    chosen = Signal(str)
    palette_wanted = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        ground(self, "chrome")
        self._tabs: dict[str, TabButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), 0, px(16), 0)
        row.setSpacing(px(14))
        box = QWidget()
        inner = QHBoxLayout(box)
        self._rows = (inner, row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(px(10))
        for place, (name, icon, shown) in enumerate(tabs):
            made = TabButton(icon, shown, box)
            made.setToolTip(f"{shown} (Ctrl+{place + 1})")
            made.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            inner.addWidget(made)
            self._tabs[name] = made
        row.addWidget(box)
        row.addStretch(1)
        self.palette_field = PaletteField()
        self.palette_field.wanted.connect(self.palette_wanted)
        row.addWidget(self.palette_field)
        self.setFixedHeight(px(44))
        # The tabs fold before the window would grow: the smallest screen and text of twice the size are met.
        self.setMinimumWidth(px(300))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where the room is short the counts leave the tabs, then the icons, and last the names of the others."""
        room = self.width() - px(30) - px(14) - px(48)
        for stage in range(TabButton.STAGES):
            for made in self._tabs.values():
                made.fold(stage)
            if sum(made.sizeHint().width() + px(10) for made in self._tabs.values()) <= room:
                return

    def choose(self, name: str) -> None:
        """Mark the current tab."""
        self._tabs[name].setChecked(True)
        self._fold()

    def set_count(self, name: str, count: int | None) -> None:
        """Show how many a tab holds."""
        self._tabs[name].set_count(count)
        self._fold()
        for layout in self._rows:  # a count that comes after the first paint has its room at once
            layout.invalidate()
            layout.activate()
