"""The child's side of reading: it takes little memory and little time, and hands its pieces to the parent.

A child lives for one file, so its start is most of what it costs: nothing is imported here that is not needed.
"""

import gc
import sys

from iopd_desktop.exchange.limits import MEMORY, SECONDS, Unreadable

PIECE, END, REFUSED = b"p", b"e", b"r"
LENGTH = 4


def main(module: str, reading: str, path: str) -> None:
    """Hand over what `reading(path)` of a module yields: each piece with a letter and its length before it."""
    gc.disable()  # it ends before it could pay
    _limit()
    # the pipe by its number: a windowed program has no stdout
    with open(1, "wb", closefd=False) as out:

        def say(kind: bytes, said: bytes) -> None:
            out.write(kind + len(said).to_bytes(LENGTH, "big") + said)

        try:
            __import__(module)
            for piece in getattr(sys.modules[module], reading)(path):
                say(PIECE, piece)
            say(END, b"")
        except Unreadable as wrong:
            say(REFUSED, f"{wrong.why}\n{wrong.said}".encode("utf-8", "replace"))
        except MemoryError:
            say(REFUSED, b"memory\n")


def _limit() -> None:
    """Less memory and less time for this child, where the system can limit them."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue
