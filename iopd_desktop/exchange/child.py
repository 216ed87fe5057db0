"""Reading what is dangerous to read in a child of its own, with little time and little memory."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Timer
from typing import IO

from iopd_desktop.exchange.in_child import END, LENGTH, PIECE, REFUSED, main
from iopd_desktop.exchange.limits import CHILD, LARGEST_INFLATED, SECONDS
from iopd_desktop.exchange.table import Broken
from iopd_desktop.words import N_, _

_TOO_LARGE = N_("reading it takes more memory than is allowed")
_REASONS = {
    "memory": _TOO_LARGE,
    "inflated": N_("it inflates to more than is allowed"),
    "locked": N_("it is locked with a password"),
    "crowded": N_("it holds more entries than are read"),
    "torn": N_("it cannot be taken apart ({reason})"),
}

Reading = Callable[[str], Iterable[bytes]]


def read_in_child(reading: Reading, path: Path, seconds: float = SECONDS) -> Iterator[bytes]:
    """The pieces that `reading(path)` yields in a child; Broken where it fails, takes too long or too much memory.

    `reading` is a function of a module. The child starts an interpreter, imports that module and nothing else, so
    a module that is light makes a child that is there at once.
    """
    deadline = time.monotonic() + seconds
    child = subprocess.Popen(
        _command(reading, path), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )  # fmt: skip
    late = Timer(seconds, child.kill)
    late.daemon = True
    late.start()
    assert child.stdout is not None
    try:
        yield from _pieces(child.stdout, path)
    except EOFError:
        if time.monotonic() >= deadline:
            raise Broken(path, _("reading it took more than {count} seconds").format(count=round(seconds))) from None
        raise Broken(path, _("reading it takes more memory than is allowed, or the file is broken")) from None
    finally:
        late.cancel()
        child.kill()
        child.stdout.close()
        child.wait()


def _pieces(pipe: IO[bytes], path: Path) -> Iterator[bytes]:
    """What the child says until its end; never more than a file may inflate to, whatever it was talked into."""
    total = 0
    while True:
        head = _exactly(pipe, 1 + LENGTH)
        kind, length = head[:1], int.from_bytes(head[1:], "big")
        total += length
        if total > LARGEST_INFLATED:
            raise Broken(path, _(_TOO_LARGE))
        said = _exactly(pipe, length)
        if kind == PIECE:
            yield said
        elif kind == END:
            return
        elif kind == REFUSED:
            why, _line, reason = said.decode("utf-8", "replace").partition("\n")
            raise Broken(path, _(_REASONS.get(why, _REASONS["torn"])).format(reason=reason[:120]))
        else:
            raise EOFError


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    said = pipe.read(length)
    if len(said) < length:
        raise EOFError
    return said


def _command(reading: Reading, path: Path) -> list[str]:
    """An interpreter without site-packages of its own, or the frozen program, told to read."""
    told = [reading.__module__, reading.__qualname__, str(path.absolute())]
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD, *told]
    places = [str(Path(__file__).parents[2]), *sys.path]
    begin = f"import sys; sys.path[:] = {places!r}; from {main.__module__} import main; main(*sys.argv[1:])"
    # a virtual environment's own program would only start another one, which outlives it on Windows
    python = getattr(sys, "_base_executable", None) or sys.executable
    return [python, "-I", "-S", "-c", begin, *told]
