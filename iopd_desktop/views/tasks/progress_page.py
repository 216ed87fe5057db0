"""How far the plan is: a bar for each priority and each owner, with the same figures in words beside them."""

from collections import defaultdict
from datetime import date
from typing import Any

from iopd_desktop.actions.plan_reads import PlanTree
from iopd_desktop.views.kit.bar_row import Bar
from iopd_desktop.views.kit.bars_page import BarsPage
from iopd_desktop.views.kit.office import Aim, Office
from iopd_desktop.views.tasks.plan import KINDS, PROGRESS_PAPER, all_tasks, no_plan, shown_plan
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
            self.nothing(no_plan(self.office))
            return
        self.title.set_title(_("Progress {year}").format(year=plan.year))
        words = _("{percent} % done").format(percent=plan.progress)
        self.title.set_count(words)
        self.told.emit(words)
        for head, column, told, bars in (
            (_("By priority"), _("Priority"), _("Tasks"), _by_priority(plan)),
            (_("By owner"), _("Owner"), _("Parts"), _by_owner(plan, today())),
        ):
            self.chart(head, bars, (column, _("Done"), told), track=True)


def _by_priority(plan: PlanTree) -> list[Bar]:
    return [
        Bar(
            f"{one.code}  {one.name}".strip() or _("Without a priority"), one.progress,
            _("{percent} %").format(percent=one.progress),
            _("{done} of {count} tasks done").format(done=number(one.done), count=number(one.count)),
            aim=Aim("tasks", "all", {"priority": [one.id or ""]}),
        )
        for one in plan.priorities
    ]  # fmt: skip


def _by_owner(plan: PlanTree, today: date) -> list[Bar]:
    """The innermost parts that each owner has, and how many of them are late; those without an owner stand last."""
    has = defaultdict(list)
    for task in all_tasks(plan):
        if not task.items and task.status != "dropped":
            has[task.owner].append(task)
    bars = []
    for owner in sorted(has, key=lambda name: (not name, name.casefold())):
        tasks = has[owner]
        words = ngettext("{count} part", "{count} parts", len(tasks)).format(count=number(len(tasks)))
        behind = sum(late(task, today) for task in tasks)
        if behind:
            words += ", " + _("{count} late").format(count=number(behind))
        percent = sum(task.progress for task in tasks) // len(tasks)
        aim = Aim("tasks", "all", search=owner) if owner else None
        bars.append(Bar(owner or _("No owner"), percent, _("{percent} %").format(percent=percent), words, aim=aim))
    return bars
