"""The board: a column for each state, with the tasks that are in it as cards."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from iopd_desktop.actions.plan_reads import TaskNode
from iopd_desktop.models.tasks import TASK_STATES
from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.colours import Scheme, scheme
from iopd_desktop.views.kit.marks import mark
from iopd_desktop.views.kit.pieces import elided, label
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.views.tasks.plan_paint import STATE_MARKS
from iopd_desktop.views.tasks.plan_rows import due_words, late, name_of, state_of, told_task
from iopd_desktop.words import _, number, today

TASK = Qt.ItemDataRole.UserRole
_LEADING = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_TRAILING = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_WRAPPED = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class StateMark(QWidget):
    """The shape of a state, beside its word."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(px(14), px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mark(painter, QRectF(self.rect()), *STATE_MARKS[self._state])
        painter.end()


class Column(QListWidget):
    """The tasks of one state. `crossed` asks to go to a neighbour, with the card or without it."""

    crossed = Signal(int, bool)
    opened = Signal(str)
    came = Signal(str)

    def __init__(self, state: str) -> None:
        super().__init__()
        self.code = state
        self.year, self.today = today().year, today()
        self.setAccessibleName(_(TASK_STATES[state]))
        self.setItemDelegate(CardPainter(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(px(112))
        self.setMouseTracking(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.currentItemChanged.connect(self._tell)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(TASK).id))

    def show_tasks(self, tasks: Sequence[TaskNode], year: int, today: date) -> None:
        """Show tasks; the chosen one, or its place, stays chosen."""
        self.year, self.today = year, today
        kept, place = self.chosen_id(), self.currentRow()
        self.blockSignals(True)
        self.clear()
        for task in tasks:
            item = QListWidgetItem()
            item.setData(TASK, task)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told_task(task, year, today))
            item.setToolTip(f"{task.number} {task.text}".strip())
            self.addItem(item)
        self.blockSignals(False)
        if not self.choose(kept) and self.count() and place >= 0:
            self.setCurrentRow(min(place, self.count() - 1))

    def chosen_id(self) -> str:
        """The id of the chosen card, or an empty text."""
        item = self.currentItem()
        return item.data(TASK).id if item else ""

    def choose(self, id: str) -> bool:
        """Choose a card; False where it is not in this column."""
        for place in range(self.count()):
            item = self.item(place)
            if id and item.data(TASK).id == id:
                self.setCurrentItem(item)
                return True
        return False

    def _tell(self, *_items: object) -> None:
        if self.hasFocus() and (id := self.chosen_id()):
            self.came.emit(id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in sides:
            step = sides[Qt.Key(event.key())] * (1 if self.isLeftToRight() else -1)
            self.crossed.emit(step, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen_id():
            self.opened.emit(self.chosen_id())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.viewport().update()
        return taken


class Board(QWidget):
    """All columns. `chosen` and `opened` give a task's id, `moved` the id and the state that it shall have."""

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), 0, px(8), 0)
        row.setSpacing(px(8))
        self.columns = [Column(state) for state in TASK_STATES]
        self._counts = [label("", "small", "text3") for _state in TASK_STATES]
        for place, column in enumerate(self.columns):
            whole = QVBoxLayout()
            whole.setSpacing(0)
            head = QHBoxLayout()
            head.setContentsMargins(px(8), px(4), px(4), px(6))
            head.setSpacing(px(6))
            head.addWidget(StateMark(column.code))
            head.addWidget(elided(_(TASK_STATES[column.code]), "section"))
            head.addWidget(self._counts[place])
            head.addStretch(1)
            whole.addLayout(head)
            whole.addWidget(column, 1)
            row.addLayout(whole, 1)
            column.crossed.connect(lambda step, carry, place=place: self._cross(place, step, carry))
            column.opened.connect(self.opened)
            column.came.connect(self.chosen)

    def show_tasks(self, tasks: Sequence[TaskNode], year: int, today: date) -> None:
        """Deal tasks to the columns of their states."""
        for place, column in enumerate(self.columns):
            here = [task for task in tasks if state_of(task) == column.code]
            column.show_tasks(here, year, today)
            self._counts[place].setText(number(len(here)))

    def choose(self, id: str) -> bool:
        """Choose a card wherever it is, and give its column the keyboard."""
        for column in self.columns:
            if column.choose(id):
                column.setFocus()
                return True
        return False

    def current(self) -> str:
        """The id of the chosen card of the column that has the keyboard, else of the first that has one."""
        ordered = sorted(self.columns, key=lambda column: not column.hasFocus())
        return next((id for column in ordered if (id := column.chosen_id())), "")

    def _cross(self, place: int, step: int, carry: bool) -> None:
        to = place + step
        if carry and 0 <= to < len(self.columns) and (id := self.columns[place].chosen_id()):
            self.moved.emit(id, self.columns[to].code)
            return
        while 0 <= to < len(self.columns) and not self.columns[to].count():
            to += step
        if 0 <= to < len(self.columns):
            self.columns[to].setFocus(Qt.FocusReason.TabFocusReason)


