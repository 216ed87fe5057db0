"""The work plan, as it is read and approved: introduction, priorities, themes, tasks with their state, calendar."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from iopd_desktop.actions.plan_reads import GroupNode, PlanTree, PriorityNode, TaskNode, latest_plan, plan_of, plan_tree
from iopd_desktop.actions.year_reads import YearSheet, year_sheet
from iopd_desktop.models.refusal import Refused
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.months import months
from iopd_desktop.reports.page import Block, Cell, Column, Page, Row, Running, Style, Table, Text, measures
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.reports.tasks import counted_words, state_bar, state_words, when
from iopd_desktop.words import N_, _, day

_NUMBER = Style(11, 13, "bold")
_TASK = Style(8.5, 11, "bold")
_LETTER = Style(8.5, 11, "bold", measures.ACCENT)
# "PART 1" as the five languages write it.
_PART = re.compile(r"part(e|ie)?\s+\d+\b", re.IGNORECASE)


@dataclass(frozen=True)
class PlanRows:
    """A plan with its calendar, and the day of which the report speaks (ISO, empty for none)."""

    tree: PlanTree
    sheet: YearSheet
    as_of: str


def rows(read: Any, *, year: int | None = None, as_of: str = "") -> PlanRows:
    """The plan of a year, or the latest; Refused where there is none."""
    plan = plan_of(read, year) if year else latest_plan(read)
    if plan is None:
        raise Refused(
            _("There is no work plan for {year}").format(year=year) if year else _("There is no work plan yet")
        )
    tree = plan_tree(read, plan)
    return PlanRows(tree, year_sheet(read, tree.year, plan=plan), as_of)


def story(plan: PlanRows, page: Page) -> Iterator[Block]:
    """Introduction and parts 1 to 4; tasks and calendar begin pages of their own."""
    tree = plan.tree
    issuer = tree.texts.get("issuer") or page.house.name
    page.title, page.author = tree.title, issuer
    foot = _("As of {day}.").format(day=day(date.fromisoformat(plan.as_of))) if plan.as_of else ""
    page.running = Running(document=issuer, here=tree.title, foot=foot, bare=True)
    yield Text(issuer, Style(9.5, 13, "bold", measures.ACCENT))
    yield paper.Gap(6.5 * 6)
    yield Text(tree.title, measures.COVER_TITLE, level=0, gridded=True)
    yield from _introduction(tree)
    page.new_page()
    page.running = Running(document=issuer, here=tree.title, foot=foot)
    yield from _strategy(tree)
    yield from _themes(tree)
    for i, priority in enumerate(tree.priorities):
        page.new_page()
        if not i:
            yield paper.title(_part(3, tree))
            yield paper.Gap(6.5)
        page.subject = priority.heading
        yield from _priority(priority)
    page.new_page()
    page.subject = ""
    yield paper.title(_part(4, tree))
    for line in tree.paragraphs("part4_before"):
        yield paper.Item("", Text(line, measures.BODY), above=0)
    yield paper.Gap(13)
    yield from months(plan.sheet)


def _part(place: int, tree: PlanTree) -> str:
    heading = tree.texts.get(f"part{place}_heading") or ""
    return _("Part {number}. {heading}").format(number=place, heading=heading)


def _introduction(tree: PlanTree) -> Iterator[Block]:
    yield paper.section(_("Introduction"))
    for line in tree.paragraphs("introduction"):
        announced = _PART.match(line)
        if announced:
            words = announced[0].capitalize() + line[announced.end() :]
            yield paper.Item("", Text(words, measures.BODY))
        else:
            yield paper.paragraph(line)


def _strategy(tree: PlanTree) -> Iterator[Block]:
    yield paper.title(_part(1, tree))
    if tree.objectives:
        yield paper.paragraph_head(_("Objectives:"))
        for place, text in tree.objectives:
            yield paper.Item(f"{place}.", Text(text, measures.BODY))
    for line in tree.paragraphs("part1_before"):
        yield paper.paragraph(line)
    for priority in tree.priorities:
        if priority.code or priority.name:
            page_words = _("Priority {letter}. {name}.").format(letter=priority.code, name=priority.name)
            yield Text([(page_words + " ", "bold"), (priority.description, "regular")], measures.BODY, above=6.5)


def _themes(tree: PlanTree) -> Iterator[Block]:
    yield paper.Gap(26)
    yield paper.title(_part(2, tree))
    for line in tree.paragraphs("part2_text"):
        yield paper.paragraph(line)
    if tree.texts.get("themes_heading"):
        yield paper.paragraph_head(tree.texts["themes_heading"])
    themes = tree.paragraphs("themes") or [_("to be decided")]
    for line in themes:
        yield Text(line, measures.BODY)


def _priority(priority: PriorityNode) -> Iterator[Block]:
    words = _("Priority {letter}. {name}").format(letter=priority.code, name=priority.heading)
    if not priority.code:
        words = priority.heading or _("Tasks without a priority")
    yield paper.band(words, _task_span(priority.tasks), level=1)
    yield paper.Gap(6.5)
    columns = (
        Column(_("Task"), 13),
        Column(_("Action"), 6, over=True),
        Column(""),
        Column(_("When"), 31),
        Column(_("Who"), 22),
        Column(_("State"), 24),
    )
    table: list[Row] = []
    for group in priority.groups:
        table += _group(group)
    if not table:
        empty = Cell(_("no task yet"), Style(8.5, 11, "italic", measures.MUTED))
        table = [Row((None, empty, None, None, None, None), tint=True, joined=1)]
    yield Table(columns, table)
    yield from _progress(priority)


def _task_span(tasks: Sequence[TaskNode]) -> str:
    if not tasks:
        return ""
    if len(tasks) == 1:
        return _("Task {number}").format(number=tasks[0].number)
    return _("Tasks {first} to {last}").format(first=tasks[0].number, last=tasks[-1].number)


def _group(group: GroupNode) -> Iterator[Row]:
    if group.name:
        yield Row((None, Cell(group.name, measures.TABLE_HEAD), None, None, None, None), "accent", tint=True, joined=1)
    for task in group.tasks:
        yield Row((Cell(task.number, _NUMBER), Cell(task.text, _TASK), None, *_state(task)), "accent", joined=1)
        for item in task.items:
            yield Row((None, Cell(item.letter, _LETTER), item.text, *_state(item)), "hair", start=1)


def _state(task: TaskNode) -> tuple[str, str, str]:
    if task.items:
        return "", task.owner, ""
    return when(task), task.owner, state_words(task.status, task.progress)


def _progress(priority: PriorityNode) -> Iterator[Block]:
    parts = [part for task in priority.tasks for part in task.parts()]
    if not parts:
        return
    yield paper.paragraph_head(_("Progress of priority {letter}").format(letter=priority.code))
    yield state_bar(parts)
    yield paper.note(counted_words(len(parts)))


REPORT = Report(
    name="work-plan",
    label=N_("Work plan"),
    personal=False,
    options=(Option("year", N_("Year"), "year"), Option("as_of", N_("As of"), "day", example=N_("today"))),
    rows=rows,
    story=story,
)
