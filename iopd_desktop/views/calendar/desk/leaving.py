"""What the desk asks in small windows: the passphrase before the program comes back, and the words of consents."""

from PySide6.QtWidgets import QWidget

from iopd_desktop.store.store import Store
from iopd_desktop.views.calendar.desk.door import Door
from iopd_desktop.views.kit.dialogs.asked import shown
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.pieces import label
from iopd_desktop.words import _


def may_leave(parent: QWidget, store: Store, title: str) -> bool:
    """Whether whoever sits here may go on to the rest; a database under a passphrase asks for it."""
    if not store.encrypted:
        return True
    words = _("The rest of the program is behind the passphrase while the desk is open to the hall.")
    dialog = Dialog(parent, title, words, title)
    line = dialog.ask(_("Passphrase"), secret=True)
    dialog.checked_by(lambda: "" if store.opens_with(line.text()) else _("This is not the passphrase"))
    line.setFocus()
    return shown(dialog)


def show_wordings(parent: QWidget, door: Door, code: str) -> None:
    """Show the words by which consents are asked, large enough to be read by somebody before the desk."""
    found = door.wordings(code)
    words = "" if found else _("No wordings are kept yet.")
    dialog = Dialog(parent, _("What is asked"), words, tells=True)
    for purpose, text in found:
        dialog.body.addWidget(label(purpose, "section", "text2"))
        dialog.body.addWidget(label(text, "lead", wrap=True))
    shown(dialog)
