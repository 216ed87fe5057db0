"""How far a plan is: parts by state, lateness on a day, what is open, and what changed since another day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from iopd_desktop.actions.plan_progress import plan_progress
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.tasks import Plan, Task

DAY = date(2024, 5, 20)
LONG_AGO, TOMORROW = date(2020, 1, 1), (datetime.now(UTC) + timedelta(days=1)).date()


def when(edtf):
    return FuzzyDate.from_edtf(edtf, edtf).plain()


@pytest.fixture
def tasks(planned):
    """The ids of the plan's tasks, by number."""
    with planned.read() as read:
        return {row["number"]: row["id"] for row in read.all(Task)}


def edit(store, tasks, number, **values):
    with store.work("Edit") as work:
        work.edit(Task, tasks[number], values)


def told(store, **more):
    with store.read() as read:
        return plan_progress(read, 2024, **{"as_of": DAY, **more})


def test_parts_are_counted_and_nothing_twice(planned, tasks):
    edit(planned, tasks, "12a", status="done", progress=100)
    edit(planned, tasks, "12b", status="doing", progress=20)
    edit(planned, tasks, "12c", status="dropped")
    found = told(planned)
    numbers = [one.number for one in found.parts]
    assert len(numbers) == len(set(numbers)) == sum(found.counts.values())
    assert {"12a", "12b", "10"} <= set(numbers)
    assert not {"12", "12c"} & set(numbers)
    assert (found.counts["done"], found.counts["doing"]) == (1, 1)


def test_late_is_what_has_passed_its_latest_day_and_is_not_over(planned, tasks):
    edit(planned, tasks, "12a", due=when("2024-05-10"))
    edit(planned, tasks, "12b", due=when("2024-04"))
    edit(planned, tasks, "12c", due=when("[2024-05,2024-06]"))
    edit(planned, tasks, "12d", due=when("2024-04"), status="done", progress=100)
    assert [(one.task.number, one.days) for one in told(planned).late] == [("12b", 20), ("12a", 10)]


def test_open_are_themes_doubtful_dates_and_what_has_neither_owner_nor_date(planned, tasks):
    edit(planned, tasks, "12a", due=when("2024-11?"), owner="Ada Example")
    edit(planned, tasks, "12b", due=when("2024-11?"), status="done")
    found = told(planned)
    assert found.themes_open
    assert [task.number for task in found.undecided] == ["12a"]
    assert {line.sure for line in found.unfixed} == {"one of", "to confirm"}
    left = len(found.parts) - 1
    assert f"{left - 1} actions have no owner yet." in found.gaps()


def test_what_changed_since_a_day_is_told_with_what_was_before(planned, tasks):
    edit(planned, tasks, "12a", status="doing", progress=40, owner="Ada Example")
    edit(planned, tasks, "12b", notes="A remark alone is no progress")
    found = told(planned, since=LONG_AGO)
    assert [(one.task.number, one.before["status"]) for one in found.moved] == [("12a", "open")]
    assert told(planned, since=TOMORROW).moved == ()
    assert told(planned).moved is None


def test_a_task_that_was_not_there_is_told_and_a_plan_that_was_not_there_has_no_past(planned, tasks):
    with planned.work("Add") as work:
        plan = work.all(Plan)[0]["id"]
        work.add(Task, {"plan": plan, "number": "99", "text": {"en": "A task of later"}})
        other = work.add(Plan, {"year": 2031, "title": {"en": "Plan of later"}})
        work.add(Task, {"plan": other, "number": "1", "text": {"en": "First"}})
    assert [(one.task.number, one.before) for one in told(planned, since=LONG_AGO).moved] == [("99", None)]
    with planned.read() as read:
        assert plan_progress(read, 2031, DAY, LONG_AGO).moved is None
        with pytest.raises(Refused, match="1999"):
            plan_progress(read, 1999, DAY)
