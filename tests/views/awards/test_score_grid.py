"""One criterion at a time, the keys around it, justifications, undo from the window, and where every cell stands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iopd_desktop.actions import assigning
from iopd_desktop.models.awards import Assignment, Score
from iopd_desktop.views import awards
from iopd_desktop.views.awards.score_layout import Measures
from iopd_desktop.views.awards.score_words import spoken
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow
from tests.actions import juries

SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down


@pytest.fixture
def read_by_all(store):
    """An edition with two criteria (the first counts three times), five nominations, three jurors who read all."""
    with store.work("Set up") as work:
        made = juries.whole(work, 5, 3, (3, 1))
        assigning.deal_out(work, made[0], readers=3)
    return made


@pytest.fixture
def page(qtbot, store, read_by_all):
    """The page of scores in a window of its own, with the keyboard in its grid."""
    window = MainWindow(store, (awards.TAB,), Settings())
    qtbot.addWidget(window, before_close_func=lambda each: each.put_away())
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.show_tab("awards", "scores")
    window.page.grid.go(0, 0)
    assert QApplication.focusWidget() is window.page.grid
    return window.page


def press(*keys):
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(QApplication.focusWidget(), key)
        else:
            key, held = key if isinstance(key, tuple) else (key, Qt.KeyboardModifier.NoModifier)
            QTest.keyClick(QApplication.focusWidget(), key, held)
        QApplication.processEvents()


def points(store, **where):
    with store.read() as read:
        return [row["points"] for row in read.all(Score, where)]


def test_two_digits_are_a_sheet_of_two_criteria_with_its_weighted_mean(page, store, read_by_all):
    _edition, _criteria, nominations, jurors = read_by_all
    press("8", "4")
    assert points(store, nomination=nominations[0], juror=jurors[0]) == [8, 4]
    assert page.table.tally.cell(nominations[0], jurors[0]).value == 7
    assert page.grid.current() == (nominations[1], jurors[0])


def test_in_one_criterion_enter_goes_down_and_a_one_waits_for_a_zero(page, store, qtbot, read_by_all):
    _edition, (first, _second), nominations, jurors = read_by_all
    page.filters.choose("criterion", first)
    page.grid.setFocus()
    press("7", ENTER, "1", "0", ENTER, "1")
    assert points(store, criterion=first) == [7, 10]
    qtbot.waitUntil(lambda: points(store, criterion=first) == [7, 10, 1])
    assert page.grid.current() == (nominations[2], jurors[0])
    press((ENTER, SHIFT), Qt.Key.Key_Delete)
    assert points(store, criterion=first) == [7, 1]


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_F2, (DOWN, Qt.KeyboardModifier.AltModifier)], ids=str)
def test_a_mean_opens_its_criteria(page, store, key):
    press(DOWN)
    here = page.grid.current()
    press(key)
    assert QApplication.focusWidget() is next(iter(page.sheet.fields.values()))
    press("8", "4")
    assert page.table.tally.cell(*here).state == "scored"


def test_down_goes_from_cell_to_cell_and_from_the_last_one_to_the_criteria(page):
    press(DOWN, DOWN, DOWN, DOWN)
    assert page.grid.row == 4
    press(DOWN)
    assert QApplication.focusWidget() is next(iter(page.sheet.fields.values()))


def test_criteria_of_what_a_juror_does_not_score_are_not_opened(page, store, qtbot, read_by_all):
    _edition, _criteria, nominations, jurors = read_by_all
    with store.work("Declare") as work:
        assigning.declare_conflict(work, nominations[0], jurors[0], "Cousin of the mayor")
    page.enter()
    page.grid.go(0, 0)
    with qtbot.waitSignal(page.told, check_params_cb=lambda words: "does not score" in words):
        press(Qt.Key.Key_F2)
    assert QApplication.focusWidget() is page.grid


def test_in_one_criterion_points_off_the_scale_are_not_taken(page, store, qtbot, read_by_all):
    page.filters.choose("criterion", read_by_all[1][0])
    page.grid.setFocus()
    with qtbot.waitSignal(page.told, check_params_cb=lambda words: words == "The scale goes from 1 to 10"):
        press("0")
    assert page.grid.wrong
    assert points(store) == []


def test_undo_in_the_window_takes_one_score_back_and_the_grid_shows_it(page, store, qtbot, read_by_all):
    _edition, _criteria, nominations, jurors = read_by_all
    press("8", "4")
    page.window().taking_back.undo()
    assert points(store) == [8]
    qtbot.waitUntil(lambda: page.table.tally.cell(nominations[0], jurors[0]).state == "begun")


def test_what_a_juror_may_not_judge_is_skipped_and_takes_no_points(page, store, read_by_all):
    _edition, _criteria, nominations, jurors = read_by_all
    with store.work("Declare") as work:
        assigning.declare_conflict(work, nominations[1], jurors[0], "Cousin of the mayor")
    page.enter()
    page.grid.go(0, 0)
    press(DOWN)
    assert page.grid.current() == (nominations[2], jurors[0])
    page.grid.go(1, 0)
    press("5")
    assert points(store) == []
    assert "conflict of interest" in spoken(page.table, 1, 0)


def test_a_justification_is_kept_when_its_field_is_left(page, store):
    page.sheet.why.setFocus()
    press("Clear and bold", ENTER)
    with store.read() as read:
        assert [row["comment"] for row in read.all(Assignment) if row["comment"]] == ["Clear and bold"]


def test_a_cell_is_told_in_words(page):
    assert spoken(page.table, 0, 1) == "Example practice 1, juror Juror B Example, awaited"


def test_frozen_ends_leave_room_for_jurors_and_every_cell_can_be_scrolled_to():
    measures = Measures(900, 400, 150, 40)
    assert measures.lead + measures.middle + measures.tail == 900
    across, down = measures.scrolled_to(149, 39)
    there = Measures(900, 400, 150, 40, across, down)
    cell = there.cell(149, 39)
    assert there.lead <= cell.left()
    assert cell.right() < there.width - there.tail
    assert cell.bottom() < there.height
    assert there.at(cell.center().x(), cell.center().y()) == (149, 39)
