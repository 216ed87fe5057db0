"""The queue over the last actions: in a low window, or with large text, the people found come first."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iopd_desktop.views.calendar.desk.last_actions import LastActions
from iopd_desktop.views.calendar.desk.queue import Queue
from iopd_desktop.views.kit.pieces import rule
from iopd_desktop.views.kit.steps import px

_IN_SIGHT = 3
"""So many of the people found are seen whatever else stands here."""
_LOW = 400
"""Under this height, in measures of the look, nothing is said that is not needed for the next person."""


class WorkColumn(QWidget):
    """Shares its height out: what the queue says, three people at least, and as many of the last actions as fit."""

    def __init__(self, queue: Queue, last: LastActions) -> None:
        super().__init__()
        self._queue, self._last = queue, last
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((queue, 1), (rule(), 0), (last, 0)):
            column.addWidget(widget, stretch)

    def minimumSizeHint(self) -> QSize:
        """One person and one action: what is shown now must not keep the window from becoming lower."""
        wide = super().minimumSizeHint().width()
        return QSize(wide, self._queue.high_without_people() + self._queue.hits.rows.high + self._last.least())

    def hasHeightForWidth(self) -> bool:
        return False  # it makes do with the height that it is given

    def event(self, event: QEvent) -> bool:
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return heard

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        self._queue.be_brief(self.height() < px(_LOW))
        people = _IN_SIGHT * self._queue.hits.rows.high
        self._last.keep_within(self.height() - self._queue.high_without_people() - people)
