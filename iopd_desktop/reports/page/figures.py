"""Numbers to see: key figures, horizontal bars, parts of a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from iopd_desktop.reports.page import measures
from iopd_desktop.reports.page.blocks import Drawing
from iopd_desktop.reports.page.ink import Ink
from iopd_desktop.reports.page.measures import GRID, MM, Style
from iopd_desktop.reports.page.setting import widest
from iopd_desktop.words import _, number

_VALUE: Final = Style(8.5, 11, "bold")
_FILLS: Final = (
    (measures.ACCENT, measures.WHITE),
    (measures.MID, measures.INK),
    (measures.TINT, measures.INK),
    (measures.WHITE, measures.INK),
)


@dataclass(frozen=True)
class Bar:
    """A bar in a table's cell, its length a share of the cell from 0 to 1."""

    share: float

    def height(self, width: float) -> float:
        """It asks for no more than its row."""
        return 0.0

    def draw(self, ink: Ink, x: float, y: float, width: float, height: float) -> None:
        """In the accent colour, in the middle of the row."""
        share = min(max(self.share, 0.0), 1.0)
        ink.box(x, y + (height - 7) / 2, width * share, 7, fill=measures.ACCENT)


def key_figures(figures: Sequence[tuple[str, str, str]]) -> Drawing:
    """Big numbers beside each other, each (number, what it counts, remark)."""

    def paint(ink: Ink, x: float, y: float, width: float) -> None:
        step = width / max(len(figures), 1)
        for i, (figure, label, remark) in enumerate(figures):
            at, room = x + i * step, step - GRID
            ink.text(figure, at, y + 24, measures.KEY_FIGURE, room=room)
            ink.text(label, at, y + 38, Style(9.5, 13, "bold"), room=room)
            ink.text(remark, at, y + 49, Style(7.5, 9.75, colour=measures.MUTED), room=room)

    return Drawing(8 * GRID, paint, above=2 * GRID)


def bars(rows: Sequence[tuple[str, float, float | None]], others: float = 0.0) -> Drawing:
    """Horizontal bars, longest first, each (label, value, value of the year before or None).

    `others` is drawn last, under a hairline. The change stands at the right edge in words or signs.
    """
    ordered = sorted(rows, key=lambda row: -row[1])
    if others:
        ordered.append((_("Others"), others, None))
    compared = any(before is not None for _label, _value, before in rows)
    pitch = 17.6 if compared else 19.5

    def paint(ink: Ink, x: float, y: float, width: float) -> None:
        labels = min(widest([label for label, _value, _before in ordered], measures.TABLE) + GRID, width * 0.4)
        edge = width * 0.12 if compared else 0.0
        longest = max([max(value, before or 0) for _label, value, before in ordered], default=0) or 1
        room = width - labels - edge - 12 * MM
        for i, (label, value, before) in enumerate(ordered):
            top = y + i * pitch
            if others and i == len(ordered) - 1:
                ink.rule(x, top, x + width, 0.3, measures.HAIRLINE)
            ink.text(label, x, top + 12.5, measures.TABLE, room=labels - GRID)
            high = 7.5 if compared else 12.0
            long = room * value / longest
            ink.box(x + labels, top + 3.5, long, high, fill=measures.ACCENT)
            then = 0.0
            if before is not None:
                then = room * before / longest
                ink.box(x + labels, top + 11, then, 4.2, fill=measures.WHITE, edge=measures.INK, thick=0.6)
                ink.text(change(value, before), x + width, top + 12.5, measures.TABLE, align="end")
            ink.text(number(value), x + labels + max(long, then) + 4, top + 12, _VALUE)
        ink.rule(x + labels, y, y + len(ordered) * pitch, 0.6, measures.INK, down=True)

    return Drawing(max(len(ordered), 1) * pitch, paint, above=GRID)


def change(value: float, before: float) -> str:
    """The difference from the year before, in signs that print: +3, −2, same."""
    difference = value - before
    if not difference:
        return _("same")
    return ("+" if difference > 0 else "−") + number(abs(difference))


def parts(rows: Sequence[tuple[str, int]]) -> Drawing:
    """The parts of a whole as one bar, number inside and word under each; no part is told by colour alone."""
    shown = [(label, count) for label, count in rows if count]

    def paint(ink: Ink, x: float, y: float, width: float) -> None:
        whole = sum(count for _label, count in shown) or 1
        at = x
        for label, count in shown:
            fill, colour = _FILLS[[known for known, _count in rows].index(label) % len(_FILLS)]
            wide = width * count / whole
            ink.box(at, y, wide, 19.5, fill=fill, edge=measures.INK, thick=0.6)
            ink.text(number(count), at + wide / 2, y + 12.8, Style(8.5, 11, "bold", colour), align="centre")
            caption = Style(7.5, 9.75, colour=measures.MUTED)
            ink.text(label, at + wide / 2, y + 29.5, caption, align="centre", room=max(wide, 12 * MM))
            at += wide

    return Drawing(5 * GRID, paint, above=GRID)
