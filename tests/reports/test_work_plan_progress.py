"""The progress of the plan on paper: figures, a bar for each priority, what presses, every task; none and many."""

from iopd_desktop.models.tasks import Plan, Priority, Task
from tests.reports import seen
from tests.reports.conftest import printed


def test_figures_priorities_and_tasks_stand_on_the_paper(planned, tmp_path):
    with planned.work("Go on") as work:
        for row in work.all(Task):
            if row["number"] == "12a":
                work.edit(Task, row["id"], {"status": "doing", "progress": 40, "due": {"edtf": "2024-05"}})
    path = printed(planned, tmp_path, "work-plan-progress", since="2020-01-01").paths[0]
    words = seen.text(path)
    for said in (
        "Progress of the work plan 2024", "As of 20 June 2024.", "1 under way", "1 late",
        "Changed since 1 January 2020",
        "A. Communication and awareness campaign", "12a Revision of the criteria", "Under way, 40 %", "Not begun",
        "Thematic priorities", "to be decided",
    ):  # fmt: skip
        assert said in words


def test_nothing_late_nothing_changed_and_no_history_are_said(planned, tmp_path):
    with planned.work("Later") as work:
        plan = work.add(Plan, {"year": 2031, "title": {"en": "Plan of later"}, "themes_state": "adopted"})
        work.add(Priority, {"plan": plan, "code": "A", "name": {"en": "An empty priority"}})
    bare = seen.text(printed(planned, tmp_path, "work-plan-progress", year=2031, since="2024-01-01").paths[0])
    for said in ("nothing is late", "nothing is open", "not yet in the program", "nothing to count yet", "no task yet"):
        assert said in bare


def test_a_plan_of_one_task_with_a_long_name_is_printed(planned, tmp_path):
    name = "The United Association of the Very Small Municipalities of the Upper Valley — بلدية المثال 青石市 " * 3
    with planned.work("Later") as work:
        plan = work.add(Plan, {"year": 2031, "title": {"en": "Plan of later"}})
        work.add(Task, {"plan": plan, "number": "1", "text": {"en": name}, "owner": "Ada Example"})
    words = seen.text(printed(planned, tmp_path, "work-plan-progress", year=2031).paths[0])
    assert words.count("United Association") >= 3
    assert "Tasks without a priority" in words
