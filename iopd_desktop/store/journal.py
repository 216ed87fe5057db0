"""The journal in the database: steps and changes written, read back, and the clock that orders them."""

import json
import time
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import insert
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError

from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import tables
from iopd_desktop.store.columns import packed
from iopd_desktop.store.driver import BUSY
from iopd_desktop.store.fold import Entry, Key, voiders
from iopd_desktop.store.pen import Pen
from iopd_desktop.store.reading import chunks, marks
from iopd_desktop.store.steps import Change, Step, Void, Write, tick
from iopd_desktop.words import _

_STEP = "n, id, replica, number, clock, author, title, schema, seen, voids, act"


class Journal:
    """The steps of one database, over one connection."""

    def __init__(self, connection: Connection, pen: Pen) -> None:
        self.connection, self.pen = connection, pen
        self.replica, self.number = "", 0
        self.forget()

    def forget(self) -> None:
        """Forget what was read, after a roll-back or when another program wrote."""
        self._voids: dict[str, list[tuple[Step, frozenset[str]]]] | None = None
        self._voids_read = -1

    def begin(self) -> None:
        """Begin to write, waiting a while for whoever writes; Refused where they take longer."""
        try:
            self.connection.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError as wrong:
            self.connection.rollback()
            raise Refused(_(BUSY)) from wrong

    def rows(self, sql: str, parameters: Iterable[Any] = ()) -> list[Any]:
        """The rows of a query of our own making."""
        return list(self.connection.exec_driver_sql(sql, tuple(parameters)))

    def meta(self, name: str) -> str | None:
        """A fact of this file alone, such as its replica's id."""
        found = self.rows("SELECT value FROM meta WHERE name = ?", [name])
        return found[0][0] if found else None

    def set_meta(self, name: str, value: str | None) -> None:
        """Keep a fact of this file."""
        self.connection.exec_driver_sql("DELETE FROM meta WHERE name = ?", (name,))
        if value is not None:
            self.connection.exec_driver_sql("INSERT INTO meta (name, value) VALUES (?, ?)", (name, value))

    def seen(self) -> dict[str, int]:
        """For each replica the highest number that this file holds (a skip over the index, not a scan)."""
        sql = (
            "WITH RECURSIVE r(name) AS (SELECT min(replica) FROM step UNION ALL "
            "SELECT (SELECT min(replica) FROM step WHERE replica > r.name) FROM r WHERE r.name IS NOT NULL) "
            "SELECT name, (SELECT max(number) FROM step WHERE replica = name) FROM r WHERE name IS NOT NULL"
        )
        return {row[0]: row[1] for row in self.rows(sql)}

    def next_clock(self) -> int:
        """The clock reading of the next step; it never goes back, whatever the wall clock does."""
        last = self.meta("clock")
        return tick(int(last or 0), time.time_ns() // 1_000_000)

    def append(self, step: Step) -> None:
        """Write a step with its changes; the caller holds the transaction."""
        with self.pen:
            self._append(step)
        if step.act != "origin":
            self.replica, self.number = step.replica, step.number
        self.set_meta("clock", str(max(step.clock, int(self.meta("clock") or 0))))

    def _append(self, step: Step) -> None:
        made = self.connection.execute(
            insert(tables.step),
            {
                "id": step.id, "replica": step.replica, "number": step.number, "clock": step.clock,
                "author": step.author, "title": step.title, "schema": step.schema, "act": step.act,
                "seen": packed(dict(step.seen)),
                "voids": packed([[v.step, sorted(v.kept)] for v in step.voids]) if step.voids else None,
            },
        )  # fmt: skip
        n = made.inserted_primary_key[0]  # type: ignore[index]
        if step.changes:
            self.connection.exec_driver_sql(
                "INSERT INTO change (step, kind, id, act, fields) VALUES (?, ?, ?, ?, ?)",
                [(n, c.kind, c.id, c.act, packed_fields(c)) for c in step.changes],
            )

    def step(self, id: str) -> Step | None:
        """A step without its changes, or None."""
        found = self.rows(f"SELECT {_STEP} FROM step WHERE id = ?", [id])
        return _step(found[0]) if found else None

    def voided(self) -> dict[str, list[tuple[Step, frozenset[str]]]]:
        """For each voided step, the counting steps that void it."""
        last = self.rows("SELECT coalesce(max(n), 0) FROM step")[0][0]
        if self._voids is None or last != self._voids_read:
            rows = self.rows(f"SELECT {_STEP} FROM step WHERE voids IS NOT NULL")
            self._voids, self._voids_read = voiders(map(_step, rows)), last
        return self._voids

    def keys_of(self, step_ids: Iterable[str]) -> list[Key]:
        """The rows that some steps changed."""
        found: dict[Key, None] = {}
        for some in chunks(list(step_ids)):
            sql = f"SELECT c.kind, c.id FROM change c JOIN step s ON s.n = c.step WHERE s.id IN ({marks(some)})"
            found.update(dict.fromkeys((row[0], row[1]) for row in self.rows(sql, some)))
        return list(found)

    def entries(self, ids: Iterable[str]) -> Iterator[tuple[Key, list[Entry]]]:
        """Every change of some rows, by row, in order of steps."""
        voided = self.voided()
        steps: dict[int, Step] = {}
        columns = ", ".join("s." + name for name in _STEP.split(", "))
        for some in chunks(list(dict.fromkeys(ids))):
            sql = (
                f"SELECT c.kind, c.id, c.act, c.fields, {columns} FROM change c JOIN step s ON s.n = c.step "
                f"WHERE c.id IN ({marks(some)}) ORDER BY c.kind, c.id, s.clock, s.replica, s.number"
            )
            found: dict[Key, list[Entry]] = {}
            for kind, id, act, fields, *rest in self.rows(sql, some):
                step = steps.get(rest[0]) or _step(rest)
                steps[rest[0]] = step
                by = tuple(v for v, kept in voided.get(step.id, ()) if id not in kept)
                found.setdefault((kind, id), []).append(Entry(step, unpacked(kind, id, act, fields), by))
            yield from found.items()

    def writers(self, id: str) -> dict[str, str]:
        """For each path of a row, the step whose value stands there."""
        found: dict[str, str] = {}
        for _key, entries in self.entries([id]):
            for entry in entries:
                if not entry.voided_by:
                    found.update(dict.fromkeys(entry.change.fields, entry.step.id))
        return found

    def steps(self) -> Iterator[Step]:
        """Every step whole, in order of writing: what `fold` takes."""
        changes: dict[int, list[Change]] = {}
        for n, kind, id, act, fields in self.rows("SELECT step, kind, id, act, fields FROM change ORDER BY n"):
            changes.setdefault(n, []).append(unpacked(kind, id, act, fields))
        for row in self.rows(f"SELECT {_STEP} FROM step ORDER BY n"):
            yield _step(row, tuple(changes.get(row[0], ())))


def packed_fields(change: Change) -> str:
    """A change's fields as they stand in the journal."""
    if change.act == "edit":
        return packed({path: [w.old, w.new, w.replaces] for path, w in change.fields.items()})
    return packed(dict(change.fields))


def unpacked(kind: str, id: str, act: Any, fields: str) -> Change:
    """The reverse of `packed_fields`."""
    said = json.loads(fields)
    return Change(kind, id, act, {path: Write(*w) for path, w in said.items()} if act == "edit" else said)


def _step(row: Any, changes: tuple[Change, ...] = ()) -> Step:
    _n, id, replica, number, clock, author, title, schema, seen, voids, act = row
    return Step(
        id=id, replica=replica, number=number, clock=clock, author=author, title=title, schema=schema,
        seen=json.loads(seen), changes=changes, act=act,
        voids=tuple(Void(step, frozenset(kept)) for step, kept in json.loads(voids)) if voids else (),
    )  # fmt: skip
