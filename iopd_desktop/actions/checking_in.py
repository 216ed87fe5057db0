"""At the desk: who is registered is found by what is scanned or typed, and let in and out."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.badge_codes import code_of, scanned
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.registrations import CheckIn, Registration
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, day, fold, now, today

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

Row = dict[str, Any]


class Stopped(Refused):
    """The hand stops for a moment: `why` is "here", "cancelled", "waiting" or "printed"; `sure` goes on."""

    def __init__(self, sentence: str, why: str) -> None:
        super().__init__(sentence)
        self.why = why


@dataclass(frozen=True)
class Desk:
    """Where and by whom people are let in, and for which session of the programme, if for one.

    `at` is the second at which they came, where a paper says it; without it they come now.
    """

    name: str
    by: str = ""
    session: str | None = None
    at: str | None = None


def check_in(work: "Work", registration: str, desk: Desk, *, sure: bool = False) -> str:
    """Let somebody in and return the id of the check-in.

    Stopped where they are in already, or where their registration is cancelled or waits for a place, unless the
    desk is `sure`.
    """
    row = work.get(Registration, registration)
    if not sure:
        _stop(work, row, desk)
    id = said_at(work, registration, desk, "in")
    if row["state"] != "here":
        work.edit(Registration, registration, {"state": "here"})
    return id


def check_out(work: "Work", registration: str, desk: Desk) -> str:
    """Let somebody out and return the id of the check-out; Refused where they are not in."""
    last = last_said(work, registration, desk.session)
    if last is None or last["act"] == "out":
        name = work.get(Registration, registration)["name"]
        raise Refused(_("{name} is not in").format(name=name))
    return said_at(work, registration, desk, "out")


def last_said(read: Reader, registration: str, session: str | None) -> Row | None:
    """The last that any desk said of somebody, for one session or for the event itself."""
    said = read.all(CheckIn, {"registration": registration, "session": session})
    return max(said, key=lambda row: (row["at"], row["id"]), default=None)


def said_at(work: "Work", registration: str, desk: Desk, act: str = "in") -> str:
    """Keep that a desk let somebody in or out; the id of the check-in."""
    at = desk.at or now().isoformat(timespec="seconds")
    values = {"registration": registration, "session": desk.session, "act": act, "at": at, "desk": desk.name or None}
    return work.add(CheckIn, {**values, "by": desk.by or None})


def _stop(work: "Work", row: Row, desk: Desk) -> None:
    if row["state"] in ("cancelled", "waiting"):
        sentence = {
            "cancelled": _("{name} has cancelled"), "waiting": _("{name} is on the waiting list"),
        }[row["state"]]  # fmt: skip
        raise Stopped(sentence.format(name=row["name"]), row["state"])
    if row["state"] != "here" and desk.session is None:
        return
    last = last_said(work, row["id"], desk.session)
    if last and last["act"] == "in":
        raise Stopped(_("{name} is in since {time}").format(name=row["name"], time=clock(last["at"])), "here")


def clock(at: str) -> str:
    """An instant as the clock of the desk shows it, with its day where that is not today."""
    told = datetime.fromisoformat(at).astimezone()
    return f"{told:%H:%M}" if told.date() == today() else f"{day(told.date(), 'medium')}, {told:%H:%M}"


def registered(read: Reader, event: str, said: str) -> str:
    """The id of the registration that a code, an id, a ticket or a whole name means; Refused where it is not one.

    A badge of another event is named with its event.
    """
    code, text, name = scanned(said), said.strip(), fold(said.strip())
    rows = read.all(Registration, {"event": event})
    ways = (
        [row for row in rows if row["id"] == text or code_of(row["id"]) == code],
        [row for row in rows if row["ticket"] == text],
        [row for row in rows if fold(row["name"]) == name],
    )
    found = next(filter(None, ways), [])
    if len(found) > 1:
        sentence = _("{count} registrations are called “{text}”; give the code on the badge")
        raise Refused(sentence.format(count=len(found), text=text[:60]))
    if found:
        return str(found[0]["id"])
    raise Refused(_elsewhere(read, code) or _("Nobody is registered by “{text}”").format(text=text[:60]))


def _elsewhere(read: Reader, code: str | None) -> str:
    """The sentence for a badge of another event."""
    if code is None:
        return ""
    for id, name, event in read.rows("SELECT id, name, event FROM registration"):
        if code_of(id) == code:
            return _("{name} is registered for {event}").format(name=name, event=read.title(Event.kind, event))
    return ""
