"""The model under the plan's tree: rows as the plan has them, kept in place while only their values change."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from iopd_desktop.models.tasks import TASK_STATES
from iopd_desktop.views.tasks.plan_rows import PlanRow, due_words, state_of, told
from iopd_desktop.words import N_, _, today

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("task", "owner", "status", "progress", "due", "months")
_HEADS = {
    "task": N_("Task"), "owner": N_("Owner"), "status": N_("Status"), "progress": N_("Progress"), "due": N_("Due"),
    "months": N_("Year"),
}  # fmt: skip
TYPED = frozenset(("owner", "progress", "due"))
"""Columns whose cells are typed into in place."""


class PlanModel(QAbstractItemModel):
    """Tasks under priorities. `typed` gives an id, a column and the text that was typed into a cell."""

    typed = Signal(str, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tops: list[PlanRow] = []
        self._flat: list[PlanRow] = []
        self._numbers: dict[int, int] = {}
        self.year, self.today = today().year, today()

    def show(self, rows: Sequence[PlanRow], year: int, today: date) -> None:
        """Show other rows. Where the same rows stand in the same places, only their values are told to be new."""
        flat = [row for top in rows for row in top.walk()]
        same = _shape(flat) == _shape(self._flat) and year == self.year
        if not same:
            self.beginResetModel()
        self._tops, self._flat, self.year, self.today = list(rows), flat, year, today
        self._numbers = {id(row): number for number, row in enumerate(flat)}
        if same:
            self._tell_all()
        else:
            self.endResetModel()

    def _tell_all(self) -> None:
        last = len(COLUMNS) - 1
        for parent in [None, *(row for row in self._flat if row.children)]:
            count = len(parent.children if parent else self._tops)
            above = self.index_of(parent) if parent else QModelIndex()
            if count:
                self.dataChanged.emit(self.index(0, 0, above), self.index(count - 1, last, above))

    def row(self, index: Index) -> PlanRow | None:
        """The row at an index."""
        return self._flat[index.internalId()] if index.isValid() else None

    def index_of(self, row: PlanRow, column: int = 0) -> QModelIndex:
        """The index of a row."""
        return self.createIndex(row.place, column, self._numbers[id(row)])

    def find(self, wanted: str) -> QModelIndex:
        """The index of the row with an id; not valid where there is none."""
        return next((self.index_of(row) for row in self._flat if row.id == wanted), QModelIndex())

    def all_rows(self) -> list[PlanRow]:
        """Every row from the top."""
        return self._flat

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        above = self.row(parent)
        rows = above.children if above else self._tops
        inside = 0 <= row < len(rows) and 0 <= column < len(COLUMNS) and (not parent.isValid() or parent.column() == 0)
        return self.createIndex(row, column, self._numbers[id(rows[row])]) if inside else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008
        row = self.row(index)
        return self.index_of(row.parent) if row and row.parent else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid() and parent.column() > 0:
            return 0
        above = self.row(parent)
        return len(above.children if above else self._tops)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        column = COLUMNS[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return (row.task.text if row.task else row.name) if column == "task" else self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return told(row, self.year, self.today) if column == "task" else self._words(row, column)
        return None

    def _words(self, row: PlanRow, column: str) -> str:
        if column == "task":
            return f"{row.code} {row.name}".strip()
        if column == "progress":
            return "" if row.progress is None else _("{percent} %").format(percent=row.progress)
        if row.task is None:
            return ""
        if column == "due":
            return due_words(row.task, self.year, self.today)
        return {"owner": row.task.owner, "status": _(TASK_STATES[state_of(row.task)])}.get(column, "")

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        if row is None or row.task is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.typed.emit(row.id, COLUMNS[index.column()], str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if row.kind == "group":
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = row.task is not None and COLUMNS[index.column()] in TYPED
        return plain | Qt.ItemFlag.ItemIsEditable if editable else plain

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and side == Qt.Orientation.Horizontal and section < len(COLUMNS):
            return _(_HEADS[COLUMNS[section]])
        return None


def _shape(rows: Sequence[PlanRow]) -> list[tuple[str, str, int]]:
    return [(row.id, row.parent.id if row.parent else "", row.place) for row in rows]
