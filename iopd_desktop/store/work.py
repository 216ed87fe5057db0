"""The unit of work: the only way to change anything. It commits whole or not at all, as one titled step."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from iopd_desktop.models import Record, by_kind
from iopd_desktop.models.base import Checked, checked, cleaned, refuse, rules
from iopd_desktop.models.desk import File
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.store.columns import changed_paths, to_paths
from iopd_desktop.store.fold import Key
from iopd_desktop.store.ids import new_id
from iopd_desktop.store.journal import Journal
from iopd_desktop.store.reading import Reader, Told, chunks, marks, missing
from iopd_desktop.store.rows import Rows
from iopd_desktop.store.steps import Change, Write
from iopd_desktop.words import _

LARGEST_FILE = 10 * 1024 * 1024


@dataclass(slots=True)
class _Touched:
    """What this work did to one row so far."""

    act: str
    first: dict[str, Any] = field(default_factory=dict)
    now: dict[str, Any] = field(default_factory=dict)


class Work(Reader):
    """Reads and changes inside one step; what it wrote it also reads."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal.connection)
        self.connection = journal.connection
        self._journal = journal
        self._rows = Rows(journal.connection, journal.pen)
        self._touched: dict[Key, _Touched] = {}

    def add(self, record: type[Record], values: Mapping[str, Any], id: str | None = None) -> str:
        """Make a record and return its id; BadValue names what is wrong, Refused where it is there already."""
        return self.add_many(record, [values], [id] if id else None)[0]

    def add_many(
        self, record: type[Record], rows: Iterable[Mapping[str, Any]], ids: Iterable[str] | None = None
    ) -> list[str]:
        """Make many records at once, as an import does; the ids in the same order."""
        given = iter(ids or ())
        made: list[tuple[str, Checked]] = []
        for values in rows:
            clean = checked(record, values)
            made.append((next(given, None) or record.natural_id(clean) or new_id(), clean))
        for id, clean in made:
            self._new(record, id, clean)
        self._rows.insert(record, made)
        return [id for id, _values in made]

    def many(self, record: type[Record], count: int) -> AbstractContextManager[None]:
        """Inside the block about so many records of a kind come or go, one batch after the other."""
        return self._rows.many(record, count)

    def _new(self, record: type[Record], id: str, clean: dict[str, Any]) -> None:
        key = (record.kind, id)
        before = self._touched.get(key)
        if before is None and record.key and self.seek(record, id):
            raise Refused(_("{kind} is there already").format(kind=_(record.label)))
        if before and before.act == "delete":
            self._touched[key] = _Touched("again", {}, clean)
        else:
            self._touched[key] = _Touched("new", {}, clean)

    def put(self, record: type[Record], values: Mapping[str, Any]) -> str:
        """Add a record with a natural key, or change the one that has it."""
        clean = cleaned(record, values)
        id = record.natural_id(clean)
        if id is None:
            raise BadValue(_("{kind} has no key of its own").format(kind=_(record.label)))
        if self.seek(record, id):
            self.edit(record, id, clean)
            return id
        return self.add(record, clean, id)

    def edit(self, record: type[Record], id: str, values: Mapping[str, Any]) -> None:
        """Change some fields of a record; what stays the same is no change."""
        if record.append_only:
            raise Refused(_("{kind} is never changed, only added to").format(kind=_(record.plural)))
        before = self.get(record, id)
        clean = cleaned(record, values)
        after = {name: before[name] for name in record.fields} | clean
        changed = {name: value for name, value in clean.items() if before[name] != value}
        if not changed:
            return
        refuse(rules(record, after, {"id": id}))
        key = (record.kind, id)
        touched = self._touched.setdefault(key, _Touched("edit", {n: before[n] for n in record.fields}))
        touched.now = after
        self._rows.update(record, id, changed, after)

    def remove(self, record: type[Record], id: str) -> None:
        """Remove a record. What points at it stays, and is listed as a problem to mend."""
        self.remove_many(record, [id])

    def remove_many(self, record: type[Record], ids: Iterable[str], told: Told | None = None) -> None:
        """Remove records as `remove` does one; Missing where one is not there."""
        if record.append_only:
            raise Refused(_("{kind} is never removed").format(kind=_(record.plural)))
        meant = list(dict.fromkeys(ids))
        for some in chunks(meant, told=told):
            there = {id for (id,) in self.rows(f'SELECT id FROM "{record.kind}" WHERE id IN ({marks(some)})', some)}
            for id in some:
                if id not in there:
                    raise missing(record, id)
                touched = self._touched.pop((record.kind, id), None)
                if touched is None or touched.act != "new":
                    self._touched[record.kind, id] = _Touched("delete")
            self._rows.delete(record, some)

    def hits(self, kind: str, text: str) -> set[int] | None:
        """The numbers of the rows that a typed text finds, those of this work among them."""
        self.settle()
        return super().hits(kind, text)

    def settle(self) -> None:
        """Let what this work wrote be found."""
        self._rows.index.settle()

    def attach(self, name: str, mime: str, content: bytes) -> str:
        """Keep a file's bytes, once for each content, and return the id of its row; 10 MB at most."""
        if len(content) > LARGEST_FILE:
            raise Refused(
                _("{file} has {size} MB; a file may have {most}").format(
                    file=name, size=round(len(content) / 2**20, 1), most=LARGEST_FILE // 2**20
                )
            )
        digest = hashlib.sha256(content).hexdigest()
        self.connection.execute(
            "INSERT INTO file_content (hash, bytes, stored) SELECT ?, ?, ? "
            "WHERE NOT EXISTS (SELECT 1 FROM file_content WHERE hash = ?)",
            (digest, content, datetime.now(UTC).isoformat(timespec="seconds"), digest),
        )
        return self.add(File, {"name": name, "mime": mime, "size": len(content), "hash": digest})

    def changes(self) -> Iterator[Change]:
        """What this work changed, one change a row, as the journal keeps it."""
        for (kind, id), touched in self._touched.items():
            record = by_kind(kind)
            if touched.act == "delete":
                yield Change(kind, id, "delete")
            elif touched.act in ("new", "again"):
                yield Change(kind, id, "new", to_paths(record, touched.now))
            elif fields := self._edited(record, id, touched):
                yield Change(kind, id, "edit", fields)

    def _edited(self, record: type[Record], id: str, touched: _Touched) -> dict[str, Write]:
        paths: dict[str, tuple[Any, Any]] = {}
        for name, value in touched.now.items():
            if value != touched.first.get(name):
                paths |= changed_paths(record, name, touched.first.get(name), value)
        writers = self._journal.writers(id, paths) if paths else {}
        return {path: Write(old, new, writers.get(path)) for path, (old, new) in paths.items()}
