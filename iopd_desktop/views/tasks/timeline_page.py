"""The timeline: the tasks of a plan as bands over the year, in a lane for each priority."""

from datetime import date
from typing import Any

from iopd_desktop.actions.plan_reads import PlanTree, TaskNode
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.views.kit.empty import Nothing
from iopd_desktop.views.kit.office import Aim, Office
from iopd_desktop.views.kit.strips import Hint, Strip
from iopd_desktop.views.kit.year_layout import Entry, Lane
from iopd_desktop.views.kit.year_view import YearView
from iopd_desktop.views.tasks.plan import all_tasks, no_plan, no_tasks, set_form_year, shown_plan
from iopd_desktop.views.tasks.plan_rows import date_of, name_of, told_task
from iopd_desktop.views.tasks.tasks_page import TasksPage
from iopd_desktop.words import _, ngettext, number, today


class TimelinePage(TasksPage):
    """Every dated task on the line of the year, its done part solid."""

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__(office, _("Timeline"))
        self.view = YearView(_("Tasks over the year"), free=False)
        self.view.chosen.connect(self.show_chosen)
        self.view.opened.connect(lambda id: self.show_beside(id, focus=True))
        self.undated = Strip()
        self.put(self.undated)
        self.put(self.view, 1)
        self.read()

    def read(self) -> None:
        plan = shown_plan(self.office)
        if plan is None:
            self.title.set_title(_("Timeline"))
            self.say(no_plan(self.office))
            return
        set_form_year(self.form, plan.year)
        lanes = [Lane(one.id or "", one.name or _("Without a priority"), one.code) for one in plan.priorities]
        entries = _entries(plan, today())
        self.view.show_year(plan.year, lanes, entries, today())
        without = sum(not (task.due or task.begins or task.repeats or task.items) for task in all_tasks(plan))
        words = ngettext("{count} task has no date yet", "{count} tasks have no date yet", without)
        self.undated.show_hints([Hint(words.format(count=number(without)))] if without else [])
        self.say(None if entries else self._undated(plan))
        shown = ngettext("{count} task", "{count} tasks", len(entries)).format(count=number(len(entries)))
        self.title.set_title(_("Timeline {year}").format(year=plan.year))
        self.title.set_count(shown)
        self.told.emit(shown)

    def _undated(self, plan: PlanTree) -> Nothing:
        if not all_tasks(plan):
            return no_tasks(self, plan)
        words = _("Give the tasks their dates in the plan: they are then drawn here over the year.")
        return _("No task has a date yet"), words, _("Open the plan"), lambda: self.office.narrow(Aim("tasks", "plan"))

    def selected(self) -> list[str]:
        current = self.view.current()
        return [current] if current else []

    def open(self, id: str) -> bool:
        found = not self.view.place_of(id).isNull()
        if found:
            self.view.choose(id)
        return found

    def leave_form(self) -> None:
        self.put_away()
        self.view.setFocus()


def _entries(plan: PlanTree, today: date) -> list[Entry]:
    found = []
    for priority in plan.priorities:
        waiting = list(reversed(priority.tasks))
        while waiting:
            task = waiting.pop()
            waiting += reversed(task.items)
            if task.status != "dropped" and (made := _entry(task, priority.id or "", plan.year, today)):
                found.append(made)
    return found


def _entry(task: TaskNode, lane: str, year: int, today: date) -> Entry | None:
    begins, due = date_of(task.begins), date_of(task.due)
    words, told = f"{task.number} {name_of(task)}".strip(), told_task(task, year, today)
    label = words if len(words) <= 46 else words[:44].rstrip() + "…"
    if begins and due and begins.earliest <= due.latest:
        whole = FuzzyDate.from_edtf(f"{begins.earliest}/{due.latest}")
        return Entry(task.id, lane, label, whole, told, done=task.progress / 100, span=True)
    if task.repeats and not begins and not due:
        whole = FuzzyDate.from_edtf(f"{year}-01-01/{year}-12-31")
        return Entry(task.id, lane, label, whole, told, done=task.progress / 100, span=True)
    only = due or begins
    return Entry(task.id, lane, label, only, told, done=task.progress / 100) if only else None
