"""Reading: records as plain values, their titles, and rows by number, straight from the driver."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from iopd_desktop.models import Record, by_kind
from iopd_desktop.models.base import once_a_record
from iopd_desktop.models.kinds import Link, Several
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.store import search
from iopd_desktop.store.columns import decoded, ordering
from iopd_desktop.store.driver import Connection
from iopd_desktop.words import LANGUAGES, _, fold, speaking

_AT_ONCE, _MOST_NAMESAKES = 500, 2000
Told = Callable[[int, int], object]
"""Told how many of how many are done, after each piece of long work; it may raise to stop the work."""


class Missing(LookupError):
    """No such record (any more)."""


def missing(record: type[Record], id: str) -> Missing:
    """What is said of a record that is not there."""
    return Missing(_("{kind} {id} is not there").format(kind=_(record.label), id=id))


class Reader:
    """What can be asked of a database; also the `Look` that turns links into titles and back."""

    def __init__(self, connection: Connection) -> None:
        self._driver = connection

    def rows(self, sql: str, parameters: Iterable[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a SELECT of our own making; values only through parameters."""
        return iter(self._driver.execute(sql, tuple(parameters)))

    def value(self, sql: str, parameters: Iterable[Any] = ()) -> Any:
        """The first value of the first row, or None."""
        row = self._driver.execute(sql, tuple(parameters)).fetchone()
        return row[0] if row else None

    def get(self, record: type[Record], id: str) -> dict[str, Any]:
        """A record's values with its `id`; Missing where it is not there."""
        found = self.seek(record, id)
        if found is None:
            raise missing(record, id)
        return found

    def seek(self, record: type[Record], id: str) -> dict[str, Any] | None:
        """A record's values with its `id`, or None."""
        row = self._driver.execute(f'SELECT {_selected(record)} FROM "{record.kind}" WHERE id = ?', (id,)).fetchone()
        return _values(record, row) if row else None

    def all(
        self, record: type[Record], where: Mapping[str, Any] | None = None, order: str | Iterable[str] = ()
    ) -> list[dict[str, Any]]:
        """The records whose fields equal `where` (None: empty; a list: one of; for sets: holds it), in order."""
        condition, parameters = conditions(record, where or {})
        by = ", ".join(f'"{ordering(record, name)}"' for name in ([order] if isinstance(order, str) else order))
        sql = f'SELECT {_selected(record)} FROM "{record.kind}" WHERE {condition} ORDER BY {by + ", " if by else ""}n'
        return [_values(record, row) for row in self._driver.execute(sql, parameters)]

    def some(self, record: type[Record], ids: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The records of these ids that are there, by id."""
        found: dict[str, dict[str, Any]] = {}
        for some in chunks(list(dict.fromkeys(ids))):
            sql = f'SELECT {_selected(record)} FROM "{record.kind}" WHERE id IN ({marks(some)})'
            found.update((row[0], _values(record, row)) for row in self._driver.execute(sql, some))
        return found

    def hits(self, kind: str, text: str) -> set[int] | None:
        """The numbers of the rows that a typed text finds; None where it seeks nothing."""
        return search.hits(self._driver, kind, text)

    def count(self, record: type[Record], where: Mapping[str, Any] | None = None) -> int:
        """How many records meet `where`."""
        condition, parameters = conditions(record, where or {})
        return int(self.value(f'SELECT count(*) FROM "{record.kind}" WHERE {condition}', parameters))

    def title(self, kind: str, id: str) -> str:
        """How a record is called in the current language; an empty text where it is not there."""
        return self.titles(kind, [id]).get(id, "")

    def titles(self, kind: str, ids: Iterable[str]) -> dict[str, str]:
        """The titles of many records of one kind, by id."""
        record = by_kind(kind)
        return {id: record.called(values, self) for id, values in self.some(record, ids).items()}

    def find(self, kind: str, title: str) -> str | None:
        """The id of the one record that is called so, in any language, or has this id; BadValue where several are.

        A whole name goes before a part of one: somebody called "Kalpana" before those whose family is.
        """
        if self.value(f'SELECT 1 FROM "{kind}" WHERE id = ?', [title]):
            return title
        wanted, record = fold(title.strip()), by_kind(kind)
        near = self._candidates(record, title)
        called = [values for values in near if fold(record.called(values, self)) == wanted]
        if len(called) != 1:
            called = [values for values in near if wanted in _calls(record, values, self)]
        found = [values["id"] for values in called]
        if len(found) > 1:
            raise BadValue(
                _("“{text}” is the name of {count} records; give the id").format(text=title[:80], count=len(found))
            )
        return found[0] if found else None

    def _candidates(self, record: type[Record], text: str) -> list[dict[str, Any]]:
        searched = any(record.fields[name].searched for name in record.titled)
        found = self._hits_of_title(record.kind, text) if searched else None
        sql = f'SELECT {_selected(record)} FROM "{record.kind}"'
        if found is not None:
            sql += f" WHERE n IN ({','.join(map(str, sorted(found)[:_MOST_NAMESAKES]))})"
        rows = self._driver.execute(f"{sql} LIMIT {_MOST_NAMESAKES}")
        return [_values(record, row) for row in rows]

    def _hits_of_title(self, kind: str, text: str) -> set[int] | None:
        """Rows with the words of a title; where a part of it is told by another record, those of its rarest part."""
        found, parts = self.hits(kind, text), text.split(" · ")
        if found or len(parts) == 1:
            return found
        return min(filter(None, (self.hits(kind, part) for part in parts)), key=len, default=found)


def _calls(record: type[Record], values: dict[str, Any], look: Reader) -> set[str]:
    calls = {fold(record.called(values, look))}
    for name in record.titled:
        kind, value = record.fields[name].kind, values.get(name)
        if not isinstance(kind, Link) and value is not None:
            if isinstance(value, Mapping):
                calls |= {fold(said["text"]) for said in value.values() if isinstance(said, Mapping)}
            else:
                calls.add(fold(kind.format(value)))
    for language in LANGUAGES:
        with speaking(language):
            calls.add(fold(record.called(values, look)))
    return calls


@once_a_record
def _selected(record: type[Record]) -> str:
    return ", ".join(["id", *(f'"{name}"' for name in record.fields)])


def _values(record: type[Record], row: tuple[Any, ...]) -> dict[str, Any]:
    return {"id": row[0], **decoded(record, record.fields, row[1:])}


def marks(values: list[Any]) -> str:
    """The parameter marks for a list of values."""
    return ",".join("?" * len(values))


def chunks(values: list[Any], size: int = _AT_ONCE, told: Told | None = None) -> Iterator[list[Any]]:
    """A long list in pieces that one statement can take; after each, how far it is."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
        if told:
            told(min(start + size, len(values)), len(values))


def conditions(record: type[Record], where: Mapping[str, Any]) -> tuple[str, list[Any]]:
    """An SQL condition and its parameters for fields that equal values."""
    sides, parameters = ["1"], []
    for name, value in where.items():
        column = "id" if name == "id" else f'"{record.fields[name].name}"'
        if value is None:
            sides.append(f"{column} IS NULL")
        elif name != "id" and isinstance(record.fields[name].kind, Several):
            for item in [value] if isinstance(value, str) else value:
                sides.append(f"instr({column}, ?)")
                parameters.append(f'"{item}"')
        elif isinstance(value, list | tuple | set | frozenset):
            sides.append(f"{column} IN ({marks(list(value))})")
            parameters += list(value)
        else:
            sides.append(f"{column} = ?")
            parameters.append(value)
    return " AND ".join(sides), parameters
