"""The list of records: quick to scroll and sort, edited in place, wholly by the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.cells import CellPainter
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.columns import Column
from iopd_desktop.views.kit.record_model import RecordModel
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px, row_height

_SOFT = {"text", "choice", "middle", "status"}
_NARROWEST, _NAMES = 62, 280
"""Columns of words give way to this width; names have this much before other words have more than they need."""
_KEPT = {"name": 0.76, "code": 0.95, "date": 0.95, "status": 0.9, "number": 0.9, "figure": 0.9, "hints": 1.0}
"""How much of its width a column keeps where the list is narrow, by what it holds."""


class RecordTable(QTableView):
    """A table over a RecordModel. It says what was chosen, opened, typed, and which order is wanted."""

    chosen = Signal(list)
    opened = Signal()
    typed = Signal(str)
    order_wanted = Signal(str, bool)
    remove_wanted = Signal()

    def __init__(self, model: RecordModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._own_widths: dict[str, int] = {}
        self.setModel(model)
        self.setItemDelegate(CellPainter(self))
        self.setHorizontalHeader(Head(self, lambda: model.columns))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setMinimumSize(px(240), row_height() * 4)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(row_height())
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.horizontalHeader().sectionResized.connect(self._resized)
        self.selectionModel().selectionChanged.connect(self._tell)
        model.modelReset.connect(self._after_reset)
        self._keep: list[str] = []
        model.modelAboutToBeReset.connect(self._remember)

    def ids(self) -> list[str]:
        """The ids of the selected rows, in the list's order."""
        ranges = self.selectionModel().selection()
        spans = [range(one.top(), one.bottom() + 1) for one in ranges.toList()]
        places = sorted({place for span in spans for place in span})
        return self._rows.ids_at(places)

    def choose(self, id: str) -> bool:
        """Select a record and bring it into view; False where the list does not hold it."""
        place = self._rows.place_of(id)
        if place is None:
            return False
        self.choose_place(place)
        return True

    def choose_place(self, place: int) -> None:
        """Select the row at a place of the list."""
        index = self._rows.index(place, max(0, self.currentIndex().column()))
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        self.scrollTo(index)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns."""
        self._rows.set_columns(columns)
        self.fit()

    def show_order(self, name: str, down: bool) -> None:
        """Show in the head which column the list is sorted by."""
        head = self.horizontalHeader()
        if isinstance(head, Head):
            head.order = (name, down)
            self.fit()

    def fit(self) -> None:
        """Share the width among the columns by what they hold, and never under the width of their heads."""
        columns, head = self._rows.columns, self.horizontalHeader()
        metrics, ordering = head.fontMetrics(), head.order[0] if isinstance(head, Head) else ""
        least = [
            max(
                px(c.width) * _KEPT.get(c.look, 0.6),
                metrics.horizontalAdvance(c.label) + px(26 + 8 * (i == 0) + 10 * (c.name == ordering)),
            )
            for i, c in enumerate(columns)
        ]
        share = [max(px(c.width), least[i]) for i, c in enumerate(columns)]
        room, main = self.viewport().width(), next((i for i, c in enumerate(columns) if c.look == "name"), 0)
        widths = _shared(columns, share, least, room, main)
        head.blockSignals(True)
        for place, column in enumerate(columns):
            self.setColumnWidth(place, int(self._own_widths.get(column.name) or widths[place]))
        if columns and not self._own_widths:
            rest = room - sum(self.columnWidth(i) for i in range(len(columns)) if i != main)
            self.setColumnWidth(main, int(max(widths[main], rest)))
        head.blockSignals(False)
        self.viewport().update()

    def widths(self) -> dict[str, int]:
        """The widths that a person gave to columns, to be kept with the view."""
        return dict(self._own_widths)

    def set_widths(self, widths: dict[str, int]) -> None:
        """Take back widths that were kept."""
        self._own_widths = dict(widths)
        self.fit()

    def _resized(self, place: int, old: int, new: int) -> None:
        if place < len(self._rows.columns):
            self._own_widths[self._rows.columns[place].name] = new

    def _sort_by(self, place: int) -> None:
        column, head = self._rows.columns[place], self.horizontalHeader()
        if column.sortable and isinstance(head, Head):
            name, down = head.order
            self.order_wanted.emit(column.name, name == column.name and not down)

    def _tell(self) -> None:
        self.chosen.emit(self.ids())

    def _remember(self) -> None:
        self._keep = [] if self._rows.rowCount() == 0 else self.ids()

    def _after_reset(self) -> None:
        self.fit()
        if not (self._keep and self.choose(self._keep[0])):
            self.chosen.emit([])
        self._keep = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if self.property("hovered_row") != row:
            self.setProperty("hovered_row", row)
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._rows.complete()  # End goes to the last row of all, Ctrl+A chooses every one
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif plain and event.text() and event.text().isprintable() and not event.text().isspace():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            whole = self.visualRect(index)
            painter = QPainter(self.viewport())
            painter.setPen(QPen(scheme().colour("accent"), 2))
            painter.drawRect(whole.adjusted(1, 1, -1, -2))


def _shared(columns: Sequence[Column], share: list[float], least: list[float], room: int, main: int) -> list[float]:
    """The widths of columns: the name gives way last, and where there is room to spare the words have it first."""
    others = sum(share) - share[main] if columns else 0
    factor = min(1.0, (room - share[main]) / others) if others else 1.0
    widths = [max(least[place], share[place] * factor) for place in range(len(columns))]
    soft = [place for place, column in enumerate(columns) if place != main and column.look in _SOFT]
    over = sum(widths) - room
    if over > 0:  # better a head is cut than that the list has to be pushed to and fro
        ends = [px(_NARROWEST if one.look in _SOFT else one.width * _KEPT.get(one.look, 1)) for one in columns]
        gives = {place: max(0.0, widths[place] - end) for place, end in enumerate(ends) if place != main}
        part = min(1.0, over / (sum(gives.values()) or 1))
        for place, give in gives.items():
            widths[place] -= give * part
    elif spare := max(0.0, room - sum(widths) - (px(_NAMES) - widths[main])):
        wanting = {place: widths[place] * 0.7 for place in soft}
        part = min(1.0, spare / (sum(wanting.values()) or 1))
        for place, more in wanting.items():
            widths[place] += more * part
    return widths


class Head(QHeaderView):
    """The heads of a list: a word in the third ink, and an arrow after the one that orders it."""

    def __init__(self, parent: QWidget, columns: Callable[[], Sequence[Column]]) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self.order = ("", False)
        self.setFont(font("head"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(px(36))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), row_height(30))

    def paintSection(self, painter: QPainter, where: QRect, place: int) -> None:
        columns = self._columns()
        if place >= len(columns):
            return
        colours, column = scheme(), columns[place]
        painter.save()
        painter.fillRect(where, colours.colour("surface"))
        painter.fillRect(QRect(where.x(), where.bottom(), where.width(), 1), colours.colour("line2"))
        inset = px(20) if place == 0 else px(8)
        inside = visual(where, QRect(where.x() + inset, where.y(), where.width() - inset - px(4), where.height()))
        painter.setFont(font("head"))
        ordering = self.order[0] == column.name
        painter.setPen(colours.colour("text" if ordering else "text3"))
        room = inside.width() - (px(16) if ordering else 0)
        shown = painter.fontMetrics().elidedText(column.label, Qt.TextElideMode.ElideRight, room)
        side = Qt.AlignmentFlag.AlignTrailing if column.trailing else Qt.AlignmentFlag.AlignLeading
        painter.drawText(inside, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        if ordering:
            words = painter.fontMetrics().horizontalAdvance(shown)
            start = inside.width() - words - px(16) if column.trailing else words + px(4)
            arrow = QRect(inside.x() + start, inside.y() + (inside.height() - px(12)) // 2, px(12), px(12))
            icons.paint(painter, visual(inside, arrow).toRectF(), "sort-down" if self.order[1] else "sort-up", "text")
        painter.restore()
