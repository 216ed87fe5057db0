"""The plan of a year: its tree with progress, owners, dates and bands, and the form of the chosen task."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iopd_desktop.actions.planning import copy_plan
from iopd_desktop.models.tasks import Task
from iopd_desktop.views.kit.commands import Command, Needs
from iopd_desktop.views.kit.filter_row import FilterButton
from iopd_desktop.views.kit.lines import SearchLine
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.tasks.plan import (
    PROGRESS_PAPER,
    all_tasks,
    no_plan,
    print_plan,
    set_form_year,
    shown_plan,
)
from iopd_desktop.views.tasks.plan_deeds import give_progress, move_progress, state_deed, type_cell
from iopd_desktop.views.tasks.plan_rows import late, rows_of, sought
from iopd_desktop.views.tasks.plan_tree import PlanTree
from iopd_desktop.views.tasks.priorities_row import PrioritiesRow
from iopd_desktop.views.tasks.tasks_page import TasksPage
from iopd_desktop.words import N_, _, ngettext, number, today


class PlanPage(TasksPage):
    """The tree of a work plan. The form opens with Enter, and Escape closes it, so that the year has room."""

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__(office, _("Plan"))
        self._copy = self.title.add(_("Copy to next year"), self.copy_on, icon="copies")
        self._print = self.title.add(_("Plan PDF"), self.print, icon="file")
        self._new = self.title.primary(_("New task"), self.begin, key="Ctrl+N")
        self.search = SearchLine(_("Search in the plan"), _("Search in the plan  (Ctrl+F)"))
        self.search.setMaximumWidth(px(250))
        self.search.textChanged.connect(self.read)
        self.states = FilterButton(Task.fields["status"], office.records)
        self.states.changed.connect(self.read)
        self.priorities = PrioritiesRow()
        self.tree = PlanTree(_("Work plan"))
        self.search.down.connect(self.tree.setFocus)
        self.tree.chosen.connect(self._chosen)
        self.tree.opened.connect(lambda id: self.show_beside(id, focus=True))
        self.tree.typed.connect(self._type_on)
        self.tree.progress_set.connect(lambda percent: give_progress(self, self.tree.ids(), percent))
        self.tree.progress_moved.connect(lambda by: move_progress(self, self.tree.ids(), by))
        # Queued, so that the cell's editor has closed before the change moves the keyboard.
        self.tree.rows.typed.connect(partial(type_cell, self), Qt.ConnectionType.QueuedConnection)
        self.put(self._search_row())
        self.put(self.tree, 1)
        self.read()

    def _search_row(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(px(20), px(4), px(16), px(6))
        row.setSpacing(px(20))
        row.addWidget(self.search, 2)
        row.addWidget(self.priorities, 4)
        row.addStretch(1)
        row.addWidget(self.states)
        return made

    def commands(self) -> tuple[Command, ...]:
        return (*COMMANDS, *self.office.ordinary)

    def read(self) -> None:
        self.plan = shown_plan(self.office)
        self._copy.setEnabled(self.plan is not None)
        self._print.setEnabled(self.plan is not None)
        self._new.setVisible(self.plan is not None)
        self.say(None if self.plan else no_plan(self.office))
        if self.plan is None:
            return
        set_form_year(self.form, self.plan.year)
        rows = rows_of(self.plan, sought(self.search.text(), set(self.states.values)))
        self.tree.show_plan(rows, self.plan.year, today())
        self.priorities.show_priorities([one for one in self.plan.priorities if one.id])
        tasks = sum(one.count for one in self.plan.priorities)
        words = ngettext("{count} task", "{count} tasks", tasks).format(count=number(tasks))
        self.title.set_title(_("Plan {year}").format(year=self.plan.year))
        self.title.set_count(_("{tasks}, {percent} % done").format(tasks=words, percent=self.plan.progress))
        self._tell()

    def _tell(self) -> None:
        if self.plan is None:
            return
        everything, now = all_tasks(self.plan), today()
        tasks = sum(one.count for one in self.plan.priorities)
        parts = sum(not task.items for task in everything)
        behind = sum(late(task, now) for task in everything)
        alone = sum(not task.owner and not task.items for task in everything)
        told = [
            ngettext("{count} task", "{count} tasks", tasks).format(count=number(tasks)),
            ngettext("{count} part", "{count} parts", parts).format(count=number(parts)),
            _("{count} late").format(count=number(behind)) if behind else "",
            _("{count} without owner").format(count=number(alone)) if alone else "",
        ]
        self.told.emit("   ".join(part for part in told if part))
        self.commands_changed.emit()

    def _chosen(self, ids: list[str]) -> None:
        if ids and not self.form.isHidden():
            self.show_beside(ids[0])
        self._tell()

    def _type_on(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + text)

    @property
    def year(self) -> int:
        """The year of the plan that is shown."""
        return self.plan.year if self.plan else today().year

    def begin(self) -> None:
        """Begin a new task beside the chosen one: in its priority, its group, and what it is part of."""
        if self.plan is None:
            return
        given: dict[str, Any] = {"plan": self.plan.id}
        if ids := self.tree.ids():
            chosen = self.office.records.seek(Task.kind, ids[0]) or {}
            given |= {name: chosen.get(name) for name in ("priority", "group", "parent") if chosen.get(name)}
        self.begin_with(given)

    def copy_on(self) -> None:
        """Copy the plan to the next year, and show the copy."""
        if self.plan is None:
            return
        plan, year = self.plan.id, self.plan.year + 1
        if self.change(_("Copy the plan to {year}").format(year=year), lambda work: copy_plan(work, plan, year)):
            self.show_year(year)

    def show_year(self, year: int) -> None:
        """Show the plan of another year."""
        self.office.settings.set("tasks/year", year)
        self.read()

    def print(self) -> None:
        """Make the plan as a document."""
        if self.plan is not None:
            print_plan(self, self.office, self.plan.year)

    def remove(self) -> None:
        """Remove the selected tasks."""
        if ids := self.tree.ids():
            self.office.say(self.office.records.remove(Task.kind, ids))
            self.put_away()

    def selected(self) -> list[str]:
        return self.tree.ids()

    def seek(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def open(self, id: str) -> bool:
        if not self.tree.choose(id):
            self.search.clear()
            self.states.set_values([])
            self.read()
        return self.tree.choose(id)

    def leave_form(self) -> None:
        self.put_away()
        self.tree.setFocus()


COMMANDS = (
    Command("new", N_("New task"), PlanPage.begin, "Ctrl+N", icon="plus"),
    Command("task-doing", N_("Under way"), state_deed("doing"), "Ctrl+Shift+U", Needs.SOME),
    Command("task-waiting", N_("Waiting"), state_deed("waiting"), "Ctrl+Shift+W", Needs.SOME),
    Command("task-done", N_("Done"), state_deed("done"), "Ctrl+Shift+D", Needs.SOME, icon="tick"),
    Command("task-open", N_("Not begun"), state_deed("open"), "", Needs.SOME),
    Command("task-dropped", N_("Dropped"), state_deed("dropped"), "", Needs.SOME),
    Command("remove", N_("Remove"), PlanPage.remove, "Del", Needs.SOME, icon="trash"),
    Command("copy-plan", N_("Copy the plan to the next year"), PlanPage.copy_on, menu="tools", icon="copies"),
    Command("plan-pdf", N_("Work plan as PDF"), PlanPage.print, menu="reports", icon="file"),
    PROGRESS_PAPER,
)
