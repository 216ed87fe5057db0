"""Text as it may be printed: the one gate for words from the database, and the runs that fonts can set.

No markup is ever read: what a record says is drawn letter by letter, so nothing in it can be dropped or obeyed.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from iopd_desktop.reports.page.faces import Face, face_for, is_han

NBSP: Final = "\u00a0"
NARROW: Final = "\u202f"
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_SPACES: Final = re.compile("[ \t\u1680\u2000-\u200a\u205f\u3000]+")
_LINES: Final = re.compile("\r\n|[\r\n\v\f\u0085\u2028\u2029]")
RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BEFORE_MARK: Final = re.compile(r" (?=[?!;:»])")
_NUMBER: Final = re.compile(r"(?<![^\s(])(\d{1,2}) (?=[^\W\d_])|(\d) (?=[%€])|(?<!\w)(pp?\.) (?=\d)")
_NAME: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?: [\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)+")
_LONG_NAME: Final = 50
_GLUED_FROM: Final = 40
_LAST_WORD: Final = 12
_CONTROLS: Final = ("Cc", "Cf", "Cs")
_JOINERS: Final = "\u200c\u200d"
_NO_LINE_START: Final = "、。，．・：；！？）】」』〕》〉’”…ー々,.!?:;)]}"
_NO_LINE_END: Final = "（［【「『〔《〈“‘([{"
_STAND_INS: Final = {NBSP: " ", NARROW: NBSP, "\u2011": "-", "\u2010": "-", "−": "-", "’": "'", "…": "..."}
MISSING_MARK: Final = "\u25a1"


def plain(text: object) -> list[str]:
    """The paragraphs of a text: composed, without control characters and direction overrides.

    Every text from a record passes here before it is measured or drawn.
    """
    whole = str(text).encode("utf-8", "replace").decode("utf-8")
    whole = _INVISIBLE.sub("", unicodedata.normalize("NFC", whole))
    paragraphs = []
    for line in _LINES.split(whole):
        line = _SPACES.sub(" ", line)
        if not line.isprintable():
            line = "".join(c for c in line if c in _JOINERS or unicodedata.category(c) not in _CONTROLS)
        paragraphs.append(line.strip(" "))
    return paragraphs


def one_line(text: object) -> str:
    """A text on one line: paragraphs are joined by a space."""
    return " ".join(part for part in plain(text) if part)


def glued(text: str, *, from_right: bool = False) -> str:
    """The text with the spaces kept that should not end a line.

    They stand between a number and its word, before a short last word, and inside a name that reads from the right.
    """
    text = _BEFORE_MARK.sub(NARROW, text).replace("« ", "«" + NARROW)
    text = _NUMBER.sub(lambda found: (found[1] or found[2] or found[3]) + NBSP, text)
    if not from_right and RIGHT_TO_LEFT.search(text):
        text = _NAME.sub(lambda found: found[0].replace(" ", NBSP) if len(found[0]) < _LONG_NAME else found[0], text)
    if len(text) > _GLUED_FROM:
        head, space, last = text.rpartition(" ")
        if space and len(last) < _LAST_WORD:
            text = head + NBSP + last
    return text


def right_to_left(text: str) -> bool:
    """Whether a paragraph reads from the right: more of its letters do than do not."""
    if not RIGHT_TO_LEFT.search(text):
        return False
    directions = [unicodedata.bidirectional(char) for char in text]
    return directions.count("R") + directions.count("AL") > directions.count("L")


@cache
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    # Without ligatures: the fonts lack some of them (U+FDF2), and with the vowel marks kept.
    return ArabicReshaper(configuration={"support_ligatures": False, "delete_harakat": False})


@lru_cache(maxsize=20_000)
def visual(text: str, from_right: bool) -> str:
    """A line of text in the order in which it is drawn from the left, its Arabic letters joined."""
    if not RIGHT_TO_LEFT.search(text):
        return text
    import bidi
    from bidi.algorithm import get_display

    shaped, base = _reshaper().reshape(text), "R" if from_right else "L"
    try:
        # The compiled twin, bidi.get_display, does not mirror brackets; this one stops at unassigned characters.
        return str(get_display(shaped, base_dir=base))
    except AssertionError:
        return str(bidi.get_display(shaped, base_dir=base))


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one word that one font draws; width in thousandths of the size."""

    face: Face
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two spaces in one weight: its letters as written, its runs, where it may break."""

    text: str
    runs: tuple[Run, ...]
    width: float
    missing: str = ""


def _fonts(text: str, weight: str) -> Iterable[tuple[Face | None, str]]:
    """Each character with the font that draws it, or with none and the missing character."""
    before: Face | None = None
    for char in text:
        if char in _JOINERS:
            if before and before.shaped:
                yield before, char
            continue
        face = face_for(char, weight)
        if before and before is not face and unicodedata.combining(char) and before.has(char):
            face = before
        stand_in = _STAND_INS.get(char, char)
        if face is None and stand_in != char:
            for other in stand_in:
                yield face_for(other, weight), other
            continue
        if face:
            before = face
        yield face, char


@lru_cache(maxsize=100_000)
def runs(text: str, weight: str) -> Word:
    """The runs of a piece of text that is already in the order in which it is drawn."""
    made: list[tuple[Face, str]] = []
    missing = ""
    for face, char in _fonts(text, weight):
        if face is None:
            missing += char
            face, char = face_for(MISSING_MARK, weight) or face_for("?", weight), MISSING_MARK
            if face is None or not face.has(char):
                char = "?"
        if face is None:
            continue
        if made and made[-1][0] is face:
            made[-1] = (face, made[-1][1] + char)
        else:
            made.append((face, char))
    done = tuple(Run(face, part, face.width(part)) for face, part in made)
    return Word(text, done, sum(run.width for run in done), missing)


@lru_cache(maxsize=100_000)
def word(text: str, weight: str) -> Word:
    """A word as it is measured when lines are broken."""
    if RIGHT_TO_LEFT.search(text):
        made = runs(visual(text, from_right=True), weight)
        return Word(text, made.runs, made.width, made.missing)
    return runs(text, weight)


def pieces(text: str) -> list[str]:
    """Where a long word may break: between Han letters, never before a closing mark."""
    made: list[str] = []
    for char in text:
        if made and (
            char in _NO_LINE_START or made[-1][-1] in _NO_LINE_END or not (is_han(char) or is_han(made[-1][-1]))
        ):
            made[-1] += char
        else:
            made.append(char)
    return made


def has_han(text: str) -> bool:
    """Whether a word holds a letter between which and the next a line may break."""
    return any(map(is_han, text))
