"""What a target of a mailing list is asked by: how many addresses in a message, the own mailbox, the letters."""

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from iopd_desktop.actions.mailing import Mailing
from iopd_desktop.exchange.mailing.entry import Letter, Sending
from iopd_desktop.models.kinds import Email
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.exchange.exporting import choice
from iopd_desktop.views.kit.lines import Line, Passage
from iopd_desktop.views.kit.pieces import label
from iopd_desktop.views.kit.section_tabs import SectionTabs
from iopd_desktop.words import _, language_name

_MOST = 5000
_SEPARATORS = (",", ";")


class MailingOptions:
    """The questions of one target, put into a dialog; the fields that it does not ask are not there."""

    def __init__(self, dialog: Dialog, made: Mailing, mailbox: str, kept: Mapping[str, str]) -> None:
        self._made = made
        usual = Sending(made.purpose, made.on)
        target = made.target
        self.mailbox = self.size = self.letters = None
        if target.drafts:
            self.mailbox = dialog.ask(_("Your own mailbox, which stands in To"), text=mailbox)
        if target.blocks:
            self.size = dialog.ask(_("Addresses in one message, at most"), text=kept.get("block", str(usual.size)))
            dialog.explain(_("Most providers take 100 in one message, yourself included; some take 50."))
        choices = [(_("Comma (Thunderbird, Gmail, Apple Mail)"), ","), (_("Semicolon (Outlook)"), ";")]
        shown = target.blocks and not target.drafts
        self.separator = choice(dialog, _("Between addresses"), choices) if shown else None
        if self.separator and kept.get("separator") in _SEPARATORS:
            self.separator.setCurrentIndex(_SEPARATORS.index(kept["separator"]))
        numbers = [(_("Leave them out"), ""), (_("Take them along"), "yes")]
        self.mobiles = choice(dialog, _("Mobile numbers"), numbers) if target.mobiles else None
        if target.drafts:
            self.letters = Letters(list(made.by_language))
            dialog.body.addWidget(self.letters)
        dialog.checked_by(self.wrong)

    def wrong(self) -> str:
        """What cannot be as it is, in a sentence; an empty text where everything can."""
        if self.size is not None and not (self.size.text().strip().isdecimal() and 1 <= self._size() <= _MOST):
            return _("How many addresses: a number from 1 to {most}").format(most=_MOST)
        if self.mailbox is not None:
            if not self.mailbox.text().strip():
                return _("Your own mailbox is needed: the message goes to it, and to everybody else in Bcc")
            try:
                Email("").clean(self.mailbox.text())
            except BadValue as wrong:
                return str(wrong)
        return ""

    def _size(self) -> int:
        return int(self.size.text()) if self.size is not None else Sending("", self._made.on).size

    def sending(self) -> Sending:
        """How the list is to be written."""
        return Sending(
            self._made.purpose, self._made.on, self._size(),
            separator=self.separator.currentData() if self.separator else ",",
            mailbox=self.mailbox.text().strip() if self.mailbox else "",
            mobiles=bool(self.mobiles and self.mobiles.currentData()),
            letters=self.letters.letters() if self.letters else {},
        )  # fmt: skip


class Letters(QWidget):
    """A subject and a text for each language of the list; what stays empty is written in the mail program."""

    def __init__(self, languages: list[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        tabs = SectionTabs()
        stack = QStackedWidget()
        self._fields: dict[str, tuple[Line, Passage]] = {}
        for code in languages:
            tabs.add(code, language_name(code))
            stack.addWidget(self._page(code))
        tabs.chosen.connect(lambda code: stack.setCurrentIndex(languages.index(code)))
        column.addWidget(tabs)
        column.addWidget(stack)
        column.addWidget(label(_("Both may stay empty: then you write them in your mail program."), "small", "text2"))

    def _page(self, code: str) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        name = language_name(code)
        subject, body = Line(f"{_('Subject')}, {name}"), Passage(f"{_('Text')}, {name}")
        for words, field in ((_("Subject"), subject), (_("Text"), body)):
            head = label(words, "small", "text2")
            head.setBuddy(field)
            rows.addWidget(head)
            rows.addWidget(field)
        self._fields[code] = (subject, body)
        return page

    def letters(self) -> dict[str, Letter]:
        """The letters as they are written."""
        return {
            code: Letter(subject.text(), body.toPlainText()) for code, (subject, body) in self._fields.items()
        }  # fmt: skip
