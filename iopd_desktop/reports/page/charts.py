"""Charts of counts: horizontal bars, alone or against the time before, and the parts of a whole as one bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from iopd_desktop.reports.page import measures
from iopd_desktop.reports.page.blocks import Block, Drawing
from iopd_desktop.reports.page.ink import Ink
from iopd_desktop.reports.page.measures import GRID, MM, Style
from iopd_desktop.reports.page.setting import lines, text_width, widest
from iopd_desktop.words import _, number

Counted = tuple[str, float, float | None]
"""A label, its value, and the value of the time before where there is one."""

_ALONE: Final = 19.5
_PAIR: Final = 17.6
_GAP: Final = 5.0
_VALUE: Final = Style(8.5, 11, "bold")
_BEFORE: Final = Style(8.5, 11, colour=measures.MUTED)
_KEY: Final = Style(7.5, 9.75)
_QUIET: Final = Style(7.5, 9.75, colour=measures.MUTED)
_EMPTY: Final = Style(8.5, 11, "italic", measures.MUTED)
_FILLS: Final = (
    (measures.ACCENT, measures.WHITE),
    (measures.MID, measures.INK),
    (measures.TINT, measures.INK),
    (measures.WHITE, measures.INK),
)


def largest(rows: Sequence[Counted], most: int) -> tuple[list[Counted], list[Counted]]:
    """The rows with the largest values, longest first, and the rest, which a chart draws as one; never a rest of one.

    Equal values stand in the order of the value before, then in the order given.
    """
    ordered = sorted(rows, key=lambda row: (-row[1], -(row[2] or 0)))
    if len(ordered) <= most + 1:
        return ordered, []
    return ordered[:most], ordered[most:]


def together(label: str, rows: Sequence[Counted]) -> Counted:
    """The rows as one, under a label of its own."""
    before = [row[2] for row in rows if row[2] is not None]
    return label, sum(row[1] for row in rows), sum(before) if before else None


def bars(
    rows: Sequence[Counted], others: Counted | None = None, *, key: tuple[str, str] | None = None,
    whole: float | None = None, wholes: tuple[float, float] | None = None,
) -> "Bars | Drawing":  # fmt: skip
    """Horizontal bars, longest first; `others` stands last, under a hairline; nothing counted is said.

    With a value before, `key` names both times and stands over the bars with their totals, and the change stands at
    the right edge in words or signs. `whole` (or `wholes`, now and before) is what the records come to: ValueError
    where the bars come to anything else.
    """
    every = [*rows, *([others] if others else [])]
    now, before = sum(row[1] for row in every), sum(row[2] or 0 for row in every)
    if whole is not None and now != whole:
        raise ValueError(f"bars come to {now}, records to {whole}")
    if wholes is not None and (now, before) != wholes:
        raise ValueError(f"bars come to {now} and {before}, records to {wholes}")
    if not every:
        return nothing()
    ordered = sorted(rows, key=lambda row: (-row[1], -(row[2] or 0)))
    return Bars(ordered, others, (f"{key[0]}: {number(now)}", f"{key[1]}: {number(before)}") if key else None)


def nothing() -> Drawing:
    """What stands where a chart has nothing to draw."""

    def paint(ink: Ink, x: float, y: float, width: float) -> None:
        ink.box(x, y, width, _ALONE, fill=measures.TINT)
        ink.text(_("nothing to count yet"), x + GRID, y + 12.8, _EMPTY, room=width - 2 * GRID)

    return Drawing(_ALONE, paint, above=GRID)


@dataclass
class Bars(Block):
    """The bars that `bars` makes."""

    rows: Sequence[Counted]
    others: Counted | None = None
    key: tuple[str, str] | None = None
    above: float = GRID
    gridded: bool = True

    @property
    def _every(self) -> list[Counted]:
        return [*self.rows, *([self.others] if self.others else [])]

    @property
    def _compared(self) -> bool:
        return any(row[2] is not None for row in self._every)

    @property
    def _pitch(self) -> float:
        return _PAIR if self._compared else _ALONE

    def height(self, width: float) -> float:
        """A row for each bar, one for the key, white round the hairline over the others."""
        return len(self._every) * self._pitch + (_ALONE if self.key else 0) + (GRID if self.others else 0)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Key, bars, values, changes, and the zero line."""
        if self.key:
            self._draw_key(ink, x, y, width)
            y += _ALONE
        every, pitch = self._every, self._pitch
        labels = min(max(widest([row[0] for row in every], measures.TABLE) + 2 * GRID, 44 * MM), width * 0.4)
        values = max(text_width(_told(row), _VALUE) for row in every) + 2 * _GAP
        room = width - labels - values - (width * 0.1 if self._compared else 0)
        unit = room / (max(max(value, before or 0) for _label, value, before in every) or 1)
        top = y
        for row in every:
            if row is self.others:
                ink.rule(x, top + GRID / 2, x + width, 0.3, measures.HAIRLINE)
                top += GRID
            _label(ink, row[0], x, top + pitch / 2, labels - 2 * GRID)
            _bar(ink, row, (x + labels, x + width), top, unit)
            top += pitch
        ink.rule(x + labels, y, top, 0.6, measures.INK, down=True)

    def _draw_key(self, ink: Ink, x: float, y: float, width: float) -> None:
        assert self.key
        now, before = self.key
        ink.box(x, y + 3, 9, 7.5, fill=measures.ACCENT)
        at = x + 13 + ink.text(now, x + 13, y + 9.8, _KEY, room=width / 3) + 14
        ink.box(at, y + 4.6, 9, 4.6, fill=measures.WHITE, edge=measures.INK, thick=0.6)
        ink.text(before, at + 13, y + 9.8, _KEY, room=width / 3)
        ink.text(_("change"), x + width, y + 9.8, _QUIET, align="end", room=width / 5)


