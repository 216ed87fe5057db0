"""The search index follows the rows: many at once, before somebody seeks and before the work ends.

FTS5 writes out what it has gathered whenever another statement could be rolled back by itself, and each guarded write
of a row could: taken row by row, the removal of 50,000 costs ten times as much.
"""

from collections.abc import Iterable
from typing import Any

from iopd_desktop.models import Record
from iopd_desktop.store.driver import Connection
from iopd_desktop.store.search import indexed, row_id, searched_fields

_MOST = 20_000


class Index:
    """What the search index has still to learn of the rows, over one connection of the driver."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._gone: set[int] = set()
        self._new: dict[int, tuple[str, str]] = {}

    def put(self, record: type[Record], rows: Iterable[tuple[int, dict[str, Any]]]) -> None:
        """Rows that can be found from now on, given as (n, values)."""
        if searched_fields(record):
            self._new.update((place, (names, words)) for place, names, words in indexed(record, rows))
            if len(self._new) > _MOST:
                self.settle()

    def take_out(self, record: type[Record], numbers: Iterable[int]) -> None:
        """Rows that are no longer found by what they said."""
        if searched_fields(record):
            for place in (row_id(record.kind, n) for n in numbers):
                if self._new.pop(place, None) is None:
                    self._gone.add(place)

    def settle(self) -> None:
        """Bring the index up to the rows."""
        gone, new = [(place,) for place in self._gone], sorted(self._new.items())
        for which, table in enumerate(("found_names", "found_words")):
            if gone:
                self._connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", gone)
            if new:
                sql = f"INSERT INTO {table} (rowid, text) VALUES (?, ?)"
                self._connection.executemany(sql, ((place, texts[which]) for place, texts in new))
        self._gone.clear()
        self._new.clear()
