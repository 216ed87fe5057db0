"""Cuts a typed date into the words, numbers and signs that mean something in it."""

import re
from typing import NamedTuple

from iopd_desktop.models.fuzzy_lexicon import LONGEST_PHRASE, ORDINAL_WEEKDAYS, PHRASES, Meaning, lexicon
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _, fold

_SHOWN = 40


class Token(NamedTuple):
    """A meaning with the text that it was read from; a period's `value` is its kind, `which` its number."""

    kind: str
    value: int
    text: str
    which: int = 0


class Misread(BadValue):
    """A word or sign that does not belong in a date, folded as it was read; `told` says it as it was typed."""

    def __init__(self, form: str, word: str) -> None:
        super().__init__(form.format(word=word[:_SHOWN]))
        self.form, self.word = form, word

    def told(self, typed: str) -> BadValue:
        """The same refusal with the word as it stands in the text that was typed."""
        word = next((one for one in re.findall(r"\w+", typed) if fold(one) == self.word), self.word)
        return BadValue(self.form.format(word=word[:_SHOWN]))


# Every alternative is of bounded length or one run of a kind, so that the time is that of one pass.
_CUT = re.compile(
    r"(?P<iso>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])"
    r"|(?P<dmy>[0-9]{1,2}(?P<sign>[-/.])(?:0?[1-9]|1[0-2])(?P=sign)(?:[0-9]{4}|(?<!-)[0-9]{2}))(?![0-9])"
    r"|(?P<ym>[0-9]{4}-[0-9]{2})(?![0-9-])"
    r"|(?P<dm>[0-9]{1,2}[/.](?:0?[1-9]|1[0-2]))(?![0-9]|[/.][0-9]|(?: |de |d'|of )*[a-z]{3})"
    r"|(?P<nth>[0-9]{1,2})\.?(?:st|nd|rd|th|er|re|eme|ero|ro|ra|do|da|to|ta|e|o|a|r|n)(?![a-z0-9])"
    r"|(?P<number>[0-9]+)"
    r"|(?P<word>[a-z]+)"
    r"|(?P<mark>\.\.\.?|\S)"
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_MARKS = {
    "-": "to", "..": "to", "/": "or", "&": "and", "+": "and", ",": "comma", ";": "comma",
    "?": "unsure", "~": "about", "≈": "about", "(": "open", ")": "close",
    **dict.fromkeys(("...", ".", ":", "'", "’", '"', "¿", "º", "°"), "skip"),
}  # fmt: skip
# What may stand before "days"; a number of other lengths is understood nowhere else.
_COUNTED = frozenset({"day", "numeral", "year", "unknown"})
_TOO_MANY_DIGITS = 8
_NUMERIC = {"iso": ("year", "month", "day"), "dmy": ("day", "month", "year"), "ym": ("year", "month"),
            "dm": ("day", "month")}  # fmt: skip


def tokens(folded: str, language: str) -> list[Token]:
    """The tokens of a folded text, by the words of all languages and this one first; BadValue names the rest."""
    cut = _cut(folded.translate(_DASHES).replace("-feira", ""), lexicon(language))
    whole = [token for token in _without_remarks(cut) if token.kind != "skip"]
    found: list[Token] = []
    for at, token in enumerate(whole):
        before = found[-1].kind if found else ""
        after = whole[at + 1] if at + 1 < len(whole) else None
        if token.kind == "to" and before == "part" and after and after.kind == "month":
            continue  # mid-May
        counted = token.value and after and after.kind == "days"
        if token.kind == "numeral" and not counted:
            token = token._replace(kind="day")  # dos de mayo
        if token.kind == "unknown" and not counted:
            raise Misread(_("“{word}” is not understood in a date"), token.text)
        _combine(found, token, after)
    if found and found[-1].kind == "ordinal":
        _settle(found)
    return found


def _cut(text: str, words: dict[str, Meaning]) -> list[Token]:
    found: list[Token] = []
    for match in _CUT.finditer(text):
        sort, piece = match.lastgroup or "", match.group()
        if sort == "sign":
            sort = "dmy"
        if sort in _NUMERIC:
            numbers = map(int, re.split(r"[-/.]", piece))
            found += [Token(kind, _full(kind, n), piece) for kind, n in zip(_NUMERIC[sort], numbers, strict=True)]
        elif sort == "nth":
            found.append(Token("nth", int(match["nth"]), piece))
        elif sort == "number":
            found.append(_number(piece))
        elif sort == "word":
            found.append(Token(*words.get(piece, Meaning("unknown")), piece))
        else:
            found.append(Token(_MARKS.get(piece, "unknown"), 0, piece))
    return _phrased(found)


def _full(kind: str, number: int) -> int:
    return number + 2000 if kind == "year" and number < 100 else number


def _number(text: str) -> Token:
    if len(text) == 4:
        return Token("year", int(text), text)
    if len(text) <= 2:
        return Token("day", int(text), text)
    return Token("unknown", int(text) if len(text) < _TOO_MANY_DIGITS else 0, text)


def _phrased(cut: list[Token]) -> list[Token]:
    """The tokens with "to be confirmed" and its like as one."""
    found: list[Token] = []
    at = 0
    while at < len(cut):
        for length in range(LONGEST_PHRASE, 1, -1):
            meaning = PHRASES.get(tuple(token.text for token in cut[at : at + length]))
            if meaning and at + length <= len(cut):
                found.append(Token(*meaning, " ".join(token.text for token in cut[at : at + length])))
                at += length
                break
        else:
            found.append(cut[at])
            at += 1
    return found


def _without_remarks(cut: list[Token]) -> list[Token]:
    """What stands in brackets counts if it is all understood, and is a remark if not."""
    found: list[Token] = []
    opened = -1
    for token in cut:
        if token.kind == "open":
            opened = len(found)
        elif token.kind == "close":
            if opened >= 0 and any(inner.kind == "unknown" for inner in found[opened:]):
                del found[opened:]
            opened = -1
        else:
            found.append(token)
    return found


def _combine(found: list[Token], token: Token, after: Token | None) -> None:
    """Add a token; numbers that tell which quarter, or how many days, become one with it."""
    last = found[-1] if found else None
    if token.kind == "days":
        if last and last.kind in _COUNTED and last.value > 1 and not (after and after.kind == "month"):
            found[-1] = Token("count", last.value, last.text)
    elif token.kind == "period" and last and last.kind == "period":
        found[-1] = Token("period", token.value, token.text, last.which)
    elif token.kind == "period" and last and last.kind in ("ordinal", "nth", "day"):
        found[-1] = Token("period", token.value, token.text, last.value)
    elif token.kind in ("day", "nth") and last and last.kind == "period" and not last.which:
        found[-1] = Token("period", last.value, last.text, token.value)
    else:
        if last and last.kind == "ordinal":
            _settle(found)
        found.append(token)


def _settle(found: list[Token]) -> None:
    """An ordinal without a period: a Portuguese day of the week, the first of a month, or nothing we know."""
    last = found.pop()
    if last.text in ORDINAL_WEEKDAYS:
        return
    if last.value != 1:
        raise BadValue(_("“{word}” is not understood in a date").format(word=last.text))
    found.append(Token("nth", 1, last.text))
