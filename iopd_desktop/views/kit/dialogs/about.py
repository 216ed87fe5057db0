"""What the program is: its version, its licence, and everything inside with the licence of each."""

from functools import partial
from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel

from iopd_desktop import __version__
from iopd_desktop.actions.libraries import Library, libraries
from iopd_desktop.paths import brought
from iopd_desktop.views.kit.dialogs.asked import shown, table
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.lines import Passage
from iopd_desktop.views.kit.pieces import button, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _


def program_icon() -> QIcon:
    """The program's own picture, for its windows and for this page."""
    return QIcon(str(brought("resources") / "desktop" / "net.oidp.IOPDDesktop.svg"))


def show_about(window: Any) -> None:
    """The version, the licence, and the libraries."""
    words = _("Free software under the GNU Affero General Public License, version 3 or later, without any warranty.")
    dialog = Dialog(window, _("IOPD Desktop {version}").format(version=__version__))
    picture = QLabel()
    picture.setPixmap(program_icon().pixmap(px(64), px(64)))
    dialog.body.addWidget(picture)
    dialog.body.addWidget(label(words, "body", "text2", wrap=True))
    dialog.explain(_("It is made of these libraries, with thanks to everybody who wrote them:"))
    rows = []
    for one in libraries():
        read = button(one.licence, partial(_show_text, dialog, one), look="link", name=f"{one.name}: {one.licence}")
        rows.append((one.name, one.version, read))
    table(dialog, rows, _("Libraries and their licences"))
    shown(dialog)


def _show_text(parent: Dialog, library: Library) -> None:
    dialog = Dialog(parent, library.name, library.licence)
    text = Passage(_("Licence of {library}").format(library=library.name))
    text.setReadOnly(True)
    text.setPlainText(library.text())
    text.setMinimumSize(px(620), px(360))
    dialog.body.addWidget(text)
    shown(dialog)
