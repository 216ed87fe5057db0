"""The code on a badge: opaque, without personal data, with a check character that catches a mistyped one.

Eight characters of the registration's own id and one to check, in Crockford's base 32 (no I, L, O, U); the check is
Luhn's, modulo 32 (ISO/IEC 7812-1 for other bases), which finds every wrong character and nearly every exchange of
neighbours. A scanner types what the badge's QR says: "IOPD:B:" and the code.
A sign-in sheet has such a code too, after "IOPD:S:", and a consent slip after "IOPD:C:".
"""

import re

from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("ILO", "110", " -")
_LENGTH, _BASE, _BITS = 8, 32, 5
PREFIX, SHEET_PREFIX, SLIP_PREFIX = "IOPD:B:", "IOPD:S:", "IOPD:C:"


def code_of(id: str) -> str:
    """The code of a record's id: its last forty bits, and the check character."""
    return coded(int(id.replace("-", "")[-10:], 16))


def coded(left: int) -> str:
    """Forty bits as a code, with the check character."""
    digits = [left >> _BITS * place & (_BASE - 1) for place in reversed(range(_LENGTH))]
    return "".join(_ALPHABET[digit] for digit in (*digits, check_digit(digits)))


def shown(code: str) -> str:
    """A code as people read it: in threes."""
    return " ".join(code[start : start + 3] for start in range(0, len(code), 3))


def scanned(text: str, prefix: str = PREFIX) -> str | None:
    """The code in what a scanner or a hand typed, None where it is none; BadValue where a scanned one is wrong.

    What is typed by hand may have spaces and small letters, and I, L, O for 1, 1, 0. Where the check fails, a hand
    meant something else, such as a name; a scanner meant a code.
    """
    found = re.fullmatch(re.escape(prefix) + r"(\S+)", text.strip(), re.IGNORECASE)
    code = (found[1] if found else text).upper().translate(_READ_AS)
    if len(code) == _LENGTH + 1 and all(char in _ALPHABET for char in code):
        digits = [_ALPHABET.index(char) for char in code]
        if check_digit(digits[:-1]) == digits[-1]:
            return code
    if found and prefix == PREFIX:
        raise BadValue(_("{code} is no badge of ours: scan it again or type the name").format(code=found[1][:20]))
    return None


def check_digit(digits: list[int], base: int = _BASE) -> int:
    """Luhn's check digit, every second digit from the right doubled, its own digits summed in the base."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = digit * 2 if place % 2 == 0 else digit
        total += value // base + value % base
    return -total % base
