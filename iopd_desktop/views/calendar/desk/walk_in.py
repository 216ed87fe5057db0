"""The six fields of somebody who comes without a place, with doubles said while they are typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from iopd_desktop.actions.allowing import ASKED_AT_EVENTS
from iopd_desktop.models.members import DOCUMENT_LANGUAGES, LANGUAGE_NAMES, PURPOSES
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.models.registrations import Registration
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.pieces import button, elided, ground, key_words, label
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.views.kit.strips import Hint, Strip
from iopd_desktop.views.kit.style import say
from iopd_desktop.views.kit.ticks import TickBox
from iopd_desktop.words import _, country_names, fold, language


@dataclass(frozen=True)
class Entered:
    """What was typed: the values of a registration, the purposes that were allowed, whether a badge is wanted."""

    values: dict[str, Any]
    consents: tuple[str, ...]
    badge: bool = False


class WalkInForm(QWidget):
    """`entered` hands over what was typed, `asked` wants the words of the consents shown in a language.

    `twin` gives a sentence for a name and an address that are known, with the deed that takes them instead;
    `offers` gives organisations for some letters; `version` the wording's version for a language. With `badges` a
    badge can be printed at once.
    """

    entered = Signal(object)
    asked = Signal(str)
    left = Signal()

    def __init__(
        self, offers: Callable[[str], list[str]], twin: Callable[[str, str], Hint | None],
        version: Callable[[str], str], deed: str, *, key: str = "", badges: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        ground(self, "chrome")
        self._offers, self._twin, self._version, self._badges = offers, twin, version, badges
        self.given, self.family = self._line(_("Given name")), self._line(_("Family name"))
        self.organisation, self.email = self._line(_("Organisation")), self._line(_("E-mail"))
        self.country, self.language = ChoiceBox(_("Country")), ChoiceBox(_("Language"))
        self.consents = {purpose: TickBox(_(PURPOSES[purpose])) for purpose in ASKED_AT_EVENTS}
        self.wrong, self._likely = Strip("bad"), Strip("warn")
        self._head = label("", "section", "text2")
        self.deed = button(deed, self.enter, look="primary", icon="tick", key=key)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.organisation.setCompleter(completer)
        self._fill_choices()
        self._lay_out(key, badges=badges)
        for line in (self.given, self.family, self.email):
            line.textEdited.connect(lambda _text: self._look_for_twin())
        self.organisation.textEdited.connect(self._offer)
        self.language.activated.connect(lambda _place: self._tell_version())
        self._tell_version()

    @staticmethod
    def _line(name: str) -> Line:
        made = Line(name)
        large = font("lead")
        large.setWeight(QFont.Weight.Normal)  # what is typed is no heading
        made.setFont(large)
        made.setMinimumHeight(px(34))
        return made

    def _fill_choices(self) -> None:
        self.country.addItem("", None)
        for code, name in sorted(country_names().items(), key=lambda each: fold(each[1])):
            self.country.addItem(name, code)
        for code, name in LANGUAGE_NAMES.items():
            self.language.addItem(_(name), code)
        self.language.setCurrentIndex(self.language.findData(language()))

    def _lay_out(self, key: str, *, badges: bool) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(24), px(16), px(20), px(12))
        whole.setSpacing(px(6))
        fields = QGridLayout()
        fields.setHorizontalSpacing(px(12))
        fields.setVerticalSpacing(px(2))
        for row, column, wide, widget in (
            (0, 0, 1, self.given), (0, 1, 1, self.family), (2, 0, 2, self.organisation), (4, 0, 1, self.country),
            (4, 1, 1, self.language), (6, 0, 2, self.email),
        ):  # fmt: skip
            head = label(widget.accessibleName(), "head", "text2")
            head.setBuddy(widget)
            fields.addWidget(head, row, column, 1, wide)
            fields.addWidget(widget, row + 1, column, 1, wide)
        whole.addLayout(fields)
        for strip in (self.wrong, self._likely):
            whole.addWidget(strip)
        whole.addSpacing(px(6))
        whole.addWidget(self._head)
        for box in self.consents.values():
            whole.addWidget(box)
        shown = button(_("Read it aloud or show it"), lambda: self.asked.emit(self._spoken()), look="link",
                       icon="translate")  # fmt: skip
        whole.addWidget(shown, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.deed)
        if key:
            foot.addWidget(label(key_words(key), "small", "text2"))
        foot.addStretch(1)
        whole.addLayout(foot)
        if badges:
            words = _("Add and print the badge")
            beside = QHBoxLayout()
            beside.addWidget(button(words, lambda: self.enter(badge=True), look="flat", icon="printer"))
            beside.addWidget(elided(key_words("Ctrl+Shift+Enter")), 1)
            whole.addLayout(beside)

    def _spoken(self) -> str:
        """The language in which the words of a consent can be shown to this person."""
        code = self.language.currentData() or language()
        return code if code in DOCUMENT_LANGUAGES else "en"

    def _tell_version(self) -> None:
        code = self._spoken()
        words = {"version": self._version(code), "language": _(LANGUAGE_NAMES[code])}
        self._head.setText(_("Consent, wording {version} in {language}").format(**words))

    def _offer(self, text: str) -> None:
        """Names of organisations for the letters typed; nothing is chosen by itself."""
        self._names.setStringList(self._offers(text) if len(text.strip()) > 1 else [])

    def name(self) -> str:
        """The whole name as it was typed."""
        return " ".join(part for part in (self.given.text().strip(), self.family.text().strip()) if part)

    def _look_for_twin(self) -> None:
        twin = self._twin(self.name(), self.email.text()) if self.name() or self.email.text() else None
        self._likely.show_hints([twin] if twin else [])

    def enter(self, *, badge: bool = False) -> None:
        """Hand over what was typed, or say what is wrong beside it."""
        values: dict[str, Any] = {
            "name": self.name(), "given_name": self.given.text().strip() or None,
            "organisation": self.organisation.text().strip() or None, "country": self.country.currentData(),
            "email": self.email.text().strip() or None, "language": self.language.currentData(),
        }  # fmt: skip
        told = ""
        say(self.email, "wrong", value=False)
        if not values["name"]:
            told = _("A name is needed")
            self.given.setFocus()
        elif values["email"]:
            try:
                values["email"] = Registration.fields["email"].kind.parse(values["email"])
            except BadValue as wrong:
                told = str(wrong)
                say(self.email, "wrong", value=True)
                self.email.setFocus()
        self.wrong.complain(told)
        if not told:
            allowed = tuple(purpose for purpose, box in self.consents.items() if box.isChecked())
            kept = {name: value for name, value in values.items() if value is not None}
            self.entered.emit(Entered(kept, allowed, badge))

    def clear(self) -> None:
        """Make the form ready for the next person; no consent stays ticked."""
        for line in (self.given, self.family, self.organisation, self.email):
            line.clear()
        for box in self.consents.values():
            box.setChecked(False)
        self.country.setCurrentIndex(0)
        self.language.setCurrentIndex(self.language.findData(language()))
        self._tell_version()
        self.wrong.complain("")
        self._likely.show_hints([])

    def begin(self, name: str = "") -> None:
        """Give the keyboard to the first field, with what was typed at the desk already."""
        if name and not self.name():
            given, _space, family = name.strip().rpartition(" ")
            self.given.setText(given or family)
            self.family.setText(family if given else "")
            self._look_for_twin()
        self.given.setFocus()
        self.given.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enter(badge=self._badges and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif entered and isinstance(box := self.focusWidget(), TickBox):
            box.click()
        elif entered:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
