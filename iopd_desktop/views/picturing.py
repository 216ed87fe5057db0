"""Pictures of a window: every page of every tab as somebody at work would have it, with a record chosen."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from iopd_desktop import words
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.tasks import Task
from iopd_desktop.store.preferences import Preferences
from iopd_desktop.store.store import Store
from iopd_desktop.views.kit.colours import DARK, LIGHT
from iopd_desktop.views.kit.exchange import LIST_EXCHANGE, REPORT
from iopd_desktop.views.kit.qt_words import QtWords
from iopd_desktop.views.kit.record_page import RecordPage
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.kit.style import dress
from iopd_desktop.views.main_window import SIZE, MainWindow
from iopd_desktop.views.tabs import TABS

_CHOSEN = 2
_PATIENCE_MS = 250
"""The form of a page and its last changes come a moment after its list: so long a picture waits for them."""


def demo(database: Path, language: str) -> None:
    """Take pictures of every page of every tab, light and dark, into the folder `pictures` beside the database."""
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # pictures need no screen
    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)
    words.speak(language)
    application.installTranslator(QtWords(application))
    with Store.open(database, author="") as store, words.living_on(store.sample_day):
        with store.read() as reader:
            chosen = [row["id"] for kind in (Task, Event) for row in reader.all(kind) if row["priority"]]
        for name, colours in (("light", LIGHT), ("dark", DARK)):
            dress(application, colours)
            window = MainWindow(store, TABS, Settings(Preferences()), ordinary=LIST_EXCHANGE, commands=(REPORT,))
            take_pictures(window, database.parent / "pictures" / name, chosen)
            window.put_away()
            window.close()


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
