"""How linked records are called, looked up once for many rows; and which names are one record's alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from iopd_desktop.actions.lookup import Lookup
from iopd_desktop.models import Record, by_kind
from iopd_desktop.models.kinds import Files, Link, Terms
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import fold


def linked(record: type[Record]) -> dict[str, str]:
    """The fields of a record that name records of one kind, with that kind."""
    found = {}
    for name, made in record.fields.items():
        if isinstance(made.kind, Link) and made.kind.to != "*":
            found[name] = made.kind.to
        elif isinstance(made.kind, Terms):
            found[name] = "term"
        elif isinstance(made.kind, Files):
            found[name] = "file"
    return found


class Titles:
    """A `Look` that remembers: titles are read for a whole page of rows at once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[tuple[str, str], str] = {}
        self._alone: dict[str, Counter[str]] = {}
        self._lookup = Lookup(reader)

    def warm(self, record: type[Record], rows: Iterable[Mapping[str, Any]]) -> None:
        """Read the titles of everything that some rows name."""
        wanted: dict[str, set[str]] = {}
        for name, kind in linked(record).items():
            for row in rows:
                value = row.get(name)
                wanted.setdefault(kind, set()).update([value] if isinstance(value, str) else value or ())
        for kind, ids in wanted.items():
            missing = [id for id in ids if (kind, id) not in self._known]
            for id, title in self._reader.titles(kind, missing).items():
                self._known[kind, id] = title

    def title(self, kind: str, id: str) -> str:
        """The title of a record, or an empty text where it is not there."""
        if (kind, id) not in self._known:
            self._known[kind, id] = self._reader.title(kind, id)
        return self._known[kind, id]

    def find(self, kind: str, title: str) -> str | None:
        """The id of the one record with this title or id; BadValue where several have it."""
        return self._reader.find(kind, title)

    def telling(self, kind: str, id: str, row: Mapping[str, Any] | None = None) -> str:
        """What names a record in a file: its title where no other of its kind has it, else its id.

        A `row` that tells to what both belong, such as the edition, needs a title that is alone in there.
        """
        title = self.title(kind, id)
        if not title or ";" in title or "\n" in title or title != title.strip():
            return id
        if kind not in self._alone:
            record = by_kind(kind)
            self._alone[kind] = Counter(fold(record.called(values, self)) for values in self._reader.all(record))
        alone = self._alone[kind][fold(title)] == 1 or (row and self._lookup.alone_within(kind, id, title, row))
        return title if alone else id
