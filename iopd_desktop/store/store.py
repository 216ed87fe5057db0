"""The store: a file with one door for changes, undo, history, and telling who listens."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import replicas
from iopd_desktop.store.driver import healthy, plainly
from iopd_desktop.store.file import SCHEMA, File, new_key
from iopd_desktop.store.ids import new_id
from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.store.checking import Problem
    from iopd_desktop.store.history import Happened
    from iopd_desktop.store.journal import Journal
    from iopd_desktop.store.reading import Told
    from iopd_desktop.store.steps import Change, Step
    from iopd_desktop.store.work import Work

Listener = Callable[[set[str]], None]
Act = Literal["work", "undo", "redo", "origin", "final"]


class Store(File):
    """An open database. Threads may read at once; writes wait for each other.

    What only writing needs is loaded by the first change, not before: a window is painted without it.
    """

    def __init__(self, path: Path, key: str | None, author: str = "") -> None:
        super().__init__(path, key, author)
        self._listeners: list[Listener] = []
        self._note: replicas.Note | None = None
        self._journal: Journal | None = None

    @classmethod
    def create(
        cls, path: Path, passphrase: str | None = None, author: str = "", network: str | None = None,
        *, sample_day: date | None = None,
    ) -> Self:  # fmt: skip
        """A new database with its tables; an existing file is refused. `network` joins one that exists.

        `sample_day` marks it for good as a sample network that lives on that day.
        """
        if path.exists() and path.stat().st_size:
            raise Refused(_("{file} exists already").format(file=path))
        path.parent.mkdir(parents=True, exist_ok=True)
        store = cls(path, new_key(passphrase), author)
        from iopd_desktop.store.tables import create_all

        try:
            with plainly(path):
                create_all(store.connect)
        except Refused:
            store.close()
            path.unlink(missing_ok=True)
            raise
        with store._transaction() as journal:
            journal.set_meta("network", network or new_id())
            journal.set_meta("sample", sample_day.isoformat() if sample_day else None)
            journal.connection.execute(f"PRAGMA user_version={SCHEMA}")
        return store

    @contextmanager
    def work(self, title: str, *, act: Literal["work", "final", "origin"] = "work") -> "Iterator[Work]":
        """One titled step: everything inside is kept, or nothing is.

        `final` steps cannot be undone (a recorded disclosure); `origin` steps bring rows of the program itself and
        are the same step on every laptop, whatever the title.
        """
        from iopd_desktop.store.steps import origin
        from iopd_desktop.store.work import Work

        with self._transaction() as journal:
            work = Work(journal)
            yield work
            work.settle()
            changes = tuple(work.changes())
            if changes and act == "origin":
                journal.append(origin(changes, SCHEMA))
            elif changes:
                self._record(journal, title, act, changes=changes)
        self.tell({change.kind for change in changes})

    @contextmanager
    def _transaction(self) -> "Iterator[Journal]":
        with self._lock, plainly(self.path):
            self.still_there()
            journal = self._journal or self._begin_journal()
            journal.begin()
            try:
                yield journal
                journal.commit()
            except BaseException:
                journal.roll_back()
                raise
            if journal.replica:
                self._note_of(journal.replica).write(journal.number)

    def _note_of(self, replica: str) -> replicas.Note:
        if self._note is None or self._note.replica != replica:
            if self._note is not None:
                self._note.close()
            self._note = replicas.Note(replica, self.path)
        return self._note

    def _begin_journal(self) -> "Journal":
        from iopd_desktop.store.journal import Journal

        self._journal = Journal(self.connect(), self.pen)
        return self._journal

    def _record(
        self, journal: "Journal", title: str, act: Act, *, changes: "tuple[Change, ...]" = (),
        voids: Iterable[tuple[str, Iterable[str]]] = (),
    ) -> str:  # fmt: skip
        from iopd_desktop.store.steps import Step, Void

        seen = journal.seen()
        replica = self._replica(journal, seen)
        made = Step(
            id=new_id(), replica=replica, number=seen.get(replica, 0) + 1, clock=journal.next_clock(),
            author=self.author, title=title, schema=SCHEMA, seen=seen, changes=changes, act=act,
            voids=tuple(Void(step, frozenset(kept)) for step, kept in voids),
        )  # fmt: skip
        journal.append(made)
        return made.id

    def _replica(self, journal: "Journal", seen: dict[str, int]) -> str:
        if journal.replica:  # it wrote the last step, and nobody else has written since
            return journal.replica
        mine = journal.meta("replica")
        if mine is None or (seen.get(mine) and replicas.known(mine, self.path) != seen[mine]):
            mine = replicas.begin()
            journal.set_meta("replica", mine)
        return mine

    def undo(
        self, step_id: str | None = None, *, spare: bool = False, told: "Told | None" = None
    ) -> "Step | None":
        """Take back a step, the last one of this laptop by default; None where there is nothing to take back.

        ChangedSince where rows were changed since, unless `spare` leaves those as they are.
        """
        from iopd_desktop.store.undoing import mistakes, refold, undoable

        with self._transaction() as journal:
            target = undoable(journal, step_id, spare=spare)
            if target is None:
                return None
            step, kept = target
            title = _("Undo: {title}").format(title=step.title)
            made = self._record(journal, title, "undo", changes=mistakes(journal, step), voids=[(step.id, kept)])
            kinds = refold(journal, journal.keys_of([step.id, made]), told)
        self.tell(kinds)
        return step

    def redo(self, *, told: "Told | None" = None) -> "Step | None":
        """Do again what was undone last, as `undo` took it back; None where nothing was, or more was done since."""
        from iopd_desktop.store.undoing import redoable, refold

        with self._transaction() as journal:
            target = redoable(journal)
            if target is None:
                return None
            step, undos = target
            title = _("Redo: {title}").format(title=step.title)
            self._record(journal, title, "redo", voids=[(id, ()) for id in undos])
            kinds = refold(journal, journal.keys_of([step.id, *undos]), told)
        self.tell(kinds)
        return step

    def next_undo(self) -> "tuple[Step | None, Step | None]":
        """The steps that undo would take back and redo do again now; None where there is nothing."""
        from iopd_desktop.store.undoing import last_undoable, redoable

        with self.journal() as journal:
            undo, redo = last_undoable(journal), redoable(journal)
            return undo, (redo[0] if redo else None)

    def last_step(self) -> str | None:
        """The id of the step that undo would take back now."""
        from iopd_desktop.store.undoing import last_undoable

        with self.journal() as journal:
            last = last_undoable(journal)
            return last.id if last else None

    def history(self, kind: str | None = None, id: str | None = None, limit: int = 200) -> "list[Happened]":
        """What happened to a record, or the last steps of all, the latest first."""
        from iopd_desktop.store import history

        with self.journal() as journal:
            return history.of_record(journal, kind, id) if kind and id else history.of_all(journal, limit)

    def check(self) -> "list[Problem]":
        """Everything that is wrong with the file, and every record that needs mending."""
        from iopd_desktop.store.checking import Problem, check

        # The file is read by a new connection, as the next program will read it: the search index of one that is
        # long open may take its own memory of another's writes for damage.
        connection = self.connect()
        broken = healthy(connection)
        connection.close()
        with self.journal() as journal, self.read() as reader:
            return [*([Problem("", "", broken, grave=True)] if broken else []), *check(reader, journal)]

    @contextmanager
    def journal(self) -> "Iterator[Journal]":
        """The journal for reading; nothing is written through it.

        While another thread writes it is as it was before: a window does not stand still for long work.
        """
        if not self._lock.acquire(blocking=False):
            from iopd_desktop.store.journal import Journal

            with self.read():
                yield Journal(self._reader(), self.pen)
            return
        try:
            journal = self._journal or self._begin_journal()
            journal.look()
            yield journal
        finally:
            self._lock.release()

    @property
    def writing(self) -> bool:
        """Whether another thread writes just now."""
        free = self._lock.acquire(blocking=False)
        if free:
            self._lock.release()
        return not free

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told after each commit which kinds changed, in the thread that wrote; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def tell(self, kinds: Iterable[str]) -> None:
        """Tell every listener which kinds changed."""
        changed = set(kinds)
        for listener in tuple(self._listeners) if changed else ():
            listener(changed)

    def close(self) -> None:
        """Close every connection; the file alone is then the whole database."""
        if self._note is not None:
            self._note.close()
            self._note = None
        if self._journal is not None:
            self._journal.connection.close()
            self._journal = None
        super().close()
