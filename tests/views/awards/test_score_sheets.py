"""The score grid by keys, over the sample jury: eight criteria from 0 to 5."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iopd_desktop.actions import scoring
from iopd_desktop.models.awards import Assignment, Conflict, Score
from iopd_desktop.views.awards import TAB
from iopd_desktop.views.awards.score_keys import whole_points
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()


def type_(text):
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget(), letter)
        QApplication.processEvents()


def points(store, key, entry=1):
    with store.read() as reader:
        return [row["points"] for row in reader.all(Score, {"nomination": key[0], "juror": key[1], "round": entry})]


def state(page, key):
    return page.table.tally.cell(*key).state


@pytest.fixture
def scores(qtbot, sample):
    """The page of the scores, with the keyboard in its grid on the first awaited sheet."""
    made = MainWindow(sample, (TAB,), Settings())
    qtbot.addWidget(made, before_close_func=lambda each: each.put_away())
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_tab("awards", "scores")
    made.page.grid.setFocus()
    return made.page


@pytest.fixture
def scored(scores):
    """A cell that is scored whole, as the current one."""
    for row in range(len(scores.grid.rows)):
        for juror in range(len(scores.table.columns)):
            if scores.grid.cell(row, juror).state == "scored":
                scores.grid.go(row, juror)
                return scores.grid.current()
    raise AssertionError("the sample has scores")


def test_typing_begins_on_an_awaited_sheet(scores):
    assert state(scores, scores.grid.current()) == "awaited"


def test_digits_fill_criterion_after_criterion_and_lead_to_the_next_sheet(scores, sample):
    key = scores.grid.current()
    type_("12345012")
    assert sorted(points(sample, key)) == sorted([1, 2, 3, 4, 5, 0, 1, 2])
    assert state(scores, key) == "scored"
    assert scores.grid.hasFocus()
    assert scores.grid.viewport().accessibleName().count(",") >= 2


def test_a_digit_off_the_scale_is_not_taken_and_the_scale_is_said(scores, sample, qtbot):
    key = scores.grid.current()
    with qtbot.waitSignal(scores.told) as told:
        type_("9")
    assert told.args == ["The scale goes from 0 to 5"]
    assert points(sample, key) == []


def test_arrows_skip_what_is_not_assigned(scores):
    seen = []
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Left):
        press(key)
        seen.append(state(scores, scores.grid.current()))
    assert "none" not in seen


def test_control_and_an_arrow_go_to_the_next_awaited_sheet(scores):
    scores.grid.go(0, scores.grid.juror)
    before = scores.grid.row
    press(KEY.Key_Down, CTRL)
    assert scores.grid.row > before
    assert state(scores, scores.grid.current()) in ("awaited", "begun")


def test_tab_goes_down_the_jurors_sheets_and_shift_enter_back(scores, scored):
    row, juror = scores.grid.row, scores.grid.juror
    press(KEY.Key_Tab)
    assert scores.grid.row > row
    assert scores.grid.juror == juror
    press(KEY.Key_Return, SHIFT)
    assert scores.grid.row == row


def test_escape_leaves_the_criteria_with_nothing_changed(scores, scored, sample):
    before = points(sample, scored)
    press(KEY.Key_F2)
    assert not scores.grid.hasFocus()
    press(KEY.Key_Escape)
    assert scores.grid.hasFocus()
    assert points(sample, scored) == before


def test_delete_empties_a_sheet_and_undo_brings_it_back(scores, scored, sample, qtbot):
    before = points(sample, scored)
    press(KEY.Key_Delete)
    assert points(sample, scored) == []
    assert state(scores, scored) == "awaited"
    sample.undo()
    assert sorted(points(sample, scored)) == sorted(before)
    qtbot.waitUntil(lambda: state(scores, scored) == "scored")


def test_a_second_entry_is_blind_and_what_differs_is_shown_and_settled(scores, scored, sample):
    first = scores.table.tally.cell(*scored).first
    assert "scored" in scores.grid.told(scores.grid.row, scores.grid.juror)
    press(KEY.Key_D, CTRL)
    assert all(field.text() == "" for field in scores.sheet.fields.values())
    assert scores.grid.told(scores.grid.row, scores.grid.juror).endswith("second entry awaited")
    typed = ["0" if value else "1" for value in (first[one.id] for one in scores.table.criteria)]
    type_("".join(typed))
    assert len(points(sample, scored, entry=2)) == len(typed)
    press(KEY.Key_D, CTRL)
    assert state(scores, scored) == "differs"
    scores.grid.go(*next(
        (row, scores.grid.juror) for row in range(len(scores.grid.rows))
        if scores.table.lines[scores.grid.rows[row]].id == scored[0]
    ))  # fmt: skip
    scores.deeds.settle(scoring.FIRST)
    assert state(scores, scored) == "scored"
    assert sorted(points(sample, scored, entry=2)) == sorted(first.values())


def test_after_a_conflict_an_undone_score_is_seen(scores, sample, qtbot):
    nomination, juror = scores.grid.current()

    def say_why():
        dialog = QApplication.activeModalWidget()
        dialog.findChild(Line).setText("Works there")
        dialog.try_it()

    QTimer.singleShot(100, say_why)
    press(KEY.Key_C)
    with sample.read() as reader:
        (kept,) = reader.all(Conflict, {"nomination": nomination, "juror": juror})
        assert reader.all(Assignment, {"nomination": nomination, "juror": juror}) == []
    assert kept["reason"] == "Works there"
    assert state(scores, (nomination, juror)) == "conflict"
    scores.window().activateWindow()
    qtbot.waitUntil(scores.window().isActiveWindow)
    QApplication.processEvents()
    scores.begin()
    key = scores.grid.current()
    type_("3")
    assert state(scores, key) == "begun"
    sample.undo()
    qtbot.waitUntil(lambda: state(scores, key) == "awaited")


def test_only_the_nominations_sought_are_shown(scores):
    scores.filters.search.setText("kenya")
    shown = [scores.table.lines[place] for place in scores.grid.rows]
    assert shown == [line for line in scores.table.lines if "Kenya" in line.place]
    assert 0 < len(shown) < len(scores.table.lines)


@pytest.mark.parametrize(("typed", "highest", "found"), [
    ("1", 10, (1, True)), ("10", 10, (10, False)), ("11", 10, (None, False)), ("1", 5, (1, False)),
    ("0", 10, (0, False)), ("7", 5, (None, False)),
])  # fmt: skip
def test_a_one_waits_only_where_ten_may_follow(typed, highest, found):
    assert whole_points(typed, 0, highest) == found
