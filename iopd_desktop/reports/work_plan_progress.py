"""How far the work plan is: key figures, a bar for each priority, what is late, open or changed, and every task."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from iopd_desktop.actions.plan_progress import Moved, PlanProgress, plan_progress
from iopd_desktop.actions.plan_reads import PriorityNode, TaskNode
from iopd_desktop.actions.year_reads import sure_words
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.page import Block, Cell, Column, Page, Row, Running, Style, Table, Together, measures
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.reports.tasks import counted_words, date_words, state_bar, state_words, when
from iopd_desktop.words import N_, _, day, ngettext, number, today

_NUMBER = Style(8.5, 11, "bold")
_QUIET = Style(8.5, 11, "italic", measures.MUTED)
_UNDER = 6.5


def rows(read: Any, *, year: int | None = None, as_of: str = "", since: str = "") -> PlanProgress:
    """The plan of a year, or the latest, on a day, or today; with `since` also what changed from that day on."""
    on = date.fromisoformat(as_of) if as_of else today()
    return plan_progress(read, year, on, date.fromisoformat(since) if since else None)


def story(plan: PlanProgress, page: Page) -> Iterator[Block]:
    """Figures and bars, what presses, and the tasks from a new page on."""
    page.title = _("Progress of the work plan {year}").format(year=plan.tree.year)
    page.author = page.house.name
    foot = _("As of {day}.").format(day=day(plan.as_of))
    page.running = Running(document=page.house.name, here=page.title, foot=foot)
    yield paper.title(page.title)
    yield paper.lede(_("As of {day}.").format(day=day(plan.as_of)))
    yield paper.key_figures(list(_figures(plan)))
    yield paper.section(_("By priority"))
    yield paper.note(counted_words(len(plan.parts)))
    for priority in plan.tree.priorities:
        yield _bar(priority)
    yield from _late(plan)
    yield from _open(plan)
    if plan.since:
        yield from _changed(plan, plan.since)
    page.new_page()
    yield paper.title(_("Every task"))
    for priority in plan.tree.priorities:
        page.subject = _called(priority)
        yield from _tasks(priority)


def _figures(plan: PlanProgress) -> Iterator[tuple[str, str, str]]:
    whole = _("of {whole}").format(whole=number(len(plan.parts)))
    counts = plan.counts
    yield number(counts.get("done", 0)), _("done"), whole
    waiting = counts.get("waiting", 0)
    words = ngettext("{count} more is waiting", "{count} more are waiting", waiting).format(count=number(waiting))
    yield number(counts.get("doing", 0)), _("under way"), words if waiting else ""
    yield number(len(plan.late)), _("late"), _("after the latest day that was meant")
    yield number(counts.get("open", 0)), _("not begun"), ""


def _called(priority: PriorityNode) -> str:
    name = priority.name or priority.heading
    return f"{priority.code}. {name}" if priority.code else name or _("Tasks without a priority")


def _bar(priority: PriorityNode) -> Block:
    parts = [part for task in priority.tasks for part in task.parts()]
    return Together((paper.paragraph_head(_called(priority)), state_bar(parts)), above=13)


def _empty(words: str) -> Block:
    return Table((Column(""),), [Row((Cell(words, _QUIET),), tint=True)], headed=False, above=_UNDER)


def _late(plan: PlanProgress) -> Iterator[Block]:
    yield paper.section(_("Late"))
    if not plan.late:
        yield _empty(_("nothing is late"))
        return
    columns = (Column(_("Task"), 13, style=_NUMBER), Column(_("Action")), Column(_("Due"), 34), Column(_("Who"), 24),
               Column(_("Days late"), 22, "end"))  # fmt: skip
    yield Table(
        columns,
        [Row((one.task.number, one.task.name, when(one.task), one.task.owner, number(one.days))) for one in plan.late],
        above=_UNDER,
    )


def _open(plan: PlanProgress) -> Iterator[Block]:
    """What somebody has yet to decide: themes, doubtful dates of tasks and of the calendar, who and when."""
    yield paper.section(_("To be decided"))
    table: list[Row] = []
    if plan.themes_open:
        table.append(Row(("", _("Thematic priorities"), _("to be decided"))))
    table += [Row((task.number, task.name, when(task))) for task in plan.undecided]
    table += [Row(("", "\n".join(line.lines), sure_words(line.sure))) for line in plan.unfixed]
    if table:
        columns = (Column(_("Task"), 13, style=_NUMBER), Column(_("What is open")), Column(_("As it stands"), 48))
        yield Table(columns, table, above=_UNDER)
    gaps = plan.gaps()
    if gaps:
        yield paper.note(" ".join(gaps))
    elif not table:
        yield _empty(_("nothing is open"))


def _changed(plan: PlanProgress, since: date) -> Iterator[Block]:
    yield paper.section(_("Changed since {day}").format(day=day(since)))
    if plan.moved is None:
        yield _empty(_("This plan was not yet in the program on {day}.").format(day=day(since)))
        return
    if not plan.moved:
        yield _empty(_("nothing has changed"))
        return
    columns = (Column(_("Task"), 13, style=_NUMBER), Column(_("Action")), Column(_("Before"), 44), Column(_("Now"), 44))
    yield Table(columns, [_pair(one) for one in plan.moved], above=_UNDER)


def _pair(one: Moved) -> Row:
    task = one.task
    now: Mapping[str, Any] = {"status": task.state, "progress": task.progress, "due": task.due, "owner": task.owner}
    if one.before is None:
        return Row((task.number, task.name, _("was not there"), "\n".join(_values(now, now))))
    return Row((task.number, task.name, "\n".join(_values(one.before, now)), "\n".join(_values(now, one.before))))


def _values(told: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[str]:
    """A task's values, a line each: the state always, date and owner where the other ones differ."""
    yield state_words(told.get("status") or "open", int(told.get("progress") or 0))
    dates = date_words(told.get("due")), date_words(other.get("due"))
    if dates[0] != dates[1]:
        yield _("due: {when}").format(when=dates[0] or _("no date"))
    owners = told.get("owner") or "", other.get("owner") or ""
    if owners[0] != owners[1]:
        yield _("owner: {name}").format(name=owners[0] or _("nobody"))


