"""The detail of one record: title, chips, hints, sections, fields, parts, and its last changes."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from iopd_desktop.models import Record, by_kind
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.views.kit.alike import AlikeStrip
from iopd_desktop.views.kit.changes import AllChanges, LastChanges
from iopd_desktop.views.kit.child_table import ChildTable
from iopd_desktop.views.kit.chips import Chip
from iopd_desktop.views.kit.columns import Counted
from iopd_desktop.views.kit.commands import Command
from iopd_desktop.views.kit.fields_form import FieldsForm
from iopd_desktop.views.kit.flow import Flow
from iopd_desktop.views.kit.pieces import ground, icon_button, label
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.section_tabs import SectionTabs
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.strips import Hint, Strip
from iopd_desktop.words import _

LONGEST = 100
"""So many letters of a record's name stand in its head; the tooltip has the rest."""
Chips = Callable[[Mapping[str, Any]], Sequence[tuple[str, str, str]]]
Hints = Callable[[Records, Mapping[str, Any]], Sequence[Hint]]


class RecordForm(QWidget):
    """The form of one kind of record. `parts` names the kinds shown as panels, in order, each with its link.

    `chips` gives (words, tone, icon) for a record, `hints` what somebody should look at, `counted` by kind the columns
    of the panels that no field holds.
    """

    made = Signal(str)
    wanted = Signal(str, str)
    back = Signal()

    def __init__(
        self,
        record: type[Record],
        records: Records,
        *,
        fields: Sequence[str] = (),
        parts: Sequence[tuple[str, str]] = (),
        chips: Chips | None = None,
        hints: Hints | None = None,
        counted: Mapping[str, Sequence[Counted]] | None = None,
        deeds: Mapping[str, Sequence[Command]] | None = None,
        attach: Callable[[Path], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground(self, "surface")
        self.record, self._records = record, records
        self._chips_of, self._hints_of = chips, hints
        self._history: list[Any] = []
        self.fields = FieldsForm(record, records, fields, attach)
        self._links, self._counted, self._deeds = dict(parts), counted or {}, deeds or {}
        self._parts: dict[str, ChildTable] = {}
        self._title = label("", "title", wrap=True)
        self._hints, self._wrong = Strip(), Strip("bad")
        self._alike = AlikeStrip(self.fields, self.wanted.emit)
        self._tabs, self._stack, self._last = SectionTabs(), QStackedWidget(), LastChanges()
        self._build()
        self.fields.saved.connect(lambda _name: self._show_head())
        self.fields.made.connect(self.made)
        self.fields.refused.connect(self._wrong.complain)
        self.fields.wanted.connect(self.wanted)
        self._tabs.chosen.connect(self.turn_to)
        self._last.put_back.connect(self._put_back)
        self._last.all_wanted.connect(self._show_all)
        self._later = QTimer(self, singleShot=True, interval=120)
        self._later.timeout.connect(self._read_changes)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # A widget of its own, not a nested layout: that one keeps the height of the former title.
        top = QWidget()
        head = QHBoxLayout(top)
        head.setContentsMargins(px(20), px(14), px(12), px(4))
        head.addWidget(self._title, 1)
        self._more = icon_button("more", _("More for this record"), self._open_menu)
        head.addWidget(self._more)
        column.addWidget(top)
        self._chips = QWidget()
        self._chips.setContentsMargins(px(20), 0, px(12), px(8))
        self._flow = Flow(self._chips, px(8))
        self._flow.setContentsMargins(px(20), 0, px(12), px(8))
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(_("Fields of {kind}").format(kind=_(self.record.label).lower()))
        area.setWidget(ground(self.fields, "surface"))
        self._stack.addWidget(area)
        self._tabs.add("", _(next(iter(self.record.sections.values()), self.record.label)))
        for kind in self._links:
            self._tabs.add(kind, _(by_kind(kind).plural))
        for widget in (self._chips, self._alike, self._hints, self._wrong, self._tabs):
            column.addWidget(widget)
        # Only now: a widget without a parent that is shown becomes a window and takes the keyboard.
        self._tabs.setVisible(bool(self._links))
        column.addWidget(self._stack, 1)
        column.addWidget(self._last)
        self._last.hide()

    @property
    def id(self) -> str | None:
        """The record that is shown."""
        return self.fields.id

    def show_id(self, id: str) -> None:
        """Show a record; what was being typed in the former one is kept first."""
        if id == self.id:
            self.reload()
            return
        self.keep_all()
        values = self._records.seek(self.record.kind, id)
        if values is None:
            self.forget()
            return
        self._wrong.hide()
        self._alike.forget()
        self.fields.show_record(values)
        self._show_head(values)
        if current := self._tabs.current():
            self.panel(current).show_whole(id)
        self._count_parts(id)
        self._history = []
        self._last.hide()
        self._later.start()

    def begin(self, given: Mapping[str, Any] | None = None) -> None:
        """Begin a new record."""
        self.keep_all()
        self._alike.forget()
        self._title.setText(_("New: {kind}").format(kind=_(self.record.label).lower()))
        self._hints.show_hints([])
        self._set_chips([])
        self._later.stop()
        self._last.hide()
        for kind in self._links:
            self._tabs.set_count(kind, None)
        self.turn_to("")
        self.fields.begin(given)

    def forget(self) -> None:
        """Show no record, because the one that was shown is gone."""
        self._alike.forget()
        self.fields.clear()
        self._title.setText("")
        self._set_chips([])
        self._hints.show_hints([])
        self._last.hide()

    def reload(self) -> None:
        """Read the record again after a change; what is being typed stays."""
        values = self._records.seek(self.record.kind, self.id) if self.id else None
        if values is None:
            if self.id:
                self.forget()
            return
        self.fields.refresh(values)
        self._show_head(values)
        if current := self._tabs.current():
            self.panel(current).reload()
        self._count_parts(values["id"])
        self._later.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.keep_all()
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def turn_to(self, section: str) -> None:
        """Show the fields, or the parts of a kind."""
        self._tabs.choose(section)
        if section and self.id:
            self.panel(section).show_whole(self.id)
        self._stack.setCurrentWidget(self.panel(section) if section else self._area)

    def panel(self, kind: str) -> ChildTable:
        """The panel of the parts of a kind, made when it is first looked at."""
        if kind not in self._parts:
            made = ChildTable(
                by_kind(kind), self._links[kind], self._records, counted=self._counted.get(kind, ()),
                deeds=self._deeds.get(kind, ()),
            )
            made.counted.connect(lambda count: self._tabs.set_count(kind, count))
            made.wanted.connect(self.wanted)
            made.refused.connect(self._wrong.complain)
            self._parts[kind] = made
            self._stack.addWidget(made)
        return self._parts[kind]

    def _count_parts(self, id: str) -> None:
        for kind, link in self._links.items():
            self._tabs.set_count(kind, self._records.count(Listing(kind, "", (Filter(link, "is", id),))))

    def add_part(self, kind: str, given: dict[str, Any] | None = None) -> None:
        """Begin a new part of a kind, as a hint's deed or a command asks."""
        self.turn_to(kind)
        self.panel(kind).begin(given)

    def keep_all(self) -> None:
        """Keep what is being typed, here and in the panels."""
        self.fields.keep_all()
        for panel in self._parts.values():
            panel.keep_all()

    def _show_head(self, known: Mapping[str, Any] | None = None) -> None:
        values = known or (self._records.seek(self.record.kind, self.id) if self.id else None)
        if values is None:
            return
        name = self.record.called(values, self._records) or _("Without a name")
        self._title.setText(name if len(name) <= LONGEST else name[: LONGEST - 1] + "…")
        self._title.setToolTip(name[:2000])
        self._set_chips(self._chips_of(values) if self._chips_of else [])
        self._hints.show_hints(self._hints_of(self._records, values) if self._hints_of else [])

    def _set_chips(self, chips: Sequence[tuple[str, str, str]]) -> None:
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for words, tone, icon in list(chips)[:3]:
            self._flow.addWidget(Chip(words, tone, icon))
        self._chips.setVisible(bool(chips))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(_("All changes"), self._show_all)
        menu.exec(self._more.mapToGlobal(self._more.rect().bottomLeft()))
        menu.deleteLater()

    def _read_changes(self) -> None:
        if self.id:
            self._history = self._records.history(self.record.kind, self.id)
            self._last.show_changes(self.record.kind, self._history, self._records)
            self.resizeEvent(None)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """In a low form the fields need the room of the last changes; the menu still has them all."""
        self._last.setVisible(bool(self._history) and self.height() >= px(380))

    def _show_all(self) -> None:
        if self.id:
            shown = AllChanges(self._title.text(), self.record.kind, self._history, self._records, self)
            shown.put_back.connect(self._put_back)
            shown.exec()
            shown.deleteLater()

    def _put_back(self, path: str, old: object) -> None:
        if self.id:
            self._records.put_back(self.record.kind, self.id, path, old)
            self.reload()
