"""The fields of one record, in sections, each kept as soon as it is left."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iopd_desktop.models import Record
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.store.drafts import Draft
from iopd_desktop.views.kit.dialogs.moves import moves_others
from iopd_desktop.views.kit.editors import editor_for
from iopd_desktop.views.kit.editors.links import LinkEditor
from iopd_desktop.views.kit.form_rows import FormRow
from iopd_desktop.views.kit.pieces import button, label
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _


class FieldsForm(QWidget):
    """Editors for a record's fields. A new record stays a draft until its first required fields are there.

    What is only ever added to, such as a consent, is recorded by a button: afterwards nothing of it can be changed.
    """

    saved = Signal(str)
    made = Signal(str)
    refused = Signal(str)
    wanted = Signal(str, str)

    def __init__(
        self,
        record: type[Record],
        records: Records,
        fields: Iterable[str] = (),
        attach: Callable[[Path], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.record, self.records = record, records
        self.id: str | None = None
        self._given: dict[str, Any] = {}
        self.rows: dict[str, FormRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(12), px(16), px(12))
        self._column.setSpacing(0)
        names = list(fields) or list(record.fields)
        for section in _sections(record, names):
            inside = [name for name in names if record.fields[name].section == section]
            if section and record.sections.get(section) and self.rows:
                head = label(_(record.sections[section]), "section", "text2")
                head.setContentsMargins(0, px(12), 0, px(6))
                self._column.addWidget(head)
            for name in inside:
                self._add(name, attach)
        words = _("Record this {kind}").format(kind=_(record.label).lower())
        self.record_it = button(words, self._record_it, look="primary", icon="tick")
        self._column.addSpacing(px(12))
        self._column.addWidget(self.record_it, 0, Qt.AlignmentFlag.AlignLeading)
        self.record_it.hide()
        self._column.addStretch(1)
        self.setEnabled(False)

    def _add(self, name: str, attach: Callable[[Path], str] | None) -> None:
        editor = editor_for(self.record.fields[name], self.records, self, attach)
        if isinstance(editor, LinkEditor):
            editor.wanted.connect(self.wanted)
        row = FormRow(editor)
        row.left.connect(partial(self._keep, asking=True))
        self.rows[name] = row
        self._column.addWidget(row)

    def show_record(self, values: Mapping[str, Any]) -> None:
        """Show a record, and what was typed into it before and could not be saved."""
        self.id = values["id"]
        self.setEnabled(True)
        self.record_it.hide()
        typed = self.records.typed.of(self.record.kind, self.id)
        fixed = self.record.append_only
        for name, row in self.rows.items():
            row.editor.show_value(values.get(name))
            row.mistake("")
            row.editor.set_fixed(fixed)
            if name in typed:
                self._type_again(row, typed[name])

    def refresh(self, values: Mapping[str, Any]) -> None:
        """Show what a change elsewhere made of the record, but leave alone what is being typed."""
        for name, row in self.rows.items():
            if not row.editor.changed():
                row.editor.show_value(values.get(name))

    def begin(self, given: Mapping[str, Any] | None = None) -> None:
        """Begin a new record, with values that are known already; an unfinished one is taken up again."""
        self.id = None
        self.setEnabled(True)
        self.record_it.setVisible(self.record.append_only)
        typed = self.records.typed.of(self.record.kind, None)
        self._given = {**self.record.defaults(), **(given or {})}
        for name, row in self.rows.items():
            row.editor.set_fixed(False)
            row.editor.show_value(self._given.get(name))
            row.mistake("")
            if name in typed:
                self._type_again(row, typed[name])
        self.focus_first()

    def set_aside(self) -> None:
        """Leave a new record unfinished: what was typed is a draft, and is there again when the next one is begun."""
        if self.id is None:
            self._draft()
            self.clear()

    def clear(self) -> None:
        """Show no record."""
        self.id = None
        for row in self.rows.values():
            row.editor.show_value(None)
            row.mistake("")
        self.setEnabled(False)

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        next(iter(self.rows.values())).editor.setFocus()

    def keep_all(self) -> None:
        """Keep what is being typed, before another record is shown or the window closes."""
        for name, row in self.rows.items():
            if self.isEnabled() and row.editor.changed():
                self._keep(name)

    def _keep(self, name: str, *, asking: bool = False) -> None:
        """Keep a field; `asking` where somebody sits before it and may be asked what a date is to move."""
        row = self.rows[name]
        if not self.isEnabled() or not row.editor.changed():
            return
        readable, value = row.read()
        if not readable:
            self._draft()
        elif self.id is None and self.record.append_only:
            row.mistake("")
            self._draft()
        elif self.id is None:
            self._make()
        elif asking and moves_others(self, name, value):
            row.mistake("")
            row.editor.take_as_shown(value)  # the answer keeps it, or puts back what stood there
        else:
            self._save(name, value)

    def _save(self, name: str, value: Any) -> None:
        row, id = self.rows[name], self.id
        assert id is not None
        before = row.editor.shown
        row.editor.take_as_shown(value)  # the reload that the change brings must not undo the typing
        try:
            self.records.edit(self.record.kind, id, {name: value})
        except (BadValue, Refused) as wrong:
            row.editor.take_as_shown(before)
            fields = getattr(wrong, "fields", {})
            row.mistake(fields.get(name) or "; ".join(fields.values()) or str(wrong))
            self._draft()
            return
        row.mistake("")
        row.editor.show_value(value)
        self._draft()
        self.saved.emit(name)

    def _record_it(self) -> None:
        self._make()
        if self.id is None:
            self._ask_for_missing()
            return
        self.record_it.hide()
        for row in self.rows.values():
            row.editor.set_fixed(True)

    def _ask_for_missing(self) -> None:
        wanted = [row for name, row in self.rows.items() if self.record.fields[name].required and not row.read()[1]]
        for row in wanted:
            row.mistake(_("“{field}” is needed").format(field=row.editor.name))
        if wanted:
            wanted[0].editor.setFocus()

    def _make(self) -> None:
        values: dict[str, Any] = dict(self._given)
        for name, row in self.rows.items():
            if row.editor.changed():
                readable, value = row.read()
                if not readable:
                    self._draft()
                    return
                values[name] = value
        try:
            id = self.records.add(self.record.kind, values)
        except (BadValue, Refused) as wrong:
            self._explain(wrong, values)
            self._draft()
            return
        self.id = id
        self._keep_typed(Draft(self.record.kind, None, {}))
        for name, row in self.rows.items():
            row.editor.show_value(values.get(name))
            row.mistake("")
        self.made.emit(id)

    def _explain(self, wrong: Exception, values: Mapping[str, Any]) -> None:
        """Only what was filled in is called wrong: an empty field of a new record waits to be filled."""
        fields: dict[str, str] = getattr(wrong, "fields", {})
        for name, row in self.rows.items():
            row.mistake(fields.get(name, "") if values.get(name) is not None else "")
        if not fields:
            self.refused.emit(str(wrong))

    def _draft(self) -> None:
        typed = {name: _typed(row) for name, row in self.rows.items() if row.editor.changed()}
        self._keep_typed(Draft(self.record.kind, self.id, typed))

    def _keep_typed(self, draft: Draft) -> None:
        try:
            self.records.typed.keep(draft)
        except Refused as full:  # it stays in the window; whoever closes that is asked
            self.refused.emit(str(full))

    def _type_again(self, row: FormRow, typed: Any) -> None:
        if isinstance(typed, dict) and "typed" in typed:
            row.editor.type_text(typed["typed"])
        else:
            row.editor.fill(typed)
        row.read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self.rows.values():
            row.set_above(self.width() < px(300))


def _sections(record: type[Record], names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*record.sections, *(record.fields[name].section for name in names)]))


def _typed(row: FormRow) -> Any:
    """What a draft keeps of an editor: its value, or the text that no value can be read from."""
    try:
        return row.editor.value()
    except BadValue:
        return {"typed": row.editor.typed()}
