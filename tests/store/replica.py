"""A replica in memory: the journal's rules without a database, for the laws of the fold."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from iopd_desktop.store.fold import Folded, fold, voiders
from iopd_desktop.store.steps import Change, Step, Void, Write, tick


class Replica:
    """One copy of the data on one machine; `now` is its own wall clock, right or wrong."""

    def __init__(self, name: str, now: int = 1_700_000_000_000) -> None:
        self.name, self.now = name, now
        self.steps: dict[str, Step] = {}
        self.clock = 0

    @property
    def seen(self) -> dict[str, int]:
        highest: dict[str, int] = {}
        for step in self.steps.values():
            highest[step.replica] = max(highest.get(step.replica, 0), step.number)
        return highest

    def folded(self) -> Folded:
        return fold(self.steps.values())

    def step(self, title: str, changes: Iterable[Change] = (), voids: Iterable[Void] = (), act: str = "work") -> Step:
        self.clock = tick(self.clock, self.now)
        seen = self.seen
        made = Step(
            id=str(uuid.uuid5(uuid.NAMESPACE_OID, f"{self.name} {seen.get(self.name, 0) + 1}")),
            replica=self.name, number=seen.get(self.name, 0) + 1, clock=self.clock, author=self.name, title=title,
            schema=1, seen=seen, changes=tuple(changes), voids=tuple(voids), act=act,
        )  # fmt: skip
        self.steps[made.id] = made
        return made

    def add(self, id: str, values: Mapping[str, Any]) -> Step:
        return self.step("add", [Change("thing", id, "new", dict(values))])

    def edit(self, id: str, values: Mapping[str, Any]) -> Step:
        row = self.folded().rows[("thing", id)]
        writes = {path: Write(row.get(path), value, self.writer(id, path)) for path, value in values.items()}
        return self.step("edit", [Change("thing", id, "edit", writes)])

    def writer(self, id: str, path: str) -> str | None:
        dead = voiders(self.steps.values())
        wrote = [
            step for step in self.steps.values() if step.id not in dead
            for change in step.changes if change.id == id and path in change.fields
        ]  # fmt: skip
        return max(wrote, key=lambda s: s.order).id if wrote else None

    def remove(self, id: str) -> Step:
        return self.step("remove", [Change("thing", id, "delete")])

    def undo(self, step: Step, kept: Iterable[str] = ()) -> Step:
        return self.step("undo", voids=[Void(step.id, frozenset(kept))], act="undo")

    def redo(self, undone: Step) -> Step:
        return self.step("redo", voids=[Void(undone.id)], act="redo")

    def take(self, other: "Replica") -> None:
        """What an exchange does: the union of the steps, and a clock that never goes back."""
        self.steps.update(other.steps)
        self.clock = max([self.clock, *(s.clock for s in other.steps.values())])

    def restarted(self) -> "Replica":
        """The replica after a restart: only the steps are kept."""
        again = Replica(self.name, self.now)
        again.steps = {id: replace(step) for id, step in self.steps.items()}
        again.clock = max((s.clock for s in self.steps.values()), default=0)
        return again
