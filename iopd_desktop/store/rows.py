"""Writing rows and their search index; only the journal's own acts come here."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert, update
from sqlalchemy.engine import Connection

from iopd_desktop.models import Record
from iopd_desktop.store import search
from iopd_desktop.store.columns import changed_columns, row_of
from iopd_desktop.store.pen import Pen
from iopd_desktop.store.reading import chunks, marks
from iopd_desktop.store.tables import table


class Rows:
    """The tables as the journal's changes leave them, over one connection."""

    def __init__(self, connection: Connection, pen: Pen) -> None:
        self._connection, self._pen = connection, pen

    def insert(self, record: type[Record], rows: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """New rows, given as (id, values)."""
        made = list(rows)
        for some in chunks(made, 5000):
            last = int(self._connection.exec_driver_sql(f'SELECT max(n) FROM "{record.kind}"').scalar() or 0)
            numbered = [(last + place, id, values) for place, (id, values) in enumerate(some, 1)]
            with self._pen:
                self._connection.execute(
                    insert(table(record)), [{"n": n, "id": id, **row_of(record, values)} for n, id, values in numbered]
                )
            self.index(record, [(n, values) for n, _id, values in numbered])

    def update(self, record: type[Record], id: str, changed: dict[str, Any], whole: dict[str, Any]) -> None:
        """Some fields of a row changed; `whole` are all its values now."""
        found = table(record)
        with self._pen:
            self._connection.execute(update(found).where(found.c.id == id), changed_columns(record, changed))
        if changed.keys() & set(search.searched_fields(record)):
            n = int(self._connection.exec_driver_sql(f'SELECT n FROM "{record.kind}" WHERE id = ?', (id,)).scalar_one())
            self._unindex(record, [n])
            self.index(record, [(n, whole)])

    def delete(self, record: type[Record], ids: Iterable[str]) -> None:
        """Rows that are no more."""
        found = table(record)
        for some in chunks(list(ids)):
            sql = f'SELECT n FROM "{record.kind}" WHERE id IN ({marks(some)})'
            self._unindex(record, [row[0] for row in self._connection.exec_driver_sql(sql, tuple(some))])
            with self._pen:
                self._connection.execute(delete(found).where(found.c.id.in_(some)))

    def index(self, record: type[Record], rows: Iterable[tuple[int, dict[str, Any]]]) -> None:
        """Make rows findable, given as (n, values)."""
        if not search.searched_fields(record):
            return
        found = list(search.indexed(record, rows))
        if not found:
            return
        self._connection.exec_driver_sql(
            "INSERT INTO found_words (rowid, text) VALUES (?, ?)", [(id, words) for id, _names, words in found]
        )
        self._connection.exec_driver_sql(
            "INSERT INTO found_names (rowid, text) VALUES (?, ?)", [(id, names) for id, names, _words in found]
        )

    def _unindex(self, record: type[Record], numbers: list[int]) -> None:
        if search.searched_fields(record) and numbers:
            ids = [(search.row_id(record.kind, n),) for n in numbers]
            self._connection.exec_driver_sql("DELETE FROM found_words WHERE rowid = ?", ids)
            self._connection.exec_driver_sql("DELETE FROM found_names WHERE rowid = ?", ids)
