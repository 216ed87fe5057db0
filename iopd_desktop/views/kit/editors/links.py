"""Editors that point at other rows: a record found by typing and made in place, and attached files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from iopd_desktop.models import by_kind
from iopd_desktop.models.kinds import Link
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.views.kit.editors.base import Editor
from iopd_desktop.views.kit.pick_list import PickList
from iopd_desktop.views.kit.pieces import button, icon_button, label
from iopd_desktop.views.kit.places import documents
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.style import say
from iopd_desktop.words import _


class _TitleButton(QPushButton):
    """A field that shows a title and opens the list of others; a title that is too long ends in dots."""

    def __init__(self, name: str, act: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("look", "field")
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setMinimumWidth(px(80))
        self.clicked.connect(lambda _checked=False: act())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class LinkEditor(Editor):
    """A link to a record: it shows the title, is found by typing, and can be made without leaving the form."""

    wanted = Signal(str, str)

    def __init__(self, made: Any, records: Records, parent: QWidget | None = None) -> None:
        self._records = records
        self._id: str | None = None
        self._fixed = False
        super().__init__(made, parent)

    def build(self) -> None:
        self._button = _TitleButton(self.name, self._open)
        self._clear = icon_button("close", _("Empty “{field}”").format(field=self.name), self._empty)
        self._go = icon_button("onward", _("Go to “{field}”").format(field=self.name), self._show_it)
        self._column.addWidget(self._button, 1)
        self._column.addWidget(self._clear)
        self._column.addWidget(self._go)
        self.setFocusProxy(self._button)

    @property
    def to(self) -> str:
        """The kind of record that is linked to."""
        kind = self.field.kind
        assert isinstance(kind, Link)
        return (self._id or "").rpartition(":")[0] if kind.to == "*" else kind.to

    def fill(self, value: Any) -> None:
        self._id = value
        title = self._records.title(self.to, value.rpartition(":")[2]) if value and self.to else ""
        missing = _("(removed)") if value else _("Choose…")
        self._button.setText((title or missing).replace("&", "&&"))
        self._button.setToolTip(title)
        self._button.setAccessibleName(f"{self.name}: {title or _('empty')}")
        say(self._button, "empty", "false" if title else "true")
        self._clear.setVisible(bool(value) and not self.field.required and not self._fixed)
        self._go.setVisible(bool(title))

    def set_fixed(self, fixed: bool) -> None:
        """What is fixed cannot be emptied, but one can still go there."""
        super().set_fixed(fixed)
        self._fixed = fixed
        self._clear.setVisible(bool(self._id) and not self.field.required and not fixed)
        self._go.setEnabled(True)

    def value(self) -> Any:
        return self._id

    def _open(self) -> None:
        kind = self.field.kind
        assert isinstance(kind, Link)
        make = "" if kind.to == "*" else _("New: {kind}").format(kind=_(by_kind(kind.to).label).lower())
        chosen = [self._id] if self._id else []
        picks = PickList(self.name, self._offers, chosen, make=make, typed=True, parent=self)
        picks.picked.connect(lambda ids: self._take(ids[0]))
        picks.made.connect(self._make)
        picks.under(self._button)

    def _offers(self, typed: str) -> list[tuple[str, str]]:
        kind = self.field.kind
        assert isinstance(kind, Link)
        if kind.to != "*":
            return self._records.offers(kind.to, typed, 40)
        hits = self._records.anywhere(typed, 40) if typed.strip() else []
        return [(f"{hit.kind}:{hit.id}", f"{hit.title} ({_(by_kind(hit.kind).label)})") for hit in hits]

    def _take(self, id: str | None) -> None:
        self.fill(id)
        self.left.emit()

    def _empty(self) -> None:
        self._take(None)
        self._button.setFocus()

    def _make(self, typed: str) -> None:
        record = by_kind(self.to)
        first = record.titled[-1]
        try:
            self._take(self._records.add(self.to, {first: record.fields[first].kind.parse(typed)}))
        except BadValue:
            # It needs more than a name: the window opens the empty form, and the link is set afterwards.
            self.wanted.emit(self.to, typed)

    def _show_it(self) -> None:
        if self._id:
            self.wanted.emit(self.to, self._id)


class FilesEditor(Editor):
    """Attached files: a row each with its name, a plus, and whatever is dropped on it."""

    stacked = True

    def __init__(
        self, made: Any, records: Records, attach: Callable[[Path], str] | None = None, parent: QWidget | None = None
    ) -> None:
        self._records, self._attach, self._ids = records, attach, list[str]()
        super().__init__(made, parent)

    def build(self) -> None:
        self._rows = QWidget()
        self._list = type(self._column)(self._rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self._plus = button(_("Attach a file…"), self._choose, look="link", icon="plus")
        self._column.addWidget(self._rows)
        self._column.addWidget(self._plus, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(self._plus)
        self.setAcceptDrops(self._attach is not None)
        self._plus.setVisible(self._attach is not None)

    def fill(self, value: Any) -> None:
        self._ids = list(value or ())
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        titles = self._records.titles("file", self._ids) if self._ids else {}
        for id in self._ids:
            self._list.addWidget(self._file_row(id, titles.get(id) or _("(removed)")))

    def _file_row(self, id: str, name: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(name, "small"), 1)
        row.addWidget(icon_button("close", _("Take away “{value}”").format(value=name), lambda: self._drop(id)))
        return made

    def value(self) -> Any:
        return sorted(self._ids) or None

    def _choose(self) -> None:
        for path in QFileDialog.getOpenFileNames(self, _("Attach files"), str(documents()))[0]:
            self._add(Path(path))

    def _add(self, path: Path) -> None:
        if self._attach is not None:
            self._set([*self._ids, self._attach(path)])

    def _drop(self, id: str) -> None:
        self._set([each for each in self._ids if each != id])

    def _set(self, ids: list[str]) -> None:
        self.fill(ids)
        self.left.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self._add(Path(url.toLocalFile()))
