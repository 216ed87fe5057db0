"""Reading what is dangerous to read in a child of its own, with little time and little memory."""

import json
import multiprocessing
import time
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from iopd_desktop.exchange.table import Broken
from iopd_desktop.words import _, language, speak

SECONDS = 30
MEMORY = 512 * 2**20
_AT_ONCE = 2000

Reading = Callable[[Path], Iterable[Any]]


def read_in_child(reading: Reading, path: Path, seconds: float = SECONDS) -> Iterator[Any]:
    """What `reading(path)` yields, made in a child; Broken where it fails, takes too long or too much memory.

    `reading` is a function of a module, and what it yields is plain (JSON).
    """
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(theirs, reading, str(path), language()), daemon=True)
    child.start()
    theirs.close()
    deadline = time.monotonic() + seconds
    try:
        while True:
            if not mine.poll(max(0.0, deadline - time.monotonic())):
                raise Broken(path, _("reading it took more than {count} seconds").format(count=round(seconds)))
            try:
                kind, said = json.loads(mine.recv_bytes())
            except EOFError:
                raise Broken(path, _("reading it takes more memory than is allowed, or the file is broken")) from None
            if kind == "refused":
                raise Broken(path, *said)
            if kind == "end":
                return
            yield from said
    finally:
        mine.close()
        child.kill()
        child.join()
        child.close()


def _child(out: Connection, reading: Reading, path: str, code: str) -> None:
    speak(code)
    _limit()
    try:
        some: list[Any] = []
        for one in reading(Path(path)):
            some.append(one)
            if len(some) >= _AT_ONCE:
                _send(out, "rows", some)
                some.clear()
        _send(out, "rows", some)
        _send(out, "end", None)
    except Broken as broken:
        _send(out, "refused", [broken.reason, broken.line])
    except MemoryError:
        _send(out, "refused", [_("reading it takes more memory than is allowed"), None])
    finally:
        out.close()


def _send(out: Connection, kind: str, said: Any) -> None:
    out.send_bytes(json.dumps([kind, said], ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _limit() -> None:
    """Less memory and less time for this child, where the system can limit them."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue
