"""What moves when a date moves: the phases and entries that depend on it, shown first and then done in one step."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from iopd_desktop.models import Record, by_kind
from iopd_desktop.models.awards import Phase
from iopd_desktop.models.calendar import Event, Preparation
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_moved import apart, moved, part_of, with_part
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import N_, _, ngettext

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

Key = tuple[str, str]
Row = Mapping[str, Any]

WHY = {
    "it": N_("the date itself"), "phase": N_("its phase of the award"), "milestone": N_("made from the phase"),
    "after": N_("depends on it"),
}  # fmt: skip


@dataclass(frozen=True)
class Move:
    """A record whose date would change: from when to when, why (a key of WHY), and with which other record."""

    record: type[Record]
    id: str
    title: str
    before: FuzzyDate | None
    after: FuzzyDate
    why: str
    by: Key | None

    @property
    def key(self) -> Key:
        """Its kind and its id."""
        return (self.record.kind, self.id)


@dataclass(frozen=True)
class Moving:
    """A date that moves, first, and all that moves with it.

    `circles` are the names of what depends in a circle; so many `preparations` will be due on other days.
    """

    moves: tuple[Move, ...]
    circles: tuple[str, ...] = ()
    preparations: int = 0

    @property
    def others(self) -> tuple[Move, ...]:
        """What moves beside the date itself."""
        return self.moves[1:]


def what_moves(read: Reader, kind: str, id: str, to: FuzzyDate) -> Moving:
    """What a new date of an entry or a phase moves, the nearest first; Missing where it is not there.

    An entry made from a phase moves the phase, and that the other entries made from it. Whatever is reached by
    several ways moves once, with the nearest; a circle ends where it comes back to what has moved already. Entries
    that were held or called off stay, and so does what has no date.
    """
    record = by_kind(kind)
    row = read.get(record, id)
    first = Move(record, id, record.called(row), FuzzyDate.of(row["date"]), to, "it", None)
    return followed(read, [first])


def followed(read: Reader, begun: list[Move]) -> Moving:
    """What some moves move beside themselves."""
    found = {one.key: one for one in begun}
    circles: list[str] = []
    waiting = deque(begun)
    while waiting:
        one = waiting.popleft()
        for made in _dependents(read, one):
            if made.key not in found:
                found[made.key] = made
                waiting.append(made)
            elif made.why == "after" and made.key in _above(found, one):
                circles.append(made.title)
    stay = _still(found)
    moves = tuple(one for key, one in found.items() if key not in stay)
    entries = [one.id for one in moves if one.record is Event]
    return Moving(moves, tuple(dict.fromkeys(circles)), read.count(Preparation, {"event": entries, "done": None}))


def move(work: "Work", moving: Moving, leave: Collection[Key] = ()) -> int:
    """Do what was shown, but for what is to `leave` and what moves only with that; how many dates changed."""
    stay: set[Key] = set(leave)
    done = 0
    for one in moving.moves:
        if one.key in stay or one.by in stay:
            stay.add(one.key)
            continue
        row = work.get(one.record, one.id)
        values: dict[str, Any] = {"date": one.after.plain()}
        if row.get("moment"):
            values["moment"] = _moment(row["moment"], one)
        work.edit(one.record, one.id, values)
        done += 1
    return done


def move_title(title: str, count: int, reason: str = "") -> str:
    """The title of the step that moves a date and `count` others with it, with the reason if somebody told one."""
    said = _moved_with(title, count)
    return _("{deed}: {reason}").format(deed=said, reason=reason) if reason else said


def _moved_with(title: str, count: int) -> str:
    if not count:
        return _("Move “{title}”").format(title=title)
    return ngettext(
        "Move “{title}” and {count} date that depends on it",
        "Move “{title}” and {count} dates that depend on it",
        count,
    ).format(title=title, count=count)


def _dependents(read: Reader, one: Move) -> Iterator[Move]:
    """What depends on a move by one step: phases on their entries, entries on their phases, and what moves after."""
    if one.record is Event:
        row = read.get(Event, one.id)
        if row["phase"] and one.why != "milestone" and (phase := read.seek(Phase, row["phase"])):
            before = FuzzyDate.of(phase["date"])
            to = with_part(before, row["part"] or "whole", one.after)
            yield Move(Phase, phase["id"], Phase.called(phase), before, to, "phase", one.key)
    else:
        for event in read.all(Event, {"phase": one.id, "state": "planned"}):
            to = part_of(one.after, event["part"] or "whole")
            yield Move(Event, event["id"], Event.called(event), FuzzyDate.of(event["date"]), to, "milestone", one.key)
    for row in read.all(one.record, {"after": one.id}):
        if one.record is Event and row["state"] != "planned":
            continue
        made = _after(row, one)
        if made is not None:
            yield Move(one.record, row["id"], one.record.called(row), made[0], made[1], "after", one.key)


def _after(row: Row, one: Move) -> tuple[FuzzyDate | None, FuzzyDate] | None:
    """The date of what depends on a move, before and after; None where nothing can be said of it."""
    now = FuzzyDate.of(row["date"])
    if row.get("days") is not None:
        return now, apart(now, one.after, int(row["days"]))
    if now is None or one.before is None:
        return None
    return now, moved(now, _shift(one.before, one.after))


def _shift(before: FuzzyDate, after: FuzzyDate) -> int:
    """The days by which a date moved: by its last day where that alone moved, as when a deadline is extended."""
    return (after.latest - before.latest).days if before.earliest == after.earliest else (
        after.earliest - before.earliest
    ).days  # fmt: skip


def _above(found: Mapping[Key, Move], one: Move) -> set[Key]:
    """The keys of what a move follows from, itself included."""
    keys: set[Key] = set()
    at: Key | None = one.key
    while at is not None and at not in keys:
        keys.add(at)
        at = found[at].by
    return keys


def _still(found: Mapping[Key, Move]) -> set[Key]:
    """What would stay where it is, and moves nothing else."""
    stay: set[Key] = set()
    while True:
        moves_something = {one.by for key, one in found.items() if key not in stay}
        same = {key for key, one in found.items() if one.by and one.before and one.before.edtf == one.after.edtf}
        fresh = same - moves_something - stay
        if not fresh:
            return stay
        stay |= fresh


def _moment(moment: Mapping[str, str], one: Move) -> dict[str, str]:
    """The time of an entry on its new date: on the last day where it stood there, else as far from the first as before.

    It never leaves the date.
    """
    at = datetime.fromisoformat(moment["at"])
    day: date
    if one.before is None or at.date() == one.before.latest:
        day = one.after.latest
    else:
        day = one.after.earliest + timedelta(days=(at.date() - one.before.earliest).days)
    day = min(max(day, one.after.earliest), one.after.latest)
    return {"at": f"{day.isoformat()}T{at:%H:%M}", "zone": moment["zone"]}
