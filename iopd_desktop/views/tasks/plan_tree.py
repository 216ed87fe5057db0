"""The plan as a tree that keys work in: digits and signs set progress, letters search, Enter opens the form."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTreeView, QWidget

from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.months import month_letter
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px, row_height
from iopd_desktop.views.tasks.plan_model import COLUMNS, PlanModel
from iopd_desktop.views.tasks.plan_paint import PlanPainter, months_axis
from iopd_desktop.views.tasks.plan_rows import PlanRow
from iopd_desktop.words import _

Index = QModelIndex | QPersistentModelIndex

_WIDTHS = {"owner": 108, "status": 112, "progress": 140, "due": 152, "months": 280}
_LEAST_TASK, _FOLDED_FIRST = 240, ("months", "status", "owner")
_TYPING_MS = 900


class PlanTree(QTreeView):
    """Says what was chosen and opened, which letters were typed, and what progress the keys ask for.

    `progress_set` gives a percentage for the selected tasks, `progress_moved` by how much theirs moves.
    """

    chosen = Signal(list)
    opened = Signal(str)
    typed = Signal(str)
    progress_set = Signal(int)
    progress_moved = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PlanModel(self)
        self._painter = PlanPainter(self, self.rows)
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.setHeader(MonthsHead(self.rows, self))
        self.setAccessibleName(name)
        self.setUniformRowHeights(True)
        self.setIndentation(px(22))
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMinimumSize(px(320), row_height(28) * 5)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._end_typing)
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit(self.ids()))
        self._closed: set[str] = set()
        self._kept: list[str] = []

    def show_plan(self, rows: Sequence[PlanRow], year: int, today: date) -> None:
        """Show rows; what was closed and what was selected stays so."""
        kept, current = self.ids(), self._id(self.currentIndex())
        self._closed = {row.id for row in self.rows.all_rows() if row.children and not self._open(row)}
        fresh = not self.rows.all_rows()
        self.rows.show(rows, year, today)
        for row in self.rows.all_rows():
            if row.children:
                self.setExpanded(self.rows.index_of(row), fresh or row.id not in self._closed)
        if kept and kept != self.ids():
            self.choose(current if current in kept else kept[0])
        elif not self.currentIndex().isValid() and rows:
            self.setCurrentIndex(self.rows.index(0, 0))

    def _open(self, row: PlanRow) -> bool:
        return self.isExpanded(self.rows.index_of(row))

    def _id(self, index: Index) -> str:
        row = self.rows.row(index)
        return row.id if row and row.task else ""

    def ids(self) -> list[str]:
        """The ids of the selected tasks, from the top."""
        found = {self._id(index) for index in self.selectionModel().selectedRows()} - {""}
        return [row.id for row in self.rows.all_rows() if row.id in found]

    def choose(self, id: str) -> bool:
        """Select a task and bring it into view; False where the tree does not hold it."""
        index = self.rows.find(id)
        if not index.isValid():
            return False
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, plain = event.text(), not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )  # fmt: skip
        entered = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self.state() == self.State.EditingState:
            super().keyPressEvent(event)  # what the cell's editor leaves over is no command
        elif self._painter.typing and (entered or event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace}):
            self._correct(entered, back=event.key() == Qt.Key.Key_Backspace)
        elif entered and plain:
            self._enter()
        elif event.key() == Qt.Key.Key_F2:
            self._edit()
        elif plain and text in {"+", "-", "="} and text:
            self.progress_moved.emit(-10 if text == "-" else 10)
        elif plain and text.isdecimal() and text.isascii():
            self._type(text)
        elif plain and text and text.isprintable() and not text.isspace():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        index = self.currentIndex()
        if id := self._id(index):
            self.opened.emit(id)
        elif index.isValid():
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))

    def _edit(self) -> None:
        """Type into the current cell, or into the date where the current one is not typed into."""
        index = self.currentIndex()
        if self._id(index):
            wanted = (
                index if index.flags() & Qt.ItemFlag.ItemIsEditable else index.siblingAtColumn(COLUMNS.index("due"))
            )
            self.edit(wanted)

    def _type(self, digit: str) -> None:
        """A digit of a percentage: it is taken as soon as no further digit could belong to it, or after a pause."""
        if not self.ids():
            return
        figure = (self._painter.typing + digit).lstrip("0") or "0"
        self._painter.typing = figure if int(figure) <= 100 else digit
        self.viewport().update()
        if int(self._painter.typing) * 10 > 100 or self._painter.typing == "0" * len(self._painter.typing):
            self._end_typing()
        else:
            self._typing.start()

    def _correct(self, taken: bool, *, back: bool) -> None:
        if taken:
            self._end_typing()
            return
        self._painter.typing = self._painter.typing[:-1] if back else ""
        self.viewport().update()

    def _end_typing(self) -> None:
        self._typing.stop()
        figure, self._painter.typing = self._painter.typing, ""
        self.viewport().update()
        if figure:
            self.progress_set.emit(int(figure))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        elif id := self._id(index):
            self.opened.emit(id)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, colours = self.rows.row(index), scheme()
        if row is None:
            return
        whole = QRect(0, option.rect.y(), self.viewport().width(), option.rect.height())
        chosen = self.selectionModel().isRowSelected(index.row(), index.parent())
        active = self.hasFocus() or self.isAncestorOf(self.focusWidget() or self)
        fill = ("soft" if active else "hover") if chosen else "sunken" if row.kind == "priority" else "surface"
        painter.fillRect(whole, colours.colour(fill))
        plain = QStyleOptionViewItem(option)
        plain.palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        super().drawRow(painter, plain, index)
        painter.fillRect(QRect(0, whole.bottom(), whole.width(), 1), colours.colour("line"))
        if chosen:
            bar = visual(whole, QRect(0, whole.y(), 3, whole.height()))
            painter.fillRect(bar, colours.colour("accent" if active else "control"))
        if self.hasFocus() and self.rows.row(self.currentIndex()) is row:
            painter.setPen(QPen(colours.colour("accent"), 2))
            painter.drawRect(whole.adjusted(1, 1, -1, -2))

    def drawBranches(self, painter: QPainter, where: QRect, index: Index) -> None:
        row = self.rows.row(index)
        if row is None or not row.children:
            return
        side = px(14)
        end = where.right() - side - px(3) if self.isLeftToRight() else where.left() + px(3)
        at = QRectF(end, where.y() + (where.height() - side) / 2, side, side)
        icons.paint(painter, at, "down" if self._open(row) else "onward", "text2", self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share the width: the task takes what is left; year, state and owner make room first where it is scarce."""
        room = self.viewport().width()
        heads = self.header().fontMetrics()
        widths = {
            name: max(
                px(width), heads.horizontalAdvance(str(self.rows.headerData(COLUMNS.index(name), _ACROSS))) + px(20)
            )
            for name, width in _WIDTHS.items()
        }
        shown = dict(widths)
        for name in _FOLDED_FIRST:
            if room - sum(shown.values()) < px(_LEAST_TASK):
                shown.pop(name)
        for place, name in enumerate(COLUMNS[1:], 1):
            self.setColumnHidden(place, name not in shown)
            self.setColumnWidth(place, shown.get(name, 0))
        self.setColumnWidth(0, max(px(_LEAST_TASK) // 2, room - sum(shown.values())))

    def sizeHint(self) -> QSize:
        return QSize(px(900), px(520))


_ACROSS = Qt.Orientation.Horizontal


class MonthsHead(QHeaderView):
    """The heads of the tree: words in the third ink, and over the last column the letters of the months."""

    def __init__(self, model: PlanModel, parent: QWidget) -> None:
        super().__init__(_ACROSS, parent)
        self._rows = model
        self.setFont(font("head"))
        self.setSectionsClickable(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(px(24))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Heads of the columns"))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), row_height(30))

    def paintSection(self, painter: QPainter, where: QRect, place: int) -> None:
        colours = scheme()
        painter.save()
        painter.fillRect(where, colours.colour("surface"))
        painter.fillRect(QRect(where.x(), where.bottom(), where.width(), 1), colours.colour("line2"))
        painter.setFont(font("head"))
        painter.setPen(colours.colour("text3"))
        if COLUMNS[place] == "months":
            self._months(painter, where)
        else:
            inside = visual(where, where.adjusted(px(20) if place == 0 else px(8), 0, -px(4), 0))
            words = str(self._rows.headerData(place, _ACROSS))
            side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inside, int(side), words)
        painter.restore()

    def _months(self, painter: QPainter, where: QRect) -> None:
        today = self._rows.today
        for number, start, end in months_axis(self._rows.year, where.width()).months():
            now = (today.year, today.month) == (self._rows.year, number)
            painter.setFont(font("section" if now else "head"))
            painter.setPen(scheme().colour("text" if now else "text3"))
            left = round(where.x() + px(4) + start)
            cell = visual(where, QRect(left, where.y(), round(end - start), where.height()))
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), month_letter(number))
