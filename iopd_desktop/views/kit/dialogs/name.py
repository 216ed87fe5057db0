"""Asking for one name."""

from PySide6.QtWidgets import QDialog, QWidget

from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.words import _


def ask_name(parent: QWidget, title: str, words: str, deed: str, text: str = "") -> str:
    """The name that the person typed, or an empty text where they cancelled."""
    dialog = Dialog(parent, title, "", deed)
    line = dialog.ask(words, text=text)
    dialog.checked_by(lambda: "" if line.text().strip() else _("A name is needed"))
    line.setFocus()
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    typed = line.text().strip()
    dialog.deleteLater()
    return typed if answer else ""
