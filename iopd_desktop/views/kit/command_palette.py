"""Ctrl+K: find any record and any command by typing, over a dimmed window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.empty import key_cap
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.pieces import key_words, label, picture, rule
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px, row_height
from iopd_desktop.words import _, fold

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Entry:
    """One line of the palette: what it is called, what is said beside it, and what choosing it does."""

    title: str
    about: str
    icon: str
    act: Callable[[], object]
    key: str = ""
    group: str = ""


class Palette(QWidget):
    """Covers the window with a scrim; `seek` gives the entries for a typed text, in their groups' order."""

    def __init__(self, over: QWidget, seek: Callable[[str], Sequence[Entry]]) -> None:
        super().__init__(over)
        self._over, self._seek = over, seek
        self._panel = QFrame(self)
        self._panel.setProperty("panel", "true")
        self._line = Line(_("Search or do"), _("Search or do…"))
        self._line.setProperty("look", "entry")
        self._line.setFont(font("lead"))
        self._list = QListWidget()
        self._list.setAccessibleName(_("Found"))
        self._list.setItemDelegate(_Entries(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.itemClicked.connect(self._take)
        head = QHBoxLayout()
        head.setContentsMargins(px(20), px(12), px(20), px(12))
        head.setSpacing(px(12))
        for widget in (picture("search", "accent", 20), self._line, key_cap("Esc")):
            head.addWidget(widget)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule("line2"))
        column.addWidget(self._list, 1)
        column.addWidget(rule())
        foot = label(_("↑ ↓ choose     Enter open     > commands only"), "small", "text3")
        foot.setContentsMargins(px(20), px(8), px(20), px(8))
        column.addWidget(foot)
        self._line.textChanged.connect(self._fill)
        self._line.installEventFilter(self)
        over.installEventFilter(self)
        self.hide()

    def open(self, text: str = "") -> None:
        """Show the palette with the keyboard in its field."""
        self._before = self._over.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self._line.setText(text)
        self._fill(text)
        self._line.setFocus()

    def close_palette(self) -> None:
        """Put the palette away and give the keyboard back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def _fill(self, typed: str) -> None:
        self._list.clear()
        group = ""
        for entry in self._seek(typed.strip()):
            if entry.group != group:
                group = entry.group
                head = QListWidgetItem(group)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self._list.addItem(head)
            item = QListWidgetItem(entry.title)
            item.setData(ENTRY, (entry, typed.strip().removeprefix(">").strip()))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}, {entry.about}")
            self._list.addItem(item)
        self._place()
        self._step(1)

    def _step(self, step: int) -> None:
        place, count = self._list.currentRow(), self._list.count()
        for _again in range(count):
            place = (place + step) % count
            if self._list.item(place).data(ENTRY):
                self._list.setCurrentRow(place)
                return

    def _take(self, item: QListWidgetItem | None) -> None:
        chosen = item.data(ENTRY) if item else None
        if chosen:
            self.close_palette()
            chosen[0].act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self._line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _place(self) -> None:
        self.setGeometry(self._over.rect())
        width = min(px(640), self.width() - px(32))
        top = min(px(84), self.height() // 8)
        rows = sum(self._list.sizeHintForRow(place) for place in range(self._list.count()))
        around = self._panel.sizeHint().height() - self._list.sizeHint().height()
        high = min(px(508), self.height() - top - px(24), around + max(rows, row_height(36)) + px(8))
        self._panel.setGeometry((self.width() - width) // 2, top, width, high)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), scheme().colour("scrim", 0.36))


class _Entries(QStyledItemDelegate):
    """Paints a line of the palette; what was typed is underlined in the accent, not coloured."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        head = not index.data(ENTRY)
        return QSize(px(200), row_height(30 if head else 36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, chosen = scheme(), index.data(ENTRY)
        whole: QRect = option.rect
        leading = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        painter.save()
        if not chosen:
            painter.setFont(font("caption"))
            painter.setPen(colours.colour("text3"))
            painter.drawText(whole.adjusted(px(20), px(6), -px(20), 0), leading, str(index.data()))
            painter.restore()
            return
        entry, typed = chosen
        view = self.parent()
        if isinstance(view, QListWidget) and view.currentRow() == index.row():
            painter.fillRect(whole, colours.colour("soft"))
            painter.fillRect(visual(whole, QRect(whole.x(), whole.y(), 3, whole.height())), colours.colour("accent"))
        side = px(16)
        place = QRect(whole.x() + px(20), whole.y() + (whole.height() - side) // 2, side, side)
        icons.paint(painter, QRectF(visual(whole, place)), entry.icon, "accent")
        title = font("name")
        width = min(QFontMetrics(title).horizontalAdvance(entry.title) + 4, whole.width() - px(150))
        words = QRect(whole.x() + px(50), whole.y(), width, whole.height())
        _underlined(painter, visual(whole, words), entry.title, typed, title)
        painter.setFont(font("small"))
        painter.setPen(colours.colour("text2"))
        rest = QRect(words.right() + px(12), whole.y(), whole.right() - words.right() - px(110), whole.height())
        about = painter.fontMetrics().elidedText(entry.about, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(visual(whole, rest), leading, about)
        key = key_words(entry.key) if entry.key else ""
        end = QRect(whole.right() - px(112), whole.y(), px(96), whole.height())
        painter.drawText(visual(whole, end), int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter), key)
        painter.restore()


def _underlined(painter: QPainter, where: QRect, text: str, typed: str, face: QFont) -> None:
    colours, metrics = scheme(), QFontMetrics(face)
    painter.setFont(face)
    painter.setPen(colours.colour("text"))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)
    start = fold(text).find(fold(typed)) if typed and len(fold(text)) == len(text) else -1
    if start >= 0:
        before = metrics.horizontalAdvance(text[:start])
        width = metrics.horizontalAdvance(text[start : start + len(typed)])
        line = QRect(where.x() + before, where.center().y() + metrics.ascent() // 2 + px(3), width, 2)
        painter.fillRect(visual(where, line), colours.colour("accent"))
