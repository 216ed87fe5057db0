"""Pictures of a window: every page of every tab as somebody at work would have it, with a record chosen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from iopd_desktop.views.kit.record_page import RecordPage
from iopd_desktop.views.main_window import MainWindow

SIZE = (1366, 768)
_CHOSEN = 2
_PATIENCE_MS = 250
"""The form of a page and its last changes come a moment after its list: so long a picture waits for them."""


def take_pictures(window: MainWindow, folder: Path, chosen: Sequence[str]) -> None:
    """Write a PNG of each page into a folder; pages that draw show the first of `chosen` (ids) that they hold."""
    folder.mkdir(parents=True, exist_ok=True)
    window.resize(*SIZE)
    window.show()
    for tab, view in window.tabs.items():
        for page in view.list.names():
            window.show_tab(tab, page)
            _settle()
            _choose(window, chosen)
            _settle()
            window.grab().save(str(folder / f"{tab}-{page}.png"))


def _choose(window: MainWindow, chosen: Sequence[str]) -> None:
    page = window.page
    if isinstance(page, RecordPage):
        if page.list.model.rowCount():
            page.list.table.choose_place(min(_CHOSEN, page.list.model.rowCount() - 1))
            _settle(_PATIENCE_MS)
        return
    any(page.open(id) for id in chosen)


def _settle(patience: int = 0) -> None:
    """Let the window finish what it does after a turn of the page: first rows, counts, layouts, then its timers."""
    for _turn in range(5):
        QApplication.processEvents()
    until = QDeadlineTimer(patience)
    while not until.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
