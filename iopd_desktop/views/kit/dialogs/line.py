"""Asking for one line: a name, a reason."""

from PySide6.QtWidgets import QDialog, QWidget

from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.words import _


def ask_line(parent: QWidget, title: str, words: str, deed: str, text: str = "") -> str:
    """What the person typed or left of `text`, at least a word, or an empty text where they cancelled."""
    dialog = Dialog(parent, title, "", deed)
    line = dialog.ask(words, text=text)
    dialog.checked_by(lambda: "" if line.text().strip() else _("“{field}” is needed").format(field=words))
    line.setFocus()
    line.selectAll()
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    typed = line.text().strip()
    dialog.deleteLater()
    return typed if answer else ""
