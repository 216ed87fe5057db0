"""How far a work plan is on a day: its parts by state, what is late or still to be decided, what changed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from iopd_desktop.actions.plan_reads import OVER, PlanTree, TaskNode, latest_plan, plan_of, plan_tree
from iopd_desktop.actions.year_reads import YearLine, year_sheet
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.tasks import Task
from iopd_desktop.store.past import values_before
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, ngettext, number

COMPARED = ("status", "progress", "due", "owner")
"""The fields of a task whose change is told."""
_OPEN_DATES = ("to confirm", "one of", "none")


@dataclass(frozen=True)
class Late:
    """A part that is late, and by how many days after the latest that its date may mean."""

    task: TaskNode
    days: int


@dataclass(frozen=True)
class Moved:
    """A task and the values of its COMPARED fields before; None where it was not there."""

    task: TaskNode
    before: Mapping[str, Any] | None


@dataclass(frozen=True)
class PlanProgress:
    """A plan on the day `as_of`. What is counted are parts: the innermost items, and tasks without any.

    `undecided` are parts whose date is doubtful or one of several, `unfixed` entries of the plan's calendar whose
    date is open. `moved` is None where nobody asked since when, or where the history does not reach back to it.
    """

    tree: PlanTree
    as_of: date
    counts: Mapping[str, int]
    late: tuple[Late, ...]
    undecided: tuple[TaskNode, ...]
    unfixed: tuple[YearLine, ...]
    since: date | None
    moved: tuple[Moved, ...] | None

    @property
    def parts(self) -> list[TaskNode]:
        """Every part of the plan that counts, in order."""
        return list(parts_of(self.tree))

    @property
    def themes_open(self) -> bool:
        """Whether the thematic priorities are still to be decided."""
        return self.tree.themes_state == "tbd"

    def gaps(self) -> list[str]:
        """What parts that are not over do not say, in sentences: who, and when."""
        left = [task for task in self.parts if task.status not in OVER]
        nobody = sum(not task.owner for task in left)
        never = sum(not task.due and not task.begins and not task.repeats for task in left)
        said = []
        if nobody:
            words = ngettext("{count} action has no owner yet.", "{count} actions have no owner yet.", nobody)
            said.append(words.format(count=number(nobody)))
        if never:
            words = ngettext("{count} action has no date yet.", "{count} actions have no date yet.", never)
            said.append(words.format(count=number(never)))
        return said


def plan_progress(read: Reader, year: int | None, as_of: date, since: date | None = None) -> PlanProgress:
    """The plan of a year, or the latest; Refused where there is none."""
    plan = plan_of(read, year) if year else latest_plan(read)
    if plan is None:
        raise Refused(
            _("There is no work plan for {year}").format(year=year) if year else _("There is no work plan yet")
        )
    tree = plan_tree(read, plan)
    parts = list(parts_of(tree))
    sheet = year_sheet(read, tree.year, plan=plan)
    return PlanProgress(
        tree=tree,
        as_of=as_of,
        counts=Counter(task.state for task in parts),
        late=tuple(_late(parts, as_of)),
        undecided=tuple(task for task in parts if _doubtful(task)),
        unfixed=tuple(line for month in sheet.months for line in month.entries if line.sure in _OPEN_DATES),
        since=since,
        moved=_moved(read, tree, since) if since else None,
    )


def parts_of(tree: PlanTree) -> Iterator[TaskNode]:
    """The parts of a plan that count, in order."""
    for priority in tree.priorities:
        for task in priority.tasks:
            yield from task.parts()


def _late(parts: Iterable[TaskNode], as_of: date) -> list[Late]:
    """The late parts, the latest first."""
    found = []
    for task in parts:
        due = FuzzyDate.of(task.due)
        if due and task.late(as_of):
            found.append(Late(task, (as_of - due.latest).days))
    return sorted(found, key=lambda one: -one.days)


def _doubtful(task: TaskNode) -> bool:
    due = FuzzyDate.of(task.due)
    return due is not None and task.status not in OVER and due.certainty in ("uncertain", "alternatives")


def _moved(read: Reader, tree: PlanTree, since: date) -> tuple[Moved, ...] | None:
    """The tasks and items that are not as they were; None where none of the plan was there then."""
    every = [one for priority in tree.priorities for task in priority.tasks for one in _whole(task)]
    past = values_before(read, Task, [one.id for one in every], since)
    if not past:
        return None
    now = read.some(Task, [one.id for one in every])
    return tuple(
        Moved(one, past.get(one.id))
        for one in every
        if one.id not in past or _told(past[one.id]) != _told(now[one.id])
    )


def _whole(task: TaskNode) -> Iterator[TaskNode]:
    yield task
    for item in task.items:
        yield from _whole(item)


def _told(values: Mapping[str, Any]) -> list[Any]:
    """The compared fields, an empty one as an unset one, a date without its wording."""
    found = [values.get(name) or None for name in COMPARED]
    return [one["edtf"] if isinstance(one, dict) else one for one in found]
