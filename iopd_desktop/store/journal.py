"""The journal in the database: steps and changes written, read back, and the clock that orders them."""

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from iopd_desktop.store.columns import packed
from iopd_desktop.store.driver import Connection
from iopd_desktop.store.fold import Entry, Key, voiders
from iopd_desktop.store.pen import Pen
from iopd_desktop.store.reading import chunks, marks
from iopd_desktop.store.steps import Change, Step, Void, Write, tick

STEP = "n, id, replica, number, clock, author, title, schema, seen, voids, act"
_NEW_STEP = (
    "INSERT INTO step (id, replica, number, clock, author, title, schema, act, seen, voids) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_NEW_CHANGE = "INSERT INTO change (step, kind, id, act, fields) VALUES (?, ?, ?, ?, ?)"
# For each replica the highest number: a skip over the index, not a scan.
_SEEN = (
    "WITH RECURSIVE r(name) AS (SELECT min(replica) FROM step UNION ALL "
    "SELECT (SELECT min(replica) FROM step WHERE replica > r.name) FROM r WHERE r.name IS NOT NULL) "
    "SELECT name, (SELECT max(number) FROM step WHERE replica = name) FROM r WHERE name IS NOT NULL"
)
_WROTE = (
    "SELECT s.id, c.fields FROM change c JOIN step s ON s.n = c.step WHERE c.id = ? "
    "ORDER BY s.clock DESC, s.replica DESC, s.number DESC"
)
Voided = dict[str, list[tuple[Step, frozenset[str]]]]


@dataclass
class _Known:
    """What was read of the journal as a whole; it holds until another connection writes."""

    seen: dict[str, int]
    clock: int
    voided: Voided | None = None


class Journal:
    """The steps of one database, over one connection of the driver.

    `replica` and `number` name the last step that this connection wrote, while nobody else has written since.
    """

    def __init__(self, connection: Connection, pen: Pen) -> None:
        self.connection, self.pen = connection, pen
        self._version = -1
        self.forget()

    def forget(self) -> None:
        """Forget what was read, after a roll-back or when another program wrote."""
        self._known: _Known | None = None
        self.replica, self.number = "", 0

    def look(self) -> None:
        """Forget what was read where another connection has written since."""
        version = self.connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version = version
            self.forget()

    def begin(self) -> None:
        """Begin to write, waiting a while for whoever writes."""
        self.connection.execute("BEGIN IMMEDIATE")
        self.look()

    def commit(self) -> None:
        """Keep what was written."""
        self.connection.execute("COMMIT")

    def roll_back(self) -> None:
        """Keep nothing of it."""
        if self.connection.in_transaction:  # a full disk has rolled it back already
            self.connection.execute("ROLLBACK")
        self.forget()

    def rows(self, sql: str, parameters: Iterable[Any] = ()) -> list[Any]:
        """The rows of a query of our own making."""
        return self.connection.execute(sql, tuple(parameters)).fetchall()

    def meta(self, name: str) -> str | None:
        """A fact of this file alone, such as its replica's id."""
        found = self.rows("SELECT value FROM meta WHERE name = ?", [name])
        return found[0][0] if found else None

    def set_meta(self, name: str, value: str | None) -> None:
        """Keep a fact of this file; None takes it out."""
        if value is None:
            self.connection.execute("DELETE FROM meta WHERE name = ?", (name,))
            return
        sql = "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        self.connection.execute(sql, (name, value))

    def _read(self) -> _Known:
        if self._known is None:
            self._known = _Known(dict(self.rows(_SEEN)), int(self.meta("clock") or 0))
        return self._known

    def seen(self) -> dict[str, int]:
        """For each replica the highest number that this file holds."""
        return dict(self._read().seen)

    def next_clock(self) -> int:
        """The clock reading of the next step; it never goes back, whatever the wall clock does."""
        return tick(self._read().clock, time.time_ns() // 1_000_000)

    def append(self, step: Step) -> None:
        """Write a step with its changes; the caller holds the transaction."""
        known = self._read()
        with self.pen:
            self._append(step)
        if step.act != "origin":
            self.replica, self.number = step.replica, step.number
        known.seen[step.replica] = max(step.number, known.seen.get(step.replica, 0))
        known.clock = max(step.clock, known.clock)
        if step.voids:
            known.voided = None
        self.set_meta("clock", str(known.clock))

    def _append(self, step: Step) -> None:
        voids = packed([[v.step, sorted(v.kept)] for v in step.voids]) if step.voids else None
        made = self.connection.execute(
            _NEW_STEP,
            (step.id, step.replica, step.number, step.clock, step.author, step.title, step.schema, step.act,
             packed(dict(step.seen)), voids),
        )  # fmt: skip
        if step.changes:
            n = made.lastrowid
            changes = ((n, c.kind, c.id, c.act, packed_fields(c)) for c in step.changes)
            self.connection.executemany(_NEW_CHANGE, changes)

    def step(self, id: str) -> Step | None:
        """A step without its changes, or None."""
        found = self.rows(f"SELECT {STEP} FROM step WHERE id = ?", [id])
        return step_of(found[0]) if found else None

    def voided(self) -> Voided:
        """For each voided step, the counting steps that void it."""
        known = self._read()
        if known.voided is None:
            rows = self.rows(f"SELECT {STEP} FROM step WHERE voids IS NOT NULL")
            known.voided = voiders(map(step_of, rows))
        return known.voided

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
        for some in chunks(list(dict.fromkeys(ids))):
            sql = (
                "SELECT c.kind, c.id, c.act, c.fields, c.step FROM change c JOIN step s ON s.n = c.step "
                f"WHERE c.id IN ({marks(some)}) ORDER BY c.kind, c.id, s.clock, s.replica, s.number"
            )
            found: dict[Key, list[Entry]] = {}
            for kind, id, act, fields, n in self.rows(sql, some):
                if n not in steps:
                    steps[n] = step_of(self.rows(f"SELECT {STEP} FROM step WHERE n = ?", [n])[0])
                step = steps[n]
                by = tuple(v for v, kept in voided.get(step.id, ()) if id not in kept)
                found.setdefault((kind, id), []).append(Entry(step, unpacked(kind, id, act, fields), by))
            yield from found.items()

    def writers(self, id: str, paths: Iterable[str]) -> dict[str, str]:
        """For each of some paths of a row, the step whose value stands there: the last counting one that wrote it."""
        found: dict[str, str] = {}
        wanted, voided = set(paths), self.voided()
        for step, fields in self.connection.execute(_WROTE, (id,)):
            if any(id not in kept for _by, kept in voided.get(step, ())):
                continue
            # Most changes of a long history speak of other paths: their text tells it before it is taken apart.
            if any(f'"{path}":' in fields for path in wanted):
                written = wanted & json.loads(fields).keys()
                found.update(dict.fromkeys(written, step))
                wanted -= written
                if not wanted:
                    break
        return found

    def steps(self) -> Iterator[Step]:
        """Every step whole, in order of writing: what `fold` takes."""
        changes: dict[int, list[Change]] = {}
        for n, kind, id, act, fields in self.rows("SELECT step, kind, id, act, fields FROM change ORDER BY n"):
            changes.setdefault(n, []).append(unpacked(kind, id, act, fields))
        for row in self.rows(f"SELECT {STEP} FROM step ORDER BY n"):
            yield step_of(row, tuple(changes.get(row[0], ())))


def packed_fields(change: Change) -> str:
    """A change's fields as they stand in the journal."""
    if change.act == "edit":
        return packed({path: [w.old, w.new, w.replaces] for path, w in change.fields.items()})
    return packed(dict(change.fields))


def unpacked(kind: str, id: str, act: Any, fields: str) -> Change:
    """The reverse of `packed_fields`."""
    said = json.loads(fields)
    return Change(kind, id, act, {path: Write(*w) for path, w in said.items()} if act == "edit" else said)


def step_of(row: Any, changes: tuple[Change, ...] = ()) -> Step:
    """A step from its row of the columns STEP."""
    _n, id, replica, number, clock, author, title, schema, seen, voids, act = row
    return Step(
        id=id, replica=replica, number=number, clock=clock, author=author, title=title, schema=schema,
        seen=json.loads(seen), changes=changes, act=act,
        voids=tuple(Void(step, frozenset(kept)) for step, kept in json.loads(voids)) if voids else (),
    )  # fmt: skip
