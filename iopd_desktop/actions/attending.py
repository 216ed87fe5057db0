"""Who came to an event: counts for the desk and afterwards, the quorum of members, and who is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organ, Organisation, Person
from iopd_desktop.models.registrations import Registration
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import fold

Row = Mapping[str, Any]
MEMBERSHIPS = ("associate", "collaborating", "promoter")


@dataclass(frozen=True)
class Quorum:
    """How many members an organ needs, how many are here, and which of those registered are missing, by name."""

    needed: int
    here: int
    missing: tuple[str, ...]

    @property
    def reached(self) -> bool:
        """Whether the organ may decide."""
        return self.here >= self.needed

    def plain(self) -> dict[str, Any]:
        """For scripts."""
        return {"needed": self.needed, "here": self.here, "missing": list(self.missing)}


@dataclass(frozen=True)
class Attendance:
    """Counts of an event: whoever was let in twice, or as a walk-in at two desks, counts once.

    `expected` are those who had a place, `here` all who came, walk-ins included.
    """

    expected: int
    here: int
    walk_ins: int
    by_country: Mapping[str, int]
    by_part: Mapping[str, int]
    by_gender: Mapping[str, int]
    by_membership: Mapping[str, int]
    members_here: int
    quorum: Quorum | None

    def plain(self) -> dict[str, Any]:
        """For scripts."""
        quorum = self.quorum
        return {
            "expected": self.expected, "here": self.here, "walk_ins": self.walk_ins,
            "by_country": dict(self.by_country), "by_part": dict(self.by_part), "by_gender": dict(self.by_gender),
            "by_membership": dict(self.by_membership), "members_here": self.members_here,
            "quorum": quorum.plain() if quorum else None,
        }  # fmt: skip


def attendance(read: Reader, event: str) -> Attendance:
    """The counts of an event as they stand."""
    rows = one_each(read.all(Registration, {"event": event}))
    bodies = comes_for(read, rows)
    came = [row for row in rows if row["state"] == "here"]
    membership = {body: row["membership"] for body, row in read.some(Organisation, bodies.values()).items()}
    members = {body for row in came if membership.get(body := bodies.get(row["id"], "")) in MEMBERSHIPS}
    return Attendance(
        expected=sum(1 for row in rows if not row["walk_in"] and row["state"] not in ("cancelled", "waiting")),
        here=len(came),
        walk_ins=sum(1 for row in came if row["walk_in"]),
        by_country=_counted(row["country"] or "" for row in came),
        by_part=_counted(row["part"] for row in came),
        by_gender=_counted(row["gender"] or "" for row in came),
        by_membership=_counted(membership.get(bodies.get(row["id"], ""), "") or "" for row in came),
        members_here=len(members),
        quorum=_quorum(read, event, rows, bodies, members, membership),
    )


def _counted(values: Iterable[str]) -> dict[str, int]:
    """How often each occurs, the most frequent first; an empty one is what was not told."""
    return dict(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))


def one_each(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """One row for each human being: what two desks wrote of one person counts once, as here where one says so."""
    found: list[dict[str, Any]] = []
    known: dict[Any, dict[str, Any]] = {}
    for row in rows:
        ways = list(_ways(row))
        before = next((known[way] for way in ways if way in known), None)
        if before is None:
            found.append(before := dict(row))
        else:
            here = "here" in (row["state"], before["state"])
            places = [one["state"] for one in (before, row) if not one["walk_in"]]
            before["walk_in"] = bool(row["walk_in"] and before["walk_in"])
            before["state"] = "here" if here else (places or [before["state"]])[0]
        known.update(dict.fromkeys(ways, before))
    return found


def _ways(row: Row) -> Iterator[Any]:
    """By what somebody is known again: the person, name and address together, else the name of a walk-in."""
    name = fold(row["name"])
    if row["person"]:
        yield row["person"]
    if row["email"]:
        yield name, row["email"].casefold()
    elif row["walk_in"]:
        yield name, fold(row["organisation"] or ""), row["country"]
    yield row["id"]


def comes_for(read: Reader, rows: Iterable[Row]) -> dict[str, str]:
    """Registration id to the organisation somebody comes for: the one told, else their own."""
    rows = list(rows)
    persons = read.some(Person, {row["person"] for row in rows if row["person"] and not row["member"]})
    told = ((row["id"], row["member"] or persons.get(row["person"] or "", {}).get("organisation")) for row in rows)
    return {id: body for id, body in told if body}


def _quorum(
    read: Reader, event: str, rows: Iterable[Row], bodies: Mapping[str, str], here: set[str],
    membership: Mapping[str, str],
) -> Quorum | None:  # fmt: skip
    organ = read.get(Event, event)["organ"]
    needed = (read.seek(Organ, organ) or {}).get("quorum") if organ else None
    if not needed:
        return None
    awaited = {
        body for row in rows
        if row["state"] == "registered" and membership.get(body := bodies.get(row["id"], "")) in MEMBERSHIPS
    }  # fmt: skip
    names = read.titles(Organisation.kind, awaited - here)
    return Quorum(int(needed), len(here), tuple(sorted(names.values(), key=fold)))


def times_in(read: Reader, event: str) -> dict[str, str]:
    """Registration id to the earliest second at which any desk let somebody in."""
    sql = (
        "SELECT c.registration, min(c.at) FROM check_in c JOIN registration r ON r.id = c.registration "
        "WHERE r.event = ? AND c.act = 'in' GROUP BY c.registration"
    )
    return {str(id): str(at) for id, at in read.rows(sql, [event])}


def not_exchanged(read: Reader, event: str) -> int:
    """How many registrations and check-ins of an event were written on this copy of the data."""
    ours = (
        "JOIN change c ON c.id = {} "
        "JOIN step s ON s.n = c.step AND s.replica = (SELECT value FROM meta WHERE name = ?)"
    )
    registrations = f"SELECT count(DISTINCT r.id) FROM registration r {ours.format('r.id')} WHERE r.event = ?"
    check_ins = (
        "SELECT count(DISTINCT i.id) FROM registration r JOIN check_in i ON i.registration = r.id "
        f"{ours.format('i.id')} WHERE r.event = ?"
    )
    return sum(int(read.value(sql, ["replica", event])) for sql in (registrations, check_ins))
