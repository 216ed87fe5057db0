"""The tasks over the plan of 2024 in the real window, on a day of that year."""

from datetime import date

import pytest

from iopd_desktop import words
from iopd_desktop.actions import planning
from iopd_desktop.models.tasks import Task
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow
from iopd_desktop.views.tasks import TAB

TODAY = date(2024, 5, 8)

@pytest.fixture
def planned(store):
    with store.work("Plan", act="origin") as work:
        planning.seed_plan(work)
    return store


@pytest.fixture
def tasks(planned):
    """The ids of the plan's tasks, by number."""
    with planned.read() as reader:
        return {row["number"]: row["id"] for row in reader.all(Task)}


@pytest.fixture
def window(qtbot, planned):
    words.live_on(TODAY)
    made = MainWindow(planned, (TAB,), Settings())
    qtbot.addWidget(made, before_close_func=lambda each: each.put_away())
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def seen(window):
    """Turns to a page of the tasks."""

    def shown(name):
        window.show_tab("tasks", name)
        return window.page

    return shown
