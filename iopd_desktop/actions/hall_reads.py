"""Who is awaited at the door of an event, kept in memory and found while the first letters are typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from iopd_desktop.actions.attending import MEMBERSHIPS, comes_for, times_in
from iopd_desktop.actions.badge_codes import code_of, scanned
from iopd_desktop.actions.checking_in import clock
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.registrations import Registration
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import country_name, fold


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody registered for an event, as the desk shows them.

    `since` and `printed` are the desk's clock when they came in and when they got a badge; `votes` says that they
    come for a member where the event is a meeting of an organ with a quorum.
    """

    id: str
    name: str
    organisation: str
    country: str
    email: str
    part: str
    state: str
    walk_in: bool
    member: bool
    votes: bool
    no_photos: bool
    printed: str
    since: str
    words: str

    @property
    def place(self) -> str:
        """The organisation and its country in words."""
        return " · ".join(part for part in (self.organisation, self.country) if part)


class Guests:
    """The registrations of one event in memory: found by the beginnings of words, or by a scanned code."""

    def __init__(self, read: Reader, event: str) -> None:
        self._guests: dict[str, Guest] = {}
        self._codes: dict[str, str] = {}
        self.event = event
        self.reload(read)

    def reload(self, read: Reader) -> None:
        """Read every registration again."""
        rows = read.all(Registration, {"event": self.event})
        bodies, times = comes_for(read, rows), times_in(read, self.event)
        members = {
            id for id, row in read.some(Organisation, bodies.values()).items() if row["membership"] in MEMBERSHIPS
        }
        votes = bool(read.get(Event, self.event)["organ"])
        made = (_guest(row, bodies.get(row["id"]) in members, votes, times.get(row["id"], "")) for row in rows)
        self._guests = {guest.id: guest for guest in sorted(made, key=lambda guest: (fold(guest.name), guest.id))}
        self._codes = {code_of(id): id for id in self._guests}

    def __len__(self) -> int:
        return len(self._guests)

    def get(self, id: str) -> Guest | None:
        """A guest by the id of the registration."""
        return self._guests.get(id)

    def all(self) -> Iterable[Guest]:
        """Everybody, by name."""
        return self._guests.values()

    def came(self, id: str, at: str) -> None:
        """Note that somebody came in, without reading everybody again."""
        if guest := self._guests.get(id):
            self._guests[id] = replace(guest, state="here", since=guest.since or clock(at))

    def has_badge(self, id: str, at: str) -> None:
        """Note that somebody's badge was printed, without reading everybody again."""
        if guest := self._guests.get(id):
            self._guests[id] = replace(guest, printed=clock(at))

    def by_code(self, text: str) -> Guest | None:
        """The guest of a scanned code or a typed one; BadValue where a scanner read what is no code of ours."""
        return self._guests.get(self._codes.get(scanned(text) or "", ""))

    def found(self, text: str, most: int = 50) -> tuple[list[Guest], int]:
        """The first guests of whom every typed word begins a word, whole beginnings first, and how many there are."""
        wanted = [f" {word}" for word in fold(text).split()]
        if not wanted:
            return [], 0
        hits = list(self._guests.values())
        for word in wanted:
            hits = [guest for guest in hits if word in guest.words]
        # They are by name already: who is called so first, and who has cancelled last.
        first = [guest for guest in hits if guest.state != "cancelled" and guest.words.startswith(wanted[0])]
        if len(first) < most:
            others = [guest for guest in hits if guest.state != "cancelled" and not guest.words.startswith(wanted[0])]
            first += [*others, *(guest for guest in hits if guest.state == "cancelled")]
        return first[:most], len(hits)

    def likely(self, name: str, email: str) -> Guest | None:
        """Somebody registered whom a new name or address seems to be: the same e-mail, else the same name."""
        address, called = email.strip().casefold(), fold(" ".join(name.split()))
        for guest in self._guests.values():
            if address and guest.email.casefold() == address:
                return guest
        return next((guest for guest in self._guests.values() if called and fold(guest.name) == called), None)


def _guest(row: Mapping[str, Any], member: bool, votes: bool, since: str) -> Guest:
    country = country_name(row["country"]) if row["country"] else ""
    told = (row["name"], row["other_form"], row["organisation"], country, row["email"], row["ticket"])
    return Guest(
        id=row["id"], name=row["name"], organisation=row["organisation"] or "", country=country,
        email=row["email"] or "", part=row["part"], state=row["state"], walk_in=bool(row["walk_in"]), member=member,
        votes=member and votes, no_photos=bool(row["no_photos"]),
        printed=clock(row["printed"]) if row["printed"] else "",
        since=clock(since) if since else "", words=" " + _spaced(fold(" ".join(filter(None, told)))),
    )  # fmt: skip


def _spaced(text: str) -> str:
    """A folded text whose words begin after a space, also those after a hyphen or an apostrophe."""
    return "".join(char if char.isalnum() or char in "@._" else " " for char in text) + " " + text
