"""How the cells of the plan's tree are painted: letters and numbers, owners, states, progress, dates, bands."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iopd_desktop.actions.bands import Axis
from iopd_desktop.actions.plan_reads import OVER
from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.band_paint import paint_band
from iopd_desktop.views.kit.colours import Scheme, scheme
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.marks import mark
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px, row_height
from iopd_desktop.views.tasks.plan_model import COLUMNS, ROW, PlanModel
from iopd_desktop.views.tasks.plan_rows import PlanRow, band, due_words, late, state_of
from iopd_desktop.words import _, ngettext

Index = QModelIndex | QPersistentModelIndex

STATE_MARKS = {
    "open": ("ring", "text3"), "doing": ("half", "accent"), "waiting": ("clock", "warn"), "done": ("tick", "ok"),
    "dropped": ("dash", "text3"),
}  # fmt: skip
"""The shape and colour of each state of a task."""

_LEADING = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_TRAILING = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


class PlanPainter(QStyledItemDelegate):
    """Paints one cell by its column; what stands behind a row is the view's affair."""

    def __init__(self, view: QWidget, model: PlanModel) -> None:
        super().__init__(view)
        self._model = model
        self.typing = ""
        self._paints: dict[str, Callable[[QPainter, QRect, PlanRow, Scheme, bool], None]] = {
            "task": self._task, "owner": self._owner, "status": self._status, "progress": self._progress,
            "due": self._due, "months": self._months,
        }  # fmt: skip

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(40), row_height(28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, PlanRow):
            return
        state: QStyle.StateFlag = option.state
        place: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._paints[COLUMNS[index.column()]](painter, place, row, scheme(), chosen)
        painter.restore()

    def _words(self, painter: QPainter, place: QRect, words: str, side: int = _LEADING) -> None:
        painter.drawText(
            place, side, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        )

    def _task(self, painter: QPainter, place: QRect, row: PlanRow, colours: Scheme, chosen: bool) -> None:
        if row.kind == "priority":
            self._head(painter, place, row, colours)
            return
        if row.kind == "group":
            painter.setFont(font("section"))
            painter.setPen(colours.colour("text3"))
            self._words(painter, _inside(place, px(2), px(4)), row.name)
            return
        task = row.task
        assert task is not None
        dropped = task.status == "dropped"
        painter.setFont(font("small", tabular=True))
        painter.setPen(colours.colour("text2"))
        self._words(painter, _inside(place, px(2), place.width() - px(34)), task.number)
        words = font("strong" if chosen else "body")
        words.setStrikeOut(dropped)
        painter.setFont(words)
        painter.setPen(colours.colour("text3" if dropped and not chosen else "text"))
        self._words(painter, _inside(place, px(36), px(8)), row.name)

    def _head(self, painter: QPainter, place: QRect, row: PlanRow, colours: Scheme) -> None:
        side = px(20)
        square = visual(place, QRect(place.x() + px(2), place.y() + (place.height() - side) // 2, side, side))
        if row.code:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("accent"))
            painter.drawRoundedRect(square, 4, 4)
            painter.setFont(font("section"))
            painter.setPen(colours.colour("on_accent"))
            painter.drawText(square, _CENTRE, row.code)
        painter.setFont(font("strong"))
        painter.setPen(colours.colour("text"))
        inside = _inside(place, px(32), px(4))
        self._words(painter, inside, row.name)
        used = painter.fontMetrics().horizontalAdvance(row.name) + px(10)
        count = row.priority.count if row.priority else 0
        painter.setFont(font("small"))
        painter.setPen(colours.colour("text3"))
        tasks = ngettext("{count} task", "{count} tasks", count).format(count=count)
        if used + painter.fontMetrics().horizontalAdvance(tasks) < inside.width():
            self._words(painter, _inside(inside, used, 0), tasks)

    def _owner(self, painter: QPainter, place: QRect, row: PlanRow, colours: Scheme, chosen: bool) -> None:
        if row.task is None:
            return
        if not row.task.owner:
            asked = row.task.status == "doing" and not row.children
            painter.setFont(font("body"))
            painter.setPen(colours.colour("warn" if asked else "text2" if chosen else "text3"))
            self._words(painter, _inside(place, px(8), px(4)), _("No owner") if asked else "–")
            return
        side = px(20)
        disc = visual(place, QRect(place.x() + px(6), place.y() + (place.height() - side) // 2, side, side))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("hover"))
        painter.drawEllipse(disc)
        painter.setFont(font("caption"))
        painter.setPen(colours.colour("text"))
        painter.drawText(disc, _CENTRE, row.task.owner[:1].upper())
        painter.setFont(font("body"))
        painter.setPen(colours.colour("text2"))
        self._words(painter, _inside(place, px(32), px(4)), row.task.owner)

    def _status(self, painter: QPainter, place: QRect, row: PlanRow, colours: Scheme, chosen: bool) -> None:
        if row.task is None:
            return
        side = px(14)
        at = visual(place, QRect(place.x() + px(8), place.y() + (place.height() - side) // 2, side, side))
        mark(painter, QRectF(at), *STATE_MARKS[state_of(row.task)])
        painter.setFont(font("small"))
        painter.setPen(colours.colour("text2"))
        self._words(painter, _inside(place, px(27), px(2)), self._model.data(self._model.index_of(row, 2)))

    def _progress(self, painter: QPainter, place: QRect, row: PlanRow, colours: Scheme, chosen: bool) -> None:
        if row.progress is None:
            return
        figure = px(52)
        track = visual(place, QRect(place.x() + px(8), place.center().y() - 2, place.width() - figure - px(16), 5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("track"))
        painter.drawRoundedRect(track, 2.5, 2.5)
        done = round(track.width() * row.progress / 100)
        if done:
            painter.setBrush(colours.colour("accent"))
            painter.drawRoundedRect(visual(track, QRect(track.x(), track.y(), done, 5)), 2.5, 2.5)
        room = visual(place, QRect(place.right() - figure - px(4), place.y(), figure, place.height()))
        typing = self.typing if chosen and row.task else ""
        if row.progress == 100 and not typing:
            side = px(14)
            ticked = visual(place, QRect(place.right() - px(20), place.center().y() - side // 2, side, side))
            icons.paint(painter, QRectF(ticked), "tick", "ok")
            return
        painter.setFont(font("section" if row.priority or typing else "small", tabular=True))
        painter.setPen(colours.colour("accent" if typing else "text" if row.priority else "text2"))
        words = f"{typing}|" if typing else _("{percent} %").format(percent=row.progress)
        self._words(painter, room, words, _TRAILING)

    def _due(self, painter: QPainter, place: QRect, row: PlanRow, colours: Scheme, chosen: bool) -> None:
        if row.task is None:
            return
        start, over = px(8), late(row.task, self._model.today)
        if over:
            side = px(14)
            at = visual(place, QRect(place.x() + start, place.y() + (place.height() - side) // 2, side, side))
            icons.paint(painter, QRectF(at), "warning", "bad")
            start += px(20)
        words = due_words(row.task, self._model.year, self._model.today)
        painter.setFont(font("body" if over else "small", tabular=True))
        empty = not words and row.task.status not in OVER
        painter.setPen(colours.colour("bad" if over else "text3" if empty and not chosen else "text2"))
        self._words(painter, _inside(place, start, px(4)), words or ("–" if empty else ""))

    def _months(self, painter: QPainter, place: QRect, row: PlanRow, colours: Scheme, chosen: bool) -> None:
        axis = months_axis(self._model.year, place.width())
        for _month, start, _end in axis.months():
            if not chosen:
                painter.fillRect(_at(place, start, start + 1), colours.colour("line"))
        made = band(row.task, axis) if row.task and row.task.status != "dropped" else None
        if made:
            tall = px(10)
            top = place.center().y() - tall / 2 + 0.5
            places = [QRectF(_at(place, *piece)) for piece in made.pieces]
            places = [QRectF(one.x(), top, one.width(), tall) for one in places]
            painter.setLayoutDirection(self._direction())
            paint_band(painter, places, made.paint, colours, made.done)
        paint_today(painter, place, axis, self._model.today, colours)

    def _direction(self) -> Qt.LayoutDirection:
        view = self.parent()
        return view.layoutDirection() if isinstance(view, QWidget) else Qt.LayoutDirection.LeftToRight

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = COLUMNS[index.column()]
        line = Line(str(self._model.headerData(index.column(), Qt.Orientation.Horizontal)), parent=parent)
        line.setObjectName(column)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        row = index.data(ROW)
        if isinstance(editor, QLineEdit) and isinstance(row, PlanRow) and row.task:
            due = row.task.due or {}
            texts = {
                "owner": row.task.owner, "progress": str(row.task.progress), "due": due.get("wording") or
                due.get("edtf") or "",
            }  # fmt: skip
            editor.setText(texts.get(COLUMNS[index.column()], ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self._model.setData(index, editor.text())


def months_axis(year: int, width: int) -> Axis:
    """The line of the year in its column, with a little air at both ends."""
    return Axis.of_year(year, max(12.0, width - px(12)))


def _inside(place: QRect, before: int, after: int) -> QRect:
    return visual(place, QRect(place.x() + before, place.y(), max(0, place.width() - before - after), place.height()))


def _at(place: QRect, start: float, end: float) -> QRect:
    left = round(place.x() + px(4) + start)
    return visual(place, QRect(left, place.y(), max(1, round(end - start)), place.height()))


def paint_today(painter: QPainter, place: QRect, axis: Axis, today: date, colours: Scheme) -> None:
    """The line of today in the column of the year."""
    extent = axis.extent(today, today)
    if extent:
        x = _at(place, sum(extent) / 2, sum(extent) / 2 + 1).x()
        painter.setPen(QPen(colours.colour("text"), 1.5))
        painter.drawLine(x, place.top(), x, place.bottom())
