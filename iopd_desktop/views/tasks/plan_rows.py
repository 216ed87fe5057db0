"""The work plan as rows of a tree: priorities, the headings of their groups, tasks, and their lettered items."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from iopd_desktop.actions.bands import Axis, Band, band_of
from iopd_desktop.actions.plan_reads import PlanTree, PriorityNode, TaskNode
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.models.tasks import REPEATS, TASK_STATES
from iopd_desktop.words import _, fold, language, ngettext

Kind = Literal["priority", "group", "task"]


@dataclass
class PlanRow:
    """A row: what it shows, where it hangs, and the rows that hang on it."""

    kind: Kind
    id: str
    name: str
    task: TaskNode | None = None
    priority: PriorityNode | None = None
    parent: "PlanRow | None" = None
    children: list["PlanRow"] = field(default_factory=list)
    place: int = 0

    def walk(self) -> Iterator["PlanRow"]:
        """This row and everything under it, from the top."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def code(self) -> str:
        """A priority's letter or a task's number."""
        return self.priority.code if self.priority else self.task.number if self.task else ""

    @property
    def progress(self) -> int | None:
        """How far it is in %; a heading of a group is nowhere."""
        return self.task.progress if self.task else self.priority.progress if self.priority else None


def rows_of(tree: PlanTree, keep: Callable[[TaskNode], bool] | None = None) -> list[PlanRow]:
    """The rows of a plan; with `keep` only tasks that it keeps, with what they are part of."""
    made = []
    for priority in tree.priorities:
        top = PlanRow("priority", f"priority-{priority.id}", priority.name or _("Without a priority"), None, priority)
        for group in priority.groups:
            inside = [row for task in group.tasks if (row := _task_row(task, top, keep))]
            if group.name and inside:
                top.children.append(PlanRow("group", f"group-{group.id}", group.name, parent=top))
            top.children += inside
        if top.children or keep is None:
            made.append(top)
    for place, top in enumerate(made):
        top.place = place
        _number(top)
    return made


def _number(row: PlanRow) -> None:
    for place, child in enumerate(row.children):
        child.place = place
        _number(child)


def _task_row(task: TaskNode, parent: PlanRow, keep: Callable[[TaskNode], bool] | None) -> PlanRow | None:
    row = PlanRow("task", task.id, name_of(task), task, parent=parent)
    row.children = [made for item in task.items if (made := _task_row(item, row, keep))]
    return row if keep is None or row.children or keep(task) else None


def name_of(task: TaskNode) -> str:
    """The short name of a task, or its text without the colon that leads to its items."""
    return task.name


def shortened(text: str) -> str:
    """A task's title, short enough for the sentence that says what was done."""
    return text if len(text) <= 40 else text[:38].rstrip() + "…"


def state_of(task: TaskNode) -> str:
    """The state of a task as it is shown: a whole that nobody marked is under way or done as its items are."""
    return task.state


def sought(text: str, states: set[str]) -> Callable[[TaskNode], bool] | None:
    """A test for tasks that hold every word of a text and are in one of the states; None where nothing is sought."""
    words = fold(text).split()
    if not words and not states:
        return None

    def keep(task: TaskNode) -> bool:
        held = fold(f"{task.number} {task.text} {task.short} {task.owner}")
        return all(word in held for word in words) and (not states or task.status in states)

    return keep


def date_of(value: Mapping[str, str] | None) -> FuzzyDate | None:
    """A task's date as it is kept."""
    return FuzzyDate.of(value)


def late(task: TaskNode, today: date) -> bool:
    """Whether a task is overdue: after the latest day that its date may mean, and not over."""
    return task.late(today)


def due_words(task: TaskNode, year: int, today: date) -> str:
    """When a task is due, for a cell: its date, or how it repeats; "late" is said."""
    due = date_of(task.due)
    if due is None:
        return _(REPEATS[task.repeats]).lower() if task.repeats else ""
    words = short(due, language(), year)
    return _("{date}, late").format(date=words) if late(task, today) else words


def told(row: PlanRow, year: int, today: date) -> str:
    """A row in words, for screen readers."""
    if row.task is None:
        count = sum(one.kind == "task" and one.parent is row for one in row.walk())
        tasks = ngettext("{count} task", "{count} tasks", count).format(count=count)
        return " ".join(part for part in (row.code, row.name, tasks if row.priority else "") if part)
    return told_task(row.task, year, today)


def told_task(task: TaskNode, year: int, today: date) -> str:
    """A task in words: number and name, state, progress, owner, date."""
    parts = [f"{task.number} {name_of(task)}".strip(), _(TASK_STATES[state_of(task)]), f"{task.progress} %",
             task.owner or _("no owner"), due_words(task, year, today) or _("no date")]  # fmt: skip
    return ", ".join(parts)


def band(task: TaskNode, axis: Axis) -> Band | None:
    """A task on the line of the year: from its beginning to its end, or as sure as its one date is."""
    begins, due, done = date_of(task.begins), date_of(task.due), task.progress / 100
    if begins and due and begins.earliest <= due.latest:
        span = FuzzyDate.from_edtf(f"{begins.earliest}/{due.latest}")
        return band_of(task.id, "", span, axis, done=done, span=True)
    if task.repeats and not begins and not due:
        year = FuzzyDate.from_edtf(f"{axis.first}/{axis.last}")
        return band_of(task.id, "", year, axis, done=done, span=True)
    only = due or begins
    return band_of(task.id, "", only, axis, done=done) if only else None
