"""Writing rows and their search index; only the journal's own acts come here."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from iopd_desktop.models import Record
from iopd_desktop.store import search
from iopd_desktop.store.columns import changed_columns, filled_columns
from iopd_desktop.store.driver import Connection
from iopd_desktop.store.indexing import Index
from iopd_desktop.store.pen import Pen
from iopd_desktop.store.reading import chunks, marks

_AT_ONCE, _MANY = 5_000, 5_000
Row = tuple[str, dict[str, Any]]


class Rows:
    """The tables as the journal's changes leave them, over one connection of the driver.

    `index` learns of every row; whoever ends the work, or seeks in it, settles it.
    """

    def __init__(self, connection: Connection, pen: Pen) -> None:
        self._connection, self._pen = connection, pen
        self.index = Index(connection)

    def insert(self, record: type[Record], rows: Iterable[Row]) -> None:
        """New rows, given as (id, values)."""
        last = int(self._connection.execute(f'SELECT coalesce(max(n), 0) FROM "{record.kind}"').fetchone()[0])
        for some in chunks(list(rows), _AT_ONCE):
            self._insert(record, last + 1, some)
            self.index.put(record, enumerate((values for _id, values in some), last + 1))
            last += len(some)

    @contextmanager
    def many(self, record: type[Record], count: int) -> Iterator[None]:
        """So many rows come, change or go now: where few others are there, the order of lists is made after them.

        An index that is made of all rows at once costs half of one that takes them one by one. A roll-back brings
        the former ones back.
        """
        there = self._connection.execute(f'SELECT count(*) FROM "{record.kind}"').fetchone()[0]
        if count < max(there, _MANY):
            yield
            return
        orders = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
        made = self._connection.execute(orders, (record.kind,)).fetchall()
        for name, _sql in made:
            self._connection.execute(f'DROP INDEX "{name}"')
        yield
        for _name, sql in made:
            self._connection.execute(sql)

    def _insert(self, record: type[Record], first: int, rows: list[Row]) -> None:
        # The driver takes ten times as long to bind a None as a text: columns that stay empty are not named.
        columns = filled_columns(record, (values for _id, values in rows))
        names = ", ".join(["n", "id", *(f'"{column.name}"' for column in columns)])
        sql = f'INSERT INTO "{record.kind}" ({names}) VALUES (?, ?{", ?" * len(columns)})'
        how = [(column.field, column.store) for column in columns]
        made = (
            (n, id, *[store(values.get(field)) for field, store in how]) for n, (id, values) in enumerate(rows, first)
        )
        with self._pen:
            self._connection.executemany(sql, made)

    def update(self, record: type[Record], id: str, changed: dict[str, Any], whole: dict[str, Any]) -> None:
        """Some fields of a row changed; `whole` are all its values now."""
        cells = changed_columns(record, changed)
        told = ", ".join(f'"{name}" = ?' for name in cells)
        sql = f'UPDATE "{record.kind}" SET {told} WHERE id = ? RETURNING n'
        with self._pen:
            n = int(self._connection.execute(sql, (*cells.values(), id)).fetchall()[0][0])
        if changed.keys() & set(search.searched_fields(record)):
            self.index.take_out(record, [n])
            self.index.put(record, [(n, whole)])

    def delete(self, record: type[Record], ids: Iterable[str]) -> None:
        """Rows that are no more."""
        for some in chunks(list(ids)):
            sql = f'DELETE FROM "{record.kind}" WHERE id IN ({marks(some)}) RETURNING n'
            with self._pen:
                gone = self._connection.execute(sql, some).fetchall()
            self.index.take_out(record, (n for (n,) in gone))
