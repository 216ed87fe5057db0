"""The list of a tab's pages at the leading side, with counts, and the saved views below."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from iopd_desktop.views.kit.pieces import ground, label
from iopd_desktop.views.kit.rows import WIDEST, RowButton
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _


class PageList(QScrollArea):
    """Pages and saved views of one tab; says which one a person chose."""

    chosen = Signal(str)
    view_chosen = Signal(str)
    view_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Pages"))
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = ground(QWidget(), "chrome")
        self._rows: dict[str, RowButton] = {}
        self._views: dict[str, RowButton] = {}
        self._narrow, self._shown = False, ""
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(px(8), px(16), px(8), px(8))
        column.setSpacing(0)
        self._head, self._views_head = self._caption(_("Pages")), self._caption(_("Saved views"))
        self._none = label(_("None yet. Filter the list, then choose Save view."), "small", "text3", wrap=True)
        self._none.setContentsMargins(px(12), px(4), px(4), px(4))
        self._pages_box, self._views_box = _Box(), _Box()
        for part in (self._head, self._pages_box, self._views_head, self._views_box, self._none):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(self._inside)
        self.viewport().setAutoFillBackground(False)
        self._fit()

    def _caption(self, text: str) -> QWidget:
        made = label(text, "caption", "text3")
        made.setContentsMargins(px(12), px(10), 0, px(6))
        return made

    def set_pages(self, pages: Sequence[tuple[str, str, str, str]]) -> None:
        """Show pages: (name, icon, label, full label) each."""
        for name, icon, shown, full in pages:
            row = RowButton(icon, shown, full, self._pages_box)
            row.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self._pages_box.put(row)
            self._rows[name] = row
        self._fit()

    def set_views(self, views: Sequence[tuple[str, str, int | None]], ready: Collection[str] = ()) -> None:
        """Show the saved views: (id, name, count) each. Those that are `ready` are the program's own, and stay."""
        self._views_box.empty()
        self._views = {}
        for id, shown, count in views:
            row = RowButton("eye" if id in ready else "bookmark", shown, shown, self._views_box)
            row.set_count(count)
            row.set_narrow(self._narrow)
            row.setAutoExclusive(False)
            row.clicked.connect(lambda _checked=False, id=id: self.view_chosen.emit(id))
            if id not in ready:
                self._offer(row, id, shown)
            self._views_box.put(row)
            self._views[id] = row
            row.setChecked(id == self._shown)
        self._none.setVisible(not views and not self._narrow)
        self._fit()

    def _offer(self, row: RowButton, id: str, shown: str) -> None:
        """What can be done with a person's own view: in its menu, and by the keys of every list."""
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for what, words, key in (
            ("rename", _("Rename view {name}…"), Qt.Key.Key_F2), ("change", _("Save changes to the view {name}"), None),
            ("remove", _("Remove view {name}"), Qt.Key.Key_Delete),
        ):  # fmt: skip
            action = QAction(words.format(name=shown), row)
            if key is not None:
                action.setShortcut(key)
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _checked=False, what=what: self.view_asked.emit(id, what))
            row.addAction(action)

    def set_count(self, name: str, count: int | None, *, asks: bool = False) -> None:
        """Show how many a page holds."""
        self._rows[name].set_count(count, asks=asks)

    def choose(self, name: str, view: str = "") -> None:
        """Mark the current page, and the saved view that is shown on it."""
        self._shown = view
        self._rows[name].setChecked(True)
        for id, row in self._views.items():
            row.setChecked(id == view)

    def names(self) -> list[str]:
        """The pages' names in order."""
        return list(self._rows)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, as on a window narrower than 1200."""
        self._narrow = narrow
        for row in (*self._rows.values(), *self._views.values()):
            row.set_narrow(narrow)
        for words in (self._head, self._views_head):
            words.setVisible(not narrow)
        self._none.setVisible(not narrow and not self._views)
        shown = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(shown)  # beside icons alone it would take their room; the keyboard scrolls
        self._fit()

    def _fit(self) -> None:
        rows = [*self._rows.values(), *self._views.values()]
        widest = max([px(184), *(row.sizeHint().width() for row in rows)])
        self.setFixedWidth(px(48) if self._narrow else min(widest, px(WIDEST)) + px(16))


class _Box(QWidget):
    """A column of rows among which the arrow keys move."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def put(self, row: QWidget) -> None:
        self._column.addWidget(row)

    def empty(self) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
