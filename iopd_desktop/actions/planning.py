"""Beginning and going on with a plan: the work plan that the program brings, and next year's plan from this one's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import getitem
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.network import seed_network
from iopd_desktop.actions.plan_reads import plan_of
from iopd_desktop.actions.presets import (
    bring,
    brought_rows,
    fuzzy_date,
    seed_award,
    seed_organs,
    seed_vocabularies,
    seed_wordings,
)
from iopd_desktop.models.base import known_id
from iopd_desktop.models.calendar import Event, Target
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.tasks import Group, Objective, Plan, Priority, Relation, Task
from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

# The years that have a plan, and the languages that it was translated into.
PLANS = {2024: ("es", "fr", "ca", "pt")}

Row = dict[str, Any]


def begin(work: "Work", year: int = 2024) -> str:
    """Bring everything that a new database begins with; the plan's id."""
    seed_network(work)
    seed_vocabularies(work)
    seed_organs(work)
    seed_wordings(work)
    seed_award(work)
    return seed_plan(work, year)


def seed_plan(work: "Work", year: int = 2024) -> str:
    """Bring the work plan of a year with its calendar, word for word; its id. Refused for a year without one.

    Its translations come with it, told to be a machine's: in the network nobody has read them yet.
    """
    if year not in PLANS:
        raise Refused(_("The program brings no work plan for {year}").format(year=year))
    words = {code: brought_rows(f"plan-{year}-{code}.toml") for code in PLANS[year]}
    brought = {**brought_rows(f"plan-{year}.toml"), "words": words}
    plan = known_id("plan", year)
    bring(work, Plan, [(plan, _plan_texts(brought))])
    bring(work, Objective, _objectives(brought))
    bring(work, Priority, _priorities(brought))
    bring(work, Group, _groups(brought))
    bring(work, Task, _tasks(brought))
    bring(work, Relation, _relations(brought))
    bring(work, Target, _targets(brought))
    bring(work, Event, _events(brought))
    return plan


def copy_plan(work: "Work", plan_id: str, year: int) -> str:
    """Make the plan of another year from one: the same texts, objectives, priorities and tasks, nothing begun.

    Dates move by the years between; dropped tasks stay behind, and so does the calendar, whose dates are that year's
    own. Refused where the year has a plan.
    """
    if plan_of(work, year):
        raise Refused(_("There is a work plan for {year} already").format(year=year))
    plan = work.get(Plan, plan_id)
    by = year - int(plan["year"])
    title = {
        code: {**said, "text": said["text"].replace(str(plan["year"]), str(year))}
        for code, said in plan["title"].items()
    }
    state = "tbd" if plan["themes_state"] == "tbd" else "proposed"
    copied = work.add(Plan, {**_values(plan), "year": year, "title": title, "themes_state": state})
    at: dict[str, str] = {plan_id: copied}
    for one in work.all(Objective, {"plan": plan_id}, "number"):
        work.add(Objective, {**_values(one), "plan": copied})
    for one in work.all(Priority, {"plan": plan_id}, "code"):
        at[one["id"]] = work.add(Priority, {**_values(one), "plan": copied})
    for one in work.all(Group, {"priority": list(at)}):
        at[one["id"]] = work.add(Group, {**_values(one), "priority": at[one["priority"]]})
    for one in work.all(Target, {"plan": plan_id}):
        work.add(Target, {**_values(one), "plan": copied})
    _copy_tasks(work, plan_id, at, by)
    return copied


def _copy_tasks(work: "Work", plan_id: str, at: dict[str, str], by: int) -> None:
    """Copy the tasks of a plan, wholes before their parts; `at` says for what is old where its copy stands."""
    parts: dict[str | None, list[Row]] = defaultdict(list)
    rows = [row for row in work.all(Task, {"plan": plan_id}, "rank") if row["status"] != "dropped"]
    there = {row["id"] for row in rows}
    for row in rows:
        parts[row["parent"] if row["parent"] in there else None].append(row)
    waiting = list(reversed(parts[None]))
    while waiting:
        row = waiting.pop()
        links = {name: at.get(row[name]) for name in ("plan", "priority", "group", "parent")}
        dates = {name: _moved(row[name], by) for name in ("begins", "due")}
        fresh = {"status": "open", "progress": 0, "files": None}
        at[row["id"]] = work.add(Task, {**_values(row), **links, **dates, **fresh})
        waiting += reversed(parts[row["id"]])
    for tie in work.all(Relation, {"task": [row["id"] for row in rows if row["id"] in at]}):
        kind, _colon, other = tie["to"].rpartition(":")
        if kind != Task.kind or other in at:
            to = f"{kind}:{at.get(other, other)}" if kind else at.get(other, other)
            work.add(Relation, {"task": at[tie["task"]], "to": to, "note": tie["note"]})


def _moved(when: Mapping[str, str] | None, by: int) -> dict[str, str] | None:
    """A fuzzy date some years later; none where that day does not exist (29 February)."""
    if when is None:
        return None
    later = [re.sub(r"\b\d{4}\b", lambda year: str(int(year[0]) + by), when[name]) for name in ("edtf", "wording")]
    try:
        return FuzzyDate.from_edtf(*later).plain()
    except BadValue:
        return None


