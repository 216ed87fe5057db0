"""The records that are parts of another, as one panel inside its form: a small list, and the fields of one."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iopd_desktop.models import Record
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.views.kit.columns import Column, Counted, columns
from iopd_desktop.views.kit.commands import Command
from iopd_desktop.views.kit.fields_form import FieldsForm
from iopd_desktop.views.kit.office import LivePage
from iopd_desktop.views.kit.pieces import button, ground, label
from iopd_desktop.views.kit.record_model import RecordModel
from iopd_desktop.views.kit.record_table import RecordTable
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.steps import px, row_height
from iopd_desktop.words import _

_MOST = 4
"""So many columns fit into a panel; what is counted takes the room of three."""


class ChildTable(QWidget):
    """Parts of one whole: `link` is the field by which `record` names it. `wanted` asks the window to show one."""

    wanted = Signal(str, str)
    counted = Signal(int)
    refused = Signal(str)

    def __init__(
        self, record: type[Record], link: str, records: Records, parent: QWidget | None = None,
        *, counted: Sequence[Counted] = (), deeds: Sequence[Command] = (),
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.record, self.link = record, link
        self._records, self._whole = records, ""
        self._model = RecordModel(records, record.kind, _columns(record, link, counted))
        self._model.refused.connect(self.refused)
        self._table = RecordTable(self._model, _(record.plural))
        self._table.setMinimumHeight(row_height() * 3)
        self._table.chosen.connect(self._show)
        self._none = label(_("None yet."), "small", "text3")
        self._none.setContentsMargins(px(20), px(12), px(16), 0)
        new_words = _("New: {kind}").format(kind=_(record.label).lower())
        self._new = button(new_words, self.begin, look="link", icon="plus")
        self._remove = button(_("Remove"), self._take_away, look="link", name=_("Remove the chosen one"))
        bar = QHBoxLayout()
        bar.setContentsMargins(px(16), px(6), px(12), px(2))
        for widget in (self._new, self._remove, *map(self._button, deeds)):
            bar.addWidget(widget)
        bar.addStretch(1)
        if record.append_only:
            self._remove.hide()
        self._form = FieldsForm(record, records, [name for name in record.fields if name != link])
        self._form.made.connect(self._made)
        self._table.opened.connect(self._form.focus_first)
        self._form.refused.connect(self.refused)
        self._form.wanted.connect(self.wanted)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(_("Fields of {kind}").format(kind=_(record.label).lower()))
        self._area.setWidget(ground(self._form, "surface"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._none)
        column.addWidget(self._table, 2)
        column.addWidget(self._area, 3)

    def show_whole(self, id: str) -> None:
        """Show the parts of another whole."""
        if id == self._whole:
            self.reload()
            return
        self._form.keep_all()
        self._whole = id
        self._form.clear()
        self._area.hide()
        self.reload()

    def reload(self) -> None:
        """Read the parts again."""
        first = next((name for name in self.record.fields if self.record.fields[name].sorted), "")
        self._model.show(self._listing(((first, False),) if first else ()))
        count = self._model.rowCount()
        self._none.setVisible(not count)
        self._table.setVisible(bool(count))
        self._remove.setEnabled(bool(count))
        self.counted.emit(count)
        if self._form.id and (values := self._records.seek(self.record.kind, self._form.id)):
            self._form.refresh(values)

    def _listing(self, order: tuple[tuple[str, bool], ...]) -> Listing:
        return Listing(self.record.kind, "", (Filter(self.link, "is", self._whole),), order)

    def begin(self, given: dict[str, Any] | None = None) -> None:
        """Begin a new part of the whole."""
        self._form.keep_all()
        self._area.show()
        self._form.begin({**(given or {}), self.link: self._whole})

    def _made(self, id: str) -> None:
        self.reload()
        self._table.choose(id)

    def _show(self, ids: list[str]) -> None:
        if len(ids) != 1 or ids[0] == self._form.id:
            return
        self._form.keep_all()
        values = self._records.seek(self.record.kind, ids[0])
        if values:
            self._area.show()
            self._form.show_record(values)

    def _take_away(self) -> None:
        ids = self._table.ids()
        if not ids:
            return
        try:
            self._records.remove(self.record.kind, ids)
        except (BadValue, Refused) as wrong:
            self.refused.emit(str(wrong))
            return
        self._form.clear()
        self._area.hide()
        self.reload()

    def _button(self, deed: Command) -> QWidget:
        return button(deed.shown(), partial(self._do, deed), look="link", icon=deed.icon)

    def _do(self, deed: Command) -> None:
        """Do a deed of the page that this panel stands on, with everything kept that was being typed."""
        self.keep_all()
        page = self.parentWidget()
        while page is not None and not isinstance(page, LivePage):
            page = page.parentWidget()
        if page is not None:
            deed.act(page)

    def keep_all(self) -> None:
        """Keep what is being typed."""
        self._form.keep_all()


def _columns(record: type[Record], link: str, counted: Sequence[Counted]) -> list[Column]:
    listed = [name for name, made in record.fields.items() if made.listed]
    shown = [name for name in dict.fromkeys([*record.titled, *listed]) if name != link]
    return columns(record, shown[: max(1, _MOST - 3 * len(counted))], counted)
