"""The organs as they are read on a day: each seat with its holder, and which seats nobody holds."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from iopd_desktop.models.kinds import chosen
from iopd_desktop.models.members import Organ, Organisation, Person, Seat
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import country_name, fold

Row = Mapping[str, Any]


@dataclass(frozen=True)
class SeatHeld:
    """A seat and who holds it; a vacant one tells who held it last, and until when."""

    role: str
    organisation: str
    person: str
    since: str
    until: str
    vacant: bool = False

    @property
    def holder(self) -> str:
        """Person and organisation in one line."""
        return ", ".join(part for part in (self.person, self.organisation) if part)


@dataclass(frozen=True)
class OrganSeats:
    """An organ with its seats, held ones first in the order of their names."""

    name: str
    duties: str
    quorum: int | None
    seats: tuple[SeatHeld, ...]


@dataclass(frozen=True)
class Roster:
    """All organs on a day (ISO)."""

    as_of: str
    organs: tuple[OrganSeats, ...]

    @property
    def held(self) -> int:
        """How many seats are held."""
        return sum(not seat.vacant for organ in self.organs for seat in organ.seats)

    @property
    def free(self) -> int:
        """How many seats are vacant."""
        return sum(seat.vacant for organ in self.organs for seat in organ.seats)

    @property
    def persons(self) -> int:
        """How many persons are named."""
        return len({seat.person for organ in self.organs for seat in organ.seats if seat.person})


def roster(read: Reader, on: date) -> Roster:
    """The organs by name with their seats on a day.

    A seat that ended, or whose person has gone without an organisation behind them, is vacant unless somebody holds
    one of the same name in the same organ; of several past holders the last one is told.
    """
    rows = read.all(Seat)
    people = read.some(Person, {row["person"] for row in rows if row["person"]})
    places = read.some(Organisation, {row["organisation"] for row in rows if row["organisation"]})
    seats: dict[str, list[SeatHeld]] = defaultdict(list)
    gone: dict[str, list[tuple[str, SeatHeld]]] = defaultdict(list)
    for row in rows:
        if row["begins"] and row["begins"]["earliest"] > on.isoformat():
            continue
        ended, seat = _seat(row, people, places, on.isoformat())
        if ended:
            gone[row["organ"]].append((ended, seat))
        else:
            seats[row["organ"]].append(seat)
    organs = [_organ(organ, seats[organ["id"]], gone[organ["id"]]) for organ in read.all(Organ)]
    return Roster(on.isoformat(), tuple(sorted(organs, key=lambda organ: fold(organ.name))))


def holders(read: Reader, organ: str, on: date) -> list[tuple[Row, Row, Row]]:
    """Each seat of an organ that is held on a day, with its person and its organisation, empty for none."""
    rows = read.all(Seat, {"organ": organ})
    people = read.some(Person, {row["person"] for row in rows if row["person"]})
    places = read.some(Organisation, {row["organisation"] for row in rows if row["organisation"]})
    found: list[tuple[Row, Row, Row]] = []
    for row in rows:
        begun = not row["begins"] or row["begins"]["earliest"] <= on.isoformat()
        ended, held = _seat(row, people, places, on.isoformat())
        if begun and not ended:
            person = people.get(row["person"], {}) if held.person else {}
            found.append((row, person, places.get(row["organisation"], {})))
    return found


def _seat(row: Row, people: Mapping[str, Row], places: Mapping[str, Row], on: str) -> tuple[str, SeatHeld]:
    """A seat with the day on which it became vacant (ISO), empty while it is held."""
    person, place = people.get(row["person"]) or {}, places.get(row["organisation"]) or {}
    since, until = (Seat.fields[name].kind.format(row[name]) for name in ("begins", "ends"))
    ended = row["ends"]["latest"] if row["ends"] and row["ends"]["latest"] < on else ""
    name = Person.called(person) if person else ""
    if person.get("ended") and person["ended"] <= on and not ended:
        if place:
            name = ""  # the organisation keeps its seat, and will name somebody else
        else:
            ended = person["ended"]
            until = Person.fields["ended"].kind.format(ended)
    told = ", ".join(part for part in (place.get("name"), _land(place)) if part)
    return ended, SeatHeld(row["role"] or "", told, name, since, until, bool(ended))


def _land(place: Row) -> str:
    return country_name(place["country"]) if place.get("country") else ""


def _organ(organ: Row, held: list[SeatHeld], gone: list[tuple[str, SeatHeld]]) -> OrganSeats:
    known = {fold(seat.role) for seat in held}
    last: dict[str, tuple[str, SeatHeld]] = {}
    for ended, seat in gone:
        role = fold(seat.role)
        if role and role not in known and ended > last.get(role, ("", seat))[0]:
            last[role] = ended, seat
    every = [*sorted(held, key=_order), *sorted((seat for _ended, seat in last.values()), key=_order)]
    return OrganSeats(chosen(organ["name"])[0], chosen(organ["duties"])[0], organ["quorum"], tuple(every))


def _order(seat: SeatHeld) -> tuple[str, str, str]:
    return fold(seat.role), fold(seat.organisation), fold(seat.person)