def _values(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "id"}


def _texts(brought: Row, text: str, *place: Any) -> Row:
    """A text of the plan in its own language, and what the files of the others say in its place."""
    said = {code: reduce(getitem, map(str, place), words) for code, words in brought["words"].items()}
    return {brought["language"]: text, **{code: {"text": text, "by": "machine"} for code, text in said.items()}}


def _plan_texts(brought: Row) -> Row:
    parts = brought["parts"]
    # The four parts are announced under names of their own, so they belong to the introduction's words.
    announced = [f"PART {one['number']}. {one['announced']}" for one in parts]
    introduction, themes = brought["introduction"], brought["themes"]
    texts = {
        "title": brought["title"],
        "issuer": brought["issuer"],
        "introduction": "\n".join([*introduction["paragraphs"], introduction["parts_lead"], *announced]),
        **{f"part{one['number']}_heading": one["heading"] for one in parts},
        "part1_before": brought["strategy"]["priorities_lead"],
        "part2_text": "\n".join(themes["paragraphs"]),
        "themes_heading": themes["lead"],
        "themes": themes["wording"],
        "part4_before": "\n".join(brought["calendar"]["notes"]),
    }
    told = {name: _texts(brought, text, "plan", name) for name, text in texts.items()}
    return {"year": brought["year"], "themes_state": themes["state"], **told}


def _objectives(brought: Row) -> Iterable[tuple[str, Row]]:
    for one in brought["objectives"]:
        place = {"plan": known_id("plan", brought["year"]), "number": one["number"]}
        text = _texts(brought, one["text"], "objectives", one["number"])
        yield known_id("objective", brought["year"], one["number"]), {**place, "text": text}


def _priorities(brought: Row) -> Iterable[tuple[str, Row]]:
    for one in brought["priorities"]:
        place = {"plan": known_id("plan", brought["year"]), "code": one["letter"]}
        texts = {
            name: _texts(brought, one[name], "priorities", one["letter"], name)
            for name in ("name", "heading", "description")
        }
        yield known_id("priority", brought["year"], one["letter"]), {**place, **texts}


def _groups(brought: Row) -> Iterable[tuple[str, Row]]:
    for rank, one in enumerate(brought["groups"], 1):
        place = {"priority": known_id("priority", brought["year"], one["priority"]), "rank": rank}
        name = _texts(brought, one["name"], "groups", one["key"])
        yield known_id("group", brought["year"], one["key"]), {**place, "name": name}


def _tasks(brought: Row) -> Iterable[tuple[str, Row]]:
    year = brought["year"]
    for one in brought["tasks"]:
        number, task = one["number"], known_id("task", year, one["number"])
        place = {
            "plan": known_id("plan", year),
            "priority": known_id("priority", year, one["priority"]),
            "group": known_id("group", year, one["group"]) if "group" in one else None,
        }
        text = _texts(brought, one["text"], "tasks", number)
        yield task, {**place, "number": str(number), "text": text, "rank": number, "repeats": one.get("repeats")}
        for rank, (letter, item) in enumerate(zip("abcdefghijkl", one.get("items", ()), strict=False), 1):
            text = _texts(brought, item, "tasks", f"{number}{letter}")
            values = {**place, "number": f"{number}{letter}", "text": text, "rank": rank, "parent": task}
            yield known_id("task", year, f"{number}{letter}"), values


def _relations(brought: Row) -> Iterable[tuple[str, Row]]:
    for one in brought["tasks"]:
        for other in one.get("related", ()):
            values = {
                "task": known_id("task", brought["year"], one["number"]),
                "to": f"{Task.kind}:{known_id('task', brought['year'], other)}",
            }
            yield Relation.natural_id(values) or "", values


def _targets(brought: Row) -> Iterable[tuple[str, Row]]:
    year = brought["year"]
    for one in brought["targets"]:
        told = {name: value for name, value in one.items() if name != "key"}
        yield known_id("target", year, one["key"]), {**told, "plan": known_id("plan", year)}


def _events(brought: Row) -> Iterable[tuple[str, Row]]:
    year = brought["year"]
    priorities = {task["number"]: task["priority"] for task in brought["tasks"]}
    for rank, one in enumerate(brought["events"], 1):
        links = {
            "plan": known_id("plan", year),
            "task": known_id("task", year, f"{one['task']}{one.get('item', '')}"),
            "priority": known_id("priority", year, priorities[one["task"]]),
            "edition": known_id("edition", one["edition"]) if "edition" in one else None,
            "organ": known_id("organ", one["organ"]) if "organ" in one else None,
            "phase": known_id("phase", one["edition"], one["phase"]) if "phase" in one else None,
        }
        told = {name: one.get(name) for name in ("place", "country", "partner", "audience", "part")}
        title = _texts(brought, one["title"], "events", one["key"])
        values = {**links, **told, "title": title, "type": one["kind"], "date": fuzzy_date(one), "rank": rank}
        yield known_id("event", year, one["key"]), values
