"""What can be seen of a window without eyes: words, names, what is cut, contrast of what is painted, the way of Tab."""

from collections import Counter

from PySide6.QtCore import QAbstractListModel, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from iopd_desktop.views.kit.colours import contrast
from iopd_desktop.views.kit.pieces import Elided

LEAST = 4.5


def texts(window: QWidget):
    """What a window and its visible widgets say: to the eye, to a screen reader, in menus, and in lists and heads."""
    yield window.windowTitle()
    for action in window.findChildren(QAction):
        yield from (action.text().replace("&", ""), action.toolTip().replace("&", ""))
    for menu in window.findChildren(QMenu):
        yield menu.title().replace("&", "")
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text().replace("&", "")
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model():
            yield from cells(widget.model())


def cells(model):
    """The heads and the first rows of a list."""
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), 20)):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.index(row, column).data(role) or "")


def nameless(window: QWidget):
    """Widgets that take the keyboard and have no name for a screen reader."""
    return [
        (type(w).__name__, type(w.parent()).__name__)
        for w in window.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus and not w.accessibleName()
        and not w.objectName().startswith("qt_")
    ]  # fmt: skip


def cut(window: QWidget):
    """Labels and buttons that are narrower than their words."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.width() < 2:
            continue
        whole_label = isinstance(widget, QLabel) and widget.text() and not widget.wordWrap()
        button = isinstance(widget, QAbstractButton) and widget.text() and widget.property("look") != "field"
        if (whole_label or button) and widget.width() < widget.minimumSizeHint().width() - 1:
            found.append((type(widget).__name__, widget.text(), widget.width(), widget.minimumSizeHint().width()))
    return found


def faint(window: QWidget):
    """Words whose ink stands out too little from what they are painted on, measured on the picture of the window."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for name, place in worded(window):
        measured = contrast_in(image, place)
        if measured and measured < LEAST:
            found.append((name, round(measured, 2)))
    return found


def worded(window: QWidget):
    """What has words, by name and place in the window: labels, buttons, and the first cells of lists."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled():
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.text() and not isinstance(widget, Elided):
            yield f"{type(widget).__name__} {widget.text()}", seen(window, widget, widget.rect())
        elif isinstance(widget, QAbstractItemView) and widget.model():
            for index in first_cells(widget.model()):
                if str(index.data() or "").strip():
                    place = seen(window, widget.viewport(), widget.visualRect(index))
                    yield f"{type(widget).__name__} {index.data()}", place


def first_cells(model):
    """The places of the first rows and columns of a list."""
    columns = 1 if isinstance(model, QAbstractListModel) else min(4, model.columnCount())
    return [model.index(row, column) for row in range(min(3, model.rowCount())) for column in range(columns)]


def seen(window: QWidget, widget: QWidget, place: QRect) -> QRect:
    """A place of a widget as far as the window shows it."""
    shown = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()) & place.translated(widget.mapTo(window, QPoint()))
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        shown &= QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
        parent = parent.parentWidget()
    return shown & window.rect()


def contrast_in(image: QImage, place: QRect) -> float:
    """The contrast of the strongest ink on the commonest colour of a place; 0 where there is too little to see."""
    if place.width() < 12 or place.height() < 12:
        return 0.0
    part = image.copy(place.adjusted(3, 3, -3, -3))
    pixels = Counter(memoryview(part.constBits()).cast("I"))
    ground = QColor.fromRgb(pixels.most_common(1)[0][0]).name()
    inks = {QColor.fromRgb(rgb).name() for rgb, count in pixels.items() if count >= 3} - {ground}
    return max((contrast(ground, ink) for ink in inks), default=0.0)


def reachable(window: QWidget):
    """The widgets that Tab should come to: of buttons that exclude each other, the chosen one."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None and not each.objectName().startswith("qt_")
        and not (isinstance(each, QAbstractButton) and (each.autoExclusive() or each.group()) and not each.isChecked())
    ]  # fmt: skip


def reached(window: QWidget):
    """The widgets that Tab comes to, until it is where it began."""
    found, began = [], window.focusWidget()
    for _step in range(1500):  # the grid of a whole jury has many cells
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
        if QApplication.focusWidget() is began and any(each is not began for each in found):
            break  # within a grid the keyboard goes on from cell to cell before it leaves
    return found
