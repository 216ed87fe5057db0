"""The work plan as it is read: its texts, and its tree of priorities, groups, tasks and items with progress."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.kinds import chosen
from iopd_desktop.models.tasks import TASK_STATES, Group, Objective, Occurrence, Plan, Priority, Relation, Task
from iopd_desktop.store.reading import Reader

_TIMES_A_YEAR = {"weekly": 52, "monthly": 12, "quarterly": 4, "yearly": 1}
_LAST = 1_000_000
OVER = frozenset(("done", "dropped"))
"""The states of tasks on which nobody works any more."""

Row = dict[str, Any]


@dataclass(frozen=True)
class TaskNode:
    """A task or a lettered item of one; `progress` in % counts its items, or its occurrences where it repeats."""

    id: str
    number: str
    text: str
    short: str
    status: str
    progress: int
    owner: str
    begins: Mapping[str, str] | None
    due: Mapping[str, str] | None
    repeats: str | None
    related: tuple[str, ...]
    items: tuple["TaskNode", ...]

    @property
    def letter(self) -> str:
        """The item's letter without the number of its task: "c" of "12c"."""
        return self.number.lstrip("0123456789.")

    @property
    def name(self) -> str:
        """The short name, or the text without the colon that leads to its items."""
        return (self.short or self.text).rstrip(": .")

    @property
    def state(self) -> str:
        """The state as it is shown: a whole that nobody marked is under way or done as its items or times are."""
        if self.status == "open" and self.progress and (self.items or self.repeats):
            return "done" if self.progress == 100 else "doing"
        return self.status if self.status in TASK_STATES else "open"

    def late(self, today: date) -> bool:
        """Whether it is overdue: after the latest day that its date may mean, and not over."""
        due = FuzzyDate.of(self.due)
        return due is not None and self.status not in OVER and due.passed(today)

    def parts(self) -> Iterator["TaskNode"]:
        """The innermost items that count, or the task itself; dropped ones do not."""
        if self.status == "dropped":
            return
        if not self.items:
            yield self
        for item in self.items:
            yield from item.parts()


@dataclass(frozen=True)
class GroupNode:
    """A heading inside a priority with its tasks; the tasks that stand under none have an empty name."""

    id: str | None
    name: str
    tasks: tuple[TaskNode, ...]


@dataclass(frozen=True)
class PriorityNode:
    """A priority with its groups; `done` and `count` are tasks (dropped ones left out), `progress` their mean in %."""

    id: str | None
    code: str
    name: str
    heading: str
    description: str
    groups: tuple[GroupNode, ...]
    done: int
    count: int
    progress: int

    @property
    def tasks(self) -> tuple[TaskNode, ...]:
        """The tasks of all groups, in their order."""
        return tuple(task for group in self.groups for task in group.tasks)


@dataclass(frozen=True)
class PlanTree:
    """A whole work plan in the reader's language; `texts` are the plan's other texts by field name."""

    id: str
    year: int
    title: str
    themes_state: str
    texts: Mapping[str, str]
    objectives: tuple[tuple[int, str], ...]
    priorities: tuple[PriorityNode, ...]

    @property
    def progress(self) -> int:
        """The mean progress of all tasks that were not dropped, in %."""
        return _mean(task.progress for one in self.priorities for task in one.tasks if task.status != "dropped")

    def paragraphs(self, name: str) -> list[str]:
        """The paragraphs of one of the plan's texts: `introduction`, `part2_text`, `part4_before` and the like."""
        return self.texts[name].splitlines()


def plan_of(read: Reader, year: int) -> str | None:
    """The id of the work plan of a year, or None where there is none."""
    found = read.all(Plan, {"year": year})
    return found[0]["id"] if found else None


def latest_plan(read: Reader) -> str | None:
    """The id of the work plan of the latest year, or None where there is none at all."""
    found = read.all(Plan, order="year")
    return found[-1]["id"] if found else None


def plan_tree(read: Reader, plan_id: str) -> PlanTree:
    """A plan with everything in it, in order and in the current language; Missing where it is not there.

    Tasks whose priority is gone or was never set stand in a last priority without a letter.
    """
    plan = read.get(Plan, plan_id)
    texts = {name: _said(plan[name]) for name, told in Plan.fields.items() if told.kind.name == "texts"}
    objectives = sorted((int(row["number"] or 0), _said(row["text"])) for row in read.all(Objective, {"plan": plan_id}))
    return PlanTree(
        id=plan_id,
        year=plan["year"],
        title=texts["title"],
        themes_state=plan["themes_state"] or "tbd",
        texts=texts,
        objectives=tuple(objectives),
        priorities=_priorities(read, plan_id),
    )


