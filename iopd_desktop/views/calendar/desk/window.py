"""The desk's own window: one field, large rows, the walk-in beside it, counters over it, undo under it."""

import platform
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from iopd_desktop.actions.checking_in import Desk
from iopd_desktop.actions.hall_reads import Guest
from iopd_desktop.views.calendar.desk.badge import BadgePrinter
from iopd_desktop.views.calendar.desk.counters import Counters
from iopd_desktop.views.calendar.desk.door import Door
from iopd_desktop.views.calendar.desk.head import desk_head
from iopd_desktop.views.calendar.desk.kiosk import Kiosk
from iopd_desktop.views.calendar.desk.last_actions import Done, LastActions
from iopd_desktop.views.calendar.desk.leaving import may_leave, show_wordings
from iopd_desktop.views.calendar.desk.paper import enter_scanned, enter_sheets, enter_slips
from iopd_desktop.views.calendar.desk.queue import Queue
from iopd_desktop.views.calendar.desk.walk_in import Entered, WalkInForm
from iopd_desktop.views.calendar.desk.work_column import WorkColumn
from iopd_desktop.views.kit.office import Changes, Office
from iopd_desktop.views.kit.pieces import ground, key_words, label, rule
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.strips import Hint
from iopd_desktop.words import _


class DeskWindow(QWidget):
    """Shows nothing of the program but one event; the rest is behind it until the desk is closed.

    `closed` is said when the program may come back.
    """

    closed = Signal()

    def __init__(self, office: Office, event: str, *, author: str = "") -> None:
        super().__init__()
        ground(self, "surface")
        self.store = office.store
        self.door = Door(office.store, event, Desk(platform.node(), author), self)
        self.badges = BadgePrinter(office, self.door, self)
        self._may_close = False
        self.setWindowTitle(_("Event desk, {event}").format(event=self.door.title))
        self._build()
        self._changes = Changes(office.store, self)
        self._changes.came.connect(self._heard)
        self.door.done.connect(self._did)
        self.door.stopped.connect(self._stop)
        self.badges.failed.connect(self._stop)
        keys = {"Ctrl+N": self._walk_in, "Ctrl+Z": self.last.undo_latest, "Ctrl+F": self.queue.field.setFocus}
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act)
        self._count()
        self.queue.field.setFocus()

    def _build(self) -> None:
        self.queue, self.last, self.counters = Queue(self.door.guests), LastActions(), Counters()
        self.queue.wanted.connect(self._deed)
        self.queue.paper.connect(partial(enter_scanned, self, self.door))
        self.last.undo_wanted.connect(self._undo)
        self.form = WalkInForm(
            self.door.organisations, self._twin, self.door.version, _("Add and check in"), key="Ctrl+Enter", badges=True
        )
        self.form.entered.connect(self._register)
        self.form.asked.connect(partial(show_wordings, self, self.door))
        self.form.left.connect(self.queue.field.setFocus)
        self._stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._head = desk_head(
            self.door, self.queue.field.setFocus,
            (
                (_("Visitors type themselves"), self._open_kiosk),
                (_("Enter a sign-in sheet…"), partial(enter_sheets, self, self.door)),
                (_("Enter consent slips…"), partial(enter_slips, self, self.door)),
                (_("Close the desk"), self.close),
            ),
        )  # fmt: skip
        self._stack.addWidget(self._desk())
        self.kiosk = Kiosk(self.door)
        self.kiosk.left.connect(self._leave_kiosk)
        self._stack.addWidget(self.kiosk)

    def _desk(self) -> QWidget:
        made = ground(QWidget(), "surface")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, rule("line2"), self.counters, rule("line2")):
            column.addWidget(widget)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(WorkColumn(self.queue, self.last), 73)
        middle.addWidget(self._beside(), 27)
        column.addLayout(middle, 1)
        return made

    def _beside(self) -> QWidget:
        made = ground(QWidget(), "chrome")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(24), px(14), px(20), 0)
        head.addWidget(label(_("Walk-in"), "lead"))
        head.addStretch(1)
        head.addWidget(label(key_words("Ctrl+N"), "small", "text2"))
        column.addLayout(head)
        scroll = QScrollArea()
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(scroll, 1)
        needed = self.form.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width()
        made.setMinimumWidth(max(px(330), needed))
        made.setMaximumWidth(max(px(400), needed))
        return made

    def _deed(self, guest: Guest, deed: str) -> None:
        deeds = {"in": self.door.let_in, "out": self.door.let_out, "badge": self.badges.print_one}
        if deeds[deed](guest):
            self.queue.clear()
            if guest.no_photos and deed != "out":
                self.queue.stop(_("{name} wants no photographs").format(name=guest.name))

    def _stop(self, sentence: str, again: str = "") -> None:
        """What the door refused stands where the hands are, with what the same key again does."""
        words = f"{sentence}. {again}" if again else sentence
        self.queue.stop(words)
        focused = self.focusWidget()
        if focused and self.form.isAncestorOf(focused):
            self.form.wrong.show_hints([Hint(words)])

    def _did(self, done: Done) -> None:
        self.last.add(done)
        self._count_soon()

    def _walk_in(self) -> None:
        text = self.queue.field.text()
        self.form.begin("" if any(char.isdigit() or char == "@" for char in text) else text)

    def _register(self, entered: Entered) -> None:
        if id := self.door.register(entered):
            self.form.clear()
            self.queue.clear()
            if entered.badge and (guest := self.door.guests.get(id)):
                self.badges.print_one(guest)

    def _twin(self, name: str, email: str) -> Hint | None:
        twin = self.door.guests.likely(name, email)
        if twin is None:
            return None
        words = _("Registered already: {name}, {organisation}").format(name=twin.name, organisation=twin.place)
        return Hint(words, _("Use this"), partial(self._use, twin))

    def _use(self, twin: Guest) -> None:
        self.form.clear()
        self._deed(twin, "in")

    def _undo(self, step: str) -> None:
        if self.door.take_back(step):
            gone = self.last.forget(step)
            if gone:
                self.queue.notice.show_hints([Hint(_("Taken back: {title}").format(title=f"{gone.deed}, {gone.name}"))])
            self.queue.seek(self.queue.field.text())
            self._count_soon()
        self.queue.field.setFocus()

    def _heard(self, kinds: set[str]) -> None:
        if kinds & {"registration", "check_in"}:
            self._count_soon()

    def _count_soon(self) -> None:
        """Count after what was typed is painted: several deeds in a row are counted once."""
        if not self.property("counting"):
            self.setProperty("counting", True)
            QTimer.singleShot(0, self, self._count)

    def _count(self) -> None:
        self.setProperty("counting", False)
        found, ours = self.door.counts()
        if found.here != sum(1 for guest in self.door.guests.all() if guest.state == "here"):
            self.door.read_again()
        self.counters.show_attendance(found, ours, self.door.desk.name)
        if not self.queue.field.text():
            self.queue.tell()

    def _open_kiosk(self) -> None:
        self.kiosk.begin()
        self._stack.setCurrentWidget(self.kiosk)

    def _leave_kiosk(self) -> None:
        if may_leave(self, self.store, _("Leave the page of the visitors")):
            self._stack.setCurrentIndex(0)
            self.queue.clear()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close and not may_leave(self, self.store, _("Close the desk")):
            event.ignore()
            return
        self._changes.stop()
        self.closed.emit()
        super().closeEvent(event)

    def shut(self) -> None:
        """Close without asking, because the whole program ends."""
        self._may_close = True
        self.close()


def open_desk(page: Any) -> None:
    """Open the desk of the chosen entry of the calendar, in the place of the program."""
    office: Office = page.office
    chosen = page.selected() or ([page.form.id] if page.form.id else [])
    if len(chosen) != 1:
        page.complain(_("Choose the entry of the calendar whose desk is to be opened"))
        return
    page.keep_all()
    main = page.window()
    desk = DeskWindow(office, chosen[0], author=office.store.author)
    desk.closed.connect(main.show)
    main.desk = desk
    desk.showMaximized()
    main.hide()
