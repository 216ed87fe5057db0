"""Somebody who answers the dialogs of a window, and remembers what they said."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel


def answering(*answers):
    """Answer the dialogs that come, in order, and note the sentences that each one shows; with the timer to keep."""
    heard, waiting, timer = [], list(answers), QTimer()

    def answer():
        dialog = QApplication.activeModalWidget()
        if dialog is not None and waiting:
            heard.append(" ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible()))
            waiting.pop(0)(dialog)

    timer.timeout.connect(answer)
    timer.start(5)
    return heard, timer
