"""What waits until something has been painted: the window shows its rows before it does anything else."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

PAUSE_MS = 20
"""Until the deeds begin: a key that was typed meanwhile comes first."""


class _Painted(QObject):
    """Waits at a widget for its next painting, then does one deed and is gone."""

    def __init__(self, widget: QWidget, deed: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget, self._deed = widget, deed
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(PAUSE_MS, self, self._do)  # after this painting, not in the midst of it
        return False

    def _do(self) -> None:
        if self._widget.isVisible():  # a window that was closed meanwhile has let its database go
            self._deed()
        self.deleteLater()


def after_paint(widget: QWidget, deed: Callable[[], object]) -> None:
    """Do a deed once, as soon as a widget has been painted the next time; never while it is out of sight."""
    _Painted(widget, deed)
