"""The frame of a dialog: a title, a sentence, what is asked, and buttons that name the deed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.pieces import button, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _


class Dialog(QDialog):
    """A small window that asks one thing. `deed` is the word on its button; `danger` sets it apart.

    What only `tells` of something done is closed, not cancelled.
    """

    def __init__(
        self, parent: QWidget | None, title: str, words: str = "", deed: str = "", *, danger: bool = False,
        tells: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(px(420))
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(px(20), px(16), px(20), px(16))
        self._whole.setSpacing(px(10))
        self._whole.addWidget(label(title, "title", wrap=True))
        if words:
            self._whole.addWidget(label(words, "body", "text2", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(8))
        self._whole.addLayout(self.body)
        self._wrong = label("", "small", "bad", wrap=True)
        self._wrong.hide()
        self._whole.addWidget(self._wrong)
        self._whole.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.cancel = button(_("Cancel") if deed and not tells else _("Close"), self.reject)
        foot.addWidget(self.cancel)
        if deed:
            self.deed = button(deed, self.try_it, look="danger" if danger else "primary")
            self.deed.setDefault(not danger)
            foot.addWidget(self.deed)
        self._whole.addLayout(foot)
        self._check: Callable[[], str] = lambda: ""

    def ask(self, words: str, *, secret: bool = False, text: str = "") -> Line:
        """Add a labelled field."""
        line = Line(words)
        line.setText(text)
        if secret:
            line.setEchoMode(Line.EchoMode.Password)
        self.put(words, line)
        return line

    def put(self, words: str, field: QWidget) -> None:
        """Add any field under its label."""
        head = label(words, "small", "text2")
        head.setBuddy(field)
        self.body.addWidget(head)
        self.body.addWidget(field)

    def explain(self, words: str) -> None:
        """Add a sentence."""
        self.body.addWidget(label(words, "small", "text2", wrap=True))

    def checked_by(self, check: Callable[[], str]) -> None:
        """Before the deed, ask `check` for what is wrong; an empty text is right."""
        self._check = check

    def try_it(self) -> None:
        """Do it, or say what is wrong."""
        wrong = self._check()
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        if not wrong:
            self.accept()


def complain(parent: QWidget | None, sentence: str) -> None:
    """Say why something was refused, where there is no page to say it on."""
    dialog = Dialog(parent, _("This was not done"), sentence)
    dialog.exec()
    dialog.deleteLater()


def confirm(parent: QWidget | None, title: str, words: str, deed: str) -> bool:
    """Ask before what cannot be undone; the button names the deed and its object."""
    dialog = Dialog(parent, title, words, deed, danger=True)
    dialog.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer
