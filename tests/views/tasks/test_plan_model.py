"""The tree of the plan as Qt asks for it."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from iopd_desktop.actions.plan_reads import latest_plan, plan_tree
from iopd_desktop.actions.progressing import set_progress, set_status
from iopd_desktop.models.tasks import Task
from iopd_desktop.views.tasks.plan_model import PlanModel
from iopd_desktop.views.tasks.plan_rows import due_words, late, rows_of, sought, state_of

TODAY = date(2024, 5, 8)


@pytest.fixture
def tree(planned):
    def read():
        with planned.read() as reader:
            return plan_tree(reader, latest_plan(reader))

    return read


@pytest.fixture
def model(tree, qapp):
    made = PlanModel()
    made.show(rows_of(tree()), 2024, TODAY)
    return made


def test_the_model_keeps_the_rules_of_a_tree(model, tree, qtmodeltester):
    qtmodeltester.check(model)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(rows_of(tree(), sought("newsletter", set())), 2024, TODAY)
    model.show([], 2024, TODAY)
    model.show(rows_of(tree()), 2024, TODAY)
    assert tester.model() is model


def test_priorities_hold_their_tasks_and_tasks_their_items(model):
    tops = [model.index(place, 0) for place in range(model.rowCount())]
    assert [model.row(top).code for top in tops] == ["A", "B", "C", "D"]
    first = [model.row(model.index(place, 0, tops[0])) for place in range(model.rowCount(tops[0]))]
    assert [(row.kind, row.code) for row in first[:5]] == [
        ("group", ""), ("task", "1"), ("task", "2"), ("task", "3"), ("group", ""),
    ]  # fmt: skip
    award = next(row for row in model.all_rows() if row.code == "12")
    assert [child.code for child in award.children] == ["12a", "12b", "12c", "12d", "12e", "12f", "12g"]
    assert model.parent(model.index_of(award.children[2])) == model.index_of(award)
    assert not model.flags(model.index(0, 0, tops[0])) & Qt.ItemFlag.ItemIsSelectable


def test_a_change_of_values_keeps_every_index_and_a_change_of_rows_does_not(model, tree, planned, tasks, qtbot):
    index = model.find(tasks["12c"])
    with planned.work("Progress") as work:
        set_progress(work, [tasks["12c"]], 70)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(rows_of(tree()), 2024, TODAY)
    assert model.row(index).progress == 70
    assert model.data(index.siblingAtColumn(3)) == "70 %"
    with planned.work("Remove") as work:
        work.remove(Task, tasks["12c"])
    with qtbot.waitSignal(model.modelReset):
        model.show(rows_of(tree()), 2024, TODAY)
    assert model.find(tasks["12c"]) == QModelIndex()


def test_a_search_keeps_what_it_finds_and_what_that_is_part_of(tree):
    rows = rows_of(tree(), sought("JURIES", set()))
    codes = [row.code for top in rows for row in top.walk() if row.kind != "group"]
    assert codes == ["B", "12", "12d"]
    assert rows_of(tree(), sought("no such words", set())) == []


def test_states_filter_tasks(tree, planned, tasks):
    with planned.work("State") as work:
        set_status(work, [tasks["13"]], "waiting")
    rows = rows_of(tree(), sought("", {"waiting"}))
    assert [row.code for top in rows for row in top.walk()] == ["B", "13"]


def test_late_is_only_what_lies_after_its_latest_day_and_is_not_over(tree, planned, tasks):
    when = {"wording": "April or May", "edtf": "[2024-04,2024-05]", "earliest": "2024-04-01", "latest": "2024-05-31",
            "certainty": "alternatives"}  # fmt: skip
    with planned.work("Due") as work:
        work.edit(Task, tasks["1"], {"due": when})

    def node():
        return next(row.task for top in rows_of(tree()) for row in top.walk() if row.code == "1")

    assert not late(node(), TODAY)
    assert late(node(), date(2024, 6, 1))
    assert due_words(node(), 2024, date(2024, 6, 1)) == "April or May, late"
    with planned.work("Done") as work:
        set_status(work, [tasks["1"]], "done")
    assert not late(node(), date(2024, 6, 1))


def test_a_whole_is_shown_under_way_when_a_part_is(tree, planned, tasks):
    with planned.work("Progress") as work:
        set_progress(work, [tasks["12a"]], 50)
    award = next(row.task for top in rows_of(tree()) for row in top.walk() if row.code == "12")
    assert (award.status, state_of(award)) == ("open", "doing")


def test_a_row_is_told_in_words(model, tasks):
    told = model.data(model.find(tasks["2"]), Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("2 Administration of e-mail accounts")
    assert told.endswith("Not begun, 0 %, no owner, every month")
