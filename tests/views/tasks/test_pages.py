"""The pages of the tasks by keys, over the plan of 2024."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iopd_desktop.models.tasks import Occurrence, Plan, Task
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.exchange import reporting
from iopd_desktop.views.tasks.plan_model import COLUMNS

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def task(store, id):
    with store.read() as reader:
        return reader.get(Task, id)


@pytest.fixture
def plan(seen):
    page = seen("plan")
    page.tree.setFocus()
    return page


def test_every_page_is_shown_and_painted(window):
    shown = []
    for name in window.view.list.names():
        window.show_tab("tasks", name)
        assert not window.grab().isNull()
        shown.append(window.view.page_name)
    assert shown == ["plan", "board", "timeline", "mine", "times", "all", "objectives", "plans", "progress"]


def test_the_title_counts_tasks_and_progress(plan):
    assert plan.title._title.text() == "Plan 2024"
    assert plan.title._count.text() == "22 tasks, 0 % done"


def test_digits_set_the_progress_of_the_selected_tasks(plan, planned, tasks):
    plan.open(tasks["13"])
    QTest.keyClicks(plan.tree, "65")
    assert task(planned, tasks["13"])["progress"] == 65
    QTest.keyClicks(plan.tree, "5")
    assert task(planned, tasks["13"])["progress"] == 65
    QTest.keyClick(plan.tree, KEY.Key_Return)
    assert task(planned, tasks["13"])["progress"] == 5
    QTest.keyClicks(plan.tree, "100")
    assert task(planned, tasks["13"])["status"] == "done"
    QTest.keyClicks(plan.tree, "4")
    QTest.keyClick(plan.tree, KEY.Key_Escape)
    assert task(planned, tasks["13"])["progress"] == 100


def test_a_digit_is_taken_after_a_pause(plan, planned, tasks, qtbot):
    plan.open(tasks["13"])
    QTest.keyClicks(plan.tree, "7")
    qtbot.waitUntil(lambda: task(planned, tasks["13"])["progress"] == 7)


def test_signs_move_the_progress(plan, planned, tasks):
    plan.open(tasks["12c"])
    QTest.keyClicks(plan.tree, "++-")
    assert task(planned, tasks["12c"])["progress"] == 10


def test_a_whole_and_a_selection_are_set_in_one_step_that_is_undone_at_once(plan, planned, tasks, window, qtbot):
    plan.open(tasks["12"])
    QTest.keyClick(plan.tree, KEY.Key_Down, SHIFT)
    QTest.keyClicks(plan.tree, "80")
    assert [task(planned, tasks[f"12{letter}"])["progress"] for letter in "abcdefg"] == [80] * 7
    assert window.toast._words.text() == "Progress of 7 parts set to 80 %"
    qtbot.waitUntil(lambda: plan.tree.ids() == [tasks["12"], tasks["12a"]])
    QTest.keyClick(plan.tree, KEY.Key_Z, CTRL)
    assert task(planned, tasks["12c"])["progress"] == 0


def test_typing_letters_searches_and_escape_brings_everything_back(plan, tasks):
    QTest.keyClick(plan.tree, KEY.Key_J)
    line = QApplication.focusWidget()
    assert line is plan.search
    QTest.keyClicks(line, "uries")
    assert [row.code for row in plan.tree.rows.all_rows() if row.task] == ["12", "12d"]
    QTest.keyClick(line, KEY.Key_Escape)
    assert len([row for row in plan.tree.rows.all_rows() if row.task and not row.task.items]) == 40


def test_f2_types_a_date_as_people_say_it(plan, planned, tasks, qtbot):
    plan.open(tasks["13"])
    QTest.keyClick(plan.tree, KEY.Key_F2)
    line = QApplication.focusWidget()
    QTest.keyClicks(line, "May or June")
    QTest.keyClick(line, KEY.Key_Return)
    qtbot.waitUntil(lambda: (task(planned, tasks["13"])["due"] or {}).get("edtf") == "[2024-05,2024-06]")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is plan.tree)


def test_what_cannot_be_read_is_said_on_the_page_and_changes_nothing(plan, planned, tasks, qtbot):
    index = plan.tree.rows.find(tasks["13"])
    plan.tree.rows.setData(index.siblingAtColumn(COLUMNS.index("due")), "the day after never")
    qtbot.waitUntil(plan.wrong.isVisible)
    assert task(planned, tasks["13"])["due"] is None
    plan.tree.rows.setData(index.siblingAtColumn(COLUMNS.index("progress")), "101")
    plan.tree.rows.setData(index.siblingAtColumn(COLUMNS.index("owner")), "Ada Example")
    qtbot.waitUntil(lambda: not plan.wrong.isVisible())
    assert task(planned, tasks["13"])["progress"] == 0
    assert task(planned, tasks["13"])["owner"] == "Ada Example"


def test_enter_opens_the_form_and_escape_closes_it(plan, tasks, qtbot):
    plan.open(tasks["12c"])
    QTest.keyClick(plan.tree, KEY.Key_Return)
    assert plan.form.isVisible()
    assert plan.form.id == tasks["12c"]
    assert plan.form.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert not plan.form.isVisible()
    assert QApplication.focusWidget() is plan.tree


def test_closed_branches_stay_closed_when_a_value_changes(plan, tasks, planned, qtbot):
    plan.open(tasks["12"])
    QTest.keyClick(plan.tree, KEY.Key_Left)
    award = plan.tree.rows.find(tasks["12"])
    assert not plan.tree.isExpanded(award)
    QTest.keyClicks(plan.tree, "30")
    qtbot.waitUntil(lambda: plan.tree.rows.row(plan.tree.rows.find(tasks["12"])).progress == 30)
    assert not plan.tree.isExpanded(plan.tree.rows.find(tasks["12"]))


def test_a_new_task_begins_beside_the_chosen_one(plan, tasks, planned, window):
    plan.open(tasks["12c"])
    QTest.keyClick(window, KEY.Key_N, CTRL)
    form = plan.form.fields
    form.rows["number"].editor.line.setText("12h")
    text = form.rows["text"].editor
    text.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Thank the jurors")
    plan.keep_all()
    with planned.read() as reader:
        (made,) = reader.all(Task, {"number": "12h"})
    assert (made["parent"], made["plan"]) == (tasks["12"], task(planned, tasks["12c"])["plan"])


def test_the_plan_is_copied_to_the_next_year_and_shown(plan, planned):
    plan.copy_on()
    with planned.read() as reader:
        assert sorted(row["year"] for row in reader.all(Plan)) == [2024, 2025]
    assert plan.title._title.text() == "Plan 2025"
    plan.copy_on()
    assert plan.title._title.text() == "Plan 2026"


def test_the_plan_is_printed_in_the_background(plan, window, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr("iopd_desktop.views.kit.preview.show_preview", lambda path, _parent: shown.append(path))
    plan.print()
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    assert shown[0].read_bytes().startswith(b"%PDF")
    assert shown[0].name == "work-plan-2024.pdf"


def test_the_board_is_walked_and_cards_are_moved_by_keys(seen, planned, tasks, qtbot):
    page = seen("board")
    page.open(tasks["12c"])
    column = QApplication.focusWidget()
    assert column.code == "open"
    QTest.keyClick(column, KEY.Key_Right, CTRL)
    assert task(planned, tasks["12c"])["status"] == "doing"
    assert QApplication.focusWidget().code == "doing"
    assert page.selected() == [tasks["12c"]]
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Left)
    assert QApplication.focusWidget().code == "open"
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Right, CTRL)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Right, CTRL)
    assert (task(planned, tasks["12c"])["status"], task(planned, tasks["12c"])["progress"]) == ("done", 100)


def test_months_of_the_newsletter_are_ticked_by_space(seen, planned, tasks, qtbot):
    page = seen("times")
    page.open(tasks["2"])
    for _month in range(2):
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Space)
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Right)
    with planned.read() as reader:
        assert {row["period"] for row in reader.all(Occurrence) if row["done"]} == {"2024-01", "2024-02"}
    planned.undo()
    qtbot.waitUntil(lambda: not page._switches[tasks["2"], "2024-02"].isChecked())


def test_the_timeline_shows_what_has_a_time(seen, planned, tasks, qtbot):
    page = seen("timeline")
    assert page.open(tasks["2"])
    assert not page.open(tasks["13"])
    due = {"wording": "June", "edtf": "2024-06", "earliest": "2024-06-01", "latest": "2024-06-30",
           "certainty": "approximate"}  # fmt: skip
    with planned.work("Due") as work:
        work.edit(Task, tasks["13"], {"due": due})
    qtbot.waitUntil(lambda: page.open(tasks["13"]))


def test_mine_are_the_open_tasks_of_whoever_sits_here(seen, planned, tasks):
    with planned.work("Own") as work:
        work.edit(Task, tasks["12c"], {"owner": "Ada Example"})
        work.edit(Task, tasks["12d"], {"owner": "Ada Example", "status": "dropped"})
        work.edit(Task, tasks["13"], {"owner": "Somebody else"})
    page = seen("mine")
    assert [page.list.model.id_at(place) for place in range(page.list.model.rowCount())] == [tasks["12c"]]


def test_another_plan_is_shown_from_the_list_of_plans(seen, planned):
    seen("plan").copy_on()
    page = seen("plans")
    with planned.read() as reader:
        first = reader.all(Plan, {"year": 2024})[0]["id"]
    page.open(first)
    next(command for command in page.commands() if command.name == "show-plan").act(page)
    assert seen("plan").title._title.text() == "Plan 2024"


@pytest.mark.parametrize("page", ["plan", "progress"])
def test_progress_on_paper_begins_with_the_plan_in_view(window, monkeypatch, page):
    window.show_tab("tasks", page)
    asked = []
    monkeypatch.setattr(
        reporting, "shown", lambda dialog: asked.append([box.currentData() for box in dialog.findChildren(ChoiceBox)])
    )
    window.findChild(QAction, "work-plan-progress").trigger()
    assert asked == [[2024, "en"]]
