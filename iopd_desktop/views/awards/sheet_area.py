"""Where the sheet of the current cell stands: under the grid, or in a low window only while it is typed into."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from iopd_desktop.views.awards.sheet_panel import SheetPanel
from iopd_desktop.views.awards.waiting_list import WaitingList
from iopd_desktop.views.kit.pieces import ground
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _

LOW, MIDDLE = 420, 600
"""Under these heights of the page the sheet leaves the room to the grid, or scrolls in a part of it."""


class SheetArea(QScrollArea):
    """The sheet beside those who are awaited; `fit` says how much of it the page has room for."""

    def __init__(self, sheet: SheetPanel, waiting: WaitingList) -> None:
        super().__init__()
        self._waiting, self.low, self._typing = waiting, False, False
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Sheet of the current cell"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMaximumHeight(px(256))
        both = ground(QWidget(), "chrome")
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(sheet, 5)
        row.addWidget(waiting, 3)
        self.setWidget(both)

    def fit(self, height: int) -> None:
        """The whole sheet is in view where the page is high enough; else it scrolls and the grid keeps its rows."""
        self.low = height < px(LOW)
        self.setMinimumHeight(px(96) if self.low or height < px(MIDDLE) else px(224))
        self._waiting.setVisible(not self.low)
        self._show()

    def enter(self) -> None:
        """The sheet is typed into: it has to be in view."""
        self._typing = True
        self._show()

    def leave(self) -> None:
        """The keyboard is back in the grid."""
        self._typing = False
        self._show()

    def _show(self) -> None:
        self.setVisible(self._typing or not self.low)
