"""How far the plan is: a bar for each priority and each owner, with the same figures in words beside them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from iopd_desktop.actions.plan_reads import PlanTree
from iopd_desktop.views.kit.bar_row import BarRow
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.pieces import ground, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.title_row import TitleRow
from iopd_desktop.views.tasks.plan import KINDS, Today, all_tasks, shown_plan
from iopd_desktop.views.tasks.plan_rows import late
from iopd_desktop.words import _, ngettext, number


class ProgressPage(LivePage):
    """Progress by priority and by owner."""

    def __init__(self, office: Office, declared: Any = None, today: Today = date.today) -> None:
        super().__init__()
        ground(self, "surface")
        self._office, self._today = office, today
        self._title = TitleRow(_("Progress"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(_("Progress"))
        inside = ground(QWidget(), "surface")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(px(20), px(4), px(20), px(16))
        self._column.setSpacing(0)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._title)
        whole.addWidget(area, 1)
        self._read()

    def _read(self) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        plan = shown_plan(self._office)
        if plan is None:
            self._column.addWidget(label(_("No work plan yet"), "body", "text2"))
        else:
            self._title.set_title(_("Progress {year}").format(year=plan.year))
            self._title.set_count(_("{percent} % done").format(percent=plan.progress))
            self._section(_("By priority"), _by_priority(plan))
            self._section(_("By owner"), _by_owner(plan, self._today()))
        self._column.addStretch(1)

    def _section(self, head: str, rows: Sequence[tuple[str, int, str]]) -> None:
        words = label(head, "section", "text2")
        words.setContentsMargins(0, px(12), 0, px(4))
        self._column.addWidget(words)
        for name, percent, told in rows:
            figure = _("{percent} %").format(percent=percent)
            self._column.addWidget(BarRow(name, percent / 100, figure, told, track=True))

    def reload(self, kinds: set[str]) -> None:
        if kinds & KINDS:
            self._read()

    def enter(self) -> None:
        self._read()


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
