"""The 2024 work plan stands in the resources word for word: every line of the original, in its order."""

import re
import tomllib
from typing import Any

import pytest

from iopd_desktop import paths
from iopd_desktop.actions.year_reads import printed
from tests.resources.original_2024 import LINES

BULLET = "\N{MIDDLE DOT} "


@pytest.fixture(scope="module")
def plan() -> dict[str, Any]:
    return tomllib.loads((paths.brought("resources") / "plan-2024.toml").read_text(encoding="utf-8"))


def rebuilt(plan: dict[str, Any]) -> list[str]:
    parts = {part["number"]: part for part in plan["parts"]}
    lines = [plan["title"], plan["issuer"], plan["introduction"]["heading"], *plan["introduction"]["paragraphs"]]
    lines += [plan["introduction"]["parts_lead"], *(f"PART {n}. {part['announced']}" for n, part in parts.items())]
    lines += [heading(parts[1]), plan["strategy"]["objectives_lead"]]
    lines += [f"{one['number']}. {one['text']}" for one in plan["objectives"]]
    lines += [plan["strategy"]["priorities_lead"]]
    lines += [f"{BULLET}PRIORITY {p['letter']}. {p['name']}. {p['description']}" for p in plan["priorities"]]
    lines += [heading(parts[2]), *plan["themes"]["paragraphs"], plan["themes"]["lead"], plan["themes"]["wording"]]
    return [*lines, heading(parts[3]), *task_lines(plan), heading(parts[4]), *calendar_lines(plan)]


def heading(part: dict[str, Any]) -> str:
    return f"PART {part['number']}. {part['heading']}"


def task_lines(plan: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    groups = {group["key"]: group["name"] for group in plan["groups"]}
    for priority in plan["priorities"]:
        lines.append(f"PRIORITY {priority['letter']}. {priority['heading']}")
        group = None
        for task in (one for one in plan["tasks"] if one["priority"] == priority["letter"]):
            if task.get("group") != group:
                group = task["group"]
                lines.append(groups[group])
            lines += [f"Task {task['number']}", task["text"]]
            lines += [f"{letter}. {item}" for letter, item in zip("abcdefgh", task.get("items", []), strict=False)]
    return lines


def calendar_lines(plan: dict[str, Any]) -> list[str]:
    lines = [BULLET + note for note in plan["calendar"]["notes"]]
    for number, month in enumerate(plan["calendar"]["months"], 1):
        lines.append(month)
        for event in plan["events"]:
            if first_month(event["edtf"]) == number:
                lines += printed(event["title"], event["when"], event["edtf"])
    return lines


def first_month(edtf: str) -> int:
    found = re.search(r"2024-(\d\d)", edtf)
    assert found
    return int(found[1])


def test_the_plan_is_the_original_word_for_word(plan: dict[str, Any]) -> None:
    assert rebuilt(plan) == LINES


def test_every_task_belongs_to_a_known_priority_and_group(plan: dict[str, Any]) -> None:
    letters = {priority["letter"] for priority in plan["priorities"]}
    groups = {group["key"]: group["priority"] for group in plan["groups"]}
    assert [task["number"] for task in plan["tasks"]] == list(range(1, 23))
    for task in plan["tasks"]:
        assert task["priority"] in letters
        assert groups.get(task.get("group"), task["priority"]) == task["priority"]


def test_cross_references_say_what_the_texts_say(plan: dict[str, Any]) -> None:
    related = {task["number"]: task["related"] for task in plan["tasks"] if "related" in task}
    assert related == {6: [10, 11], 8: [19], 11: [19]}
    assert {task["number"]: task["repeats"] for task in plan["tasks"] if "repeats" in task} == {2: "monthly"}


def test_every_event_names_a_task_or_item_of_the_plan(plan: dict[str, Any]) -> None:
    tasks = {task["number"]: task for task in plan["tasks"]}
    for event in plan["events"]:
        items = tasks[event["task"]].get("items", [])
        assert "abcdefgh".index(event.get("item", "a")) < max(len(items), 1)
    assert len({event["key"] for event in plan["events"]}) == len(plan["events"]) == 15


def test_the_dates_are_read_as_they_were_meant(plan: dict[str, Any]) -> None:
    assert [(event["key"], event["when"], event["edtf"], event["kind"]) for event in plan["events"]] == [
        ("coordinating-committee", "January or February", "[2024-01,2024-02]", "organ"),
        ("award-preparation", "January", "2024-01", "award"),
        ("uclg-retreat", "February", "2024-02", "uclg"),
        ("award-call", "February", "2024-02", "award"),
        ("award-deadline", "15 May", "2024-05-15", "deadline"),
        ("modern-direct-democracy", "15-18 May", "2024-05-15/2024-05-18", "partner"),
        ("award-finalists", "31 May", "2024-05-31", "award"),
        ("alda-assembly", "May-June", "[2024-05..2024-06]", "partner"),
        ("award-vote", "June", "2024-06", "award"),
        ("uclg-bureau", "June", "2024-06", "uclg"),
        ("rencontres-europeennes", "June", "2024-06", "partner"),
        ("award-second-phase", "July", "2024-07", "award"),
        ("award-deliberation", "August", "2024-08", "award"),
        ("democracy-day", "15 September ?", "2024-09-15?", "own"),
        ("conference", "17, 18 and 19 October", "{2024-10-17..2024-10-19}", "conference"),
    ]
    assert plan["themes"]["state"] == "tbd"
