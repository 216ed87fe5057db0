"""How far the plan is: a bar for each priority and each owner, with the same figures in words beside them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from iopd_desktop.actions.plan_reads import PlanTree
from iopd_desktop.views.kit.bar_row import BarRow
from iopd_desktop.views.kit.bars_page import BarsPage
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.pieces import label
from iopd_desktop.views.tasks.plan import KINDS, PROGRESS_PAPER, all_tasks, shown_plan
from iopd_desktop.views.tasks.plan_rows import late
from iopd_desktop.words import _, ngettext, number, today


class ProgressPage(BarsPage):
    """Progress by priority and by owner."""

    seen = frozenset(KINDS)
    own_commands = (PROGRESS_PAPER,)

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__(office, _("Progress"))

    def read(self) -> None:
        plan = shown_plan(self.office)
        if plan is None:
            self.row(label(_("No work plan yet"), "body", "text2"))
            return
        self.title.set_title(_("Progress {year}").format(year=plan.year))
        self.title.set_count(_("{percent} % done").format(percent=plan.progress))
        self._section(_("By priority"), _by_priority(plan))
        self._section(_("By owner"), _by_owner(plan, today()))

    def _section(self, head: str, rows: Sequence[tuple[str, int, str]]) -> None:
        self.head(head)
        for name, percent, told in rows:
            figure = _("{percent} %").format(percent=percent)
            self.row(BarRow(name, percent / 100, figure, told, track=True))


def _by_priority(plan: PlanTree) -> list[tuple[str, int, str]]:
    return [
        (
            f"{one.code}  {one.name}".strip() or _("Without a priority"), one.progress,
            _("{done} of {count} tasks done").format(done=number(one.done), count=number(one.count)),
        )
        for one in plan.priorities
    ]  # fmt: skip


def _by_owner(plan: PlanTree, today: date) -> list[tuple[str, int, str]]:
    """The innermost parts that each owner has, and how many of them are late; those without an owner stand last."""
    has = defaultdict(list)
    for task in all_tasks(plan):
        if not task.items and task.status != "dropped":
            has[task.owner].append(task)
    rows = []
    for owner in sorted(has, key=lambda name: (not name, name.casefold())):
        tasks = has[owner]
        words = ngettext("{count} part", "{count} parts", len(tasks)).format(count=number(len(tasks)))
        behind = sum(late(task, today) for task in tasks)
        if behind:
            words += ", " + _("{count} late").format(count=number(behind))
        rows.append((owner or _("No owner"), sum(task.progress for task in tasks) // len(tasks), words))
    return rows
