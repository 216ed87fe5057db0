"""The calendar over the plan of 2024, seen on a day of that year."""

from dataclasses import replace
from datetime import date

import pytest

from iopd_desktop.actions import planning
from iopd_desktop.views.calendar import TAB
from iopd_desktop.views.calendar.month_page import MonthPage
from iopd_desktop.views.calendar.settle_page import SettlePage
from iopd_desktop.views.calendar.year_page import YearPage
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow

TODAY = date(2024, 1, 8)


@pytest.fixture
def planned(store):
    with store.work("Plan", act="origin") as work:
        planning.seed_plan(work)
    return store


PAGES = {"year": YearPage, "month": MonthPage, "settle": SettlePage}


def on_that_day(page):
    """The declaration of a page, seen on a day of 2024."""
    made = PAGES.get(page.name)
    return replace(page, build=lambda office, declared: made(office, declared, lambda: TODAY)) if made else page


@pytest.fixture
def build(qtbot, planned):
    """Makes the window over the plan."""

    def built():
        tab = replace(TAB, pages=tuple(on_that_day(page) for page in TAB.pages))
        made = MainWindow(planned, (tab,), Settings())
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
