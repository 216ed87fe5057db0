"""A page of figures: heads, and under each the bars that draw its numbers; it scrolls where the window is low."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.pieces import ground, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.title_row import TitleRow


class BarsPage(LivePage):
    """Subclasses fill the page in `read`, which is called anew whenever it comes into view; `seen` are its kinds."""

    seen: frozenset[str] = frozenset()

    def __init__(self, office: Office, title: str) -> None:
        super().__init__()
        ground(self, "surface")
        self.office, self.title = office, TitleRow(title)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(title)
        inside = ground(QWidget(), "surface")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(px(20), px(4), px(20), px(16))
        self._column.setSpacing(0)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.title)
        whole.addWidget(area, 1)
        self.renew()

    def read(self) -> None:
        """Put heads and rows on the empty page."""

    def renew(self) -> None:
        """Empty the page and read it again."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.read()
        self._column.addStretch(1)

    def head(self, words: str) -> None:
        """Begin a section."""
        made = label(words, "section", "text2")
        made.setContentsMargins(0, px(12), 0, px(4))
        self.row(made)

    def row(self, widget: QWidget) -> None:
        """Add a row to the section."""
        self._column.addWidget(widget)

    def reload(self, kinds: set[str]) -> None:
        if kinds & self.seen:
            self.renew()

    def enter(self) -> None:
        self.renew()
