"""The model under a list: row numbers in order, and pages of values read when they come into view."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from iopd_desktop.models.kinds import Choice, Country, Day, Flag, Fuzzy, Link, LongText, Money, Number, Terms, Text
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.store.listing import Listing
from iopd_desktop.views.kit.columns import Column
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.row_order import RowOrder
from iopd_desktop.words import _, number

PAGE = 200
IN_PLACE = (Text, Number, Money, Day, Fuzzy, Choice, Country, Flag, Link)
"""Kinds whose editor fits into a cell; the others are edited in the form."""
CELL = Qt.ItemDataRole.UserRole
ID = Qt.ItemDataRole.UserRole + 1
VALUE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True)
class Cell:
    """What the delegate paints in a cell: words, how they look, and a mark as (shape, role)."""

    text: str
    look: str
    mark: tuple[str, str] | None = None
    amount: float | None = None


class RecordModel(QAbstractTableModel):
    """Rows of one kind of record, as a listing orders them; nothing is read but what is seen.

    Of a long list the first rows are there at once. `begun` asks whoever shows them to call `complete` when they are
    painted; `completed` says that the others are there too.
    """

    refused = Signal(str)
    begun = Signal()
    completed = Signal()

    def __init__(self, records: Records, kind: str, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records, self.kind, self.columns = records, kind, list(columns)
        self.order = RowOrder(records, Listing(kind))
        self._pages: dict[int, list[dict[str, Any] | None]] = {}
        self._counts: dict[int, dict[str, Mapping[str, Any]]] = {}
        self._linked = LinkedTitles(records)

    def show(self, listing: Listing) -> None:
        """Show another search, filter or order."""
        self.beginResetModel()
        self.order.take(listing)
        self._forget()
        self.endResetModel()
        if not self.order.whole:
            self.begun.emit()

    def complete(self) -> None:
        """Let the rows that follow the first ones be there."""
        if self.order.whole:
            return
        order, first = self.order.rest(), len(self.order.numbers)
        if order[:first] == self.order.numbers:
            self.beginInsertRows(QModelIndex(), first, len(order) - 1)
            self.order.numbers = order
            self.endInsertRows()
        else:
            self._show_other(order)
        self.completed.emit()

    def _show_other(self, order: "array[int]") -> None:
        self.beginResetModel()
        self.order.numbers = order
        self._forget()
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns of the same rows."""
        self.beginResetModel()
        self.columns = list(columns)
        self._forget()
        self.endResetModel()

    def reload(self) -> None:
        """Read again after a change: only what is in view is painted anew where the order stayed."""
        order = self.order.again()
        if order != self.order.numbers:
            self._show_other(order)
            return
        self._forget()
        if order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(order) - 1, len(self.columns) - 1))

    def _forget(self) -> None:
        self._pages.clear()
        self._counts.clear()
        self._linked.forget()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.order.numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def row(self, place: int) -> dict[str, Any] | None:
        """The values of the row at a place of the list, or None where it has just gone."""
        page = place // PAGE
        if page not in self._pages:
            self._read(page)
        rows = self._pages[page]
        return rows[place - page * PAGE] if place - page * PAGE < len(rows) else None

    def _read(self, page: int) -> None:
        numbers = self.order.numbers[page * PAGE : (page + 1) * PAGE]
        fields = [column.name for column in self.columns if column.field is not None]
        found = self.records.page(self.kind, numbers, fields)
        self._pages[page] = [found.get(n) for n in numbers]
        rows = [row for row in self._pages[page] if row]
        for column in self.columns:
            kind = column.field.kind if column.field else None
            if isinstance(kind, Link) and kind.to != "*":
                self._linked.read(kind.to, {row[column.name] for row in rows if row[column.name]})
            elif isinstance(kind, Terms):
                self._linked.read("term", {term for row in rows for term in row[column.name] or ()})
            elif column.counted is not None:
                with self.records.store.read() as reader:
                    counted = column.counted.values(reader, [row["id"] for row in rows])
                self._counts.setdefault(page, {})[column.name] = counted

    def id_at(self, place: int) -> str | None:
        """The id of the row at a place."""
        row = self.row(place) if 0 <= place < len(self.order.numbers) else None
        return row["id"] if row else None

    def ids_at(self, places: Sequence[int]) -> list[str]:
        """The ids of the rows at some places; those of many are read at once, without their pages."""
        if len(places) <= PAGE:
            return [id for place in places if (id := self.id_at(place))]
        numbers = [self.order.numbers[place] for place in places]
        found = self.records.page(self.kind, numbers, ())
        return [found[n]["id"] for n in numbers if n in found]

    def place_of(self, id: str) -> int | None:
        """Where a record stands in the list, or None where it is not in it."""
        self.complete()
        wanted = self.records.number_of(self.kind, id)
        try:
            return None if wanted is None else self.order.numbers.index(wanted)
        except ValueError:
            return None

    def cell(self, place: int, column: Column) -> Cell:
        """What is painted at a place."""
        row = self.row(place)
        if row is None:
            return Cell("", column.look)
        if column.counted is not None:
            return _counted(self._counts[place // PAGE][column.name].get(row["id"]), column)
        assert column.field is not None
        value, kind = row.get(column.name), column.field.kind
        text = kind.short_label(value) if isinstance(kind, Choice) else kind.format(value, self._linked)
        return Cell(text, column.look, (column.marks or {}).get(value) if isinstance(value, str) else None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.order.numbers):
            return None
        column = self.columns[index.column()]
        if role == CELL:
            return self.cell(index.row(), column)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self.cell(index.row(), column).text.replace("\n", " ")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.label}: {self.cell(index.row(), column).text or _('empty')}"
        if role == ID:
            return self.id_at(index.row())
        if role in {VALUE, Qt.ItemDataRole.EditRole}:
            row = self.row(index.row())
            return row.get(column.name) if row else None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        id, column = self.id_at(index.row()), self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or id is None or column.field is None:
            return False
        try:
            self.records.edit(self.kind, id, {column.name: value})
        except BadValue as wrong:
            self.refused.emit(str(wrong))
            return False
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        column = self.columns[index.column()]
        kind = column.field.kind if column.field else None
        editable = isinstance(kind, IN_PLACE) and not isinstance(kind, LongText)
        return _EDITABLE if editable else _PLAIN

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and side == Qt.Orientation.Horizontal and section < len(self.columns):
            return self.columns[section].label
        return None


class LinkedTitles:
    """The `Look` of a list: titles of linked records, as they were read with their page."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._titles: dict[tuple[str, str], str] = {}

    def read(self, kind: str, ids: set[str]) -> None:
        """Read the titles of many records at once."""
        for id, title in self._records.titles(kind, ids).items() if ids else ():
            self._titles[kind, id] = title

    def title(self, kind: str, id: str) -> str:
        """The title of a linked record."""
        if (kind, id) not in self._titles:
            self._titles[kind, id] = self._records.title(kind, id)
        return self._titles[kind, id]

    def find(self, kind: str, title: str) -> str | None:
        """The record that a typed title means."""
        return self._records.find(kind, title)

    def forget(self) -> None:
        """Read them again when they are next asked for."""
        self._titles.clear()


def _counted(value: Any, column: Column) -> Cell:
    if value is None:
        return Cell("", column.look)
    if column.look == "progress":
        return Cell(_("{percent} %").format(percent=round(value * 100)), column.look, None, float(value))
    if column.look == "hints":
        return Cell(number(value) if value else "", column.look, ("triangle", "warn") if value else None)
    return Cell(value if isinstance(value, str) else number(value), column.look)
