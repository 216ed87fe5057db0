"""The first start, on one page: language, your name, what to begin with, and a passphrase if you want one."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iopd_desktop import paths
from iopd_desktop.store.preferences import Preferences
from iopd_desktop.views.kit.dialogs.database import too_short
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.empty import Drawing
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.pieces import button, ground, label
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.views.kit.strips import Strip
from iopd_desktop.views.kit.ticks import RadioBox, TickBox
from iopd_desktop.words import LANGUAGE_OWN_NAMES, N_, _, language

BEGINNINGS = {
    "plan": (N_("The 2024 work plan"), N_("Its objectives, 22 tasks and calendar, ready to be worked on.")),
    "sample": (N_("A fictitious sample network"), N_("To try everything; it is kept apart from your own data.")),
    "empty": (N_("Nothing"), N_("An empty database, for instance to import lists that you keep.")),
}


@dataclass(frozen=True)
class Beginning:
    """What a person chose on the first start page."""

    name: str
    content: str
    passphrase: str | None
    path: Path


class FirstStart(QScrollArea):
    """Asks what the program needs to begin. `begun` gives a Beginning, `open_wanted` the path of a database to open.

    `language_chosen` asks for the page in another language; the typed name goes with it in the preferences.
    """

    begun = Signal(object)
    open_wanted = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self, preferences: Preferences | None = None, path: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences or Preferences.load()
        self._path = path or paths.free(paths.default_database())
        self.setWindowTitle("IOPD Desktop")
        self.setWidgetResizable(True)
        self.setAccessibleName(_("First start"))
        inside = ground(QWidget(), "surface")
        outer = QHBoxLayout(inside)
        outer.addStretch(1)
        page = QWidget()
        page.setMinimumWidth(px(440))
        page.setMaximumWidth(px(520))
        outer.addWidget(page, 4)
        outer.addStretch(1)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(px(8), px(20), px(8), px(20))
        self._column.setSpacing(px(4))
        self._column.addWidget(Drawing(), 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(label(_("Welcome"), "title"))
        about = _("Everything stays on this computer. Nothing is sent anywhere.")
        self._column.addWidget(label(about, "body", "text2", wrap=True))
        self._column.addSpacing(px(8))
        self._ask_person(self._preferences.name)
        self._ask_beginning()
        self._ask_passphrase()
        self._wrong = Strip("bad")
        self._column.addWidget(self._wrong)
        self._add_foot()
        self._column.addStretch(1)
        self.setWidget(inside)
        self.resize(px(760), px(680))
        self.name.setFocus()

    def _add_foot(self) -> None:
        self._column.addSpacing(px(8))
        foot = QHBoxLayout()
        self.begin = button(_("Begin"), self._begin, look="primary", icon="tick")
        self.begin.setDefault(True)
        foot.addWidget(self.begin)
        foot.addWidget(button(_("Open a database that I have…"), self._open, look="link"))
        foot.addStretch(1)
        self._column.addLayout(foot)

    def _head(self, text: str, buddy: QWidget | None = None) -> None:
        head = label(text, "small", "text2")
        if buddy is not None:
            head.setBuddy(buddy)
        self._column.addWidget(head)

    def _ask_person(self, name: str) -> None:
        self.language = ChoiceBox(_("Language"))
        for code, own in LANGUAGE_OWN_NAMES.items():
            self.language.addItem(own, code)
        self.language.setCurrentIndex(self.language.findData(language()))
        self.language.activated.connect(self._speak)
        self._head(_("Language"), self.language)
        self._column.addWidget(self.language)
        self.name = Line(_("Your name"), _("As your changes are signed"))
        self.name.setText(name)
        self._head(_("Your name"), self.name)
        self._column.addWidget(self.name)

    def _ask_beginning(self) -> None:
        self._column.addSpacing(px(8))
        self._head(_("Begin with"))
        self._beginnings = QButtonGroup(self)
        for place, (title, about) in enumerate(BEGINNINGS.values()):
            choice = RadioBox(_(title))
            choice.setFont(font("name"))
            choice.setAccessibleName(_(title))
            choice.setAccessibleDescription(_(about))
            choice.setChecked(place == 0)
            self._beginnings.addButton(choice, place)
            self._column.addWidget(choice)
            said = label(_(about), "small", "text2", wrap=True)
            said.setContentsMargins(px(28), 0, 0, px(2))
            self._column.addWidget(said)

    def _ask_passphrase(self) -> None:
        self._column.addSpacing(px(8))
        self.protect = TickBox(_("Protect the database with a passphrase"))
        self.protect.setAccessibleName(self.protect.text())
        self._column.addWidget(self.protect)
        self._secret = QWidget()
        column = QVBoxLayout(self._secret)
        column.setContentsMargins(px(28), 0, 0, 0)
        column.setSpacing(px(4))
        self.passphrase, self.again = Line(_("Passphrase")), Line(_("The same again"))
        for line in (self.passphrase, self.again):
            line.setEchoMode(Line.EchoMode.Password)
            line.setPlaceholderText(line.accessibleName())
            column.addWidget(line)
        warning = _("Four or more words are easy to keep in mind. Nobody can find a lost passphrase out.")
        column.addWidget(label(warning, "small", "text2", wrap=True))
        self._column.addWidget(self._secret)
        self._secret.hide()
        self.protect.toggled.connect(self._secret.setVisible)

    def _speak(self) -> None:
        self._preferences.name = self.name.text().strip()
        self.language_chosen.emit(self.language.currentData())

    def _problem(self) -> str:
        if not self.name.text().strip():
            return _("A name is needed: changes are signed with it")
        if not self.protect.isChecked():
            return ""
        if self.passphrase.text() != self.again.text():
            return _("The two passphrases are not the same")
        return too_short(self.passphrase.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.begin.isEnabled():
            self._begin()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        wrong = self._problem()
        self._wrong.complain(wrong)
        if wrong:
            return
        with_what = list(BEGINNINGS)[self._beginnings.checkedId()]
        secret = self.passphrase.text() if self.protect.isChecked() else None
        self.begin.setEnabled(False)
        self.begun.emit(Beginning(self.name.text().strip(), with_what, secret, self._path))

    def refuse(self, sentence: str) -> None:
        """Say why it could not begin, and let the person try again."""
        self._wrong.complain(sentence)
        self.begin.setEnabled(True)

    def _open(self) -> None:
        folder = str(self._path.parent)
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Open a database"), folder, _("Databases (*.iopd)"))
        if chosen:
            self.open_wanted.emit(Path(chosen))
