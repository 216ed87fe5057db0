"""Consent slips: numbered papers that people fill in by hand, and what they allowed, entered by the number later.

Typed, a slip is called by its number and a digit that checks it ("17-3"), which depends on the event too; a scanner
reads an opaque code. Neither says who somebody is.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.allowing import ASKED_AT_EVENTS, allow, known_purposes, wording
from iopd_desktop.actions.badge_codes import SLIP_PREFIX, check_digit, code_of, scanned
from iopd_desktop.actions.checking_in import registered
from iopd_desktop.actions.walking_in import person_of
from iopd_desktop.models.base import known_id
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.kinds import Day
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import Registration, Slip
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import N_, _, day, today

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

Row = dict[str, Any]
_TYPED = re.compile(r"0*(\d{1,5})\s*[-–/.]\s*(\d)")
_SALTS = 100_000


@dataclass(frozen=True)
class Given:
    """What a slip says: what is allowed, of what day it is, and whose it is, where the slip itself does not say it."""

    purposes: Collection[str]
    day: date
    who: str = ""


def day_told(text: str) -> date:
    """The day in a text as people write it, today where there is none; BadValue where it is none."""
    told = Day(N_("Date")).parse(text)
    return date.fromisoformat(told) if told else today()


def slip_number(event: str, number: int) -> str:
    """The number on a slip, with the digit that checks it: "17-3"."""
    told = f"{int(event.replace('-', '')[-10:], 16) % _SALTS:05d}{number:05d}"
    return f"{number}-{check_digit([int(char) for char in told], 10)}"


def slip_code(event: str, number: int) -> str:
    """The code in the picture on a slip."""
    return code_of(known_id(Slip.kind, event, number))


def next_number(read: Reader, event: str) -> int:
    """The number of the next slip of an event."""
    return 1 + int(read.value("SELECT coalesce(max(number), 0) FROM slip WHERE event = ?", [event]))


def slip_called(read: Reader, event: str, text: str) -> Row:
    """The slip of an event by what was typed or scanned; BadValue for what is no number, Refused for none of ours."""
    typed = _TYPED.fullmatch(text.strip())
    if typed:
        number = int(typed[1])
        if slip_number(event, number) != f"{number}-{typed[2]}":
            words = _("{number}: the digit after the dash does not fit this event; look at the slip again")
            raise BadValue(words.format(number=text.strip()))
        found = list(read.all(Slip, {"event": event, "number": number}))
    else:
        code = scanned(text, SLIP_PREFIX)
        if code is None:
            words = _("“{text}” is no number of a slip: scan it, or type it with the digit after the dash, as 17-3")
            raise BadValue(words.format(text=text.strip()[:20]))
        found = [row for row in read.all(Slip) if code_of(row["id"]) == code]
    if not found:
        raise Refused(_("No slip {number} was printed here for this event").format(number=text.strip()[:20]))
    if found[0]["event"] != event:
        raise Refused(_("This slip is of {event}").format(event=read.title(Event.kind, found[0]["event"])))
    return found[0]


def not_entered(read: Reader, slip: Row) -> None:
    """Refused, with the day and the person, where a slip was entered before."""
    if slip["entered"]:
        name = read.title(Registration.kind, slip["registration"]) if slip["registration"] else "?"
        words = _("Slip {number} was entered on {day} already, for {name}")
        told = {"number": slip_number(slip["event"], slip["number"]), "name": name}
        raise Refused(words.format(day=day(date.fromisoformat(slip["entered"])), **told))


def whose(read: Reader, slip: Row, who: str) -> str:
    """The registration that a slip belongs to: the one printed on it, or the one told; Refused where they differ."""
    told = registered(read, slip["event"], who) if who.strip() else None
    printed: str | None = slip["registration"]
    number = slip_number(slip["event"], slip["number"])
    if printed and told and printed != told:
        words = _("Slip {number} is that of {name}")
        raise Refused(words.format(number=number, name=read.title(Registration.kind, printed)))
    if not printed and not told:
        raise BadValue(_("Slip {number} has no name: say who signed it").format(number=number))
    return str(printed or told)


def enter_slip(work: "Work", event: str, text: str, given: Given, *, by: str = "") -> str:
    """Keep what a slip allows, of its day and with the wording printed on it; the id of the registration.

    Who left the photographs unticked wants none: the desk says so. BadValue or Refused, and nothing is kept, for a
    wrong number, an unknown slip, one that was entered before, a purpose that the slip does not ask, a day to come.
    """
    known_purposes(given.purposes)
    slip = slip_called(work, event, text)
    not_entered(work, slip)
    if given.day > today():
        raise BadValue(_("{day} is still to come").format(day=day(given.day)))
    for purpose in given.purposes:
        if purpose not in ASKED_AT_EVENTS:
            raise BadValue(_("The slip does not ask for “{purpose}”").format(purpose=purpose))
    registration = whose(work, slip, given.who)
    row = work.get(Registration, registration)
    number = slip_number(event, slip["number"])
    source = _("Slip {number}, {event}").format(number=number, event=work.title(Event.kind, event))
    if given.purposes:
        person = person_of(work, row)
        for purpose in dict.fromkeys(given.purposes):
            allow(work, person, purpose, language=slip["language"], by=by, source=source, how="paper", on=given.day,
                  version=slip["version"])  # fmt: skip
        work.edit(Registration, registration, {"person": person})
    work.edit(Registration, registration, {"no_photos": "photos" not in given.purposes})
    work.edit(Slip, slip["id"], {"entered": today().isoformat(), "registration": registration})
    return registration


def asked(read: Reader, language: str) -> list[Row]:
    """The words by which each purpose is asked on a slip in a language."""
    return [row for purpose in ASKED_AT_EVENTS if (row := wording(read, purpose, language))]


def note_slips(work: "Work", slips: Iterable[Row]) -> None:
    """Keep that slips were printed: their numbers, languages and wordings, and whose they are."""
    for values in slips:
        work.put(Slip, values)
