"""The one field of the desk and the people it finds: letters, arrows and Enter, or a scan and Enter."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iopd_desktop.actions.badge_codes import SHEET_PREFIX, SLIP_PREFIX
from iopd_desktop.actions.hall_reads import Guests
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.views.calendar.desk.hit_list import HitList
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.pieces import ground, label
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.views.kit.strips import Hint, Strip
from iopd_desktop.words import _, number

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class Queue(QWidget):
    """`wanted` asks for what is to be done for somebody: in, out, or badge (which lets them in too).

    `paper` tells that the code of a consent slip or of a sign-in sheet was scanned.
    """

    wanted = Signal(object, str)
    paper = Signal(str)

    def __init__(self, guests: Guests) -> None:
        super().__init__()
        ground(self, "surface")
        self._guests = guests
        self.field = Line(_("Name, organisation, e-mail, or scan a badge"))
        self.field.setFont(font("entry"))
        self.field.setPlaceholderText(self.field.accessibleName())
        self.field.setProperty("look", "desk")
        self.field.textEdited.connect(self.seek)
        self.field.installEventFilter(self)
        self.hits, self.notice, self._said = HitList(), Strip("warn"), label("", "small", "text2", wrap=True)
        self._brief, self._told = False, ("", 0)
        self.hits.rows.done.connect(self._by_mouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._frame = QVBoxLayout()
        self._frame.addWidget(self.field)
        column.addLayout(self._frame)
        self._said.setContentsMargins(px(24), px(6), px(24), px(6))
        for inside, stretch in ((self.notice, 0), (self.hits, 1), (self._said, 0)):
            column.addWidget(inside, stretch)
        self._space()
        self.setFocusProxy(self.field)

    def _space(self) -> None:
        over, under = (4, 2) if self._brief else (12, 8)
        self._frame.setContentsMargins(px(24), px(over), px(24), px(under))

    def be_brief(self, brief: bool) -> None:
        """With little room the keys are told before anybody is sought, and a notice stands without a count."""
        if brief != self._brief:
            self._brief = brief
            self._space()
            self.tell(*self._told)
        self._said.setHidden(brief and not self.notice.isHidden())

    def high_without_people(self) -> int:
        """How high everything is but the people found."""
        column, people = self.layout(), self.hits.minimumSizeHint().height()
        return column.totalMinimumHeightForWidth(self.width()) - people if column else 0

    def seek(self, text: str) -> None:
        """Show whom a typed text finds."""
        found, count = self._guests.found(text)
        self.hits.rows.show_guests(found, text)
        self.notice.show_hints([])
        self.tell(text, count)

    def tell(self, text: str = "", count: int = 0) -> None:
        """Say how many are found, and by which keys one goes on."""
        self._told = (text, count)
        keys = _(
            "↑ ↓ choose, Enter checks in, Shift+Enter prints the badge too, Ctrl+Enter checks out, Esc clears, "
            "Ctrl+N is a walk-in."
        )
        self._said.setToolTip(keys)
        keys, whole = "" if self._brief and text.strip() else keys, number(len(self._guests))
        if not text.strip():
            told = _("{count} people are registered. {keys}").format(count=whole, keys=keys)
        elif count:
            told = _("{found} of {count} people. {keys}").format(found=number(count), count=whole, keys=keys)
        else:
            told = _("Nobody is found. Ctrl+N registers them as a walk-in.")
        self._said.setText(told.rstrip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """The keys of the one field that are not letters; True where it was one."""
        key = event.key()
        if key in _STEPS:
            self.hits.rows.step(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers()
            badge = "badge" if held & Qt.KeyboardModifier.ShiftModifier else "in"
            self._enter("out" if held & Qt.KeyboardModifier.ControlModifier else badge)
        elif key == Qt.Key.Key_Escape:
            self.clear()
        else:
            return False
        return True

    def _enter(self, deed: str) -> None:
        text = self.field.text().strip()
        if text.upper().startswith((SHEET_PREFIX, SLIP_PREFIX)):
            self.clear()
            self.paper.emit(text)
            return
        try:
            guest = (self._guests.by_code(text) if text else None) or self.hits.rows.current
        except BadValue as wrong:
            self.stop(str(wrong))
            self.field.selectAll()
            return
        if guest:
            self.wanted.emit(guest, deed)
        elif text:
            self.stop(_("Nobody is found. Ctrl+N registers them as a walk-in."))
        self.field.selectAll()  # the next scan writes over this one

    def _by_mouse(self, id: str) -> None:
        if guest := self._guests.get(id):
            self.wanted.emit(guest, "out" if guest.state == "here" else "in")

    def clear(self) -> None:
        """Make ready for the next person, and take the keyboard."""
        self.field.clear()
        self.seek("")
        self.field.setFocus()

    def stop(self, sentence: str) -> None:
        """Say what stops the hand."""
        self.notice.show_hints([Hint(sentence)])
