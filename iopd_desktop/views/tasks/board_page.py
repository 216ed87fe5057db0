"""The board of a plan's tasks: arrows walk, Ctrl with an arrow moves a card to the next state."""

from typing import Any

from iopd_desktop.actions.progressing import set_status
from iopd_desktop.models.tasks import TASK_STATES, Task
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.tasks.board import Board
from iopd_desktop.views.tasks.plan import all_tasks, no_plan, no_tasks, set_form_year, shown_plan
from iopd_desktop.views.tasks.plan_rows import shortened
from iopd_desktop.views.tasks.tasks_page import TasksPage
from iopd_desktop.words import _, ngettext, number, today


class BoardPage(TasksPage):
    """The innermost parts of a plan as cards in columns by their state."""

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__(office, _("Board"))
        self.board = Board()
        self.board.chosen.connect(self.show_chosen)
        self.board.opened.connect(lambda id: self.show_beside(id, focus=True))
        self.board.moved.connect(self.move_task)
        self.put(self.board, 1)
        self.read()

    def read(self) -> None:
        plan = shown_plan(self.office)
        if plan is None:
            self.title.set_title(_("Board"))
            self.say(no_plan(self.office))
            return
        set_form_year(self.form, plan.year)
        parts = [task for task in all_tasks(plan) if not task.items]
        self.board.show_tasks(parts, plan.year, today())
        self.say(None if parts else no_tasks(self, plan))
        words = ngettext("{count} part", "{count} parts", len(parts)).format(count=number(len(parts)))
        self.title.set_title(_("Board {year}").format(year=plan.year))
        self.title.set_count(words)
        self.told.emit(words)

    def move_task(self, id: str, state: str) -> None:
        """Give a task another state; its card keeps the keyboard where it arrives."""
        task = shortened(self.office.records.title(Task.kind, id))
        title = _("{task}: {state}").format(task=task, state=_(TASK_STATES[state]))
        if self.change(title, lambda work: set_status(work, [id], state)):
            self.read()
            self.board.choose(id)

    def selected(self) -> list[str]:
        current = self.board.current()
        return [current] if current else []

    def open(self, id: str) -> bool:
        return self.board.choose(id)

    def leave_form(self) -> None:
        self.put_away()
        self.board.choose(self.board.current())
