"""Consent slips are entered by their numbers, one after the other, by scanner and keys alone."""

from typing import Any

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QWidget

from iopd_desktop.actions.allowing import ASKED_AT_EVENTS
from iopd_desktop.actions.hall_reads import Guests
from iopd_desktop.actions.slips import Given, day_told, enter_slip, not_entered, slip_called, slip_number
from iopd_desktop.models.members import LANGUAGE_NAMES, PURPOSES
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import Registration
from iopd_desktop.store.store import Store
from iopd_desktop.views.calendar.desk.paper_entry import PaperEntry
from iopd_desktop.views.kit.ticks import TickBox
from iopd_desktop.words import _, day, today


class SlipEntry(PaperEntry):
    """Each slip is a step of its own."""

    def __init__(self, parent: QWidget | None, store: Store, event: str, by: str = "") -> None:
        super().__init__(
            parent, store, event, title=_("Enter consent slips"), deed=_("Enter this slip"),
            code=_("Number of the slip, or scan it"),
        )  # fmt: skip
        with store.read() as read:
            self._guests = Guests(read, event)
        self._by = by
        self._slip: dict[str, Any] | None = None
        self.code.setPlaceholderText("17-3")
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
        self.finish(_("Enter goes on, Space ticks, Ctrl+Enter enters the slip."))

    def _names(self, text: str) -> list[str]:
        return [guest.name for guest in self._guests.found(text, 8)[0]] if len(text.strip()) > 1 else []

    def another(self) -> None:
        self._slip = None
        super().another()

    def look_up(self) -> bool:
        """Say whose the slip is and in which words it asks; False after saying what is wrong with its number."""
        text = self.code.text().strip()
        if self._slip or not text:
            return bool(self._slip)
        try:
            with self.store.read() as read:
                slip = slip_called(read, self.event_id, text)
                not_entered(read, slip)
                name = str(read.get(Registration, slip["registration"])["name"]) if slip["registration"] else ""
        except (BadValue, Refused) as wrong:
            self.complain(str(wrong))
            self.code.selectAll()
            return False
        self._slip = slip
        code = slip["language"]
        told = {
            "number": slip_number(self.event_id, slip["number"]), "name": name or _("no name"),
            "language": _(LANGUAGE_NAMES[code]), "version": slip["version"] or "",
        }  # fmt: skip
        self.whose.setText(_("Slip {number}: {name}; wording {version} in {language}").format(**told))
        self.who.setEnabled(not name)
        self.who.setText(name)
        self.who.setCursorPosition(0)  # a long name is read from its beginning
        self.complain("")
        return True

    def try_it(self) -> None:
        """Enter the slip and make ready for the next one, or say what is wrong."""
        if not self.look_up():
            self.code.setFocus()
            return
        assert self._slip
        purposes = [purpose for purpose, box in self.boxes.items() if box.isChecked()]
        number = slip_number(self.event_id, self._slip["number"])
        who = "" if self._slip["registration"] else self.who.text()
        try:
            given = Given(purposes, day_told(self.date.text()), who)
            with self.store.work(_("Consent slip {number}").format(number=number)) as work:
                id = enter_slip(work, self.event_id, self.code.text(), given, by=self._by)
                name = str(work.get(Registration, id)["name"])
        except (BadValue, Refused) as wrong:
            self.complain(str(wrong))
            return
        allowed = ", ".join(self.boxes[purpose].text() for purpose in purposes) or _("nothing")
        words = _("Slip {number} is entered. {name} allows: {purposes}")
        self.who.clear()
        self.who.setEnabled(True)
        for box in self.boxes.values():
            box.setChecked(False)
        self.entered(words.format(number=number, name=name, purposes=allowed))
