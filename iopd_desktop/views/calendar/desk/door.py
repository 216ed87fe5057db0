"""What the desk does: lets in and out, registers, takes back; each deed is one step, and what stops it is said."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from iopd_desktop.actions.allowing import ASKED_AT_EVENTS, wording
from iopd_desktop.actions.attending import Attendance, attendance, not_exchanged
from iopd_desktop.actions.badging import may_print, note_printed
from iopd_desktop.actions.checking_in import Desk, Stopped, check_in, check_out
from iopd_desktop.actions.hall_reads import Guest, Guests
from iopd_desktop.actions.walking_in import walk_in
from iopd_desktop.models.members import PURPOSES
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import Session
from iopd_desktop.store.store import Store
from iopd_desktop.views.calendar.desk.last_actions import Done
from iopd_desktop.views.calendar.desk.walk_in import Entered
from iopd_desktop.words import _, now

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work


class Door(QObject):
    """One door of one event. `done` tells a deed, `stopped` a sentence and what the same key again would do."""

    done = Signal(object)
    stopped = Signal(str, str)

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
        sure = self._sure(guest.id)
        try:
            self._let_in(guest, sure=sure)
        except Stopped as stopped:
            self._warn(stopped, "" if stopped.why == "here" else guest.id, _("Enter again: let in all the same."))
            return False
        return True

    def may_have_badge(self, guest: Guest) -> bool:
        """Let somebody in who is to have a badge now; one that was printed before stops the hand once."""
        this = f"badge {guest.id}"
        sure = self._sure(this)
        try:
            if not sure:
                with self.store.read() as read:
                    may_print(read, guest.id)
            self._let_in(guest, sure=sure)
        except Stopped as stopped:
            if stopped.why != "here":
                self._warn(stopped, this, _("Shift+Enter again: print all the same."))
                return False
        return True

    def badge_printed(self, guest: Guest) -> None:
        """Keep that somebody's badge came out."""
        self._do(
            _("Badge of {name}").format(name=guest.name), lambda work: note_printed(work, [guest.id]),
            "printer", _("Badge printed"), guest,
        )  # fmt: skip
        self.guests.has_badge(guest.id, now().isoformat(timespec="seconds"))

    def _sure(self, this: str) -> bool:
        """Whether this very deed was stopped just now; a warning holds for the next deed only."""
        sure, self._warned = self._warned == this, ""
        return sure

    def _warn(self, stopped: Stopped, this: str, again: str) -> None:
        self._warned = this
        self.stopped.emit(str(stopped), again if this else "")

    def _let_in(self, guest: Guest, *, sure: bool) -> None:
        def deed(work: "Work") -> None:
            check_in(work, guest.id, self.desk, sure=sure and guest.state != "here")

        self._do(_("Check in {name}").format(name=guest.name), deed, "tick", _("Checked in"), guest)
        self.guests.came(guest.id, now().isoformat(timespec="seconds"))

    def let_out(self, guest: Guest) -> bool:
        """Let somebody out."""
        try:
            self._do(
                _("Check out {name}").format(name=guest.name), lambda work: check_out(work, guest.id, self.desk),
                "leave", _("Checked out"), guest,
            )  # fmt: skip
        except Refused as refused:
            self.stopped.emit(str(refused), "")
            return False
        return True

    def register(self, entered: Entered) -> str | None:
        """Register somebody without a place and let them in; their id, or None after saying what is wrong."""
        name, allowed = str(entered.values["name"]), bool(entered.consents)
        sure = self._sure(name)
        made: list[str] = []

        def deed(work: "Work") -> None:
            made.append(walk_in(work, self.hall, entered.values, self.desk, entered.consents, sure=sure))

        try:
            told = _("Walk-in, with consent") if allowed else _("Walk-in")
            guest = (name, str(entered.values.get("organisation") or ""))
            self._do(_("Walk-in: {name}").format(name=name), deed, "plus", told, guest)
        except Stopped as stopped:
            self._warn(stopped, name, _("Enter again: let in all the same."))
            return None
        except (Refused, BadValue) as refused:
            self.stopped.emit(str(refused), "")
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
            self.stopped.emit(str(refused), "")
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
            found = wording(read, ASKED_AT_EVENTS[0], code)
        return str(found["version"]) if found else _("(none kept)")

    def wordings(self, code: str) -> list[tuple[str, str]]:
        """The words by which each purpose is asked in a language: purpose and text."""
        with self.store.read() as read:
            found = [(purpose, wording(read, purpose, code)) for purpose in ASKED_AT_EVENTS]
        return [(_(PURPOSES[purpose]), str(row["text"])) for purpose, row in found if row]
