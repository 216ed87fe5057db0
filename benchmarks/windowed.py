"""A list in the window: from a keystroke in its search, and from a turn of its wheel, to the rows that are painted."""

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.side_by_side import Measured, repeated

FRAME = 16.0
"""Milliseconds within which a person sees no delay: what both are held against."""


def windowed(folder: Path, count: int) -> Iterator[Measured]:
    """Both at one size, in a window that is painted in memory."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from iopd_desktop.store.preferences import Preferences
    from iopd_desktop.store.store import Store
    from iopd_desktop.views.kit.settings import Settings
    from iopd_desktop.views.main_window import MainWindow
    from iopd_desktop.views.tabs import TABS

    application = QApplication.instance() or QApplication([])
    with Store.open(folder / f"made-up-{count}.iopd", author="Bench") as store:
        window = MainWindow(store, TABS, Settings(Preferences()))
        window.resize(1366, 768)
        window.show()
        for what, deed in _deeds(window.page.list):
            work = f"{what} to painted rows, against a frame"
            yield Measured(work, count, repeated(_painted(application, deed), 41), FRAME, 1, 0.5)
        window.put_away()
        window.close()


def _deeds(shown: Any) -> Iterator[tuple[str, Callable[[], None]]]:
    texts, places = itertools.cycle(["z", "zu", "zur", "zu"]), itertools.count(0, 997)

    def typed() -> None:
        shown.filters.search.setText(next(texts))

    def turned() -> None:
        bar = shown.table.verticalScrollBar()
        bar.setValue(next(places) % max(1, bar.maximum()))

    yield "keystroke in a list", typed
    yield "turn of the wheel", turned


def _painted(application: Any, deed: Callable[[], None]) -> Callable[[], None]:
    def act() -> None:
        deed()
        for _turn in range(3):
            application.processEvents()

    act()
    return act
