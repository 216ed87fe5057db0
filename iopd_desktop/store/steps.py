"""Steps: what one act changed, who did it where and when, and what they had seen."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from iopd_desktop.words import N_

Act = Literal["new", "edit", "delete"]


@dataclass(frozen=True, slots=True)
class Write:
    """One field path's change in an edit: what stood there, what stands now, and the step it replaces."""

    old: Any
    new: Any
    replaces: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What a step did to one row: a step touches a row once.

    `fields` maps a path (`title/es`) to the value for a new row, to a Write for an edit.
    """

    kind: str
    id: str
    act: Act
    fields: Mapping[str, Any] = field(default_factory=dict)

    def value(self, path: str) -> Any:
        """The value that the change gives to a path."""
        said = self.fields[path]
        return said.new if isinstance(said, Write) else said


@dataclass(frozen=True, slots=True)
class Void:
    """The changes of another step that a step takes back: all of them but those of the rows `kept`."""

    step: str
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Step:
    """One act: whole or not at all, titled, and known by (replica, number).

    `clock` is a hybrid logical clock (milliseconds << 16 | counter); `seen` says for each replica the highest
    number that the author's copy held before this step.
    """

    id: str
    replica: str
    number: int
    clock: int
    author: str
    title: str
    schema: int
    seen: Mapping[str, int]
    changes: tuple[Change, ...] = ()
    voids: tuple[Void, ...] = ()
    act: Literal["work", "undo", "redo", "origin", "final"] = "work"

    @property
    def order(self) -> tuple[int, str, int]:
        """The place of the step among all: what it saw lies before it."""
        return (self.clock, self.replica, self.number)

    def saw(self, other: "Step") -> bool:
        """Whether the author knew the other step (or it is the same one)."""
        return other.id == self.id or self.seen.get(other.replica, 0) >= other.number


ORIGIN = N_("What the program brings")


def origin(changes: tuple[Change, ...], schema: int) -> Step:
    """The step by which the program brings rows: known by its content alone, at clock 0, before everybody's work.

    Two laptops that begin alike made the same step, and no edit of one can lose against the beginning of the other.
    """
    content = repr(sorted((c.kind, c.id, sorted(c.fields.items())) for c in changes))
    id = str(uuid.uuid5(uuid.UUID(int=0), content))
    ordered = tuple(sorted(changes, key=lambda c: (c.kind, c.id)))
    return Step(id, id, 1, 0, "IOPD Desktop", ORIGIN, schema, {}, ordered, (), "origin")


COUNTER_BITS = 16


def tick(last: int, now_ms: int) -> int:
    """The next reading of a hybrid logical clock: never back, even when the wall clock goes back."""
    return max(last + 1, now_ms << COUNTER_BITS)


def wall_ms(clock: int) -> int:
    """The milliseconds since 1970 that a clock reading stands for."""
    return clock >> COUNTER_BITS
