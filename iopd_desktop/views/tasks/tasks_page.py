"""What the pages of a plan's tasks have in common."""

from iopd_desktop.views.kit.beside_page import BesidePage
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.tasks.plan import KINDS, task_form


class TasksPage(BesidePage):
    """A page that shows the plan in its own way: it reads it anew when its tasks change, with their form beside it."""

    def __init__(self, office: Office, title: str) -> None:
        super().__init__(office, title, task_form(office))

    def read(self) -> None:
        """Read the plan in view and show it."""

    def show_chosen(self, id: str) -> None:
        """A task was chosen: the form shows it where it is open."""
        if not self.form.isHidden():
            self.show_beside(id)
        self.commands_changed.emit()

    def reload(self, kinds: set[str]) -> None:
        if kinds & KINDS:
            self.read()
            if self.form.id and self.form.isVisible():
                self.form.reload()

    def enter(self) -> None:
        self.read()
