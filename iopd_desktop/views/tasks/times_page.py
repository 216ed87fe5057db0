"""Tasks that repeat, and each of their times in the year as a switch: the newsletter's twelve months."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from iopd_desktop.actions.plan_reads import TaskNode
from iopd_desktop.actions.progressing import tick, times
from iopd_desktop.models.tasks import REPEATS
from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.empty import Nothing
from iopd_desktop.views.kit.flow import Flow
from iopd_desktop.views.kit.months import month_name
from iopd_desktop.views.kit.office import Aim, Office
from iopd_desktop.views.kit.pieces import button, ground, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.tasks.plan import all_tasks, no_plan, set_form_year, shown_plan
from iopd_desktop.views.tasks.plan_rows import name_of, shortened
from iopd_desktop.views.tasks.tasks_page import TasksPage
from iopd_desktop.words import _, number


class TimesPage(TasksPage):
    """A row of switches for each task that repeats; arrows move along the row, Space ticks a time off."""

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__(office, _("Repeating"))
        self._inside = ground(QWidget(), "surface")
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(px(20), px(8), px(16), px(16))
        self._lines.setSpacing(px(4))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(_("Tasks that repeat"))
        area.setWidget(self._inside)
        self.put(area, 1)
        self._switches: dict[tuple[str, str], QPushButton] = {}
        self._shown: list[tuple[str, str]] = []
        self.read()

    def read(self) -> None:
        plan = shown_plan(self.office)
        repeating = [task for task in all_tasks(plan) if task.repeats] if plan else []
        self.say(None if repeating else self._nothing() if plan else no_plan(self.office))
        if plan is None or not repeating:
            return
        self.title.set_count(number(len(repeating)))
        set_form_year(self.form, plan.year)
        with self.office.store.read() as reader:
            told = {task.id: times(reader, task.id, plan.year) for task in repeating}
        wanted = [(id, period) for id, each in told.items() for period, _done in each]
        if wanted != self._shown:
            self._build(repeating, told)
            self._shown = wanted
        for id, each in told.items():
            for period, done in each:
                self._show(self._switches[id, period], done)

    def _nothing(self) -> Nothing:
        words = _("Say in a task's form that it repeats: its times in the year then stand here to be ticked off.")
        return _("Nothing repeats"), words, _("Open the plan"), lambda: self.office.narrow(Aim("tasks", "plan"))

    def _build(self, repeating: list[TaskNode], told: dict[str, list[tuple[str, bool]]]) -> None:
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._switches = {}
        for task in repeating:
            words = f"{task.number} {name_of(task)}".strip()
            head = button(words, partial(self.show_beside, task.id, focus=True), look="link")
            self._lines.addWidget(head, 0, Qt.AlignmentFlag.AlignLeading)
            self._lines.addWidget(label(_(REPEATS[task.repeats or "yearly"]), "small", "text3"))
            box = QWidget()
            flow = Flow(box, px(4))
            for period, _done in told[task.id]:
                made = Switch(period_words(period))
                made.setAccessibleName(f"{words}, {period_words(period)}")
                made.clicked.connect(partial(self._tick, task, period))
                self._switches[task.id, period] = made
                flow.addWidget(made)
            self._lines.addWidget(box)
            self._lines.addSpacing(px(12))
        self._lines.addStretch(1)

    def _show(self, made: QPushButton, done: bool) -> None:
        made.setChecked(done)
        made.setIcon(icons.icon("tick" if done else "minus", "ok" if done else "text3"))

    def _tick(self, task: TaskNode, period: str, _checked: bool = False) -> None:
        done = self._switches[task.id, period].isChecked()
        form = _("{period} done: {task}") if done else _("{period} not done: {task}")
        title = form.format(period=period_words(period), task=shortened(name_of(task)))
        if not self.change(title, lambda work: tick(work, task.id, period, done)):
            self.read()

    def open(self, id: str) -> bool:
        found = next((made for (task, _period), made in self._switches.items() if task == id), None)
        if found:
            found.setFocus()
        return found is not None

    def leave_form(self) -> None:
        self.put_away()
        self._inside.setFocus()


class Switch(QPushButton):
    """One time of a task; arrow keys go to its neighbours."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Right if self.isLeftToRight() else Qt.Key.Key_Left
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(event.key() == forward)
        else:
            super().keyPressEvent(event)


def period_words(period: str) -> str:
    """A time of a year as a person names it: "May", "quarter 2", "week 7"."""
    part = period.partition("-")[2]
    if part.startswith("Q"):
        return _("Quarter {number}").format(number=part[1:])
    if part.startswith("W"):
        return _("Week {number}").format(number=int(part[1:]))
    return month_name(int(part)) if part else period
