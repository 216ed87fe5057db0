"""Disks that misbehave: one that gets full, one that may only be read."""

import os
import resource
import signal
import subprocess
from contextlib import contextmanager
from pathlib import Path

ROOM = 6 * 2**20
_SMALLEST = 4096


class SmallDisk:
    """A disk of a few megabytes, in memory, that `full` leaves without a byte of room.

    Where nobody may mount one, `full` lets this program write to no file at all, which is as bad.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.real = _mounted("-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", folder)

    @contextmanager
    def full(self):
        """No room while this lasts."""
        if self.real:
            filler = self.folder / "somebody's film.mp4"
            _fill(filler)
            yield
            filler.unlink(missing_ok=True)
            return
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, heard)

    def remove(self) -> None:
        """Take the disk away."""
        if self.real:
            subprocess.run(["umount", "-l", self.folder], check=True)


def _fill(filler: Path) -> None:
    size = ROOM
    with filler.open("wb", buffering=0) as file:
        while size >= _SMALLEST:
            try:
                file.write(bytes(size))
            except OSError:
                size //= 2


@contextmanager
def only_to_be_read(folder: Path):
    """Nothing in a folder can be written while this lasts, not even by somebody who may do everything."""
    if os.geteuid() != 0:
        folder.chmod(0o555)
        yield
        folder.chmod(0o755)
        return
    if _mounted("--bind", folder, folder):
        try:
            subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
            yield
        finally:
            subprocess.run(["umount", "-l", folder], check=True)
        return
    files = [folder, *folder.rglob("*")]
    subprocess.run(["chattr", "+i", *files], check=True)
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", *files], check=True)


def _mounted(*words: object) -> bool:
    if os.geteuid() != 0:
        return False
    done = subprocess.run(["mount", *map(str, words)], capture_output=True, check=False)
    return done.returncode == 0
