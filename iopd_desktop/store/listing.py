"""Lists: the row numbers of what is sought, filtered and sorted, and pages of cells read on demand."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

from iopd_desktop.models import Record, by_kind
from iopd_desktop.models.kinds import Choice, Link, Several
from iopd_desktop.store import search
from iopd_desktop.store.columns import decoded, ordering
from iopd_desktop.store.reading import Reader, chunks, marks

EMPTY = ""
"""The code by which a filter asks for records where the field is not filled."""
_FEW = 1000
"""So many numbers stand in one statement; above, an order that is there is gone through instead."""
_COMPARED = {"from": ">=", "to": "<=", "before": "<"}
Test = Literal[
    "is", "not", "in", "has", "empty", "filled", "from", "to", "before", "lacks", "sure", "with", "without"
]


@dataclass(frozen=True)
class Filter:
    """One condition of a list: a field, a test, and a value (`from` and `to` compare, days with fuzzy dates too).

    `before` asks that all of a date is earlier, `sure` that its certainty is one of some, `lacks` that a text is
    not there in all of some languages. `with` and `without` ask for parts: their field is kind/link, such as
    person/organisation, and their value the conditions of the parts, [field, test, value] each.
    """

    field: str
    test: Test
    value: Any = None


@dataclass(frozen=True)
class Listing:
    """What a list shows: a kind, a typed search, filters, and the fields it is sorted by (True: descending)."""

    kind: str
    search: str = ""
    where: tuple[Filter, ...] = ()
    order: tuple[tuple[str, bool], ...] = ()

    @property
    def record(self) -> type[Record]:
        """The class of the records listed."""
        return by_kind(self.kind)


def order(reader: Reader, listing: Listing, limit: int | None = None) -> "array[int]":
    """The row numbers of a list in its order: 8 bytes a row, so that 100,000 rows are nothing."""
    found = reader.hits(listing.kind, listing.search)
    if found is None or len(found) <= _FEW:
        return _sorted(reader, listing, found, limit)
    return among(_sorted(reader, listing, None, None), found)[:limit]


def narrowed(reader: Reader, listing: Listing, unsought: "array[int]") -> "array[int]":
    """The same as `order`, for whoever has the order of the list without its search already.

    What a letter typed into the search costs is then what it finds, and a look at each number.
    """
    found = reader.hits(listing.kind, listing.search)
    if found is None:
        return unsought
    return _sorted(reader, listing, found, None) if len(found) <= _FEW else among(unsought, found)


def among(numbers: "array[int]", found: set[int]) -> "array[int]":
    """Those numbers of an order that were found."""
    return array("q", filter(found.__contains__, numbers))


def _sorted(reader: Reader, listing: Listing, found: set[int] | None, limit: int | None) -> "array[int]":
    condition, parameters = _condition(listing, found)
    source = f'"{listing.kind}" {_joins(listing)}'
    sql = f'SELECT "{listing.kind}".n FROM {source} WHERE {condition} ORDER BY {_order_by(listing)}'
    if limit is not None:
        sql += f" LIMIT {int(limit)}"
    return array("q", chain.from_iterable(reader.rows(sql, parameters)))


def count(reader: Reader, listing: Listing) -> int:
    """How many rows a list has."""
    found = reader.hits(listing.kind, listing.search)
    if found is not None and (not listing.where or len(found) > _FEW):
        return len(found) if not listing.where else len(order(reader, listing))
    condition, parameters = _condition(listing, found)
    return int(reader.value(f'SELECT count(*) FROM "{listing.kind}" WHERE {condition}', parameters))


def tallied(reader: Reader, listing: Listing, *fields: str) -> "Counter[tuple[Any, ...]]":
    """How many rows of a list have each combination of values of some plain fields."""
    condition, parameters = _condition(listing, reader.hits(listing.kind, listing.search))
    names = ", ".join(f'"{name}"' for name in fields)
    sql = f'SELECT {names}, count(*) FROM "{listing.kind}" WHERE {condition} GROUP BY {names}'
    return Counter({tuple(row[:-1]): row[-1] for row in reader.rows(sql, parameters)})


def page(reader: Reader, kind: str, numbers: Iterable[int], fields: Sequence[str]) -> dict[int, dict[str, Any]]:
    """The plain values of some rows by row number, each with its `id`; numbers no longer there are left out."""
    record, found = by_kind(kind), {}
    selected = "".join(f', "{name}"' for name in fields)
    for some in chunks(list(numbers)):
        sql = f'SELECT n, id{selected} FROM "{kind}" WHERE n IN ({marks(some)})'
        for row in reader.rows(sql, some):
            found[row[0]] = {"id": row[1], **decoded(record, fields, row[2:])}
    return found


def number_of(reader: Reader, kind: str, id: str) -> int | None:
    """The row number of a record, or None where it is not there."""
    found = reader.value(f'SELECT n FROM "{kind}" WHERE id = ?', [id])
    return None if found is None else int(found)


@dataclass(frozen=True)
class Hit:
    """A record that the palette found."""

    kind: str
    id: str
    title: str


def anywhere(reader: Reader, text: str, limit: int = 30) -> list[Hit]:
    """The first records of any kind whose names hold every word of a typed text."""
    query = search.everywhere(text, limit * 4)
    if query is None:
        return []
    hits = []
    for (found,) in reader.rows(*query):
        record, n = search.row_of(found)
        id = reader.value(f'SELECT id FROM "{record.kind}" WHERE n = ?', [n])
        if id:
            hits.append(Hit(record.kind, id, reader.title(record.kind, id)))
        if len(hits) >= limit:
            break
    return hits


def _condition(listing: Listing, found: set[int] | None) -> tuple[str, list[Any]]:
    sides, parameters = ["1"], []
    if found is not None:
        sides.append(f'"{listing.kind}".n IN ({",".join(map(str, found))})')
    for filter in listing.where:  # noqa: A001 - a filter is what it is called
        clause, values = _tested(listing.record, filter, listing.kind)
        sides.append(clause)
        parameters += values
    return " AND ".join(sides), parameters


def _tested(record: type[Record], wanted: Filter, table: str) -> tuple[str, list[Any]]:
    """A condition as SQL about a table or its alias, with its parameters."""
    if wanted.test in ("with", "without"):
        return _parts(wanted, table)
    column = f'"{table}"."{wanted.field}"'
    kind = record.fields[wanted.field].kind
    if wanted.test in ("empty", "filled"):
        return f"{column} IS {'NOT ' if wanted.test == 'filled' else ''}NULL", []
    if wanted.test in _COMPARED:
        if kind.derived:
            end = kind.derived[0] if wanted.test == "to" else kind.derived[-1]
            column = f'"{table}"."{wanted.field}_{end}"'
        return f"{column} {_COMPARED[wanted.test]} ?", [wanted.value]
    if wanted.test == "lacks":
        there = " AND ".join(f"json_extract({column}, ?) IS NOT NULL" for _code in wanted.value)
        return f"NOT coalesce({there}, 0)", [f"$.{code}" for code in wanted.value]
    if wanted.test == "sure":
        return f"json_extract({column}, '$.certainty') IN ({marks(wanted.value)})", list(wanted.value)
    if isinstance(kind, Several):
        items = [wanted.value] if isinstance(wanted.value, str) else list(wanted.value)
        joined = " OR ".join(f"instr({column}, ?) > 0" for _item in items)
        test = f"coalesce({joined or '0'}, 0)"
        return (f"NOT {test}" if wanted.test == "not" else test), [f'"{item}"' for item in items]
    values = list(wanted.value) if isinstance(wanted.value, list | tuple) else [wanted.value]
    test, given = _equal(record, wanted.field, values, table)
    return (f"NOT coalesce({test}, 0)" if wanted.test == "not" else test), given


def _equal(record: type[Record], name: str, values: list[Any], table: str) -> tuple[str, list[Any]]:
    """That a field has one of some values, EMPTY for none; an empty choice may follow from another field."""
    column, kind = f'"{table}"."{name}"', record.fields[name].kind
    sides, given = [f"{column} IN ({marks(values)})"], values
    if isinstance(kind, Choice) and kind.implied_by:
        by = f'"{table}"."{kind.implied_by}"'
        some = [each for code in values for each in kind.implying(code)]
        sides.append(f"({column} IS NULL AND {by} IN ({marks(some)}))")
        given = [*values, *some]
        if EMPTY in values:
            known = [each for code in kind.choices for each in kind.implying(code)]
            sides.append(f"({column} IS NULL AND ({by} IS NULL OR {by} NOT IN ({marks(known)})))")
            given += known
    elif EMPTY in values:
        sides.append(f"{column} IS NULL")
    return f"({' OR '.join(sides)})", given


def _parts(wanted: Filter, table: str) -> tuple[str, list[Any]]:
    part, link = wanted.field.split("/")
    alias = f"{table}_{part}"
    sides, parameters = [f'"{alias}"."{link}" = "{table}".id'], list[Any]()
    for told in wanted.value:
        clause, values = _tested(by_kind(part), Filter(*told), alias)
        sides.append(clause)
        parameters += values
    found = f'EXISTS (SELECT 1 FROM "{part}" AS "{alias}" WHERE {" AND ".join(sides)})'
    return f"NOT {found}" if wanted.test == "without" else found, parameters


def _joins(listing: Listing) -> str:
    joins = []
    for place, (name, _down) in enumerate(listing.order):
        kind = listing.record.fields[name].kind
        if isinstance(kind, Link) and kind.to != "*":
            joins.append(f'LEFT JOIN "{kind.to}" AS l{place} ON l{place}.id = "{listing.kind}"."{name}"')
    return " ".join(joins)


def _order_by(listing: Listing) -> str:
    sides = []
    for place, (name, down) in enumerate(listing.order):
        kind = listing.record.fields[name].kind
        if isinstance(kind, Link) and kind.to != "*":
            linked = by_kind(kind.to)
            column = f'l{place}."{ordering(linked, linked.titled[-1])}"'
        else:
            column = f'"{listing.kind}"."{ordering(listing.record, name)}"'
        # Empty values stand last in both directions: a list begins with what somebody knows.
        sides.append(f"{column} DESC" if down else f"{column} NULLS LAST")
    down = bool(listing.order) and listing.order[-1][1]
    return ", ".join([*sides, f'"{listing.kind}".n' + (" DESC" if down else "")])
