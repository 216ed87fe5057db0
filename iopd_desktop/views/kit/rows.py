"""Buttons that are rows or tabs: an icon, a word and a count, with the accent mark where one is."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QStyle, QWidget

from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.colours import Scheme, scheme
from iopd_desktop.views.kit.steps import font, px, row_height
from iopd_desktop.words import number

WIDEST = 216
"""So wide a row of the list may be, in measures of the look: a saved view with a longer name is cut at its end."""


def visual(within: QRect, part: QRect) -> QRect:
    """A part's place as the reader sees it: mirrored where the window reads from right to left."""
    return QStyle.visualRect(QApplication.layoutDirection(), within, part)


class RowButton(QAbstractButton):
    """A row of the list of pages: icon, name, count; the chosen one has a soft fill and an accent bar."""

    def __init__(self, icon: str, name: str, full: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._asks = icon, False
        self._count: int | None = None
        self._narrow = False
        self._hovered = False
        self.setText(name)
        self.setToolTip(full or name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(full or name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._full = full or name

    def set_count(self, count: int | None, *, asks: bool = False) -> None:
        """Show a count; one that asks for work is amber and spoken."""
        self._count = count
        self._asks = asks and bool(count)
        self.setAccessibleName(self._full if count is None else f"{self._full}, {number(count)}")
        self.updateGeometry()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone; the name is then the tooltip."""
        self._narrow = narrow
        self.updateGeometry()

    def _figure(self) -> str:
        return "" if self._count is None else number(self._count)

    def _width(self) -> int:
        words = QFontMetrics(font("strong")).horizontalAdvance(self.text())
        figure = QFontMetrics(font("small")).horizontalAdvance(self._figure())
        return px(36) + words + (figure + px(12) if figure else 0) + px(12)

    def sizeHint(self) -> QSize:
        return QSize(px(32) if self._narrow else self._width(), row_height(30))

    def minimumSizeHint(self) -> QSize:
        """A longer name, such as of a saved view, is cut at its end and whole in the tooltip."""
        return QSize(min(self.sizeHint().width(), px(WIDEST)), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, whole = scheme(), QPainter(self), self.rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "soft" if self.isChecked() else "hover" if self._hovered else ""
        if fill:
            edged = colours.strong and self.isChecked()
            painter.setPen(QPen(colours.colour("accent"), 1) if edged else Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(fill))
            painter.drawRoundedRect(QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if self.isChecked():
            bar = visual(whole, QRect(0, px(4), 3, whole.height() - px(8)))
            painter.fillRect(bar, colours.colour("accent"))
        side = px(16)
        place = visual(whole, QRect(px(8 if self._narrow else 12), (whole.height() - side) // 2, side, side))
        icons.paint(painter, QRectF(place), self._icon, "accent" if self.isChecked() else "text2", self)
        if not self._narrow:
            self._paint_words(painter, colours, whole)
        ring(painter, self, colours)

    def _paint_words(self, painter: QPainter, colours: Scheme, whole: QRect) -> None:
        figure = self._figure()
        room = QFontMetrics(font("small")).horizontalAdvance(figure) + px(4) if figure else 0
        words = visual(whole, QRect(px(36), 0, whole.width() - px(44) - room, whole.height()))
        painter.setFont(font("strong" if self.isChecked() else "body"))
        painter.setPen(colours.colour("text"))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(_LEADING | Qt.AlignmentFlag.AlignVCenter), shown)
        if figure:
            painter.setFont(font("section" if self._asks else "small", tabular=True))
            painter.setPen(colours.colour("warn" if self._asks else "text2" if self.isChecked() else "text3"))
            end = visual(whole, QRect(whole.width() - room - px(12), 0, room + px(4), whole.height()))
            painter.drawText(end, int(_TRAILING | Qt.AlignmentFlag.AlignVCenter), figure)


class TabButton(RowButton):
    """One of the five tabs: icon, name and count, with the accent line under the current one."""

    STAGES = 4

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(icon, name, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._stage = 0

    def fold(self, stage: int) -> None:
        """Show all (0), no count (1), no icon either (2), or the icon alone unless it is the current one (3)."""
        self._stage = stage
        self.updateGeometry()
        self.update()

    def _width(self) -> int:
        if self._stage >= 3 and not self.isChecked():
            return px(28)
        words = QFontMetrics(font("strong")).horizontalAdvance(self.text()) + px(12)
        figure = QFontMetrics(font("small", tabular=True)).horizontalAdvance(self._figure()) + px(14)
        icon = px(26) if self._stage < 2 else 0
        return icon + words + (figure if self._stage == 0 and self._figure() else 0)

    def sizeHint(self) -> QSize:
        return QSize(self._width(), px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, whole = scheme(), QPainter(self), self.rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hovered and not self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("hover"))
            painter.drawRoundedRect(whole.adjusted(0, px(6), 0, -px(6)), 5, 5)
        if self.isChecked():
            painter.fillRect(QRect(px(4), whole.height() - 3, whole.width() - px(8), 3), colours.colour("accent"))
        side, alone = px(16), self._stage >= 3 and not self.isChecked()
        if self._stage < 2 or alone:
            place = visual(whole, QRect(px(6), (whole.height() - side) // 2, side, side))
            icons.paint(painter, QRectF(place), self._icon, "accent" if self.isChecked() else "text2", self)
        if not alone:
            self._paint_name(painter, colours, whole)
        ring(painter, self, colours)

    def _paint_name(self, painter: QPainter, colours: Scheme, whole: QRect) -> None:
        start = px(30) if self._stage < 2 else px(6)
        words = visual(whole, QRect(start, 0, whole.width() - start - px(4), whole.height()))
        painter.setFont(font("strong" if self.isChecked() else "name"))
        painter.setPen(colours.colour("text" if self.isChecked() else "text2"))
        painter.drawText(words, int(_LEADING | Qt.AlignmentFlag.AlignVCenter), self.text())
        if self._stage == 0:
            painter.setFont(font("small", tabular=True))
            painter.setPen(colours.colour("text3"))
            figure = words.adjusted(px(4), 0, -px(4), 0)
            painter.drawText(figure, int(_TRAILING | Qt.AlignmentFlag.AlignVCenter), self._figure())


_LEADING = Qt.AlignmentFlag.AlignLeading
_TRAILING = Qt.AlignmentFlag.AlignTrailing


def ring(painter: QPainter, widget: QWidget, colours: Scheme) -> None:
    """The focus ring of a painted widget: shown while it has the keyboard."""
    # Qt notes on the window whether the keyboard moved the focus last: a ring after a click would only distract.
    if widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.colour("accent"), 2))
        painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 5, 5)
