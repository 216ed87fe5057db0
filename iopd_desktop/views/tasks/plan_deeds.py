"""What is done to the tasks of a plan from its page: progress, states, and what is typed into a cell."""

from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.progressing import parts_in, set_progress, set_status, step_progress
from iopd_desktop.models.kinds import Fuzzy
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.models.tasks import Task
from iopd_desktop.views.tasks.plan_rows import shortened
from iopd_desktop.words import _, ngettext, number

if TYPE_CHECKING:
    from iopd_desktop.views.tasks.plan_page import PlanPage


def type_cell(page: "PlanPage", id: str, column: str, text: str) -> None:
    """A cell was typed into: an owner, a date as people say it, or a percentage."""
    if column == "progress":
        figure = text.strip().rstrip("%").strip()
        if figure.isdecimal():
            give_progress(page, [id], int(figure))
        else:
            page.complain(_("Progress goes from 0 to 100"))
        return
    kind = Task.fields[column].kind
    try:
        value = kind.read(text, page.year) if isinstance(kind, Fuzzy) and text.strip() else kind.parse(text)
    except BadValue as wrong:
        page.complain(str(wrong))
        return
    task = shortened(page.office.records.title(Task.kind, id))
    title = _("Set the date of {task}") if column == "due" else _("Set the owner of {task}")
    page.change(title.format(task=task), lambda work: work.edit(Task, id, {column: value}))


def give_progress(page: "PlanPage", ids: list[str], percent: int) -> None:
    """Set the progress of tasks, in the parts that make it."""
    if not ids:
        return
    with page.office.store.read() as reader:
        parts = len(parts_in(reader, ids))
    if parts == 1:
        named = shortened(page.office.records.title(Task.kind, ids[0]))
        title = _("Progress of {task} set to {percent} %").format(task=named, percent=percent)
    else:
        form = ngettext(
            "Progress of {count} part set to {percent} %", "Progress of {count} parts set to {percent} %", parts
        )
        title = form.format(count=number(parts), percent=percent)
    page.change(title, lambda work: set_progress(work, ids, percent))


def move_progress(page: "PlanPage", ids: list[str], by: int) -> None:
    """Move the progress of tasks by some per cent."""
    if ids:
        title = _("Progress moved by {percent} %").format(percent=f"{by:+d}")
        page.change(title, lambda work: step_progress(work, ids, by))


def give_state(page: "PlanPage", state: str) -> None:
    """Give the selected tasks a state."""
    if ids := page.selected():
        words = Task.fields["status"].kind.format(state)
        count = ngettext("{count} task: {state}", "{count} tasks: {state}", len(ids))
        title = count.format(count=number(len(ids)), state=words)
        page.change(title, lambda work: set_status(work, ids, state))


def state_deed(state: str) -> Any:
    """The deed of a command that gives a state."""
    return lambda page: give_state(page, state)
