"""A page with a drawing or a tree of its own, and the form of the chosen record beside it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.store.reading import Missing
from iopd_desktop.views.kit.empty import Nothing, fill
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.pieces import ground
from iopd_desktop.views.kit.record_form import RecordForm
from iopd_desktop.views.kit.record_page import BELOW, LOW
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.strips import Strip
from iopd_desktop.views.kit.title_row import TitleRow

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

class BesidePage(LivePage):
    """Subclasses put their widgets under `title` with `put`, and show records in `form` as they are chosen."""

    def __init__(self, office: Office, title: str, form: RecordForm) -> None:
        super().__init__()
        self.office, self.form, self._at_form, self._beside = office, form, False, False
        # It fits any window: what is put here scrolls, or leaves where it is low.
        self.setMinimumSize(min(px(480), 800), 320)
        self.exchanged = form.record
        self.title, self.wrong = TitleRow(title), Strip("bad")
        self.main, self._filled = ground(QWidget(), "surface"), QWidget()
        self._column, self._body = QVBoxLayout(self._filled), QStackedWidget()
        self._body.addWidget(self._filled)
        around = QVBoxLayout(self.main)
        for column in (around, self._column):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        for widget in (self.title, self.wrong, self._body):
            around.addWidget(widget)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.main)
        self.split.addWidget(form)
        self.split.setStretchFactor(0, 1)
        form.setMinimumWidth(px(340))
        form.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)
        form.made.connect(self._made)
        form.wanted.connect(office.go)
        form.back.connect(self._out)
        form.back.connect(self.leave_form)

    def put(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget under what stands there."""
        self._column.addWidget(widget, stretch)

    def say(self, empty: Nothing | None) -> None:
        """Say in the place of what was put that there is nothing; None shows that again."""
        fill(self._body, empty)
        if empty is not None:
            self.title.set_count("")
            self.told.emit("")

    def show_beside(self, id: str, *, focus: bool = False) -> None:
        """Show a record in the form; with `focus` the keyboard goes to its first field."""
        if id != self.form.id:
            self.form.show_id(id)
        self._at_form = self._at_form or focus
        self._arrange(show=True)
        if focus:
            self.form.fields.focus_first()

    def begin_with(self, given: Mapping[str, Any]) -> None:
        """Begin a new record in the form, with values that are known already."""
        self._at_form = True
        self._arrange(show=True)
        self.form.begin(given)

    def put_away(self) -> None:
        """Show no form: what is chosen needs the room."""
        self._beside = self._at_form = False
        self.form.hide()

    def _out(self) -> None:
        self._at_form = False
        self._arrange()

    def leave_form(self) -> None:
        """The keyboard goes back from the form to what it belongs to."""

    def _made(self, id: str) -> None:
        self.form.show_id(id)
        self.open(id)

    def change(self, title: str, deed: "Callable[[Work], object]") -> bool:
        """Do something as one undoable step and say so; a refusal stands on the page."""
        self.wrong.hide()
        try:
            with self.office.store.work(title) as work:
                deed(work)
        except (BadValue, Refused, Missing) as wrong:
            self.complain(str(wrong))
            return False
        self.office.say(title)
        return True

    def keep_all(self) -> None:
        self.form.keep_all()

    def complain(self, sentence: str) -> None:
        self.wrong.complain(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, *, show: bool = False) -> None:
        """The form stands beside, below where the window is narrow, in the place of the rest where it is low too."""
        narrow = self.window().width() < px(BELOW)
        if narrow and self.height() < px(LOW):
            self._beside = self._beside or show
            self.main.setVisible(not self._at_form)
            self.form.setVisible(self._at_form)
            self.split.setProperty("arranged", False)
            return
        self.main.show()
        self._beside = self._beside or show
        self.form.setVisible(self._beside)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.form.isHidden() or (self.split.property("arranged") and self.split.orientation() == wanted):
            return
        self.split.setOrientation(wanted)
        self.split.setProperty("arranged", True)
        below = wanted == Qt.Orientation.Vertical
        size = self.height() if below else self.width()
        detail = size // 2 if below else max(px(360), min(px(400), size * 31 // 100))
        self.split.setSizes([size - detail, detail])
