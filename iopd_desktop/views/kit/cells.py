"""One delegate paints every cell of every list, from plain values, mirrored where the reader reads so."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iopd_desktop.models.refusal import BadValue
from iopd_desktop.views.kit.colours import Scheme, scheme
from iopd_desktop.views.kit.marks import mark
from iopd_desktop.views.kit.record_model import CELL, VALUE, Cell, RecordModel
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px, row_height

if TYPE_CHECKING:
    from iopd_desktop.views.kit.editors import Editor

_STEPS = {
    "name": ("name", "text"), "number": ("small", "text2"), "figure": ("small", "text2"), "date": ("small", "text2"),
    "code": ("small", "text2"), "hints": ("section", "warn"), "group": ("strong", "text"),
}  # fmt: skip
Index = QModelIndex | QPersistentModelIndex


class CellPainter(QStyledItemDelegate):
    """Paints names, words, figures, states, hints and progress; the row's fill is the view's wish."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: set[int] = set()
        self._fonts = {step: font(step, tabular=True) for step in ("body", "name", "small", "section", "strong")}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = index.data(CELL)
        words = QFontMetrics(self._fonts["name"]).horizontalAdvance(cell.text) if isinstance(cell, Cell) else 0
        return QSize(words + px(24), row_height())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget | None:  # type: ignore[override]
        model = index.model()
        field = model.columns[index.column()].field if isinstance(model, RecordModel) else None
        if not isinstance(model, RecordModel) or field is None:
            return None
        from iopd_desktop.views.kit.editors import editor_for

        editor = editor_for(field, model.records, parent)
        editor.setAutoFillBackground(True)
        editor.left.connect(lambda: self._leave(editor))
        editor.destroyed.connect(lambda: self._open.discard(id(editor)))
        self._open.add(id(editor))
        return editor

    def _leave(self, editor: "Editor") -> None:
        if id(editor) not in self._open:
            return  # leaving the line of an editor that Enter has just closed
        self._open.discard(id(editor))
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        from iopd_desktop.views.kit.editors import Editor

        if isinstance(editor, Editor):
            editor.show_value(index.data(VALUE))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        from iopd_desktop.views.kit.editors import Editor

        if not isinstance(editor, Editor) or not isinstance(model, RecordModel) or not editor.changed():
            return
        try:
            value = editor.value()
        except BadValue as wrong:
            model.refused.emit(str(wrong))
            return
        editor.take_as_shown(value)
        model.setData(index, value)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, cell = scheme(), index.data(CELL)
        whole: QRect = option.rect
        painter.save()
        self._ground(painter, option, index, colours)
        if isinstance(cell, Cell) and (cell.text or cell.mark):
            inset = px(20) if index.column() == 0 else px(8)
            inside = visual(
                whole, QRect(whole.x() + inset, whole.y(), whole.width() - inset - px(4), whole.height() - 1)
            )
            self._content(painter, inside, cell, colours, index)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colours: Scheme) -> None:
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        view = self.parent()
        focused = QApplication.focusWidget()
        active = isinstance(view, QWidget) and focused is not None and (view is focused or view.isAncestorOf(focused))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(whole, colours.colour("soft" if active else "hover"))
        elif view is not None and view.property("hovered_row") == index.row():
            painter.fillRect(whole, colours.colour("row_hover"))
        painter.fillRect(QRect(whole.x(), whole.bottom(), whole.width(), 1), colours.colour("line"))
        if chosen and colours.strong:
            for line in (whole.y(), whole.bottom()):
                painter.fillRect(QRect(whole.x(), line, whole.width(), 1), colours.colour("accent"))
        if chosen and index.column() == 0:
            bar = visual(whole, QRect(whole.x(), whole.y(), 3, whole.height()))
            painter.fillRect(bar, colours.colour("accent" if active else "control"))

    def _content(self, painter: QPainter, inside: QRect, cell: Cell, colours: Scheme, index: Index) -> None:
        step, role = _STEPS.get(cell.look, ("body", "text2"))
        painter.setFont(self._fonts[step])
        if cell.amount is not None:
            inside = _bar(painter, inside, cell.amount, colours)
        if cell.mark:
            side = px(14)
            place = visual(inside, QRect(inside.x(), inside.y() + (inside.height() - side) // 2, side, side))
            mark(painter, QRectF(place), *cell.mark)
            inside = visual(
                inside, QRect(inside.x() + side + px(5), inside.y(), inside.width() - side - px(5), inside.height())
            )
        trailing = cell.look in {"number", "figure"}
        shown = elided(painter.fontMetrics(), cell, inside.width(), index)
        painter.setPen(colours.colour(role))
        painter.drawText(inside, _placed(trailing, QApplication.layoutDirection()), shown)


def elided(metrics: QFontMetrics, cell: Cell, room: int, index: Index) -> str:
    """The words as far as there is room; in the middle where the row above or below would begin just so."""

    def cut(text: str, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> str:
        return metrics.elidedText(text.replace("\n", " "), mode, room)

    if cell.look == "middle":
        return cut(cell.text, Qt.TextElideMode.ElideMiddle)
    shown = cut(cell.text)
    if shown == cell.text or cell.look not in {"name", "text"}:
        return shown
    for row in (index.row() - 1, index.row() + 1):
        beside = index.model().index(row, index.column(), index.parent()).data(CELL)
        if isinstance(beside, Cell) and beside.text != cell.text and cut(beside.text) == shown:
            return cut(cell.text, Qt.TextElideMode.ElideMiddle)
    return shown


@cache
def _placed(trailing: bool, direction: Qt.LayoutDirection) -> int:
    """Where text stands is the window's affair; how it runs is its own script's."""
    side = Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading
    across = Qt.AlignmentFlag.AlignAbsolute | QStyle.visualAlignment(direction, side)
    return int(across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def _bar(painter: QPainter, inside: QRect, amount: float, colours: Scheme) -> QRect:
    """A bar of five pixels with the number beside it; what is left of the room is returned."""
    room = painter.fontMetrics().horizontalAdvance("100 %") + px(8)
    width = max(px(24), inside.width() - room)
    track = visual(inside, QRect(inside.x(), inside.center().y() - 2, width, 5))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour("track"))
    painter.drawRoundedRect(track, 2.5, 2.5)
    done = round(track.width() * min(1.0, max(0.0, amount)))
    if done:
        painter.setBrush(colours.colour("accent"))
        painter.drawRoundedRect(visual(track, QRect(track.x(), track.y(), done, 5)), 2.5, 2.5)
    return visual(inside, QRect(inside.x() + width + px(8), inside.y(), room, inside.height()))
