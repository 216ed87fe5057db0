"""The visitors' page: people type themselves, in their language, and see nothing of others."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iopd_desktop.views.calendar.desk.door import Door
from iopd_desktop.views.calendar.desk.leaving import show_wordings
from iopd_desktop.views.calendar.desk.walk_in import Entered, WalkInForm
from iopd_desktop.views.kit.pieces import button, ground, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import LANGUAGE_OWN_NAMES, LANGUAGES, _, language, speaking

THANKS_MS, LEFT_MS = 6_000, 90_000


class Kiosk(QWidget):
    """A form in the visitor's own language; what somebody left half typed is wiped after a while.

    `left` asks to go back to the desk: F12 and then the passphrase.
    """

    left = Signal()

    def __init__(self, door: Door) -> None:
        super().__init__()
        ground(self, "surface")
        self._door, self._code = door, language()
        self.form: WalkInForm | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(px(40), px(20), px(40), px(20))
        languages = QHBoxLayout()
        languages.addStretch(1)
        for code in LANGUAGES:
            languages.addWidget(button(LANGUAGE_OWN_NAMES[code], partial(self.speak, code), look="flat"))
        languages.addStretch(1)
        column.addLayout(languages)
        self._title = label("", "title")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._welcome = label("", "body", "text2")
        self._welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._title)
        column.addWidget(self._welcome)
        self._stack = QStackedWidget()
        self._stack.setMaximumWidth(px(620))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._stack, 8)
        row.addStretch(1)
        column.addLayout(row, 1)
        self._thanks = label("", "title", "ok", wrap=True)
        self._thanks.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._thanks)
        self._wipe = QTimer(self, singleShot=True, interval=LEFT_MS)
        self._wipe.timeout.connect(self.begin)

    def begin(self) -> None:
        """An empty form for the next visitor, in the desk's language."""
        self.speak(language())

    def speak(self, code: str) -> None:
        """Show the form in a language; what was typed is wiped."""
        self._code = code
        with speaking(code):
            made = WalkInForm(self._door.organisations, lambda _name, _email: None, self._door.version,
                              _("Register me"))  # fmt: skip
            self._title.setText(self._door.title)
            self._welcome.setText(_("Please type your name. What you write is seen by the organisers alone."))
        made.entered.connect(self._enter)
        made.asked.connect(lambda spoken: show_wordings(self, self._door, spoken))
        for line in (made.given, made.family, made.organisation, made.email):
            line.textEdited.connect(lambda _text: self._wipe.start())
        if self.form is not None:
            self._stack.removeWidget(self.form)
            self.form.deleteLater()
        self.form = made
        self._stack.addWidget(made)
        self._stack.setCurrentWidget(made)
        made.given.setFocus()

    def _enter(self, entered: Entered) -> None:
        """Register; whoever is registered already is thanked too: nobody learns here who else comes."""
        with speaking(self._code):
            self._door.register(entered)
            name = entered.values.get("given_name") or entered.values["name"]
            self._thanks.setText(_("Thank you, {name}. Please take your badge at the desk.").format(name=name))
        self._wipe.stop()
        self._stack.setCurrentWidget(self._thanks)
        QTimer.singleShot(THANKS_MS, self, self.begin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F12:
            self.left.emit()
        else:
            super().keyPressEvent(event)
