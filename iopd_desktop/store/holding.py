"""One window to a database: the second one is refused by name. The command line may work beside it."""

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import _


class Hold:
    """The lock that a window holds while a database is open in it; Refused names who has it."""

    def __init__(self, database: Path) -> None:
        self._note = database.with_name(database.name + ".open")
        self._lock = _Lock(database.with_name(database.name + ".lock"))
        if not self._lock.taken:
            raise Refused(
                _("{file} is open already in another window: {who}").format(file=database.name, who=self._who())
            )
        self.unclean = self._left()
        with suppress(OSError, KeyError):  # on a full disk nobody is named, and the lock holds all the same
            self._note.write_text(f"{_user()}, {_computer()}, {os.getpid()}", "utf-8")

    def _left(self) -> datetime | None:
        """When a window was opened on it that was never closed; None where the last one was."""
        try:
            return datetime.fromtimestamp(self._note.stat().st_mtime, UTC)
        except OSError:
            return None

    def _who(self) -> str:
        try:
            return self._note.read_text("utf-8", errors="replace")
        except OSError:
            return _("unknown")

    def release(self) -> None:
        """Let another window have it; what remains afterwards is only the database."""
        with suppress(OSError):  # a virus scanner reads it just now
            self._note.unlink(missing_ok=True)
        self._lock.release()


class _Lock:
    """A file that the system locks for this process and lets go when it ends, however it ends.

    `filelock` does the same; its import alone costs a tenth of an empty window.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] = path.open("ab")
        self.taken = _locked(self._file)
        while self.taken and self._taken_away():
            self._file.close()
            self._file = path.open("ab")
            self.taken = _locked(self._file)
        if not self.taken:
            self._file.close()

    def _taken_away(self) -> bool:
        """Whether the one before removed the file after we had opened it: the next one would lock another."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return True
        return os.name != "nt" and not os.path.samestat(found, os.fstat(self._file.fileno()))

    def release(self) -> None:
        """Let it go, and leave no file behind."""
        if os.name == "nt":  # which removes no file that is open
            self._file.close()
        with suppress(OSError):  # another window looks at it: it stays, and says nothing
            self._path.unlink(missing_ok=True)
        self._file.close()


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _user() -> str:
    import getpass

    return getpass.getuser()


def _computer() -> str:
    import platform

    return platform.node()