class CardPainter(QStyledItemDelegate):
    """Paints a card: number and name, who has it, how far it is, when it is due."""

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self._column = column

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = QFontMetrics(font("body")).lineSpacing()
        return QSize(px(120), 2 * lines + QFontMetrics(font("small")).height() + px(40))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, task = scheme(), index.data(TASK)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        card = QRectF(place).adjusted(2, 3, -2, -3)
        chosen, focused = bool(state & QStyle.StateFlag.State_Selected), self._column.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = ("soft" if focused else "hover") if chosen else "sunken"
        painter.setBrush(colours.colour(fill))
        painter.setPen(QPen(colours.colour("accent"), 2) if chosen and focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(card, 3, 3)
        self._content(painter, card.toRect().adjusted(px(8), px(6), -px(8), -px(6)), task, colours)
        painter.restore()

    def _content(self, painter: QPainter, inside: QRect, task: TaskNode, colours: Scheme) -> None:
        painter.setFont(font("body"))
        painter.setPen(colours.colour("text"))
        lines = 2 * painter.fontMetrics().lineSpacing()
        words = f"{task.number} {name_of(task)}".strip()
        while painter.fontMetrics().boundingRect(QRect(0, 0, inside.width(), 999), _WRAPPED, words).height() > lines:
            words = words[: max(1, len(words) - 8)].rstrip(" …") + "…"
            if len(words) < 12:
                break
        painter.drawText(QRect(inside.x(), inside.y(), inside.width(), lines), _WRAPPED, words)
        foot = QRect(inside.x(), inside.bottom() - px(26), inside.width(), px(18))
        self._foot(painter, foot, task, colours)
        track = QRect(inside.x(), inside.bottom() - px(4), inside.width(), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("track"))
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(colours.colour("accent"))
        done = round(track.width() * task.progress / 100)
        if done:
            painter.drawRoundedRect(visual(track, QRect(track.x(), track.y(), done, 4)), 2, 2)

    def _foot(self, painter: QPainter, foot: QRect, task: TaskNode, colours: Scheme) -> None:
        painter.setFont(font("small", tabular=True))
        metrics, over = painter.fontMetrics(), late(task, self._column.today)
        due = due_words(task, self._column.year, self._column.today) or _("{percent} %").format(percent=task.progress)
        due = metrics.elidedText(due, Qt.TextElideMode.ElideRight, foot.width() * 2 // 3)
        painter.setPen(colours.colour("bad" if over else "text2"))
        painter.drawText(foot, _TRAILING, due)
        used = metrics.horizontalAdvance(due) + px(6)
        if over:
            side = px(12)
            at = QRect(foot.right() - used - side, foot.y() + (foot.height() - side) // 2, side, side)
            icons.paint(painter, QRectF(visual(foot, at)), "warning", "bad")
            used += side + px(4)
        owner = metrics.elidedText(task.owner or "–", Qt.TextElideMode.ElideRight, max(0, foot.width() - used))
        painter.setPen(colours.colour("text2"))
        room = visual(foot, QRect(foot.x(), foot.y(), max(0, foot.width() - used), foot.height()))
        painter.drawText(room, _LEADING, owner)