def _told(row: Counted) -> str:
    return number(row[1]) + (f" {number(row[2])}" if row[2] is not None else "")


def _label(ink: Ink, text: str, x: float, middle: float, room: float) -> None:
    """A label on one line, or on two smaller ones where it is long."""
    if text_width(text, measures.TABLE) <= room:
        ink.text(text, x, middle + 3, measures.TABLE)
        return
    small = Style(7.5, 8.25)
    made = lines(text, small, room)
    if len(made) == 2:
        ink.line(made[0], x, middle - 1.4, small)
        ink.line(made[1], x, middle + 6.9, small)
    else:
        ink.text(text, x, middle + 2.7, small, room=room)


def _bar(ink: Ink, row: Counted, between: tuple[float, float], top: float, unit: float) -> None:
    (_words, value, before), (x, right) = row, between
    long, then = unit * value, 0.0
    if before is None:
        ink.box(x, top + 3.75, long, 12, fill=measures.ACCENT)
        middle = top + _ALONE / 2
    else:
        then, middle = unit * before, top + _PAIR / 2
        if before:
            ink.box(x, top + 9.7, then, 4.2, fill=measures.WHITE, edge=measures.INK, thick=0.6)
        ink.box(x, top + 2.5, long, 7.5, fill=measures.ACCENT)
        ink.text(change(value, before), right, middle + 3, _BEFORE, align="end")
    at = x + max(long, then) + _GAP
    at += ink.text(number(value), at, middle + 3, _VALUE)
    if before is not None:
        ink.text(number(before), at + _GAP, middle + 3, _BEFORE)


def change(value: float, before: float) -> str:
    """The difference from the time before, in signs that print: +3, −2, same."""
    difference = value - before
    if not difference:
        return _("same")
    return ("+" if difference > 0 else "−") + number(abs(difference))


def parts(rows: Sequence[tuple[str, int]], *, whole: int | None = None) -> "Parts | Drawing":
    """The parts of a whole as one bar, number inside and word under each; no part is told by colour alone.

    Up to four parts; one of nothing is not drawn. ValueError where they do not come to `whole`.
    """
    if whole is not None and sum(count for _word, count in rows) != whole:
        raise ValueError(f"parts come to {sum(count for _word, count in rows)}, records to {whole}")
    shown = [_Part(word, count, *_FILLS[i % len(_FILLS)]) for i, (word, count) in enumerate(rows) if count]
    return Parts(shown) if shown else nothing()


@dataclass(frozen=True)
class _Part:
    word: str
    count: int
    fill: str
    ink: str


@dataclass
class Parts(Block):
    """The bar that `parts` makes; where a word is wider than its part, a key under the bar says them all."""

    shown: Sequence[_Part]
    above: float = GRID
    gridded: bool = True

    def _wide(self, width: float) -> list[float]:
        whole = sum(part.count for part in self.shown)
        return [width * part.count / whole for part in self.shown]

    def _fit(self, width: float) -> bool:
        pairs = zip(self.shown, self._wide(width), strict=True)
        return all(text_width(part.word, _QUIET) <= wide for part, wide in pairs)

    def _places(self, width: float) -> list[tuple[float, float]]:
        """Where each entry of the key begins, from the bar's lower corner."""
        found, at, down = [], 0.0, 0.0
        for part in self.shown:
            wide = 13 + text_width(f"{number(part.count)} {part.word}", _KEY)
            if at and at + wide > width:
                at, down = 0.0, down + 13
            found.append((at, down))
            at += wide + 14
        return found

    def height(self, width: float) -> float:
        """The bar, and the words under it."""
        return 2 * _ALONE if self._fit(width) else 2 * _ALONE + self._places(width)[-1][1]

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The parts, each outlined, and what they are."""
        at, fit = x, self._fit(width)
        for part, wide in zip(self.shown, self._wide(width), strict=True):
            ink.box(at, y, wide, _ALONE, fill=part.fill, edge=measures.INK, thick=0.6)
            inside = Style(8.5, 11, "bold", part.ink)
            if text_width(number(part.count), inside) + 4 <= wide:
                ink.text(number(part.count), at + wide / 2, y + 12.8, inside, align="centre")
            if fit:
                ink.text(part.word, at + wide / 2, y + 30, _QUIET, align="centre")
            at += wide
        if not fit:
            self._draw_key(ink, x, y + _ALONE, width)

    def _draw_key(self, ink: Ink, x: float, y: float, width: float) -> None:
        for part, (along, down) in zip(self.shown, self._places(width), strict=True):
            ink.box(x + along, y + down + 4.5, 9, 7.5, fill=part.fill, edge=measures.INK, thick=0.6)
            told = [(number(part.count), "bold"), (f" {part.word}", "regular")]
            ink.text(told, x + along + 13, y + down + 11, _KEY, room=width - along - 13)
