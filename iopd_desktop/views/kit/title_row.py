"""The head of a page: its title and count, flat buttons, and the one primary button at the trailing end."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from iopd_desktop.views.kit.pieces import button, label
from iopd_desktop.views.kit.steps import px


class TitleRow(QWidget):
    """Title, count and deeds of a page; buttons that do not fit fold into the menus they also stand in."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(20), px(10), px(16), px(4))
        self._row.setSpacing(px(8))
        self._title, self._count = label(title, "title"), label("", "body", "text3")
        self._row.addWidget(self._title)
        self._row.addWidget(self._count)
        self._row.addStretch(1)
        self._flat: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(px(42))  # as with buttons: the titles of all pages stand at one height

    def set_count(self, text: str) -> None:
        """Say beside the title how many there are, in words or as a number."""
        self._count.setText(text)
        self.fold()

    def set_title(self, title: str) -> None:
        """Name the page otherwise, as when a saved view is shown."""
        self._title.setText(title)
        self.fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Flat buttons that do not fit leave, the first ones first, and the count last: all stand elsewhere too."""
        kept = [part for part in self._parts() if part not in self._flat]
        room = self.width() - px(44) - sum(part.sizeHint().width() + px(8) for part in kept)
        for part in reversed(self._flat):
            room -= part.sizeHint().width() + px(8)
            part.setVisible(room >= 0)
        needed = sum(part.sizeHint().width() + px(8) for part in kept)
        self._count.setVisible(self.width() - px(36) >= needed)

    def _parts(self) -> list[QWidget]:
        items = [self._row.itemAt(place) for place in range(self._row.count())]
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def add(self, text: str, act: Callable[[], object], *, icon: str = "", key: str = "") -> QWidget:
        """Add a flat button with an icon and a word."""
        made = button(text, act, look="flat", icon=icon, key=key)
        self._row.addWidget(made)
        self._flat.append(made)
        return made

    def put(self, widget: QWidget) -> None:
        """Add any small control, such as a row of segments."""
        self._row.addWidget(widget)

    def primary(self, text: str, act: Callable[[], object], *, icon: str = "plus", key: str = "") -> QWidget:
        """Add the page's one primary button."""
        made = button(text, act, look="primary", icon=icon, key=key)
        self._row.addWidget(made)
        return made
