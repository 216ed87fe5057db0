"""Lines: texts broken to a width, each line ready to draw."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from iopd_desktop.reports.page.measures import Style
from iopd_desktop.reports.page.writing import (
    NBSP,
    RIGHT_TO_LEFT,
    Run,
    glued,
    has_han,
    pieces,
    plain,
    right_to_left,
    runs,
    visual,
    word,
)

Spans = Sequence[tuple[str, str]]
_PER_MILLE = 1000.0
_SLACK = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is drawn: runs from the left, width in thousandths of the size, and its direction."""

    runs: tuple[Run, ...]
    width: float
    from_right: bool = False
    missing: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece that stays whole; a line may break before it if a space or a Han letter stands there."""

    text: str
    weight: str
    width: float
    spaced: bool
    free: bool


def _tokens(text: str, weight: str) -> Iterator[_Token]:
    for i, part in enumerate(text.split(" ")):
        spaced = i > 0
        if len(part) > 1 and not part.isascii() and has_han(part):
            for j, piece in enumerate(pieces(part)):
                yield _Token(piece, weight, word(piece, weight).width, spaced and not j, spaced or j > 0)
        else:
            yield _Token(part, weight, word(part, weight).width, spaced, spaced)


def _cut(token: _Token, room: float) -> Iterator[_Token]:
    """A word wider than the column, cut where it must be."""
    start, filled, spaced, free = 0, 0.0, token.spaced, token.free
    for i, char in enumerate(token.text):
        wide = word(char, token.weight).width
        if i > start and filled + wide > room:
            yield _Token(token.text[start:i], token.weight, filled, spaced, free)
            start, filled, spaced, free = i, 0.0, False, True
        filled += wide
    yield _Token(token.text[start:], token.weight, filled, spaced, free)


def _loosened(token: _Token, room: float) -> Iterator[_Token]:
    """A word wider than the column: its kept spaces are let go before its letters are parted."""
    for i, part in enumerate(token.text.split(NBSP)):
        spaced, free = (token.spaced, token.free) if not i else (True, True)
        piece = _Token(part, token.weight, word(part, token.weight).width, spaced, free)
        yield from (piece,) if piece.width <= room else _cut(piece, room)


def _units(spans: Spans, room: float) -> Iterator[list[_Token]]:
    """Tokens that must stand on one line together: a bold name and the comma after it."""
    unit: list[_Token] = []
    for text, weight in spans:
        for token in _tokens(text, weight):
            for piece in (token,) if token.width <= room else _loosened(token, room):
                if piece.free and unit:
                    yield unit
                    unit = []
                unit.append(piece)
    if unit:
        yield unit


def _line(parts: Sequence[_Token], from_right: bool) -> Line:
    if not from_right and not any(RIGHT_TO_LEFT.search(part.text) for part in parts if not part.text.isascii()):
        return _latin_line(parts)
    spans: list[list[str]] = []
    for i, part in enumerate(parts):
        text = " " + part.text if part.spaced and i else part.text
        if spans and spans[-1][1] == part.weight:
            spans[-1][0] += text
        else:
            spans.append([text, part.weight])
    if from_right:
        spans.reverse()
    drawn = [runs(visual(text, from_right), weight) for text, weight in spans]
    every = tuple(run for one in drawn for run in one.runs)
    return Line(every, sum(one.width for one in drawn), from_right, "".join(one.missing for one in drawn))


def _latin_line(parts: Sequence[_Token]) -> Line:
    made: list[Run] = []
    missing = ""
    for i, part in enumerate(parts):
        known = word(part.text, part.weight)
        missing += known.missing
        fresh = (*word(" ", part.weight).runs, *known.runs) if part.spaced and i else known.runs
        for run in fresh:
            if made and made[-1].face is run.face:
                last = made[-1]
                made[-1] = Run(run.face, last.text + run.text, last.width + run.width)
            else:
                made.append(run)
    return Line(tuple(made), sum(run.width for run in made), missing=missing)


def _paragraph(spans: Spans, room: float, from_right: bool) -> Iterator[Line]:
    current: list[_Token] = []
    filled = 0.0
    for unit in _units(spans, room):
        wide = sum(token.width + (word(" ", token.weight).width if token.spaced else 0) for token in unit)
        first = word(" ", unit[0].weight).width if unit[0].spaced else 0.0
        if current and filled + wide > room + _SLACK:
            yield _line(current, from_right)
            current, filled = [], 0.0
        filled += wide if current else wide - first
        current += unit
    yield _line(current, from_right)


@lru_cache(maxsize=2_000)
def _set(spans: tuple[tuple[str, str], ...], room: float, turns: bool) -> tuple[Line, ...]:
    paragraphs: list[list[tuple[str, str]]] = [[]]
    for text, weight in spans:
        for i, part in enumerate(plain(text)):
            if i:
                paragraphs.append([])
            lead = " " if i == 0 and text[:1] == " " else ""
            tail = " " if part and text[-1:] == " " else ""
            if lead + part + tail:
                paragraphs[-1].append((lead + part + tail, weight))
    made: list[Line] = []
    for parts in paragraphs:
        from_right = turns and right_to_left("".join(text for text, _ in parts))
        if len(parts) == 1:
            parts = [(glued(parts[0][0], from_right=from_right), parts[0][1])]
        made += _paragraph(parts, room, from_right) if parts else [Line((), 0.0)]
    while len(made) > 1 and not made[-1].runs:
        made.pop()
    return tuple(made)


def lines(spans: str | Spans, style: Style, width: float, *, turns: bool = False) -> tuple[Line, ...]:
    """Break a text, or spans of (text, weight), into the lines that a width in points holds.

    Line ends of the text are kept. With `turns` a paragraph that is mostly Arabic or Hebrew is set from the
    right; without, its words still read rightly, in a line that begins at the left.
    """
    if isinstance(spans, str):
        spans = ((spans, style.weight),)
    wanted = tuple((str(text), weight or style.weight) for text, weight in spans)
    return _set(wanted, max(width, style.size) / style.size * _PER_MILLE, turns)


def text_width(text: str, style: Style) -> float:
    """The width in points of a text on one line."""
    return runs(text, style.weight).width * style.size / _PER_MILLE


def wrapped_within(text: str, style: Style, width: float, most: int) -> list[str]:
    """The lines of a text, at most so many: the last one holds all that is left, and is cut by whoever draws it."""
    found = wrapped(text, style, width)
    return [*found[: most - 1], " ".join(found[most - 1 :])] if len(found) > most else found


def wrapped(text: str, style: Style, width: float) -> list[str]:
    """A text in as many pieces as a width in points asks for: between words, inside one that is too wide itself."""
    made: list[str] = []
    for part in text.split(" "):
        if made and text_width(f"{made[-1]} {part}", style) <= width:
            made[-1] += f" {part}"
            continue
        made.append("")
        for char in part:
            if made[-1] and text_width(made[-1] + char, style) > width:
                made.append("")
            made[-1] += char
    return made


def widest(texts: Iterable[str], style: Style) -> float:
    """The width in points of the widest of some one-line texts."""
    return max((text_width(text, style) for text in texts), default=0.0)
