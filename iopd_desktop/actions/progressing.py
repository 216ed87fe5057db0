"""How far the tasks are: progress and states of tasks and their parts, and the times of tasks that repeat."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.tasks import TASK_STATES, Occurrence, Relation, Task
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

Row = dict[str, Any]
_DONE = 100


def parts_in(read: Reader, ids: Iterable[str]) -> list[Row]:
    """The tasks whose own progress counts for these tasks: their innermost parts, or they themselves; dropped ones
    only where they were named.
    """
    wanted = list(dict.fromkeys(ids))
    rows = read.some(Task, wanted)
    plans = {row["plan"] for row in rows.values()}
    inside: dict[str, list[Row]] = defaultdict(list)
    for row in read.all(Task, {"plan": list(plans)}, "rank") if plans else ():
        if row["parent"] and row["status"] != "dropped":
            inside[row["parent"]].append(row)
    found: dict[str, Row] = {}
    seen: set[str] = set()
    waiting = [rows[id] for id in reversed(wanted) if id in rows]
    while waiting:
        row = waiting.pop()
        if row["id"] in seen:
            continue
        seen.add(row["id"])
        if inside[row["id"]]:
            waiting += reversed(inside[row["id"]])
        else:
            found[row["id"]] = row
    return list(found.values())


def set_progress(work: "Work", ids: Iterable[str], percent: int) -> int:
    """Set the progress of tasks, or of the parts of which theirs is made; how many parts were set.

    The state follows: 100 is done, less is under way, and 0 leaves a task as it is unless it was done. BadValue
    outside 0 to 100; Refused for a task whose progress counts its times.
    """
    if not 0 <= percent <= _DONE:
        raise BadValue(_("Progress goes from 0 to 100"))
    return _each(work, ids, lambda _now: percent)


def step_progress(work: "Work", ids: Iterable[str], by: int) -> int:
    """Move the progress of tasks, or of their parts, by some per cent, within 0 to 100; how many parts changed."""
    return _each(work, ids, lambda now: min(_DONE, max(0, now + by)))


def _each(work: "Work", ids: Iterable[str], after: Any) -> int:
    parts = parts_in(work, ids)
    counting = {once["task"] for once in work.all(Occurrence, {"task": [part["id"] for part in parts]})}
    for part in parts:
        if part["repeats"] and part["id"] in counting:
            raise Refused(_("The progress of “{task}” counts its times: tick those").format(task=Task.called(part)))
    for part in parts:
        now = _DONE if part["status"] == "done" else int(part["progress"] or 0)
        then = after(now)
        work.edit(Task, part["id"], {"progress": then, "status": _state_at(part["status"], then)})
    return len(parts)


def _state_at(state: str, percent: int) -> str:
    """The state that goes with a progress; waiting and dropped tasks stay so until they are done."""
    if percent == _DONE:
        return "done"
    if state == "done":
        return "doing" if percent else "open"
    return "doing" if state == "open" and percent else state


def set_status(work: "Work", ids: Iterable[str], state: str) -> None:
    """Set the state of tasks; what is done is at 100 with all its parts, what is opened again is not."""
    if state not in TASK_STATES:
        raise BadValue(_("“{state}” is no state of a task").format(state=state))
    wanted = list(ids)
    for part in parts_in(work, wanted) if state == "done" else ():
        work.edit(Task, part["id"], {"progress": _DONE, "status": "done"})
    for id, row in work.some(Task, wanted).items():
        again = {"progress": 0} if row["status"] == "done" and state != "done" and row["progress"] == _DONE else {}
        work.edit(Task, id, {"status": state, **again})


def periods(repeats: str, year: int) -> list[str]:
    """The times in a year of a task that repeats: "2024-05", "2024-Q2", "2024-W07" or "2024"."""
    if repeats == "monthly":
        return [f"{year}-{month:02}" for month in range(1, 13)]
    if repeats == "quarterly":
        return [f"{year}-Q{quarter}" for quarter in range(1, 5)]
    if repeats == "weekly":
        return [f"{year}-W{week:02}" for week in range(1, 53)]
    return [str(year)]


def times(read: Reader, task_id: str, year: int) -> list[tuple[str, bool]]:
    """Each time in a year of a task that repeats, and whether it was done; none for a task that does not."""
    task = read.get(Task, task_id)
    if not task["repeats"]:
        return []
    done = {once["period"] for once in read.all(Occurrence, {"task": task_id}) if once["done"]}
    return [(period, period in done) for period in periods(task["repeats"], year)]


def tick(work: "Work", task_id: str, period: str, done: bool) -> None:
    """Say whether a task that repeats was done at one of its times; Refused for a time it does not have."""
    task = work.get(Task, task_id)
    known = periods(task["repeats"], int(period[:4])) if task["repeats"] and period[:4].isdecimal() else []
    if period not in known:
        raise Refused(_("“{period}” is no time of this task").format(period=period))
    work.put(Occurrence, {"task": task_id, "period": period, "done": done})


def relate(work: "Work", task_id: str, kind: str, id: str) -> None:
    """Tie a task to another record; a task is not tied to itself."""
    if kind == Task.kind and id == task_id:
        raise Refused(_("A task is not linked to itself"))
    work.put(Relation, {"task": task_id, "to": f"{kind}:{id}"})
