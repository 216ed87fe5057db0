"""A small jury of an invented edition, in the real window."""

import pytest

from iopd_desktop.actions import assigning
from iopd_desktop.views.awards import TAB
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow
from tests.actions import juries


@pytest.fixture
def jury(store):
    """An edition with two criteria, five nominations and three jurors, each nomination read by two of them."""
    with store.work("Set up") as work:
        made = juries.whole(work, 5, 3)
        assigning.deal_out(work, made[0], readers=2)
    return made


@pytest.fixture
def window(qtbot, store, jury):
    made = MainWindow(store, (TAB,), Settings())
    qtbot.addWidget(made, before_close_func=lambda each: each.put_away())
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
