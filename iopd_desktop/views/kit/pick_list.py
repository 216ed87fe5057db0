"""A small list that opens under a button or a field: type to narrow it, choose one or several."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.pieces import button, ground
from iopd_desktop.views.kit.steps import px, row_height
from iopd_desktop.views.kit.ticks import ListRows
from iopd_desktop.words import _, fold

Offer = tuple[str, str]
_SEARCH_FROM = 9


class PickList(QFrame):
    """Offers to choose from. `several` puts a tick box before each; Escape leaves things as they were.

    `offers` gives (code, label) for a typed text, so that a list of records is read as one types.
    `picked` tells the chosen codes, each time one changes; `make` is the words for making a new one;
    `typed` says that the offers are found by what is typed, so that nothing is left out of them here.
    """

    picked = Signal(list)
    made = Signal(str)

    def __init__(
        self,
        name: str,
        offers: Callable[[str], Sequence[Offer]],
        chosen: Sequence[str] = (),
        *,
        several: bool = False,
        make: str = "",
        typed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        ground(self, "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._offers, self._several, self._chosen = offers, several, list(chosen)
        self._found = typed
        column = QVBoxLayout(self)
        column.setContentsMargins(px(6), px(6), px(6), px(6))
        column.setSpacing(px(4))
        self._line = Line(name, _("Type to find"))
        self._list = QListWidget()
        self._list.setAccessibleName(name)
        self._list.setItemDelegate(ListRows(self._list))
        self._list.itemClicked.connect(self._take)
        self._line.textChanged.connect(self._refill)
        for widget in (self._line, self._list):
            widget.installEventFilter(self)
            column.addWidget(widget)
        foot = QHBoxLayout()
        if make:
            foot.addWidget(
                button(make, lambda: self._end(lambda: self.made.emit(self._line.text().strip())), look="link")
            )
        foot.addStretch(1)
        if several:
            foot.addWidget(button(_("None"), self._none, look="link", name=_("Choose none")))
        column.addLayout(foot)
        self._refill("")
        self._line.setVisible(typed or bool(make) or self._list.count() >= _SEARCH_FROM)

    def under(self, widget: QWidget) -> None:
        """Open below a widget, at its leading edge, and take the keyboard."""
        rows = max(2, min(10, self._list.count()))
        self._list.setFixedHeight(rows * row_height(28) + px(6))
        self.setMinimumWidth(max(px(220), widget.width()))
        self.adjustSize()
        right = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        corner = QPoint(widget.width() - self.width() if right else 0, widget.height() + 2)
        place = widget.mapToGlobal(corner)
        screen = widget.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        if place.y() + self.height() > screen.bottom():
            place.setY(max(screen.top(), widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        self.move(place)
        self.show()
        (self._line if self._line.isVisible() else self._list).setFocus()

    def _refill(self, typed: str) -> None:
        self._list.clear()
        wanted = fold(typed)
        for code, shown in self._offers(typed):
            if wanted and not self._found and wanted not in fold(shown):
                continue
            item = QListWidgetItem(shown)
            item.setData(Qt.ItemDataRole.UserRole, code)
            if self._several:
                item.setCheckState(Qt.CheckState.Checked if code in self._chosen else Qt.CheckState.Unchecked)
            self._list.addItem(item)
            if not self._several and self._chosen == [code]:
                self._list.setCurrentItem(item)
        if self._list.currentRow() < 0 and self._list.count():
            self._list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem) -> None:
        code = item.data(Qt.ItemDataRole.UserRole)
        if not self._several:
            self._end(lambda: self.picked.emit([code]))
            return
        if code in self._chosen:
            self._chosen.remove(code)
        else:
            self._chosen.append(code)
        item.setCheckState(Qt.CheckState.Checked if code in self._chosen else Qt.CheckState.Unchecked)
        self.picked.emit(list(self._chosen))

    def _make(self) -> None:
        self._end(lambda: self.made.emit(self._line.text().strip()))

    def _none(self) -> None:
        self._chosen.clear()
        self.picked.emit([])
        self._refill(self._line.text())

    def _end(self, tell: Callable[[], object]) -> None:
        tell()
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key, item = event.key(), self._list.currentItem()
        entered = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if item and (entered or (key == Qt.Key.Key_Space and watched is self._list)):
            self._take(item)
            return True
        if watched is self._line and key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
            return True
        return super().eventFilter(watched, event)
