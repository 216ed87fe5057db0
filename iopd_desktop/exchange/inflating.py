"""How much an archive really inflates to: its bytes are counted, not what it says of itself (PKWARE's APPNOTE, 4.3).

Python's own zipfile would do, but it is slow to import, and this is done in a child that lives for one file.
"""

import zlib

from iopd_desktop.exchange.limits import LARGEST_INFLATED, LARGEST_RATIO, MOST_MEMBERS, RATIO_FROM, Unreadable

_END, _ENTRY, _LOCAL = b"PK\5\6", b"PK\1\2", b"PK\3\4"
_END_SIZE, _ENTRY_SIZE, _LOCAL_SIZE = 22, 46, 30
_STORED, _DEFLATED = 0, 8
_AT_ONCE = 2**16


def inflated_enough(zipped: bytes) -> None:
    """Unreadable where an archive inflates past the caps, or is none."""
    most = min(LARGEST_INFLATED, max(RATIO_FROM, LARGEST_RATIO * len(zipped)))
    total = 0
    try:
        for start, size, method in _members(zipped):
            if method == _STORED:
                total += size
            elif method == _DEFLATED:
                total += _inflated(zipped, start, most - total)
            else:
                raise Unreadable("torn", f"compression {method}")
            if total > most:
                raise Unreadable("inflated")
    except zlib.error as wrong:
        raise Unreadable("torn", str(wrong)) from wrong


def _members(zipped: bytes) -> list[tuple[int, int, int]]:
    """Where the bytes of each member begin, how many it says they are, and how they are compressed."""
    end = zipped.rfind(_END)
    count, at = _number(zipped, end + 10, 2), _number(zipped, end + 16, 4)
    if end < 0 or count > MOST_MEMBERS:
        raise Unreadable("torn", "directory")
    found = []
    for _member in range(count):
        local = _number(zipped, at + 42, 4)
        if not (zipped.startswith(_ENTRY, at) and zipped.startswith(_LOCAL, local)):
            raise Unreadable("torn", "directory")
        start = local + _LOCAL_SIZE + _number(zipped, local + 26, 2) + _number(zipped, local + 28, 2)
        found.append((start, _number(zipped, at + 20, 4), _number(zipped, at + 10, 2)))
        at += _ENTRY_SIZE + sum(_number(zipped, at + place, 2) for place in (28, 30, 32))
    return found


def _inflated(zipped: bytes, start: int, most: int) -> int:
    """How many bytes a deflated member gives; counting stops once they are too many."""
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    total = 0
    while not inflating.eof and total <= most:
        some = inflating.unconsumed_tail or zipped[start : (start := start + _AT_ONCE)]
        if not some:
            raise Unreadable("torn", "cut")
        total += len(inflating.decompress(some, _AT_ONCE * 4))
    return total


def _number(zipped: bytes, place: int, size: int) -> int:
    return int.from_bytes(zipped[place : place + size], "little")
