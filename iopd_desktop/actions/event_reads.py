"""An event as its papers need it: when and where it is, and who is registered, in the order of a printed list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from iopd_desktop.actions.attending import one_each
from iopd_desktop.actions.badge_codes import code_of
from iopd_desktop.actions.lookup import Lookup
from iopd_desktop.actions.walking_in import parted
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.kinds import chosen
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.registrations import Registration, Session
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, country_name, day, fold

AWAITED = ("registered", "here", "absent")
"""The states of those who have a place: neither waiting for one nor cancelled."""


@dataclass(frozen=True)
class EventTold:
    """An event in words; `last` is its last day, `destroy_by` the day on which lists of persons go (ISO, or empty)."""

    id: str
    title: str
    when: str
    place: str
    last: str = ""
    destroy_by: str = ""


@dataclass(frozen=True)
class Attendee:
    """Somebody registered, as paper shows them; `given` and `family` are the two parts of `name`."""

    id: str
    name: str
    given: str
    family: str
    other_form: str
    organisation: str
    country: str
    part: str
    state: str
    language: str
    email: str
    walk_in: bool
    no_photos: bool
    printed: bool = False

    @property
    def code(self) -> str:
        """The code on the badge."""
        return code_of(self.id)

    @property
    def listed(self) -> str:
        """The name as lists have it: the family's first."""
        if not self.given or self.name.startswith(f"{self.family} "):
            return self.name
        return f"{self.family}, {self.given}"

    @property
    def place(self) -> str:
        """Organisation and country in one line."""
        return ", ".join(part for part in (self.organisation, self.country) if part)


def event_named(read: Reader, named: str) -> str:
    """The id of an event by its id or title; Refused where there is none."""
    found = Lookup(read).find(Event.kind, named)
    if found is None:
        raise Refused(_("There is no calendar entry “{text}”").format(text=named[:60]))
    return found


def event_told(read: Reader, named: str) -> EventTold:
    """An event by its id or title, in words; Refused where there is none."""
    row = read.get(Event, event_named(read, named))
    when = Event.fields["date"].kind.format(row["date"]) or Event.fields["moment"].kind.format(row["moment"])
    land = country_name(row["country"]) if row["country"] else ""
    last = row["date"]["latest"] if row["date"] else (row["moment"] or {}).get("at", "")[:10]
    where = ", ".join(part for part in (row["place"], land) if part)
    return EventTold(row["id"], chosen(row["title"])[0], when, where, last or "", row["destroy_by"] or "")


@dataclass(frozen=True)
class SessionTold:
    """A session of an event in words."""

    id: str
    title: str
    when: str
    room: str

    @property
    def called(self) -> str:
        """Title and room in one line."""
        return ", ".join(part for part in (self.title, self.room) if part)


def sessions_told(read: Reader, event: str) -> list[SessionTold]:
    """The sessions of an event by the time at which they begin."""
    rows = sorted(read.all(Session, {"event": event}), key=lambda row: ((row["begins"] or {}).get("at", ""), row["id"]))
    return [SessionTold(row["id"], chosen(row["title"])[0], _hours(row), row["room"] or "") for row in rows]


def session_told(read: Reader, event: str, named: str) -> SessionTold:
    """A session of an event by its id or title; Refused where the event has none of it."""
    wanted = fold(named.strip())
    for one in sessions_told(read, event):
        titles = (read.get(Session, one.id)["title"] or {}).values()
        if named.strip() == one.id or wanted in (fold(text["text"]) for text in titles):
            return one
    words = _("{event} has no session “{text}”")
    raise Refused(words.format(event=read.title(Event.kind, event), text=named[:60]))


def _hours(row: Mapping[str, Any]) -> str:
    """The day of a session and its hours, at the clock of the place."""
    if not row["begins"]:
        return ""
    begins = datetime.fromisoformat(row["begins"]["at"])
    words = f"{day(begins.date())}, {begins:%H:%M}"
    if row["ends"]:
        ends = datetime.fromisoformat(row["ends"]["at"])
        words += f"–{ends:%H:%M}" if ends.date() == begins.date() else f" – {day(ends.date())}, {ends:%H:%M}"
    return words


def attendees(read: Reader, event: str, states: Iterable[str] = AWAITED, *, once: bool = False) -> list[Attendee]:
    """Who is registered in one of these states, by family name, name and id: the same order wherever it is printed.

    With `once` whom two desks registered stands there once, as counts have it.
    """
    rows = read.all(Registration, {"event": event})
    if once:
        rows = one_each(rows)
    wanted = set(states)
    return in_printed_order(_attendee(row) for row in rows if row["state"] in wanted)


def in_printed_order(found: Iterable[Attendee]) -> list[Attendee]:
    """By the listed name, then by id, so that two of one name never change places."""
    return sorted(found, key=lambda one: (fold(one.listed), one.id))


def _attendee(row: Mapping[str, Any]) -> Attendee:
    name = " ".join(row["name"].split())
    given, family = parted(name, row["given_name"])
    return Attendee(
        id=row["id"], name=name, given=given if family != name else "", family=family,
        other_form=row["other_form"] or "", organisation=row["organisation"] or "",
        country=country_name(row["country"]) if row["country"] else "", part=row["part"], state=row["state"],
        language=row["language"] or "", email=row["email"] or "",
        walk_in=bool(row["walk_in"]), no_photos=bool(row["no_photos"]),
        printed=bool(row["printed"]),
    )  # fmt: skip
