"""The Tasks tab: the work plan of a year as a tree, a board and a timeline, with its objectives and progress."""

from dataclasses import replace
from typing import Any

from iopd_desktop.models.tasks import Objective, Plan, Task
from iopd_desktop.store.listing import Filter
from iopd_desktop.views.kit.commands import Command, Needs
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.tab import Page, Sheet, Tab
from iopd_desktop.words import N_, _


def _plan(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.tasks.plan_page import PlanPage

    return PlanPage(office, declared)


def _board(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.tasks.board_page import BoardPage

    return BoardPage(office, declared)


def _timeline(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.tasks.timeline_page import TimelinePage

    return TimelinePage(office, declared)


def _times(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.tasks.times_page import TimesPage

    return TimesPage(office, declared)


def _progress(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.tasks.progress_page import ProgressPage

    return ProgressPage(office, declared)


def _mine(office: Office, _declared: Any) -> LivePage:
    from iopd_desktop.views.kit.record_page import RecordPage

    return RecordPage(office, replace(_MINE, where=_own(office.records), given={"owner": office.store.author}))


def _own(records: Records) -> tuple[Filter, ...]:
    """The tasks of whoever sits here that are not over."""
    return (Filter("owner", "is", records.store.author), Filter("status", "in", ["open", "doing", "waiting"]))


def _count_mine(records: Records) -> int | None:
    return records.count(replace(_MINE, where=_own(records)).listing())


def _count_tasks(records: Records) -> int | None:
    from iopd_desktop.actions.plan_reads import latest_plan

    with records.store.read() as reader:
        plan = latest_plan(reader)
        return reader.count(Task, {"plan": plan, "parent": None}) if plan else None


def _show_plan(page: Any) -> None:
    """Let the other pages show the chosen plan."""
    (id,) = page.selected()
    plan = page.office.records.seek(Plan.kind, id)
    page.office.settings.set("tasks/year", plan["year"])
    page.office.say(_("The tasks of {year} are shown").format(year=plan["year"]))


_TASK_MARKS = {
    "status": {
        "open": ("ring", "text3"), "doing": ("half", "accent"), "waiting": ("clock", "warn"), "done": ("tick", "ok"),
        "dropped": ("dash", "text3"),
    },
}  # fmt: skip
_PARTS = [("task", "parent"), ("occurrence", "task"), ("relation", "task")]

_MINE = Sheet(
    "mine", N_("Mine"), "person", Task, full=N_("My tasks"), columns=("text", "number", "status", "progress", "due"),
    filters=("status", "priority"), order=(("due", False),), parts=_PARTS, marks=_TASK_MARKS,
    empty=(N_("Nothing is yours to do"), N_("A task stands here once your name is its owner.")),
)  # fmt: skip

TAB = Tab(
    name="tasks",
    label=N_("Tasks"),
    icon="tasks",
    counted="plan",
    help=N_(
        "The work plan of a year. Digits set the progress of the selected tasks, + and - move it; F2 types into a "
        "cell, Enter opens the form, Escape closes it. On the board Ctrl and an arrow move a card to the next state."
    ),
    pages=(
        Page("plan", N_("Plan"), "tasks", _plan, count=_count_tasks, kinds=("task", "plan")),
        Page("board", N_("Board"), "board", _board, kinds=("task",)),
        Page("timeline", N_("Timeline"), "timeline", _timeline, kinds=("task",)),
        Page("mine", N_("Mine"), "person", _mine, full=N_("My tasks"), count=_count_mine, kinds=("task",)),
        Page("times", N_("Repeating"), "redo", _times, full=N_("Tasks that repeat"), kinds=("occurrence",)),
        Sheet(
            "all", N_("List"), "list", Task, full=N_("All tasks"), new=N_("New task"),
            columns=("text", "number", "owner", "status", "progress", "due"),
            filters=("status", "priority", "repeats"), order=(("due", False),), parts=_PARTS, marks=_TASK_MARKS,
        ),
        Sheet(
            "objectives", N_("Objectives"), "target", Objective, new=N_("New objective"),
            columns=("text", "number", "plan"), filters=("plan",), order=(("number", False),), parts=[],
        ),
        Sheet(
            "plans", N_("Plans"), "sheet", Plan, full=N_("Plans and their thematic priorities"), new=N_("New plan"),
            columns=("title", "year", "themes_state"), filters=("themes_state",), order=(("year", True),),
            parts=[("objective", "plan"), ("priority", "plan")],
            commands=(Command("show-plan", N_("Show the tasks of this plan"), _show_plan, "", Needs.ONE, button=True,
                              icon="eye"),),
        ),
        Page("progress", N_("Progress"), "bars", _progress, kinds=("task",)),
    ),
)  # fmt: skip
