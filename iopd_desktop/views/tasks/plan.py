"""What the pages of the tasks share: the plan that is shown, a task's form with its chips, and the plan on paper."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions import plan_reads
from iopd_desktop.actions.plan_reads import PlanTree, latest_plan, plan_of, plan_tree
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.tasks import REPEATS, TASK_STATES, Task
from iopd_desktop.paths import previews
from iopd_desktop.views.kit.background import Progress
from iopd_desktop.views.kit.beside_page import BesidePage
from iopd_desktop.views.kit.editors.dates import FuzzyEditor
from iopd_desktop.views.kit.empty import Nothing
from iopd_desktop.views.kit.exchange import paper
from iopd_desktop.views.kit.office import Aim, LivePage, Office
from iopd_desktop.views.kit.record_form import RecordForm
from iopd_desktop.words import N_, _, language, today

if TYPE_CHECKING:
    from iopd_desktop.reports import Made
KINDS = frozenset(("plan", "objective", "priority", "group", "task", "occurrence", "relation"))
"""The kinds of records that the pages of this tab show."""


def shown_plan(office: Office) -> PlanTree | None:
    """The plan that the tab shows: that of the year chosen last, else the latest; None where there is none."""
    kept = office.settings.get("tasks/year")
    with office.store.read() as reader:
        plan = plan_of(reader, kept) if isinstance(kept, int) else None
        plan = plan or latest_plan(reader)
        return plan_tree(reader, plan) if plan else None


def _shown_year(page: Any) -> dict[str, Any]:
    """The year of the plan in view, as reports take it; nothing where there is none."""
    plan = shown_plan(page.office)
    return {"year": plan.year} if plan else {}


PROGRESS_PAPER = paper("work-plan-progress", N_("Progress of the work plan…"), _shown_year)
"""How far the plan is, as a document; for the pages that show the plan."""


def no_plan(office: Office) -> Nothing:
    """What a page of the tasks says where there is no plan."""
    words = _("A work plan holds the objectives, the thematic priorities and the tasks of a year.")
    begin = Aim("tasks", "plans", begin=True)
    return _("No work plan yet"), words, _("New plan"), lambda: office.narrow(begin)


def no_tasks(page: BesidePage, plan: PlanTree) -> Nothing:
    """What a page says of a plan that holds no task yet."""
    words = _("Tasks stand under the thematic priorities of the plan, each with an owner and a date.")
    return _("No tasks yet"), words, _("New task"), lambda: page.begin_with({"plan": plan.id})


def task_form(office: Office) -> RecordForm:
    """The form of a task."""
    return RecordForm(
        Task, office.records, parts=[("task", "parent"), ("occurrence", "task"), ("relation", "task")],
        chips=task_chips, attach=office.attach,
    )  # fmt: skip


def set_form_year(form: RecordForm, year: int) -> None:
    """Dates typed without a year are of the year of the plan."""
    for row in form.fields.rows.values():
        if isinstance(row.editor, FuzzyEditor):
            row.editor.year = year


def task_chips(values: Mapping[str, Any]) -> Sequence[tuple[str, str, str]]:
    """A task's state, how it repeats, and that it is late."""
    state = values.get("status") or "open"
    tones = {"done": "ok", "doing": "accent", "waiting": "warn"}
    chips = [(_(TASK_STATES[state]), tones.get(state, "plain"), "tick" if state == "done" else "")]
    if values.get("repeats"):
        chips.append((_(REPEATS[values["repeats"]]), "plain", "redo"))
    due = FuzzyDate.of(values.get("due"))
    if due and due.passed(today()) and state not in {"done", "dropped"}:
        chips.append((_("Late"), "bad", "warning"))
    return chips


def all_tasks(tree: PlanTree) -> list[plan_reads.TaskNode]:
    """Every task and item of a plan, from the top."""
    found = []
    waiting = [task for one in reversed(tree.priorities) for task in reversed(one.tasks)]
    while waiting:
        task = waiting.pop()
        found.append(task)
        waiting += reversed(task.items)
    return found


def print_plan(page: LivePage, office: Office, year: int) -> None:
    """Make the work plan as a document in the background, and preview it."""
    code = language()

    def work(progress: Progress) -> "Made":
        from iopd_desktop.reports import make, report_named

        out = previews() / f"work-plan-{year}.pdf"
        with office.store.read() as reader:
            return make(report_named("work-plan"), reader, out, code, told=progress.step, year=year)

    office.in_background(page, _("Work plan"), work, lambda made: office.preview(made.paths[0]))
