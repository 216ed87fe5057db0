"""Consent slips are entered by their numbers, one after the other, by scanner and keys alone."""

from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QScrollArea, QWidget

from iopd_desktop.actions.allowing import ASKED_AT_EVENTS
from iopd_desktop.actions.hall_reads import Guests
from iopd_desktop.actions.slips import Given, day_told, enter_slip, not_entered, slip_called, slip_number
from iopd_desktop.models.members import LANGUAGE_NAMES, PURPOSES
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import Registration
from iopd_desktop.store.store import Store
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.editors.picked import TickBox
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.pieces import button, label
from iopd_desktop.words import _, day, today


class SlipEntry(Dialog):
    """Stays open until the stack is through. Each slip is a step of its own, and the last one can be taken back."""

    def __init__(self, parent: QWidget, store: Store, event: str, by: str = "") -> None:
        with store.read() as read:
            title = read.title("event", event)
            self._guests = Guests(read, event)
        super().__init__(parent, _("Enter consent slips"), title, _("Enter this slip"))
        self._store, self._event, self._by = store, event, by
        self._slip: dict[str, Any] | None = None
        self._build()

    def _build(self) -> None:
        self.number = self.ask(_("Number of the slip, or scan it"))
        self.number.setPlaceholderText("17-3")
        self.number.textEdited.connect(self._another)
        self.number.left.connect(self._look_up)
        self._whose = label("", "strong", wrap=True)
        self.body.addWidget(self._whose)
        self.who = self.ask(_("Who signed it: name, ticket or code on the badge"))
        names = QStringListModel(self)
        completer = QCompleter(names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.who.setCompleter(completer)
        self.who.textEdited.connect(lambda text: names.setStringList(self._names(text)))
        self.boxes = {purpose: TickBox(_(PURPOSES[purpose])) for purpose in ASKED_AT_EVENTS}
        for box in self.boxes.values():
            self.body.addWidget(box)
        self.date = self.ask(_("Day on the slip"), text=day(today()))
        self.explain(_("Enter goes on, Space ticks, Ctrl+Enter enters the slip."))
        self._entered = label("", "small", "ok", wrap=True)
        self.body.addWidget(self._entered)
        self._undo = button(_("Undo"), self._take_back, look="link", icon="undo")
        self.offer(self._undo)
        self._undo.hide()
        self.cancel.setText(_("Close"))
        self.deed.setDefault(False)  # a scanner ends with Enter: it must not enter the slip before anything is ticked
        self.number.setFocus()

    def _names(self, text: str) -> list[str]:
        return [guest.name for guest in self._guests.found(text, 8)[0]] if len(text.strip()) > 1 else []

    def _another(self) -> None:
        self._slip = None
        self._whose.setText("")
        self.complain("")

    def _look_up(self) -> bool:
        """Say whose the slip is and in which words it asks; False after saying what is wrong with its number."""
        text = self.number.text().strip()
        if self._slip or not text:
            return bool(self._slip)
        try:
            with self._store.read() as read:
                slip = slip_called(read, self._event, text)
                not_entered(read, slip)
                name = read.title(Registration.kind, slip["registration"]) if slip["registration"] else ""
        except (BadValue, Refused) as wrong:
            self.complain(str(wrong))
            self.number.selectAll()
            return False
        self._slip = slip
        code = slip["language"]
        told = {
            "number": slip_number(self._event, slip["number"]), "name": name or _("no name"),
            "language": _(LANGUAGE_NAMES[code]), "version": slip["version"] or "",
        }  # fmt: skip
        self._whose.setText(_("Slip {number}: {name}; wording {version} in {language}").format(**told))
        self.who.setEnabled(not name)
        self.who.setText(name)
        self.complain("")
        return True

    def try_it(self) -> None:
        """Enter the slip and make ready for the next one, or say what is wrong."""
        if not self._look_up():
            self.number.setFocus()
            return
        assert self._slip
        purposes = [purpose for purpose, box in self.boxes.items() if box.isChecked()]
        number = slip_number(self._event, self._slip["number"])
        who = "" if self._slip["registration"] else self.who.text()
        try:
            given = Given(purposes, day_told(self.date.text()), who)
            with self._store.work(_("Consent slip {number}").format(number=number)) as work:
                id = enter_slip(work, self._event, self.number.text(), given, by=self._by)
                name = str(work.get(Registration, id)["name"])
        except (BadValue, Refused) as wrong:
            self.complain(str(wrong))
            return
        self._done(number, name, purposes)

    def _done(self, number: str, name: str, purposes: list[str]) -> None:
        allowed = ", ".join(self.boxes[purpose].text() for purpose in purposes) or _("nothing")
        words = _("Slip {number} is entered. {name} allows: {purposes}")
        self._entered.setText(words.format(number=number, name=name, purposes=allowed))
        self._undo.setProperty("step", self._store.last_step())
        self._undo.show()
        for line in (self.number, self.who):
            line.clear()
        self.who.setEnabled(True)
        for box in self.boxes.values():
            box.setChecked(False)
        self._another()
        self.number.setFocus()

    def _take_back(self) -> None:
        try:
            self._store.undo(self._undo.property("step"))
        except Refused as refused:
            self.complain(str(refused))
            return
        self._entered.setText(_("The slip was taken back"))
        self._undo.hide()
        self.number.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.try_it()
        elif isinstance(here := self.focusWidget(), TickBox):
            here.click()
        elif not isinstance(here, Line):
            super().keyPressEvent(event)
        elif here is not self.number or self._look_up():
            self.focusNextChild()
            for area in self.findChildren(QScrollArea):  # on a low screen what is asked scrolls
                area.ensureWidgetVisible(self.focusWidget())
