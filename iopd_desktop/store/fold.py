"""The truth is the set of steps; the rows are its fold. Pure: any order, any number of times, the same result.

Rules. A change counts unless a counting later step voids it. For each field path the last counting change wins, by
(clock, replica, number). A delete, or the voiding of every change that made a row, removes the row as its author had
seen it: a counting change that the remover had not seen keeps the row, with all its values. A row that was removed
and is made anew keeps nothing of what its maker had seen.
Two changes of one path that did not see each other and differ are a conflict, until somebody who saw both writes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from iopd_desktop.store.steps import Change, Step

Key = tuple[str, str]
Paths = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two values for one path, written without knowledge of each other; the winner stands in the row."""

    kind: str
    id: str
    path: str
    winner: str
    loser: str
    losing: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """A change of a row with its step, and the counting steps that void it."""

    step: Step
    change: Change
    voided_by: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """All rows by (kind, id), each as path -> value, and the conflicts in order."""

    rows: Mapping[Key, Paths]
    conflicts: tuple[Conflict, ...]


class SameNumber(ValueError):
    """Two different steps carry the same replica and number: one of the files was copied and went on apart."""


def voiders(steps: Iterable[Step]) -> dict[str, list[tuple[Step, frozenset[str]]]]:
    """For each step the counting steps that void it, each with the rows it spares.

    A step that voids is itself taken back when a later counting step voids it, so the latest speak first.
    """
    found: dict[str, list[tuple[Step, frozenset[str]]]] = {}
    voiding = sorted((step for step in steps if step.voids), key=lambda s: s.order, reverse=True)
    order = {step.id: step.order for step in voiding}
    for step in voiding:
        if step.id in found:
            continue
        for void in step.voids:
            if void.step not in order or order[void.step] < step.order:
                found.setdefault(void.step, []).append((step, void.kept))
    return found


def fold(steps: Iterable[Step]) -> Folded:
    """The rows and conflicts that a set of steps amounts to."""
    unique: dict[tuple[str, int], Step] = {}
    for step in steps:
        twin = unique.setdefault((step.replica, step.number), step)
        if twin is not step and twin != step:
            raise SameNumber(f"{step.replica} {step.number}")
    voided = voiders(unique.values())
    entries: dict[Key, list[Entry]] = {}
    for step in sorted(unique.values(), key=lambda s: s.order):
        for change in step.changes:
            by = tuple(v for v, kept in voided.get(step.id, ()) if change.id not in kept)
            entries.setdefault((change.kind, change.id), []).append(Entry(step, change, by))
    rows: dict[Key, Paths] = {}
    conflicts: list[Conflict] = []
    for key in sorted(entries):
        row, found = fold_row(entries[key])
        if row is not None:
            rows[key] = row
            conflicts += found
    return Folded(rows, tuple(conflicts))


def fold_row(entries: list[Entry]) -> tuple[Paths | None, list[Conflict]]:
    """One row from its changes in order of steps: path -> value, or None where the row is not there."""
    counting = [e for e in entries if e.change.act != "delete" and not e.voided_by]
    removers = [e.step for e in entries if e.change.act == "delete" and not e.voided_by]
    if all(e.change.act != "new" for e in counting):
        removers += [v for e in entries if e.change.act == "new" for v in e.voided_by]
    made = any(e.change.act == "new" for e in entries)
    if not made or not counting or any(all(r.saw(e.step) for e in counting) for r in removers):
        return None, []
    counting = _since_made_anew(counting)
    row: Paths = {}
    # A row that an unseen edit brought back needs the values it was made with, under all others.
    for entry in (e for e in entries if e.change.act == "new" and e.voided_by):
        row.update(entry.change.fields)
    writes: dict[str, list[Entry]] = {}
    for entry in counting:
        for path in entry.change.fields:
            writes.setdefault(path, []).append(entry)
            row[path] = entry.change.value(path)
    conflicts = [c for path, wrote in writes.items() if len(wrote) > 1 for c in _conflicts(path, wrote)]
    return {path: value for path, value in row.items() if value is not None}, conflicts


def _since_made_anew(counting: list[Entry]) -> list[Entry]:
    """Without what stood in the row before somebody who had seen it made it anew."""
    made = [e for e in counting if e.change.act == "new"]
    return [e for e in counting if not any(n is not e and n.step.saw(e.step) for n in made)]


def _conflicts(path: str, wrote: list[Entry]) -> list[Conflict]:
    winner = wrote[-1]
    value = winner.change.value(path)
    found = []
    for entry in wrote[:-1]:
        if winner.step.saw(entry.step) or entry.change.value(path) == value:
            continue
        if any(later.step.saw(entry.step) for later in wrote if later is not entry):
            continue
        change = entry.change
        found.append(
            Conflict(change.kind, change.id, path, winner.step.id, entry.step.id, entry.change.value(path))
        )
    return found
