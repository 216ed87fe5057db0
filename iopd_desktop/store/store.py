"""A database that is open: reading, the one door for changes, undo, and telling who listens."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from iopd_desktop import paths
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import driver, replicas
from iopd_desktop.store.ids import new_id
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from iopd_desktop.store.journal import Journal
    from iopd_desktop.store.steps import Step, Void
    from iopd_desktop.store.work import Work

Listener = Callable[[set[str]], None]
SCHEMA = 1


class Store:
    """One open database. Threads may read at once; writes wait for each other.

    `author` is who works here now, as the journal names them. SQLAlchemy is loaded by the first change.
    """

    def __init__(self, path: Path, key: str | None, author: str = "") -> None:
        self.path, self.author = path, author
        self._key = key
        self._wal = paths.synchronised(path) is None
        self._writing = False
        self._lock = threading.RLock()
        self._here = threading.local()
        self._readers: list[driver.Connection] = []
        self._listeners: list[Listener] = []
        self._engine: Engine | None = None
        self._journal: Journal | None = None
        self._reader()

    @classmethod
    def create(cls, path: Path, passphrase: str | None = None, author: str = "", network: str | None = None) -> "Store":
        """A new database with its tables; an existing file is refused. `network` joins one that exists."""
        if path.exists() and path.stat().st_size:
            raise Refused(_("{file} exists already").format(file=path))
        path.parent.mkdir(parents=True, exist_ok=True)
        import os

        store = cls(path, driver.raw_key(passphrase, os.urandom(16)) if passphrase else None, author)
        from iopd_desktop.store.tables import create_all

        with store._transaction() as journal:
            create_all(journal.connection)
            journal.set_meta("network", network or new_id())
            journal.connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
        return store

    @classmethod
    def open(cls, path: Path, passphrase: str | None = None, author: str = "") -> "Store":
        """Open a database; Refused with a sentence where it is missing, locked, newer or no database of ours."""
        if not path.exists():
            raise Refused(_("{file} does not exist").format(file=path))
        salt = driver.salt_of(path)
        if salt is not None and passphrase is None:
            raise driver.WrongPassphrase(_("{file} needs its passphrase").format(file=path.name))
        store = cls(path, driver.raw_key(passphrase, salt) if salt is not None and passphrase else None, author)
        try:
            version = store._reader().execute("PRAGMA user_version").fetchone()[0]
            if version > SCHEMA:
                raise Refused(_("{file} was written by a newer version of the program").format(file=path.name))
            if version == 0:
                raise Refused(_("{file} is not a database of this program").format(file=path.name))
        except Refused:
            store.close()
            raise
        return store

    @property
    def encrypted(self) -> bool:
        """Whether the file is kept under a passphrase."""
        return self._key is not None

    def connect(self, path: Path | None = None) -> driver.Connection:
        """A further connection to this file, or with the same key to another one."""
        return driver.connect(path or self.path, self._key, lambda: self._writing, wal=self._wal and path is None)

    def _reader(self) -> driver.Connection:
        mine: driver.Connection | None = getattr(self._here, "connection", None)
        if mine is None:
            mine = self._here.connection = self.connect()
            self._readers.append(mine)
        return mine

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Reads that all see the same moment."""
        connection = self._reader()
        nested = connection.in_transaction
        if not nested:
            connection.execute("BEGIN")
        try:
            yield Reader(connection)
        finally:
            if not nested:
                connection.execute("COMMIT")

    @contextmanager
    def work(self, title: str, *, act: Literal["work", "final", "origin"] = "work") -> "Iterator[Work]":
        """One titled step: everything inside is kept, or nothing is.

        `final` steps cannot be undone (a recorded disclosure); `origin` steps bring rows of the program itself.
        """
        from iopd_desktop.store.work import Work

        with self._transaction() as journal:
            work = Work(journal.connection, journal)
            yield work
            changes = tuple(work.changes())
            if changes:
                self._record(journal, title, changes=changes, act=act)
        if changes:
            self._tell({change.kind for change in changes})

    @contextmanager
    def _transaction(self) -> "Iterator[Journal]":
        from iopd_desktop.store.journal import Journal

        with self._lock:
            if self._writing:
                raise RuntimeError("a step is open already")
            if self._engine is None:
                from sqlalchemy import create_engine
                from sqlalchemy.pool import StaticPool

                self._engine = create_engine("sqlite://", creator=self.connect, poolclass=StaticPool)
            with self._engine.connect() as connection:
                if self._journal is None or self._journal.connection is not connection:
                    self._journal = Journal(connection)
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                self._writing = True
                try:
                    yield self._journal
                    connection.commit()
                except BaseException:
                    connection.rollback()
                    raise
                finally:
                    self._writing = False
            if self._journal.replica:
                replicas.remember(self._journal.replica, self.path, self._journal.number)

    def _record(self, journal: "Journal", title: str, *, changes: Any = (), voids: Any = (), act: Any = "work") -> "Step":
        from iopd_desktop.store.steps import Step

        seen = journal.seen()
        replica = self._replica(journal, seen)
        made = Step(
            id=new_id(), replica=replica, number=seen.get(replica, 0) + 1, clock=journal.next_clock(),
            author=self.author, title=title, schema=SCHEMA, seen=seen, changes=changes, voids=voids, act=act,
        )  # fmt: skip
        journal.append(made)
        journal.replica, journal.number = replica, made.number
        return made

    def _replica(self, journal: "Journal", seen: dict[str, int]) -> str:
        mine = journal.meta("replica")
        if mine is None or (seen.get(mine, 0) and replicas.known(mine, self.path) != seen.get(mine, 0)):
            mine = replicas.begin()
            journal.set_meta("replica", mine)
        return mine

    def undo(self, step_id: str | None = None, *, spare: bool = False) -> "Step | None":
        """Take back a step, the last one of this laptop by default; None where there is nothing to take back.

        ChangedSince where rows were changed since, unless `spare` leaves those as they are.
        """
        from iopd_desktop.store.undoing import ChangedSince, changed_since, last_undoable, refold

        with self._transaction() as journal:
            replica = journal.meta("replica") or ""
            step = journal.step(step_id) if step_id else last_undoable(journal, replica)
            if step is None:
                return None
            if step.act != "work" or step.id in journal.voided():
                raise Refused(_("“{title}” cannot be taken back").format(title=step.title))
            since = changed_since(journal, step)
            if since and not spare:
                raise ChangedSince(step, since)
            self._void(journal, _("Undo: {title}").format(title=step.title), [(step.id, [s.id for s in since])], "undo")
            kinds = refold(journal.connection, journal, journal.keys_of([step.id]))
        self._tell(kinds)
        return step

    def redo(self) -> "Step | None":
        """Do again what was undone last; None where nothing was, or something was done since."""
        from iopd_desktop.store.undoing import last_undone, refold

        with self._transaction() as journal:
            undone = last_undone(journal, journal.meta("replica") or "")
            if undone is None:
                return None
            target = undone.voids[0].step
            again = [step.id for step, _kept in journal.voided().get(target, ())]
            step = journal.step(target)
            title = step.title if step else ""
            self._void(journal, _("Redo: {title}").format(title=title), [(id, []) for id in again], "redo")
            kinds = refold(journal.connection, journal, journal.keys_of([target]))
        self._tell(kinds)
        return step

    def _void(self, journal: "Journal", title: str, voids: Iterable[tuple[str, list[str]]], act: str) -> None:
        from iopd_desktop.store.steps import Void

        made: list[Void] = [Void(id, frozenset(kept)) for id, kept in voids]
        self._record(journal, title, voids=tuple(made), act=act)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told after each commit which kinds changed, in the thread that wrote; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def _tell(self, kinds: set[str]) -> None:
        if kinds:
            for listener in tuple(self._listeners):
                listener(kinds)

    def close(self) -> None:
        """Close every connection; the file alone is then the whole database."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = self._journal = None
        for connection in self._readers[1:]:
            connection.close()
        if self._readers:
            driver.close_whole(self._readers[0])
        self._readers.clear()
        self._here = threading.local()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_what: object) -> None:
        self.close()
