"""An ordinary page: a list of records, and the form of the chosen one beside it."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from iopd_desktop.views.kit.commands import Command, Needs
from iopd_desktop.views.kit.empty import Way
from iopd_desktop.views.kit.kept_views import VIEW_COMMANDS, KeptViews
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.painted import after_paint
from iopd_desktop.views.kit.pieces import ground
from iopd_desktop.views.kit.record_list import RecordList
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.tab import Sheet
from iopd_desktop.words import N_, _

if TYPE_CHECKING:
    from iopd_desktop.views.kit.record_form import RecordForm

FORM_AFTER = 30
"""Milliseconds after the painting of the list until its form is made: a key that was typed meanwhile comes first."""
BELOW = 1100
"""Under this width of the window, in measures of the look, the form stands below the list."""
LOW = 420
"""Under this height a narrow page shows the list or the form: Enter opens the form, Escape goes back."""


class RecordPage(LivePage):
    """List and form of one kind of record, as a Sheet declares them. `place` names it for its saved views."""

    def __init__(self, office: Office, sheet: Sheet) -> None:
        super().__init__()
        self.office, self.sheet, self.place = office, sheet, sheet.name
        self.exchanged = sheet.record
        self.list = RecordList(office, sheet, _ways(self))
        self._form: RecordForm | None = None
        self._inside = False
        for command in self.commands():
            if command.button:
                act = partial(command.act, self)
                self.list.title.add(command.shown(), act, icon=command.icon, key=command.key)
        if sheet.new:
            self.list.title.primary(_(sheet.new), self.begin, key="Ctrl+N")
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.list)
        self._detail = QWidget()
        ground(self._detail, "surface")
        self._slot = QVBoxLayout(self._detail)
        self._slot.setContentsMargins(0, 0, 0, 0)
        self._detail.setMinimumWidth(px(340))
        self.split.addWidget(self._detail)
        self.split.setStretchFactor(0, 1)
        # The page fits any window: its halves stand below one another before they are too narrow.
        self.setMinimumSize(min(px(480), 800), 320)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)
        self.list.chosen.connect(self._chosen)
        self.list.begin.connect(self.begin)
        self.list.counted.connect(self._tell)
        self.list.table.opened.connect(lambda: self._enter_form(inside=True))
        self.list.table.remove_wanted.connect(self.remove)
        self.views = KeptViews(self)
        self._detail.setVisible(bool(self.list.table.ids()))
        self._later = QTimer(self, singleShot=True, interval=FORM_AFTER)
        self._later.timeout.connect(lambda: self._chosen(self.list.table.ids(), wait=False))
        after_paint(self.list.table.viewport(), self._later.start)

    @property
    def form(self) -> "RecordForm":
        """The form, made when it is first needed: the list is painted before."""
        if self._form is None:
            from iopd_desktop.views.kit.record_form import RecordForm

            sheet, records = self.sheet, self.office.records
            self._form = made = RecordForm(
                sheet.record, records, fields=sheet.fields, parts=sheet.panels(), chips=sheet.chips,
                hints=sheet.hints, counted=sheet.beside, deeds=sheet.deeds, attach=self.office.attach,
                parent=self._detail,
            )  # fmt: skip
            made.made.connect(self._made)
            made.wanted.connect(self.office.go)
            made.back.connect(lambda: self._enter_form(inside=False))
            self._slot.addWidget(made)
            made.show()
            self._chosen(self.list.table.ids())
        return self._form

    def commands(self) -> tuple[Command, ...]:
        new = Command("new", self.sheet.new, RecordPage.begin, "Ctrl+N", icon="plus")
        mine = (new,) if self.sheet.new else ()
        remove = () if self.sheet.record.append_only else (BATCH, REMOVE)
        return (*mine, *self.sheet.commands, *remove, *LIST_COMMANDS, *self.office.ordinary)

    def _chosen(self, ids: list[str], wait: bool = True) -> None:
        if ids and wait and self._form is None:
            after_paint(self.list.table.viewport(), self._later.start)
        elif ids and ids[0] != self.form.id:
            self.form.show_id(ids[0])
            self._arrange(show=True)
        self._tell()

    def _enter_form(self, *, inside: bool = True) -> None:
        self._inside = inside
        self._arrange()
        if inside:
            self.form.fields.focus_first()
        else:
            self.list.table.setFocus()

    def _tell(self) -> None:
        self.told.emit(self.list.status())
        self.commands_changed.emit()

    def beginning(self) -> dict[str, Any]:
        """The page's own condition already says something of a new record."""
        own = {each.field: each.value for each in self.sheet.where if each.test == "is"}
        return {**own, **self.sheet.given}

    def begin(self) -> None:
        """Begin a new record in the form."""
        self._inside = True
        self._arrange(show=True)
        self.list.table.clearSelection()  # no record is in the form: none is meant by Remove, and a click shows it
        self.form.begin(self.beginning())

    def _made(self, id: str) -> None:
        self.list.reload()
        if not self.list.table.choose(id):
            self.form.show_id(id)
        self.office.say(_("Made: {record}").format(record=self.office.records.title(self.sheet.record.kind, id)))

    def remove(self) -> None:
        """Remove the selected records; it is undone from the toast."""
        ids, table = self.list.table.ids(), self.list.table
        if not ids or self.sheet.record.append_only:
            return
        place = table.currentIndex().row()
        self.office.remove(self, self.sheet.record.kind, ids, lambda done: self._removed(done, place))

    def _removed(self, done: str, place: int) -> None:
        table = self.list.table
        self.form.forget()
        self.list.reload()
        left = self.list.model.rowCount()
        if left:
            table.choose_place(min(place, left - 1))
        else:
            self._detail.hide()
        self.office.say(done)

    def selected(self) -> list[str]:
        return self.list.table.ids()

    def reload(self, kinds: set[str]) -> None:
        linked = {getattr(column.field.kind, "to", "") for column in self.list.model.columns if column.field}
        seen = {self.sheet.record.kind, *linked, *(kind for kind, _link in self.sheet.panels())}
        if "view" in kinds:
            self.views.tell()
        if kinds & seen:
            self.list.reload()
            if self._form is not None:
                self._form.reload()
                empty = not self.list.model.rowCount()
                self._detail.setVisible(not empty or self._form.fields.isEnabled())

    def seek(self) -> None:
        self.list.filters.search.setFocus()
        self.list.filters.search.selectAll()

    def open(self, id: str) -> bool:
        table = self.list.table
        if not table.choose(id):
            self.list.filters.clear()
            if not table.choose(id):
                return False
        table.setFocus()
        return True

    def keep_all(self) -> None:
        if self._form is not None:
            self._form.keep_all()
        self.list.keep_widths()

    def enter(self) -> None:
        self._tell()
        self.list.table.setFocus()

    def complain(self, sentence: str) -> None:
        self.list.wrong.complain(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, *, show: bool = False) -> None:
        """The form stands beside the list, below it where the window is narrow, in its place where it is low too."""
        narrow = self.window().width() < px(BELOW)
        if narrow and self.height() < px(LOW):
            self.list.setVisible(not self._inside)
            self._detail.setVisible(self._inside)
            self.split.setProperty("arranged", False)
            return
        self.list.show()
        if show or self.list.table.ids():
            self._detail.show()
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._detail.isHidden() or (self.split.property("arranged") and self.split.orientation() == wanted):
            return
        self.split.setOrientation(wanted)
        self.split.setProperty("arranged", True)
        size = self.height() if narrow else self.width()
        detail = size // 2 if narrow else max(px(360), min(px(400), size * 33 // 100))
        self.split.setSizes([size - detail, detail])


def _ways(page: RecordPage) -> list[Way]:
    """How a page with nothing on it is filled besides writing the first record: from a file."""
    about = _("A spreadsheet or a file of another program; the columns are matched for you.")
    return [
        Way(_("Import a list"), about, "import", partial(command.act, page), command.key)
        for command in page.office.ordinary
        if command.name == "import" and page.sheet.new
    ]


def _batch(page: RecordPage) -> None:
    from iopd_desktop.views.kit.dialogs.batch import ask_batch

    ask_batch(page)


BATCH = Command("batch", N_("Change a field of many…"), _batch, "Ctrl+Shift+E", Needs.SOME, icon="pencil")
REMOVE = Command("remove", N_("Remove"), RecordPage.remove, "Del", Needs.SOME, icon="trash")
LIST_COMMANDS = (
    Command("columns", N_("Columns…"), lambda page: page.list.choose_columns(), menu="view", icon="columns"),
    *VIEW_COMMANDS,
)
