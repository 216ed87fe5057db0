"""The plan in a database is the original word for word, knows its progress, and goes on into the next year."""

import pytest

from iopd_desktop.actions import planning
from iopd_desktop.actions.plan_reads import GroupNode, PlanTree, TaskNode, latest_plan, plan_of, plan_tree, progress
from iopd_desktop.actions.presets import brought_rows
from iopd_desktop.actions.year_reads import year_sheet
from iopd_desktop.models.awards import Category, Criterion, Edition, Phase
from iopd_desktop.models.base import known_id
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organ
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.repository import Practice, Term
from iopd_desktop.models.tasks import Group, Objective, Occurrence, Plan, Priority, Relation, Task
from iopd_desktop.words import speaking
from tests.resources.original_2024 import LINES

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
BULLET = "\N{MIDDLE DOT} "


def tree(store) -> PlanTree:
    with store.read() as read:
        return plan_tree(read, known_id("plan", 2024))


def task(number, year=2024) -> str:
    return known_id("task", year, number)


def one(plan: PlanTree, number: str) -> TaskNode:
    tasks = [task for priority in plan.priorities for task in priority.tasks]
    return next(found for top in tasks for found in (top, *top.items) if found.number == number)


def lines_of(plan: PlanTree) -> list[str]:
    lines = [plan.title, plan.texts["issuer"], "Introduction", *plan.paragraphs("introduction")]
    lines += [f"PART 1. {plan.texts['part1_heading']}", "Objectives:"]
    lines += [f"{number}. {text}" for number, text in plan.objectives]
    lines += plan.paragraphs("part1_before")
    lines += [f"{BULLET}PRIORITY {p.code}. {p.name}. {p.description}" for p in plan.priorities]
    lines += [f"PART 2. {plan.texts['part2_heading']}", *plan.paragraphs("part2_text")]
    lines += [plan.texts["themes_heading"], plan.texts["themes"], f"PART 3. {plan.texts['part3_heading']}"]
    for priority in plan.priorities:
        lines.append(f"PRIORITY {priority.code}. {priority.heading}")
        for group in priority.groups:
            lines += group_lines(group)
    return [
        *lines,
        f"PART 4. {plan.texts['part4_heading']}",
        *(BULLET + note for note in plan.paragraphs("part4_before")),
    ]


def group_lines(group: GroupNode) -> list[str]:
    lines = [group.name] if group.name else []
    for found in group.tasks:
        lines += [f"Task {found.number}", found.text, *(f"{item.letter}. {item.text}" for item in found.items)]
    return lines


def test_the_plan_read_back_is_the_original_word_for_word(planned):
    lines = lines_of(tree(planned))
    with planned.read() as read:
        for row in year_sheet(read, 2024, plan=known_id("plan", 2024)).months:
            lines += [MONTHS[row.month - 1], *(line for entry in row.entries for line in entry.lines)]
    assert lines == LINES


@pytest.mark.parametrize("code", planning.PLANS[2024])
def test_a_translation_tells_every_text_of_the_plan_and_no_other(planned, code):
    told = list(leaves(brought_rows(f"plan-2024-{code}.toml")))
    found = []
    with planned.read() as read:
        for record in (Plan, Objective, Priority, Group, Task, Event):
            names = [name for name, made in record.fields.items() if made.kind.name == "texts"]
            found += [row[name] for row in read.all(record) for name in names if row[name]]
    assert all(set(said) == {"en", *planning.PLANS[2024]} for said in found)
    assert all(said[code]["by"] == "machine" and said["en"]["by"] == "person" for said in found)
    assert sorted(said[code]["text"] for said in found) == sorted(text.strip() for text in told)
    assert all(said[code]["text"].count("\n") == said["en"]["text"].count("\n") for said in found)
    with speaking(code):
        assert tree(planned).title == brought_rows(f"plan-2024-{code}.toml")["plan"]["title"]


def leaves(tables):
    for inside in tables.values():
        yield from leaves(inside) if isinstance(inside, dict) else [inside]


def test_beginning_twice_adds_only_what_is_missing(planned):
    with planned.work("Remove a term") as work:
        work.remove(Term, known_id("term", "themes", "gender"))
        work.edit(Task, task(1), {"progress": 30})
    with planned.work("Begin again") as work:
        before = {record: work.count(record) for record in (Task, Event, Plan, Criterion)}
        planning.begin(work)
        assert {record: work.count(record) for record in before} == before
        assert work.get(Term, known_id("term", "themes", "gender"))["name"]["fr"]["text"] == "Égalité des genres"
        assert work.get(Task, task(1))["progress"] == 30


def test_a_year_without_a_plan_of_ours_is_refused(store):
    with pytest.raises(Refused, match="1999"), store.work("Begin") as work:
        planning.seed_plan(work, 1999)