def progress(read: Reader, plan_id: str) -> list[PriorityNode]:
    """The priorities of a plan with how far each of them is."""
    return list(_priorities(read, plan_id))


def _priorities(read: Reader, plan_id: str) -> tuple[PriorityNode, ...]:
    rows = sorted(read.all(Priority, {"plan": plan_id}), key=lambda row: row["code"] or "")
    ids = [row["id"] for row in rows]
    groups: dict[str, list[Row]] = defaultdict(list)
    for group in sorted(read.all(Group, {"priority": ids}), key=_rank):
        groups[group["priority"]].append(group)
    tasks: dict[str | None, list[Row]] = defaultdict(list)
    nodes: dict[str, TaskNode] = {}
    for row, node in _top_tasks(read, plan_id):
        tasks[row["priority"] if row["priority"] in ids else None].append(row)
        nodes[row["id"]] = node
    found = [_priority(row, groups[row["id"]], tasks[row["id"]], nodes) for row in rows]
    if tasks[None]:
        found.append(_priority({"id": None, "code": ""}, [], tasks[None], nodes))
    return tuple(found)


def _priority(row: Row, groups: list[Row], tasks: list[Row], nodes: Mapping[str, TaskNode]) -> PriorityNode:
    known = {group["id"] for group in groups}
    made = [
        GroupNode(group["id"], _said(group["name"]), tuple(nodes[t["id"]] for t in tasks if t["group"] == group["id"]))
        for group in groups
    ]
    loose = tuple(nodes[task["id"]] for task in tasks if task["group"] not in known)
    if loose:
        made.append(GroupNode(None, "", loose))
    counted = [nodes[task["id"]] for task in tasks if task["status"] != "dropped"]
    name = _said(row.get("name"))
    return PriorityNode(
        id=row["id"],
        code=row["code"] or "",
        name=name,
        heading=_said(row.get("heading")) or name,
        description=_said(row.get("description")),
        groups=tuple(made),
        done=sum(node.progress == 100 for node in counted),
        count=len(counted),
        progress=_mean(node.progress for node in counted),
    )


def _top_tasks(read: Reader, plan_id: str) -> list[tuple[Row, TaskNode]]:
    """The tasks that are part of no other, each with its node; a task that stands in a circle is one of them."""
    rows = sorted(read.all(Task, {"plan": plan_id}), key=_rank)
    above = {row["id"]: row["parent"] for row in rows}
    items: dict[str, list[Row]] = defaultdict(list)
    tops = []
    for row in rows:
        if row["parent"] in above and not _circular(row["id"], above):
            items[row["parent"]].append(row)
        else:
            tops.append(row)
    related: dict[str, list[str]] = defaultdict(list)
    for tie in read.all(Relation, {"task": list(above)}):
        related[tie["task"]].append(tie["to"])
    times: dict[str, int] = defaultdict(int)
    for once in read.all(Occurrence, {"task": list(above)}):
        times[once["task"]] += bool(once["done"])

    def node(row: Row) -> TaskNode:
        inside = tuple(node(item) for item in items[row["id"]])
        return _node(row, inside, tuple(related[row["id"]]), times.get(row["id"]))

    return [(row, node(row)) for row in tops]


def _circular(id: str, above: Mapping[str, str | None]) -> bool:
    seen, step = {id}, above.get(id)
    while step:
        if step in seen:
            return True
        seen.add(step)
        step = above.get(step)
    return False


def _node(row: Row, items: tuple[TaskNode, ...], related: tuple[str, ...], times: int | None) -> TaskNode:
    counted = [item.progress for item in items if item.status != "dropped"]
    far = int(row["progress"] or 0)
    if row["status"] == "done":
        far = 100
    elif counted:
        far = _mean(counted)
    elif times is not None and row["repeats"]:
        far = min(100, times * 100 // _TIMES_A_YEAR[row["repeats"]])
    return TaskNode(
        id=row["id"],
        number=row["number"] or "",
        text=_said(row["text"]),
        short=_said(row["short"]),
        status=row["status"] or "open",
        progress=far,
        owner=row["owner"] or "",
        begins=row["begins"],
        due=row["due"],
        repeats=row["repeats"],
        related=related,
        items=items,
    )


def _mean(values: Iterable[int]) -> int:
    """The mean in whole per cent, rounded down: 100 only when everything is done."""
    found = list(values)
    return sum(found) // len(found) if found else 0


def _rank(row: Row) -> tuple[float, str]:
    return (row["rank"] if row["rank"] is not None else _LAST, row["id"])


def _said(texts: Mapping[str, Mapping[str, str]] | None) -> str:
    return chosen(texts)[0]
