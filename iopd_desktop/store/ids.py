"""Ids of what people make: UUIDv7 (RFC 9562), which sort by the time they were made."""

import os
import threading
import time
from array import array
from collections.abc import Iterator

_LOCK = threading.Lock()
_AT_ONCE, _62_BITS = 512, (1 << 62) - 1


class _Last:
    """The last 60 bits handed out (milliseconds and a counter), so that ids made at once still rise.

    `chance` are random bits in store: asking the system for them costs more than everything else of an id.
    """

    stamp = 0
    chance: Iterator[int] = iter(())


def new_id() -> str:
    """A new id: 48 bits of milliseconds, 12 bits that rise within one, 62 random bits."""
    with _LOCK:
        stamp = _Last.stamp = max(_Last.stamp + 1, time.time_ns() // 1_000_000 << 12)
        random = next(_Last.chance, None)
        if random is None:
            _Last.chance = iter(array("Q", os.urandom(8 * _AT_ONCE)))
            random = next(_Last.chance)
    text = f"{stamp >> 12:012x}7{stamp & 0xFFF:03x}{0b10 << 62 | random & _62_BITS:016x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
