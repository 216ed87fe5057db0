"""What comes back on paper is entered in a window that stays open until the stack is through."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.store import Store
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.pieces import button, label
from iopd_desktop.words import _


class PaperEntry(Dialog):
    """Begins with a code that is scanned or typed. Enter goes on, Ctrl+Enter enters, the last paper can be undone."""

    def __init__(self, parent: QWidget | None, store: Store, event: str, *, title: str, deed: str, code: str) -> None:
        with store.read() as read:
            self.event_title = read.title("event", event)
        super().__init__(parent, title, self.event_title, deed, tells=True)
        self.store, self.event_id = store, event
        self.code = self.ask(code)
        self.code.textEdited.connect(self.another)
        self.code.left.connect(self.look_up)
        self.whose = label("", "strong", wrap=True)
        self.body.addWidget(self.whose)
        self.deed.setDefault(False)  # a scanner ends with Enter: it must not enter a paper before it was looked at

    def finish(self, keys: str) -> None:
        """Under what is asked: its keys, and what was entered last."""
        self.explain(keys)
        self._entered = label("", "small", "ok", wrap=True)
        self.body.addWidget(self._entered)
        self._undo = button(_("Undo"), self._take_back, look="link", icon="undo")
        self.offer(self._undo)
        self._undo.hide()

    def another(self) -> None:
        """Another code is being typed."""
        self.whose.setText("")
        self.complain("")

    def look_up(self) -> bool:
        """Say which paper it is; False after saying what is wrong with its code."""
        return bool(self.code.text().strip())

    def entered(self, sentence: str) -> None:
        """Say what was entered, with its undo, and make ready for the next paper."""
        self._entered.setText(sentence)
        self._undo.setProperty("step", self.store.last_step())
        self._undo.show()
        self.code.clear()
        self.another()
        self.code.setFocus()

    def _take_back(self) -> None:
        try:
            self.store.undo(self._undo.property("step"))
        except Refused as refused:
            self.complain(str(refused))
            return
        self._entered.setText(_("The last paper was taken back"))
        self._undo.hide()
        self.code.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.try_it()
        elif isinstance(here, QAbstractButton):
            here.click()
        elif isinstance(here, Line) and (here is not self.code or self.look_up()):
            self.focusNextChild()
            for area in self.findChildren(QScrollArea):  # on a low screen what is asked scrolls
                if area.isAncestorOf(self.focusWidget()):
                    area.ensureWidgetVisible(self.focusWidget())
