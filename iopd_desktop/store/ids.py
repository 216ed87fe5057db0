"""Ids of what people make: UUIDv7 (RFC 9562), which sort by the time they were made."""

import os
import threading
import time
import uuid

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
    return str(uuid.UUID(int=(stamp >> 12 << 80) | (0x7 << 76) | ((stamp & 0xFFF) << 64) | (0b10 << 62) | random))
