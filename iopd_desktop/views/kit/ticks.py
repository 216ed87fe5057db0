"""Ticks and dots in the program's own colours: the system's own have an edge that nobody sees on a dark ground."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px, row_height

_SIDE, _WORDS = 18, 28
_LEADING = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
Index = QModelIndex | QPersistentModelIndex


def paint_tick(painter: QPainter, box: QRect, widget: QWidget | None, *, ticked: bool) -> None:
    """Paint a box with or without its tick."""
    colours = scheme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.colour("accent" if ticked else "control"), 1))
    painter.setBrush(colours.colour("accent" if ticked else "surface"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if ticked:
        icons.paint(painter, QRectF(box).adjusted(px(2), px(2), -px(2), -px(2)), "tick", "on_accent", widget)


def box_in(whole: QRect) -> QRect:
    """The place of the box in a row, at its leading edge."""
    side = px(_SIDE)
    return visual(whole, QRect(whole.x() + px(3), whole.y() + (whole.height() - side) // 2, side, side))


class TickBox(QCheckBox):
    """A tick box in the program's own colours; its ring shows while it has the keyboard."""

    def sizeHint(self) -> QSize:
        return _room(self)

    def minimumSizeHint(self) -> QSize:
        return _room(self)

    def hitButton(self, position: Any) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), box_in(self.rect())
        paint_tick(painter, box, self, ticked=self.isChecked())
        if self.hasFocus():
            painter.drawRoundedRect(_ring(painter, box), 5, 5)
        _words(painter, self)


class RadioBox(QRadioButton):
    """One of several that exclude each other; its ring shows while it has the keyboard."""

    def sizeHint(self) -> QSize:
        return _room(self)

    def minimumSizeHint(self) -> QSize:
        return _room(self)

    def hitButton(self, position: Any) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, box = scheme(), QPainter(self), box_in(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot = QRectF(box)
        painter.setPen(QPen(colours.colour("accent" if self.isChecked() else "control"), 1))
        painter.setBrush(colours.colour("surface"))
        painter.drawEllipse(dot.adjusted(0.5, 0.5, -0.5, -0.5))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("accent"))
            painter.drawEllipse(dot.adjusted(px(4), px(4), -px(4), -px(4)))
        if self.hasFocus():
            painter.drawEllipse(_ring(painter, box))
        _words(painter, self)


def _room(sign: QAbstractButton) -> QSize:
    words = sign.fontMetrics().horizontalAdvance(sign.text())
    return QSize(px(_WORDS - 2) + (words + px(6) if words else 0), row_height(26))


def _ring(painter: QPainter, box: QRect) -> QRectF:
    """Where the ring of the keyboard goes, for a painter that is ready to draw it."""
    painter.setPen(QPen(scheme().colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return QRectF(box).adjusted(-2, -2, 2, 2)


def _words(painter: QPainter, sign: QAbstractButton) -> None:
    """The words after the sign."""
    painter.setPen(scheme().colour("text" if sign.isEnabled() else "text3"))
    painter.drawText(visual(sign.rect(), sign.rect().adjusted(px(_WORDS), 0, 0, 0)), _LEADING, sign.text())


class ListRows(QStyledItemDelegate):
    """Paints the rows of a small list: the chosen one on its soft fill, with a box where rows are ticked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words = option.fontMetrics.horizontalAdvance(str(index.data() or ""))
        return QSize(words + px(_WORDS + 8), row_height(28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, whole, view = scheme(), QRect(option.rect), option.widget
        state, ticked = option.state, _ticked(index)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, colours.colour("soft"))
            bar = visual(whole, QRect(whole.x(), whole.y(), 3, whole.height()))
            painter.fillRect(bar, colours.colour("accent" if state & QStyle.StateFlag.State_HasFocus else "control"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(whole, colours.colour("row_hover"))
        inset = px(10)
        if ticked is not None:
            paint_tick(painter, box_in(whole.adjusted(px(5), 0, 0, 0)), view, ticked=ticked)
            inset = px(_WORDS + 6)
        painter.setFont(font("body"))
        painter.setPen(colours.colour("text"))
        room = visual(whole, QRect(whole.x() + inset, whole.y(), whole.width() - inset - px(4), whole.height()))
        shown = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEADING, shown)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the box turns its tick; the space bar does it as in every list."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        box = box_in(QRect(option.rect).adjusted(px(5), 0, 0, 0))
        ticked, released = _ticked(index), event.type() == QEvent.Type.MouseButtonRelease
        if ticked is None or not released or not box.contains(event.position().toPoint()):
            return False
        turned = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)


def _ticked(index: Index) -> bool | None:
    """Whether a row is ticked; None where rows are not ticked at all."""
    state = index.data(Qt.ItemDataRole.CheckStateRole)
    return None if state is None else Qt.CheckState(state) == Qt.CheckState.Checked
