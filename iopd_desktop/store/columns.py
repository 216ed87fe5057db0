"""From fields to columns: one mapping for the tables, the writes, the reads and the lists."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from iopd_desktop.models import Record
from iopd_desktop.models.base import once_a_record
from iopd_desktop.models.fields import Field
from iopd_desktop.models.kinds import Choice, Kind, Link

KEY = "_key"


_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def packed(value: Any) -> str:
    """A plain value as canonical JSON: the same value is always the same text."""
    return _CANONICAL.encode(value)


def needs_key(made: Field) -> bool:
    """Whether a field's order needs a stored key: words do, numbers and days sort by themselves."""
    if not made.sorted or isinstance(made.kind, Choice | Link):
        return False
    return made.kind.stored in ("text", "json") and made.kind.name not in ("day", "money", "moment", "fuzzy_date")


@dataclass(frozen=True)
class Column:
    """One column of a record's table: its name, SQL type, and how a value of the field becomes its value."""

    name: str
    type: str
    field: str
    store: Callable[[Any], Any]


def _stored(kind: Kind) -> Callable[[Any], Any]:
    if kind.stored == "json":
        return lambda value: None if value is None else packed(value)
    return lambda value: value


def _derived(kind: Kind, place: int) -> Callable[[Any], Any]:
    return lambda value: kind.derive(value)[place]


def _keyed(kind: Kind) -> Callable[[Any], Any]:
    return lambda value: None if value is None else kind.sort_key(value)


@once_a_record
def columns(record: type[Record]) -> tuple[Column, ...]:
    """The columns of a record's table after `n` and `id`, in the order of its fields."""
    found: list[Column] = []
    for name, made in record.fields.items():
        kind = made.kind
        found.append(Column(name, kind.stored, name, _stored(kind)))
        for place, derived in enumerate(kind.derived):
            type_ = "real" if derived == "amount" else "text"
            found.append(Column(f"{name}_{derived}", type_, name, _derived(kind, place)))
        if needs_key(made):
            found.append(Column(name + KEY, "text", name, _keyed(kind)))
    return tuple(found)


def ordering(record: type[Record], field: str) -> str:
    """The column by which a list of this kind is sorted when it is sorted by a field."""
    made = record.fields[field]
    if needs_key(made):
        return field + KEY
    if made.kind.derived:
        return f"{field}_{made.kind.derived[0]}"
    return field


def filled_columns(record: type[Record], rows: Iterable[dict[str, Any]]) -> list[Column]:
    """The columns in which at least one of some rows has something to keep."""
    filled: set[str] = set()
    for values in rows:
        filled.update(name for name, value in values.items() if value is not None)
    return [column for column in columns(record) if column.field in filled]


def changed_columns(record: type[Record], values: dict[str, Any]) -> dict[str, Any]:
    """The column values that a change of some fields makes."""
    return {c.name: c.store(values[c.field]) for c in columns(record) if c.field in values}


@once_a_record
def _decoders(record: type[Record]) -> dict[str, Callable[[Any], Any] | None]:
    found: dict[str, Callable[[Any], Any] | None] = {}
    for name, made in record.fields.items():
        if made.kind.stored == "json":
            found[name] = json.loads
        elif made.kind.name == "flag":
            found[name] = bool
        elif made.kind.name == "number":
            found[name] = _whole
        else:
            found[name] = None
    return found


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def decoded(record: type[Record], names: Iterable[str], cells: Iterable[Any]) -> dict[str, Any]:
    """Plain values from the columns of the fields `names`, in the same order."""
    decoders = _decoders(record)
    return {
        name: decode(cell) if cell is not None and (decode := decoders[name]) else cell
        for name, cell in zip(names, cells, strict=True)
    }


@once_a_record
def _parted(record: type[Record]) -> dict[str, Callable[[Any], dict[str, Any]]]:
    """How the values of those fields are taken apart that change and merge in pieces."""
    kinds = {name: made.kind for name, made in record.fields.items()}
    return {name: kind.parts for name, kind in kinds.items() if type(kind).parts is not Kind.parts}


def to_paths(record: type[Record], values: dict[str, Any]) -> dict[str, Any]:
    """Values by field as values by path, the form in which the journal keeps them."""
    paths: dict[str, Any] = {}
    parted = _parted(record)
    for name, value in values.items():
        if value is None:
            continue
        if name in parted:
            paths.update((name + end, part) for end, part in parted[name](value).items())
        else:
            paths[name] = value
    return paths


def to_values(record: type[Record], paths: dict[str, Any]) -> dict[str, Any]:
    """The reverse of `to_paths`; a path of a field that is no more is left aside."""
    parts: dict[str, dict[str, Any]] = {}
    for path, value in paths.items():
        name, slash, end = path.partition("/")
        if name in record.fields:
            parts.setdefault(name, {})[slash + end] = value
    return {name: record.fields[name].kind.whole(found) for name, found in parts.items()}


def changed_paths(record: type[Record], name: str, old: Any, new: Any) -> dict[str, tuple[Any, Any]]:
    """What an edit of one field changes: path -> (old, new), only where they differ."""
    kind = record.fields[name].kind
    before = kind.parts(old) if old is not None else {}
    after = kind.parts(new) if new is not None else {}
    return {
        name + end: (before.get(end), after.get(end))
        for end in sorted(before.keys() | after.keys())
        if before.get(end) != after.get(end)
    }