def test_tasks_events_and_editions_point_at_each_other(planned):
    with planned.read() as read:
        for event in read.all(Event):
            for name in ("plan", "task", "priority", "edition", "organ"):
                kind = Event.fields[name].kind.to
                assert event[name] is None or read.title(kind, event[name]), (event["title"], name)
        relations = {(tie["task"], tie["to"]) for tie in read.all(Relation)}
        assert relations == {
            (task(a), f"task:{task(b)}") for a, b in ((6, 10), (6, 11), (8, 19), (11, 19))
        }  # fmt: skip
        assert read.get(Task, task(2))["repeats"] == "monthly"
        assert [row["status"] for row in read.all(Task, {"parent": task(12)})] == ["open"] * 7


def test_the_edition_and_the_organs_are_there_to_work_with(planned):
    with planned.read() as read:
        (edition,) = read.all(Edition)
        assert (edition["number"], edition["year"], edition["highest"]) == (18, 2024, 5)
        whole = {"edition": edition["id"]}
        assert [len(read.all(record, whole)) for record in (Phase, Criterion)] == [7, 8]
        themes = read.all(Category, {**whole, "group": "theme"}, "code")
        assert [row["code"] for row in themes] == ["A", "B", "C", "D", "E"]
        assert all(len(row["levels"]["pt"]["text"].splitlines()) == 6 for row in read.all(Criterion, whole))
        assert read.find("organ", "General Assembly") == known_id("organ", "assembly")
        assert read.count(Organ) == 8


def test_a_term_is_found_by_its_name_in_any_language(planned):
    with planned.read() as read, speaking("fr"):
        found = Practice.fields["themes"].kind.parse("Logement; Gender equality", read)
    assert found == sorted(known_id("term", "themes", key) for key in ("housing", "gender"))


def test_progress_is_rolled_up_from_items_to_tasks_to_priorities(planned):
    with planned.work("Work") as work:
        work.edit(Task, task("4a"), {"progress": 50})
        work.edit(Task, task("4b"), {"status": "done"})
        work.edit(Task, task("4c"), {"status": "dropped"})
        work.edit(Task, task(14), {"status": "done"})
        work.edit(Task, task(15), {"progress": 40})
        work.edit(Task, task(16), {"status": "dropped"})
    found = tree(planned)
    assert one(found, "4").progress == 50
    assert (one(found, "4b").progress, one(found, "4c").progress) == (100, 0)
    growing = found.priorities[2]
    assert (growing.done, growing.count, growing.progress) == (1, 3, 46)
    with planned.read() as read:
        assert [(p.code, p.progress) for p in progress(read, found.id)] == [("A", 5), ("B", 0), ("C", 46), ("D", 0)]


def test_a_monthly_task_progresses_by_its_months(planned):
    with planned.work("Newsletters") as work:
        for month in (1, 2, 3):
            work.add(Occurrence, {"task": task(2), "period": f"2024-{month:02}", "done": True})
        work.add(Occurrence, {"task": task(2), "period": "2024-04", "done": False})
    assert one(tree(planned), "2").progress == 25


def test_tasks_in_a_circle_or_without_a_priority_are_still_shown(planned):
    with planned.work("Merge gone wrong") as work:
        work.edit(Task, task(13), {"parent": task(15)})
        work.edit(Task, task(15), {"parent": task(13)})
        work.edit(Task, task(1), {"priority": None, "group": None})
    found = tree(planned)
    assert {one(found, number).number for number in ("13", "15", "1")} == {"13", "15", "1"}
    assert found.priorities[-1].code == ""
    assert [loose.number for loose in found.priorities[-1].tasks] == ["1"]


def test_the_next_years_plan_begins_with_the_same_tasks_and_none_of_the_progress(planned):
    old = tree(planned)
    due = Task.fields["due"].kind.read("May or June", 2024)
    with planned.work("This year") as work:
        work.edit(Task, task(1), {"progress": 80, "due": due, "owner": "Bo Sample"})
        work.edit(Task, task(20), {"status": "dropped"})
        work.edit(Plan, old.id, {"themes_state": "adopted"})
    with planned.work("Next year") as work:
        made = planning.copy_plan(work, old.id, 2025)
    with planned.read() as read:
        new = plan_tree(read, made)
        assert (plan_of(read, 2025), latest_plan(read)) == (made, made)
        assert read.count(Relation) == 8
    assert (new.title, new.year, new.themes_state, new.progress) == ("2025 Work Plan Proposal", 2025, "proposed", 0)
    kept = [line for line in lines_of(old) if "PARTICIPATE" not in line and line not in (old.title, "Task 20")]
    assert [line for line in lines_of(new) if line != new.title] == kept
    first = one(new, "1")
    assert (first.owner, first.due["edtf"], first.due["wording"]) == ("Bo Sample", "[2025-05,2025-06]", "May or June")
    assert not {first.id, new.priorities[0].id} & {task(1), old.priorities[0].id}
    assert one(new, "8").related == (f"task:{one(new, '19').id}",)


def test_a_year_has_one_plan(planned):
    with pytest.raises(Refused, match="2024"), planned.work("Copy") as work:
        planning.copy_plan(work, known_id("plan", 2024), 2024)
