"""QR codes from reportlab's encoder, with the mask chosen by whole rows at a time.

The encoder lays a code out eight times and looks at each square of each, which is most of the time that a sheet of
badges takes. Two masks of one version differ in the same squares whatever the code says: it is laid out once, and the
others follow by exclusive or on rows of bits.
"""

from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Final

_MASKS: Final = 8
_RUN, _SAME, _FINDER, _BALANCE = 3, 3, 40, 10
_FINDERS: Final = ("10111010000", "00001011101")

Rows = tuple[int, ...]


@lru_cache(maxsize=1_000)
def qr_matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """The squares of a QR code of level M, without the quiet zone."""
    rows, count = qr_rows(text)
    return tuple(tuple(bool(row >> (count - 1 - j) & 1) for j in range(count)) for row in rows)


def qr_rows(text: str) -> tuple[Rows, int]:
    """The rows of a QR code of level M as bits, the first square the highest, and how many squares each has."""
    code = _begun(text)
    code.version = code.calculate_version()
    first, count = _laid_out(code, 0), code.version * 4 + 17
    masked = [tuple(map(int.__xor__, first, other)) for other in _differences(code.version)]
    return min(masked, key=lambda rows: lost_points(rows, count)), count


def _begun(text: str) -> Any:
    from reportlab.graphics.barcode import qrencoder

    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(qrencoder.QR8bitByte(text))
    return code


def _laid_out(code: Any, mask: int) -> Rows:
    code.makeImpl(False, mask)
    return tuple(int("".join("1" if dark else "0" for dark in row), 2) for row in code.modules)


@cache
def _differences(version: int) -> tuple[Rows, ...]:
    """In which squares each mask of a version differs from the first, its own mark included."""
    code = _begun("")
    code.version = version
    first = _laid_out(code, 0)
    return tuple(tuple(map(int.__xor__, first, _laid_out(code, mask))) for mask in range(_MASKS))


def lost_points(rows: Rows, count: int) -> int:
    """What makes a code hard to read, as ISO/IEC 18004 counts it: runs, blocks, false finders, more of one colour."""
    across = [f"{row:0{count}b}" for row in rows]
    down = ["".join(column) for column in zip(*across, strict=True)]
    full = (1 << count) - 1
    points = sum(_line(line, full) for line in (*across, *down))
    for above, below in pairwise(rows):
        alike, level = ~(above ^ below) & full, ~(above ^ above >> 1)
        points += _SAME * (alike & alike >> 1 & level & full >> 1).bit_count()
    dark = sum(row.bit_count() for row in rows)
    return points + _BALANCE * int(abs(dark * 20 / count**2 - 10))


def _line(line: str, full: int) -> int:
    """The points of a row or a column: for its runs of five and more, and for what looks like the corner of a code."""
    points = _FINDER * sum(map(line.count, _FINDERS))
    dark = int(line, 2)
    for bits in (dark, ~dark & full):
        runs = bits & bits >> 1 & bits >> 2 & bits >> 3 & bits >> 4
        if runs:  # a run of n leaves n - 4 bits
            points += runs.bit_count() + (_RUN - 1) * (runs & ~(runs << 1)).bit_count()
    return points

