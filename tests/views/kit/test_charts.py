"""Figures are drawn as bars that the keyboard walks and opens, and stand as a table one key away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iopd_desktop.actions import assigning, scoring
from iopd_desktop.models.awards import Edition
from iopd_desktop.models.members import Organisation
from iopd_desktop.views import awards, members, tasks
from iopd_desktop.views.kit.bar_row import BarRow
from iopd_desktop.views.kit.figures_table import FiguresTable
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow
from tests.actions import juries

PLACES = ("ES", "ES", "FR", "KE", None)


@pytest.fixture
def peopled(store):
    """Five members, and two editions of which the later one has a jury that is half done."""
    with store.work("Set up") as work:
        for at, country in enumerate(PLACES):
            given = {"name": f"Example {at}", "type": "local", "membership": "associate", "stage": "active"}
            work.add(Organisation, {**given, "country": country})
        edition, (first, second), nominations, jurors = juries.whole(work, 4, 2)
        former = work.add(Edition, {"number": 89, "year": 2089, "name": {"en": "89th Example Award"}})
        juries.nomination(work, former, 1, country="PT")
        assigning.deal_out(work, edition, readers=2)
        for nomination in nominations:
            scoring.enter_sheet(work, nomination, jurors[0], {first: 5, second: 5})
    return store


@pytest.fixture
def window(qtbot, peopled):
    made = MainWindow(peopled, (members.TAB, awards.TAB, tasks.TAB), Settings())
    qtbot.addWidget(made, before_close_func=lambda each: each.put_away())
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(*keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def said():
    return QApplication.focusWidget().accessibleName()


def listed(window):
    page = window.page
    return [page.list.model.index(row, 0).data() for row in range(page.list.model.rowCount())]


def test_the_arrows_walk_the_bars_and_enter_opens_the_list_behind_one(window):
    window.show_tab("members", "figures")
    walked = [said()]
    for _step in range(3):
        press(Qt.Key.Key_Down)
        walked.append(said())

    assert walked == ["Europe: 3", "Africa: 1", "Other places: 1", "Local government: 5"]
    press(Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert window.page.place == "members/members"
    assert listed(window) == ["Example 0", "Example 1", "Example 2"]
    assert window.page.list.filters.values() == {"section": ["europe"]}


def test_a_bar_of_what_is_not_said_opens_those_where_it_is_missing(window):
    window.show_tab("members", "figures")
    press(Qt.Key.Key_End, Qt.Key.Key_Return)

    assert listed(window) == ["Example 4"]
    assert window.page.list.filters.filters[0]._button.text() == "Region: not said"


def test_the_same_figures_stand_as_a_table_one_key_away(window):
    window.show_tab("members", "figures")
    press(Qt.Key.Key_Down)
    window.run("as-table")
    table = QApplication.focusWidget()

    assert isinstance(table, FiguresTable)
    assert (table.accessibleName(), table.currentIndex().row()) == ("Members by region", 1)
    assert not any(row.isVisible() for row in window.page.findChildren(BarRow))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Region\tMembers\nEurope\t3\nAfrica\t1\nOther places\t1"
    press(Qt.Key.Key_Return)
    assert listed(window) == ["Example 3"]

    window.show_tab("members", "figures")
    assert window.page.switch.text() == "As bars"
    QTest.mouseClick(window.page.switch, Qt.MouseButton.LeftButton)
    assert window.page.charts[0].rows[0].isVisible()


def test_nominations_stand_beside_the_edition_before_and_jurors_by_who_is_behind(window):
    window.show_tab("awards", "overview")
    jury, countries = window.page.charts[:2]

    assert [row.accessibleName() for row in jury.rows] == [
        "Juror B Example: 0 %, 0 of 4 sheets", "Juror A Example: 100 %, 4 of 4 sheets"
    ]  # fmt: skip
    assert [row.accessibleName() for row in countries.rows] == [
        "Portugal: 0, 89th Example Award: 1", "not said: 4, 89th Example Award: 0"
    ]  # fmt: skip
    window.run("as-table")
    table = countries.findChild(FiguresTable)
    assert table.copied() == "Country\tNominations\t89th Example Award\nPortugal\t0\t1\nnot said\t4\t0"
    window.run("as-table")
    jury.go_to(0)
    press(Qt.Key.Key_Return)
    assert window.page.list.filters.values()["juror"]
    assert len(listed(window)) == 4


def test_a_drawing_of_nothing_says_what_to_do(qtbot, store):
    made = MainWindow(store, (members.TAB, tasks.TAB), Settings())
    qtbot.addWidget(made, before_close_func=lambda each: each.put_away())
    made.show()
    for tab, page, begun in (("members", "figures", "organisation"), ("tasks", "progress", "plan")):
        made.show_tab(tab, page)
        assert not made.page.switch.isVisible()
        made.page.findChild(type(made.page.switch), "empty-deed").click()
        assert made.page.sheet.record.kind == begun
        assert made.page.form.fields.isEnabled()


def test_a_change_is_drawn_at_once_and_the_keyboard_stays(window, peopled, qtbot):
    window.show_tab("members", "figures")
    press(Qt.Key.Key_Down)
    with peopled.work("Add") as work:
        work.add(Organisation, {"name": "Example 9", "type": "local", "membership": "promoter", "country": "KE"})
    qtbot.waitUntil(lambda: said() == "Africa: 2")
