"""What the desk does: lets in and out, registers, takes back; each deed is one step, and what stops it is said."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from iopd_desktop.actions.allowing import wording
from iopd_desktop.actions.attending import Attendance, attendance, not_exchanged
from iopd_desktop.actions.checking_in import Desk, Stopped, check_in, check_out
from iopd_desktop.actions.hall_reads import Guest, Guests
from iopd_desktop.actions.walking_in import walk_in
from iopd_desktop.models.members import PURPOSES
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import Session
from iopd_desktop.store.store import Store
from iopd_desktop.views.calendar.desk.last_actions import Done
from iopd_desktop.views.calendar.desk.walk_in import ASKED_FOR, Entered
from iopd_desktop.words import _, now

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work


class Door(QObject):
    """One door of one event. `done` tells a deed, `stopped` a sentence and whether the same again goes on."""

    done = Signal(object)
    stopped = Signal(str, bool)

    def __init__(self, store: Store, event: str, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store, self.hall, self.desk = store, event, desk
        self._warned = ""
        with store.read() as read:
            self.title = read.title("event", event)
            self.guests = Guests(read, event)

    def sessions(self) -> list[tuple[str, str]]:
        """The parts of the programme that have a door of their own: id and title."""
        with self.store.read() as read:
            rows = read.all(Session, {"event": self.hall}, "begins")
            titles = read.titles(Session.kind, [row["id"] for row in rows])
        return [(row["id"], titles[row["id"]]) for row in rows]

    def turn_to(self, session: str | None) -> None:
        """Let people into a session from here on, or into the event itself."""
        self.desk = replace(self.desk, session=session)

    def read_again(self) -> None:
        """Read everybody again, because another desk or an import wrote."""
        with self.store.read() as read:
            self.guests.reload(read)

    def counts(self) -> tuple[Attendance, int]:
        """The counts of the event, and how much was entered on this laptop alone."""
        with self.store.read() as read:
            return attendance(read, self.hall), not_exchanged(read, self.hall)

    def let_in(self, guest: Guest) -> bool:
        """Let somebody in; what stands in the way is said once, and the same again goes on."""
        sure = self._warned == guest.id
        self._warned = ""

        def deed(work: "Work") -> None:
            check_in(work, guest.id, self.desk, sure=sure and guest.state != "here")

        try:
            self._do(_("Check in {name}").format(name=guest.name), deed, "tick", _("Checked in"), guest)
        except Stopped as stopped:
            again = stopped.why != "here"
            self._warned = guest.id if again else ""
            self.stopped.emit(str(stopped), again)
            return False
        self.guests.came(guest.id, now().isoformat(timespec="seconds"))
        return True

    def let_out(self, guest: Guest) -> bool:
        """Let somebody out."""
        try:
            self._do(
                _("Check out {name}").format(name=guest.name), lambda work: check_out(work, guest.id, self.desk),
                "leave", _("Checked out"), guest,
            )  # fmt: skip
        except Refused as refused:
            self.stopped.emit(str(refused), False)
            return False
        return True

    def register(self, entered: Entered) -> str | None:
        """Register somebody without a place and let them in; their id, or None after saying what is wrong."""
        name, allowed = str(entered.values["name"]), bool(entered.consents)
        sure, self._warned = self._warned == name, ""
        made: list[str] = []

        def deed(work: "Work") -> None:
            made.append(walk_in(work, self.hall, entered.values, self.desk, entered.consents, sure=sure))

        try:
            told = _("Walk-in, with consent") if allowed else _("Walk-in")
            guest = (name, str(entered.values.get("organisation") or ""))
            self._do(_("Walk-in: {name}").format(name=name), deed, "plus", told, guest)
        except Stopped as stopped:
            self._warned = name
            self.stopped.emit(str(stopped), True)
            return None
        except (Refused, BadValue) as refused:
            self.stopped.emit(str(refused), False)
            return None
        self.read_again()
        return made[0]

    def _do(
        self, title: str, deed: "Callable[[Work], object]", icon: str, told: str, who: Guest | tuple[str, str]
    ) -> None:
        with self.store.work(title) as work:
            deed(work)
        name, place = (who.name, who.organisation) if isinstance(who, Guest) else who
        self.done.emit(
            Done(f"{now().astimezone():%H:%M:%S}", icon, told, name, place, self.store.last_step() or "")
        )  # fmt: skip

    def take_back(self, step: str) -> bool:
        """Take a deed back; False after saying why it cannot be."""
        try:
            self.store.undo(step)
        except Refused as refused:
            self.stopped.emit(str(refused), False)
            return False
        self.read_again()
        return True

    def organisations(self, text: str) -> list[str]:
        """Names of organisations that some letters find."""
        from iopd_desktop.views.kit.records import Records

        return [title for _id, title in Records(self.store).offers("organisation", text, 8)]

    def version(self, code: str) -> str:
        """The version of the wording in a language, or that there is none."""
        with self.store.read() as read:
            found = wording(read, ASKED_FOR[0], code)
        return str(found["version"]) if found else _("(none kept)")

    def wordings(self, code: str) -> list[tuple[str, str]]:
        """The words by which each purpose is asked in a language: purpose and text."""
        with self.store.read() as read:
            found = [(purpose, wording(read, purpose, code)) for purpose in ASKED_FOR]
        return [(_(PURPOSES[purpose]), str(row["text"])) for purpose, row in found if row]
