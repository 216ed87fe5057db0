"""A short message about what was just done, with its undo: one at a time, announced, never for errors."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.pieces import button, icon_button, key_words, label, picture
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.words import _

SECONDS = 8


class Toast(QWidget):
    """Stands at the foot of a window's middle for eight seconds, longer while hovered or focused."""

    def __init__(self, over: QWidget, undo: Callable[[], object]) -> None:
        super().__init__(over)
        colours = scheme()
        self._over = over
        self.setAccessibleName(_("Done"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(10), px(8))
        row.setSpacing(px(12))
        self._words = label("", "section")
        self._undo = button(_("Undo"), lambda: self._act(undo), look="link")
        self._key = QLabel(key_words("Ctrl+Z"))
        self._key.setFont(font("small"))
        self._words.setStyleSheet(f"color: {colours.surface}")
        self._key.setStyleSheet(f"color: {colours.surface}")
        self._undo.setStyleSheet(f"color: {colours.toast_undo}; font-weight: 600")
        row.addWidget(picture("tick", "surface"))
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        row.addWidget(self._key)
        row.addWidget(icon_button("close", _("Close"), self.hide, role="surface"))
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self._fade)
        over.installEventFilter(self)
        self.hide()

    def say(self, words: str, *, undoable: bool = True) -> None:
        """Say what was done; it is announced to screen readers too."""
        self._words.setText(words)
        self._undo.setVisible(undoable)
        self._key.setVisible(undoable)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        event = QAccessibleAnnouncementEvent(self, words)
        QAccessible.updateAccessibility(event)

    def _act(self, undo: Callable[[], object]) -> None:
        self.hide()
        undo()

    def _fade(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.focusWidget() or self):
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        self.adjustSize()
        width = min(self.sizeHint().width(), self._over.width() - px(32))
        self.resize(width, self.sizeHint().height())
        self.move((self._over.width() - width) // 2, self._over.height() - self.height() - px(44))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(scheme().colour("text"))
        painter.drawRoundedRect(self.rect(), 5, 5)