def _tasks(priority: PriorityNode) -> Iterator[Block]:
    told = _("{done} of {all} done").format(done=number(priority.done), all=number(priority.count))
    yield paper.band(_called(priority), told, level=1)
    yield paper.Gap(_UNDER)
    columns = (Column(_("Task"), 13, style=_NUMBER), Column(_("Action")), Column(_("When"), 27), Column(_("Who"), 19),
               Column(_("State"), 25), Column("", 14), Column("", 12, "end"))  # fmt: skip
    table = [row for task in priority.tasks for row in _lines(task)]
    if not table:
        yield _empty(_("no task yet"))
        return
    yield Table(columns, table)


def _lines(task: TaskNode, deep: int = 0) -> Sequence[Row]:
    """A task, and under it its items."""
    dropped = task.status == "dropped"
    bar = None if dropped else paper.Bar(task.progress / 100, track=True)
    percent = "" if dropped else f"{number(task.progress)}\u00a0%"
    name = task.name if deep else Cell(task.name, _NUMBER)
    state = state_words(task.state, 0)
    row = Row((task.number, name, "" if task.items else when(task), task.owner, state, bar, percent),
              "hair" if deep else "accent", start=1 if deep else 0)  # fmt: skip
    return [row, *(line for item in task.items for line in _lines(item, deep + 1))]


REPORT = Report(
    name="work-plan-progress",
    label=N_("Progress of the work plan"),
    personal=False,
    options=(
        Option("year", N_("Year"), "year"),
        Option("as_of", N_("As of"), "day", example=N_("today")),
        Option("since", N_("Changes since"), "day", example="2024-12-31"),
    ),
    rows=rows,
    story=story,
)
