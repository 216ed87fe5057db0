"""Progress of tasks: parts make the whole, states follow, repeated tasks count their times."""

import pytest

from iopd_desktop.actions import planning
from iopd_desktop.actions.plan_reads import latest_plan, plan_tree
from iopd_desktop.actions.progressing import (
    parts_in,
    periods,
    relate,
    set_progress,
    set_status,
    step_progress,
    tick,
    times,
)  # fmt: skip
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.tasks import Relation, Task


@pytest.fixture
def planned(store):
    with store.work("Plan", act="origin") as work:
        planning.seed_plan(work)
    return store


def id_of(store, number):
    with store.read() as reader:
        return next(row["id"] for row in reader.all(Task) if row["number"] == number)


def task(store, number):
    with store.read() as reader:
        return reader.get(Task, id_of(store, number))


def node(store, number):
    with store.read() as reader:
        tree = plan_tree(reader, latest_plan(reader))
    tasks = [one for priority in tree.priorities for one in priority.tasks]
    return next(one for one in [*tasks, *(item for one in tasks for item in one.items)] if one.number == number)


def do(store, act, numbers, *rest):
    with store.work("Do") as work:
        return act(work, [id_of(store, number) for number in numbers], *rest)


def test_progress_of_a_whole_is_set_in_its_parts_and_rolls_up(planned):
    assert do(planned, set_progress, ["12"], 80) == 7
    assert [item.progress for item in node(planned, "12").items] == [80] * 7
    assert (node(planned, "12").progress, task(planned, "12")["progress"]) == (80, 0)
    planned.undo()
    assert node(planned, "12").progress == 0


def test_parts_named_with_their_whole_are_set_once_and_dropped_ones_are_left(planned):
    do(planned, set_status, ["12g"], "dropped")
    assert do(planned, set_progress, ["12", "12a", "1"], 50) == 7
    assert task(planned, "12g")["progress"] == 0
    assert do(planned, set_progress, ["12g"], 10) == 1


def test_the_state_follows_the_progress(planned):
    seen = []
    for percent in (0, 30, 100, 60, 0):
        do(planned, set_progress, ["1"], percent)
        seen.append(task(planned, "1")["status"])
    assert seen == ["open", "doing", "done", "doing", "doing"]
    do(planned, set_status, ["1"], "waiting")
    do(planned, set_progress, ["1"], 40)
    assert task(planned, "1")["status"] == "waiting"


def test_steps_stay_between_nothing_and_everything(planned):
    assert do(planned, step_progress, ["1"], -10) == 1
    assert task(planned, "1")["progress"] == 0
    do(planned, set_progress, ["1"], 95)
    do(planned, step_progress, ["1"], 10)
    assert (task(planned, "1")["progress"], task(planned, "1")["status"]) == (100, "done")
    do(planned, step_progress, ["1"], -10)
    assert (task(planned, "1")["progress"], task(planned, "1")["status"]) == (90, "doing")


@pytest.mark.parametrize("percent", [-1, 101])
def test_progress_outside_the_scale_is_refused(planned, percent):
    with pytest.raises(BadValue):
        do(planned, set_progress, ["1"], percent)
    assert task(planned, "1")["progress"] == 0


def test_done_is_all_parts_done_and_opened_again_is_not(planned):
    do(planned, set_status, ["4"], "done")
    assert [item.status for item in node(planned, "4").items] == ["done"] * 4
    assert node(planned, "4").progress == 100
    do(planned, set_status, ["4a"], "doing")
    assert (task(planned, "4a")["status"], task(planned, "4a")["progress"]) == ("doing", 0)
    with pytest.raises(BadValue):
        do(planned, set_status, ["4"], "finished")


def test_the_monthly_newsletter_counts_its_months(planned):
    newsletter = id_of(planned, "2")
    with planned.work("Sent") as work:
        for month in ("2024-01", "2024-02", "2024-03"):
            tick(work, newsletter, month, True)
        tick(work, newsletter, "2024-03", False)
    with planned.read() as reader:
        told = times(reader, newsletter, 2024)
    assert [done for _period, done in told] == [True, True, *[False] * 10]
    assert node(planned, "2").progress == 2 * 100 // 12
    with pytest.raises(Refused, match="counts its times"):
        do(planned, set_progress, ["2"], 50)
    with pytest.raises(Refused), planned.work("No") as work:
        tick(work, newsletter, "2024-13", True)


def test_periods_of_a_year():
    assert len(periods("weekly", 2024)) == 52
    assert periods("quarterly", 2024) == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]
    assert periods("yearly", 2024) == ["2024"]


def test_a_task_that_does_not_repeat_has_no_times(planned):
    with planned.read() as reader:
        assert times(reader, id_of(planned, "1"), 2024) == []


def test_a_circle_of_parts_ends(planned):
    one, other = id_of(planned, "12a"), id_of(planned, "12b")
    with planned.work("Circle") as work:
        work.edit(Task, one, {"parent": other})
        work.edit(Task, other, {"parent": one})
    with planned.read() as reader:
        assert parts_in(reader, [one]) == []


def test_a_tie_is_made_once_and_never_to_itself(planned):
    one, other = id_of(planned, "1"), id_of(planned, "3")
    with planned.work("Tie") as work:
        relate(work, one, "task", other)
        relate(work, one, "task", other)
    with planned.read() as reader:
        assert [tie["to"] for tie in reader.all(Relation, {"task": one})] == [f"task:{other}"]
    with pytest.raises(Refused), planned.work("Self") as work:
        relate(work, one, "task", one)
