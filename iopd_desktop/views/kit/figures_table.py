"""The figures of a drawing as a table: the same names and numbers, to be read, walked and copied."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from iopd_desktop.views.kit.bar_row import Bar
from iopd_desktop.views.kit.cells import CellPainter
from iopd_desktop.views.kit.columns import Column
from iopd_desktop.views.kit.record_model import CELL, Cell
from iopd_desktop.views.kit.record_table import Head
from iopd_desktop.views.kit.steps import px, row_height
from iopd_desktop.words import number

Index = QModelIndex | QPersistentModelIndex


class FiguresModel(QAbstractTableModel):
    """The bars as rows: name, figure, what was before where any bar tells it, and what else is told."""

    def __init__(self, bars: Sequence[Bar], heads: Sequence[str]) -> None:
        super().__init__()
        compared = any(bar.before is not None for bar in bars)
        self.rows = [_texts(bar, compared)[: len(heads)] for bar in bars]
        looks = ["name", *("number" if _counts(self.rows, at) else "text" for at in range(1, len(heads)))]
        self.columns = [Column(head, head, look, 120) for head, look in zip(heads, looks, strict=True)]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self.rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        return Cell(text, self.columns[index.column()].look) if role == CELL else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.columns[section].label if shown and section < len(self.columns) else None


class FiguresTable(QTableView):
    """As high as its rows, for the page around it scrolls; Enter opens a row as it opens a bar."""

    wanted = Signal(object)

    def __init__(self, name: str, bars: Sequence[Bar], heads: Sequence[str]) -> None:
        super().__init__()
        self._bars, self._rows = list(bars), FiguresModel(bars, heads)
        self.setModel(self._rows)
        self.setItemDelegate(CellPainter(self))
        self.setHorizontalHeader(Head(self, lambda: self._rows.columns))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(row_height(28))
        self.verticalHeader().setDefaultSectionSize(row_height(28))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(row_height(30) + row_height(28) * len(bars) + px(2))
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def go_to(self, place: int) -> None:
        """Give the keyboard to a row."""
        self.selectRow(place)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, place: int) -> None:
        if 0 <= place < len(self._bars) and self._bars[place].aim is not None:
            self.wanted.emit(self._bars[place].aim)

    def copied(self) -> str:
        """The whole table as a spreadsheet takes it: cells between tabs, rows between line ends."""
        heads = [column.label for column in self._rows.columns]
        return "\n".join("\t".join(row) for row in [heads, *self._rows.rows])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns of figures are as wide as their words ask for; the name has the rest."""
        super().resizeEvent(event)
        head, room = self.horizontalHeader(), self.viewport().width()
        for at in range(len(self._rows.columns) - 1, -1, -1):
            texts = [self._rows.columns[at].label, *(row[at] for row in self._rows.rows)]
            wanted = max(head.fontMetrics().horizontalAdvance(text) for text in texts) + px(24)
            width = max(px(80), room) if at == 0 else min(wanted, self.viewport().width() * 30 // 100)
            self.setColumnWidth(at, width)
            room -= width


def _texts(bar: Bar, compared: bool) -> list[str]:
    return [bar.name, bar.figure, number(bar.before or 0) if compared else bar.told]


def _counts(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column holds figures, which stand at its trailing side."""
    return all(not row[at] or row[at][0].isdigit() for row in rows)
