"""Ids of what people make: UUIDv7 (RFC 9562), which sort by the time they were made."""

import os
import threading
import time

_LOCK = threading.Lock()


class _Last:
    """The last 60 bits handed out (milliseconds and a counter), so that ids made at once still rise."""

    stamp = 0


def new_id() -> str:
    """A new id: 48 bits of milliseconds, 12 bits that rise within one, 62 random bits."""
    with _LOCK:
        _Last.stamp = max(_Last.stamp + 1, time.time_ns() // 1_000_000 << 12)
        stamp = _Last.stamp
    random = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    text = f"{stamp >> 12:012x}7{stamp & 0xFFF:03x}{0b10 << 62 | random:016x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
