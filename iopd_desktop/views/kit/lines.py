"""Lines to write on: fields that leave the program's own keys to the program."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.steps import px, row_height


def _program_key(event: QEvent, undoable: bool) -> bool:
    """Ctrl+K is the palette's everywhere; Ctrl+Z is the program's where there is no typing to take back."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    palette = event.key() == Qt.Key.Key_K and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return palette or (not undoable and event.matches(QKeySequence.StandardKey.Undo))


_LONGEST = 10_000_000
"""Qt cuts at 32,767 by itself: a longer text would lose its end by being shown and changed."""


class Line(QLineEdit):
    """A field of one line; `left` is said when the keyboard leaves it or Enter is pressed."""

    left = Signal()

    def __init__(self, name: str = "", example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setMaxLength(_LONGEST)

    def event(self, event: QEvent) -> bool:
        if _program_key(event, self.isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.setCursorPosition(0)  # a long text is read from its beginning
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        super().keyPressEvent(event)


class SearchLine(Line):
    """The search of a list: what is typed is told at once; Escape empties it, Down goes to the list."""

    down = Signal()

    def __init__(self, name: str, example: str, parent: QWidget | None = None) -> None:
        super().__init__(name, example, parent)
        self.setProperty("look", "search")
        self.setClearButtonEnabled(True)
        self._make_room()
        self.setMinimumWidth(px(160))

    def _make_room(self) -> None:
        """Words begin after the glass: a margin has a left and a right, not a beginning."""
        from_left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        self.setTextMargins(px(22) if from_left else 0, 0, 0 if from_left else px(22), 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = px(16)
        start = px(9) if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - px(9) - side
        icons.paint(QPainter(self), QRectF(start, (self.height() - side) / 2, side, side), "search", "text2", self)


class Passage(QPlainTextEdit):
    """A field of several lines that grows with its text; Tab leaves it, as it leaves every field."""

    left = Signal()

    def __init__(self, name: str = "", example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.updateGeometry)

    def event(self, event: QEvent) -> bool:
        if _program_key(event, self.document().isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the text has another number of lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        lines = max(2, min(9, round(self.document().size().height())))
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), max(self.sizeHint().height(), row_height()))


def fix(field: Line | Passage, fixed: bool) -> None:
    """Let nothing be written into a field, and say no example of what might be; or let it be a field again."""
    if field.isReadOnly() == fixed:
        return
    field.setReadOnly(fixed)
    example = "" if fixed else field.property("example") or ""
    field.setProperty("example", field.placeholderText())
    field.setPlaceholderText(example)
