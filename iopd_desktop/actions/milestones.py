"""The milestones of an edition: entries of the calendar made from its phases, and moved with them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from iopd_desktop.actions.moving import Key, Move, Moving, followed, move
from iopd_desktop.actions.plan_reads import plan_of
from iopd_desktop.models.awards import Edition, Phase
from iopd_desktop.models.base import known_id
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_moved import Part, part_of
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import LANGUAGES, N_, _, speaking

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

Row = Mapping[str, Any]
PARTS: Mapping[str, tuple[Part, ...]] = {
    "whole": ("whole",), "ends": ("begin", "end"), "end": ("end",), "none": (),
}  # fmt: skip
# How an entry is called after its phase.
_CALLED = {"begin": N_("{phase}: beginning"), "end": N_("{phase}: deadline"), "whole": "{phase}"}


@dataclass(frozen=True)
class Milestone:
    """An entry as its phase would have it: new, moved, or the same as it stands."""

    phase: str
    part: Part
    id: str
    title: str
    before: FuzzyDate | None
    after: FuzzyDate
    act: Literal["new", "moved", "same"]

    @property
    def key(self) -> Key:
        """The kind and the id of the entry."""
        return (Event.kind, self.id)


def milestones(read: Reader, edition: str) -> list[Milestone]:
    """What the phases of an edition make of the calendar, in their order; phases without a date make nothing.

    Missing where the edition is not there. Entries that were held or called off are left as they are.
    """
    read.get(Edition, edition)
    phases = read.all(Phase, {"edition": edition}, "rank")
    entries = read.all(Event, {"phase": [phase["id"] for phase in phases]})
    made = {(row["phase"], row["part"] or "whole"): row for row in entries}
    found = []
    for phase in phases:
        when = FuzzyDate.of(phase["date"])
        for part in PARTS[phase["milestones"] or "whole"] if when else ():
            assert when is not None
            there = made.get((phase["id"], part))
            if there is None or there["state"] == "planned":
                found.append(_milestone(phase, part, part_of(when, part), there))
    return found


def _milestone(phase: Row, part: Part, after: FuzzyDate, there: Row | None) -> Milestone:
    id = there["id"] if there else milestone_id(phase["id"], part)
    title = Event.called(there) if there else _called(part, Phase.called(phase))
    before = FuzzyDate.of(there["date"]) if there else None
    act: Literal["new", "moved", "same"] = "new" if there is None else "moved"
    if before and before.edtf == after.edtf:
        act = "same"
    return Milestone(phase["id"], part, id, title, before, after, act)


def milestone_id(phase: str, part: Part) -> str:
    """The id of the entry that is made from a part of a phase, the same on every laptop."""
    return known_id("event", "phase", phase, part)


def moved_by_milestones(read: Reader, found: Collection[Milestone]) -> Moving:
    """The milestones that move, and what else moves with them."""
    begun = [
        Move(Event, one.id, one.title, one.before, one.after, "milestone", None) for one in found if one.act == "moved"
    ]
    return followed(read, begun)


def refresh_milestones(work: "Work", edition: str, leave: Collection[Key] = ()) -> tuple[int, int]:
    """Make and move the entries of an edition's phases, but for those to `leave`; how many are new, how many moved."""
    found = [one for one in milestones(work, edition) if one.key not in leave]
    year = work.get(Edition, edition)["year"]
    plan = plan_of(work, int(year))
    fresh = [one for one in found if one.act == "new"]
    for one in fresh:
        phase = work.get(Phase, one.phase)
        values = {
            "title": _titles(one.part, phase["name"]), "type": "deadline" if one.part == "end" else "award",
            "date": one.after.plain(), "edition": edition, "phase": one.phase, "part": one.part, "plan": plan,
        }  # fmt: skip
        work.add(Event, {name: value for name, value in values.items() if value is not None}, one.id)
    return len(fresh), move(work, moved_by_milestones(work, found), leave)


def _called(part: Part, phase: str) -> str:
    words = _CALLED[part]
    return (words if part == "whole" else _(words)).format(phase=phase)


def _titles(part: Part, name: Mapping[str, Any]) -> dict[str, Any]:
    """The title in each language that the phase has a name in and the program speaks; the others keep the name."""
    titles = {}
    for code, said in name.items():
        text = said["text"]
        if code in LANGUAGES:
            with speaking(code):
                text = _called(part, text)
        titles[code] = {**said, "text": text}
    return titles
