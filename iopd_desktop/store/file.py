"""A database file that is open: its connections, and reading from it in any thread."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Self

from iopd_desktop import paths
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import driver
from iopd_desktop.store.pen import Pen
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _

SCHEMA = 1


class Replaced(Refused):
    """The open file is no longer the one that stands in its place."""


class NotOurs(Refused):
    """A file that opens, and is no database of this program."""


class File:
    """The open file. Each thread reads over a connection of its own; writing waits for one lock.

    `author` is who works here now, as the journal names them.
    """

    def __init__(self, path: Path, key: str | None, author: str = "") -> None:
        self.path, self.author = path, author
        self.synchronised = paths.synchronised(path)
        self.pen = Pen()
        self._key = key
        self._lock = threading.RLock()
        self._here = threading.local()
        self._readers: list[driver.Connection] = []
        self._reader()
        found = path.stat()
        self._place = (found.st_dev, found.st_ino)

    @classmethod
    def open(cls, path: Path, passphrase: str | None = None, author: str = "", key: str | None = None) -> Self:
        """Open a database; Refused with a sentence where it is missing, locked, newer or no database of ours.

        `key` is that of the file which stood there before: where the salt is the same, no passphrase is needed.
        """
        if not path.exists():
            raise Refused(_("{file} does not exist").format(file=path))
        if not path.is_file():
            raise Refused(_("{file} is not a database of this program").format(file=path))
        if not path.stat().st_size:  # SQLite would write a head into it
            raise NotOurs(_("{file} is not a database of this program").format(file=path.name))
        opened = cls(path, key_for(path, passphrase, lambda: key), author)
        version = opened._reader().execute("PRAGMA user_version").fetchone()[0]
        if version in range(1, SCHEMA + 1):
            return opened
        opened.close()
        if version:
            raise Refused(_("{file} was written by a newer version of the program").format(file=path.name))
        raise NotOurs(_("{file} is not a database of this program").format(file=path.name))

    @property
    def encrypted(self) -> bool:
        """Whether the file is kept under a passphrase."""
        return self._key is not None

    def opens_with(self, passphrase: str) -> bool:
        """Whether this is the passphrase under which the file is kept."""
        try:
            return key_for(self.path, passphrase) == self._key
        except driver.WrongPassphrase:
            return False

    @property
    def sample_day(self) -> date | None:
        """The day on which a sample network lives; None for real work."""
        with driver.plainly(self.path):
            found = self._reader().execute("SELECT value FROM meta WHERE name = 'sample'").fetchone()
        return date.fromisoformat(found[0]) if found else None

    @property
    def key(self) -> str | None:
        """The raw key, for a copy that is to be kept under the same passphrase."""
        return self._key

    def connect(self, path: Path | None = None) -> driver.Connection:
        """A further connection to this file, or with the same key to another one."""
        if path is None and self._readers:
            self.still_there()
        wal = path is None and self.synchronised is None
        return driver.connect(path or self.path, self._key, self.pen.down, wal=wal)

    def still_there(self) -> None:
        """Refuse to write into a file that was moved away or replaced: nobody would find it again."""
        try:
            found = self.path.stat()
        except OSError:
            gone = _("{file} is no longer in its folder: put it back, or open another").format(file=self.path)
            raise Refused(gone) from None
        # Windows lets nobody replace a file that is open, and numbers the files of some disks anew each time.
        if os.name != "nt" and (found.st_dev, found.st_ino) != self._place:
            raise Replaced(_("Another file was put in the place of {file}: open it again").format(file=self.path.name))

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
        with driver.plainly(self.path):
            if not nested:
                connection.execute("BEGIN")
            try:
                yield Reader(connection)
            finally:
                if not nested:
                    connection.execute("COMMIT")

    @contextmanager
    def beside(self) -> Iterator[driver.Connection]:
        """Writes of what is in no step and never travels: drafts and facts of this file. Rows stay guarded."""
        with self._lock, driver.plainly(self.path):
            connection = self._reader()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk has rolled it back already
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close every connection; the file alone is then the whole database."""
        for connection in self._readers[1:]:
            connection.close()
        if self._readers:
            driver.close_whole(self._readers[0])
        self._readers.clear()
        self._here = threading.local()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_what: object) -> None:
        self.close()


def key_for(path: Path, passphrase: str | None, same: Callable[[], str | None] | None = None) -> str | None:
    """The raw key that a passphrase makes for a file, None for a plain one; WrongPassphrase where one is needed.

    `same` offers the key of a file that was copied from another: it fits where the salt is the same.
    """
    salt = driver.salt_of(path)
    if salt is None:
        return None
    if same and (key := same()) and key.endswith(salt.hex()):
        return key
    if passphrase is None:
        raise driver.WrongPassphrase(_("{file} needs its passphrase").format(file=path.name))
    return driver.raw_key(passphrase, salt)


def new_key(passphrase: str | None) -> str | None:
    """The raw key for a new file, with a salt of its own; None without a passphrase."""
    return driver.raw_key(passphrase, os.urandom(16)) if passphrase else None
