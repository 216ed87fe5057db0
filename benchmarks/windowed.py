"""A list in the window: from a keystroke in its search, and from a turn of its wheel, to the rows that are painted."""

import os
from collections.abc import Callable
from pathlib import Path

from benchmarks.side_by_side import Measured, repeated

FRAME = 16.0
"""Milliseconds within which a person sees no delay: what both are held against."""


def windowed(folder: Path, count: int) -> list[Measured]:
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
        list_ = window.page.list
        texts = iter(["z", "zu", "zur", "zu", "z"] * 20)
        places = iter(range(0, 10**9, 997))

        def typed() -> None:
            list_.filters.search.setText(next(texts))

        def turned() -> None:
            bar = list_.table.verticalScrollBar()
            bar.setValue(next(places) % max(1, bar.maximum()))

        def painted(deed: Callable[[], None]) -> Callable[[], None]:
            def act() -> None:
                deed()
                for _turn in range(3):
                    application.processEvents()

            return act

        painted(lambda: None)()
        found = [
            Measured(f"{what} to painted rows, against a frame", count, repeated(painted(deed), 41), FRAME, 1, 0.5)
            for what, deed in (("keystroke in a list", typed), ("turn of the wheel", turned))
        ]
        window.put_away()
        window.close()
    return found
