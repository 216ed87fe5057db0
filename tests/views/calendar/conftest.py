"""The calendar over the plan of 2024, seen on a day of that year."""

from datetime import date

import pytest

from iopd_desktop import words
from iopd_desktop.actions import planning
from iopd_desktop.views.calendar import TAB
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow

TODAY = date(2024, 1, 8)


@pytest.fixture
def planned(store):
    with store.work("Plan", act="origin") as work:
        planning.seed_plan(work)
    return store


@pytest.fixture
def build(qtbot, planned):
    """Makes the window over the plan."""

    def built():
        words.live_on(TODAY)
        made = MainWindow(planned, (TAB,), Settings())
        qtbot.addWidget(made, before_close_func=lambda each: each.put_away())
        made.resize(1366, 768)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return built


@pytest.fixture
def window(build):
    return build()


@pytest.fixture
def seen(window):
    """Turns to a page of the calendar."""

    def shown(name):
        window.show_tab("calendar", name)
        return window.page

    return shown
