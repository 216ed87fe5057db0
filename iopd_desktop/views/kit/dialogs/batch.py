"""One field of the chosen rows: which one, what stands there now, and what is to stand there."""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from iopd_desktop.actions.batch import change_many, changeable, stands_now
from iopd_desktop.models import Record
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.editors import Editor, editor_for
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.pieces import elided, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _, ngettext, number

_SHOWN = 6


class BatchDialog(Dialog):
    """Asks for a field and a value; the editor is the field's own, and below it stands what the rows say now."""

    def __init__(self, parent: QWidget, office: Office, record: type[Record], ids: list[str]) -> None:
        count = len(ids)
        kinds = _(record.label if count == 1 else record.plural).lower()
        title = ngettext("Change a field of {count} {kind}", "Change a field of {count} {kind}", count)
        deed = ngettext("Change {count} {kind}", "Change {count} {kind}", count)
        words = _("All of them get the same value, in one step that undo takes back.")
        told = {"count": number(count), "kind": kinds}
        super().__init__(parent, title.format(**told), words, deed.format(**told))
        self._office, self._record, self._ids, self.changed = office, record, ids, 0
        self.field = ChoiceBox(_("Field"))
        for made in changeable(record):
            self.field.addItem(made.label, made.name)
        head = label(_("Field"), "small", "text2")
        head.setBuddy(self.field)
        self._slot = QVBoxLayout()
        self._slot.setSpacing(px(6))
        for part in (head, self.field):
            self.body.addWidget(part)
        self.body.addLayout(self._slot)
        self.editor: Editor | None = None
        self.field.currentIndexChanged.connect(lambda _index: self.show_field())
        self.checked_by(self._do)
        self.show_field()

    def show_field(self) -> None:
        """Show the editor of the chosen field and what the rows say in it now."""
        while item := self._slot.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        made = self._record.fields[self.field.currentData()]
        self.editor = editor_for(made, self._office.records, self)
        self.editor.show_value(None)
        head = label(_("New value; left empty, the field is emptied"), "small", "text2")
        head.setBuddy(self.editor)
        for part in (head, self.editor, self._now(made.name)):
            self._slot.addWidget(part)
        self.adjustSize()

    def _now(self, field: str) -> QWidget:
        with self._office.store.read() as reader:
            said = stands_now(reader, self._record, self._ids, field, self._office.records)
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, px(6), 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.addWidget(label(_("What stands there now"), "small", "text2"), 0, 0, 1, 2)
        for place, (words, count) in enumerate(said[:_SHOWN], 1):
            grid.addWidget(elided(words, "body", "text"), place, 0)
            grid.addWidget(label(number(count), "body", "text2"), place, 1)
        more = len(said) - _SHOWN
        if more > 0:
            words = ngettext("{count} other value", "{count} other values", more).format(count=number(more))
            grid.addWidget(label(words, "small", "text2"), _SHOWN + 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        return made

    def _do(self) -> str:
        """Do it, and say what stands in the way."""
        assert self.editor is not None
        made = self._record.fields[self.field.currentData()]
        try:
            value = self.editor.value()
            title = _("Change {field} of {count} {kinds}").format(
                field=made.label, count=number(len(self._ids)), kinds=_(self._record.plural).lower()
            )
            with self._office.store.work(title) as work:
                self.changed = change_many(work, self._record, self._ids, made.name, value)
        except (BadValue, Refused) as wrong:
            return str(wrong)
        return ""


def ask_batch(page: Any) -> None:
    """Ask for a field and a value for the chosen rows of a page; the toast says how many changed."""
    ids = page.selected()
    if not ids or not changeable(page.sheet.record):
        return
    page.keep_all()
    dialog = BatchDialog(page, page.office, page.sheet.record, ids)
    field = ""
    if dialog.exec() == Dialog.DialogCode.Accepted:
        field = dialog.field.currentText()
        words = ngettext("{field} changed in {count} row", "{field} changed in {count} rows", dialog.changed)
        page.office.say(words.format(field=field, count=number(dialog.changed)))
    dialog.deleteLater()
