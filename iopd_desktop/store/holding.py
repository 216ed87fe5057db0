"""One window to a database: the second one is refused by name. The command line may work beside it."""

import getpass
import os
import socket
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import _


class Hold:
    """The lock that a window holds while a database is open in it; Refused names who has it."""

    def __init__(self, database: Path) -> None:
        self._note = database.with_name(database.name + ".open")
        self._lock = FileLock(database.with_name(database.name + ".lock"), blocking=False)
        try:
            self._lock.acquire()
        except Timeout:
            raise Refused(
                _("{file} is open already in another window: {who}").format(file=database.name, who=self._who())
            ) from None
        self.unclean = self._left()
        with suppress(OSError):  # on a full disk nobody is named, and the lock holds all the same
            self._note.write_text(f"{getpass.getuser()}, {socket.gethostname()}, {os.getpid()}", "utf-8")

    def _left(self) -> datetime | None:
        """When a window was opened on it that was never closed; None where the last one was."""
        try:
            return datetime.fromtimestamp(self._note.stat().st_mtime, UTC)
        except OSError:
            return None

    def _who(self) -> str:
        try:
            return self._note.read_text("utf-8")
        except OSError:
            return _("unknown")

    def release(self) -> None:
        """Let another window have it; what remains afterwards is only the database."""
        self._note.unlink(missing_ok=True)
        self._lock.release()
        Path(self._lock.lock_file).unlink(missing_ok=True)
