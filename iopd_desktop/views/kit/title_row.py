"""The head of a page: its title and count, flat buttons, and the one primary button at the trailing end."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

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

    def set_count(self, text: str) -> None:
        """Say beside the title how many there are, in words or as a number."""
        self._count.setText(text)

    def set_title(self, title: str) -> None:
        """Name the page otherwise, as when a saved view is shown."""
        self._title.setText(title)

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
