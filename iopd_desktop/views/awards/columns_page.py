"""A page of headed columns of rows that scrolls, the frame of the edition's overview and of the packets."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from iopd_desktop.views.kit.empty import Nothing, fill
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.pieces import ground, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.strips import Strip
from iopd_desktop.views.kit.title_row import TitleRow

Block = tuple[str, Sequence[QWidget]]


class ColumnsPage(LivePage):
    """Subclasses fill it with `show_blocks`: each block has a head and rows, and goes into one of the columns."""

    def __init__(self, office: Office, title: str) -> None:
        super().__init__()
        ground(self, "surface")
        self.office, self.title, self.wrong = office, TitleRow(title), Strip("bad")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.title)
        whole.addWidget(self.wrong)
        self._body = QStackedWidget()
        self._body.addWidget(self._area)
        whole.addWidget(self._body, 1)

    def nothing(self, empty: Nothing) -> None:
        """Say in the place of the columns that there is nothing."""
        fill(self._body, empty)
        self.title.set_count("")

    def show_blocks(self, *columns: Sequence[Block]) -> None:
        """Set the page anew."""
        fill(self._body, None)
        inside = ground(QWidget(), "surface")
        row = QHBoxLayout(inside)
        row.setContentsMargins(px(20), px(8), px(20), px(20))
        row.setSpacing(px(40))
        for blocks in columns:
            column = QVBoxLayout()
            column.setSpacing(px(2))
            for head, rows in blocks:
                column.addWidget(label(head, "section", "text2"))
                for each in rows:
                    column.addWidget(each)
                column.addSpacing(px(16))
            column.addStretch(1)
            row.addLayout(column, 1)
        self._area.setWidget(inside)

    def enter(self) -> None:
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, sentence: str) -> None:
        self.wrong.complain(sentence)
