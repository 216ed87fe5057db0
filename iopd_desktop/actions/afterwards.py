"""After an event: how many came, which bodies that are no members were there, and who may be thanked."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.attending import Attendance, attendance, comes_for, one_each
from iopd_desktop.actions.lists import Wanted
from iopd_desktop.actions.registering import bodies_called
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organisation, Person
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.registrations import Registration
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, fold

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

FEWEST = 5
"""Fewer people than these of one gender are not shown: somebody could be known by it."""


@dataclass(frozen=True)
class Stranger:
    """A body that was there and is not in our records: its name, its country, and the registrations that name it."""

    name: str
    country: str | None
    registrations: tuple[str, ...]
    people: int


@dataclass(frozen=True)
class Afterwards:
    """What is known of an event once it is over; `by_gender` has None where fewer than FEWEST are of a gender."""

    counts: Attendance
    by_gender: Mapping[str, int | None]
    strangers: tuple[Stranger, ...]

    def plain(self) -> dict[str, Any]:
        """For scripts."""
        strangers = [{"name": one.name, "country": one.country, "people": one.people} for one in self.strangers]
        return {**self.counts.plain(), "by_gender": dict(self.by_gender), "prospects": strangers}


def afterwards(read: Reader, event: str) -> Afterwards:
    """How an event was attended, and which bodies could become prospects."""
    counts = attendance(read, event)
    return Afterwards(counts, guarded(counts.by_gender), tuple(strangers(read, event)))


def guarded(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Counts with None for the small ones; one alone would follow from the whole, so the next one goes with it."""
    small = {name for name, count in counts.items() if count < FEWEST}
    others = sorted((count, name) for name, count in counts.items() if name not in small)
    if len(small) == 1 and others:
        small.add(others[0][1])
    return {name: None if name in small else count for name, count in counts.items()}


def strangers(read: Reader, event: str) -> list[Stranger]:
    """The bodies of those who came that no organisation of ours is called, those with most people first."""
    rows = [row for row in read.all(Registration, {"event": event}) if row["state"] == "here"]
    bodies, called = comes_for(read, rows), bodies_called(read)
    people = Counter(fold(row["organisation"].strip()) for row in one_each(rows) if row["organisation"])
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        name = fold((row["organisation"] or "").strip())
        if name and row["id"] not in bodies and name not in called:
            found.setdefault(name, []).append(row)
    made = [
        Stranger(same[0]["organisation"].strip(), _usual(row["country"] for row in same),
                 tuple(row["id"] for row in same), people[name])
        for name, same in found.items()
    ]  # fmt: skip
    return sorted(made, key=lambda one: (-one.people, fold(one.name)))


def _usual(countries: Iterable[str | None]) -> str | None:
    """The one country that is told, or None where there are several or none."""
    told = set(filter(None, countries))
    return told.pop() if len(told) == 1 else None


def make_prospects(work: "Work", event: str) -> list[str]:
    """Make a prospect of each body that came and is not in our records; the ids of the new organisations.

    The registrations name it from then on. Refused where there is none.
    """
    made = []
    for one in strangers(work, event):
        made.append(prospect(work, event, one.name, one.country))
        for registration in one.registrations:
            work.edit(Registration, registration, {"member": made[-1]})
    if not made:
        raise Refused(_("Nobody came for a body that is not in the records yet"))
    return made


def prospect(work: "Work", event: str, name: str, country: str | None) -> str:
    """Add a body that came, or was met, as a prospect; its notes say where it was met."""
    notes = _("Met at {event}").format(event=work.title(Event.kind, event))
    told = {"name": name, "country": country, "membership": "prospect", "stage": "identified", "notes": notes}
    return work.add(Organisation, told)


def those_who_came(event: str) -> Wanted:
    """The persons of our records who were at an event: a list for thanks, of which consent decides."""
    here = [["event", "is", event], ["state", "is", "here"]]
    return Wanted("", Listing(Person.kind, where=(Filter("registration/person", "with", here),)), ())
