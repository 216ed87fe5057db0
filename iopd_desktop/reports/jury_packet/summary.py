"""The last page of a packet: one line an entry, for the juror's own overview."""

from collections.abc import Iterator, Sequence
from functools import partial

from iopd_desktop.actions.packet_entries import Entry
from iopd_desktop.actions.packets import Packet
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.jury_packet.front import named, percent
from iopd_desktop.reports.jury_packet.running import running
from iopd_desktop.reports.page import MM, Block, Ink, Page, Style, measures
from iopd_desktop.words import _

_HEAD = 36 * MM
_ROW = 5.15 * MM
_CELL = 9.5 * MM
_LEAST_ENTRY = 42 * MM
_ROWS_A_PAGE = 40
_SMALL = Style(7.5, 9.75)
_TURNED = Style(7.5, 9.75, "bold", measures.ACCENT)


def summary_grid(packet: Packet, page: Page) -> Iterator[Block]:
    """A grid to write points into, heads turned, a stronger line after every fifth entry."""
    page.new_page(odd=True)
    page.running = running(packet, _("Summary grid"))
    entries = packet.entries
    for start in range(0, max(len(entries), 1), _ROWS_A_PAGE):
        if start:
            page.new_page()
        some = entries[start : start + _ROWS_A_PAGE]
        high = _HEAD + len(some) * _ROW + 1
        yield paper.Drawing(high, partial(_grid, packet, some, start == 0))


def _grid(packet: Packet, entries: Sequence[Entry], first: bool, ink: Ink, x: float, y: float, width: float) -> None:
    heads = [(one.name, percent(one.share)) for one in packet.criteria]
    total = _("Total ({lowest} to {highest})").format(lowest=packet.lowest, highest=packet.highest)
    heads += [(total, ""), (_("Rank"), "")]
    cell = min(_CELL, (width - _LEAST_ENTRY) / len(heads))
    start, foot = x + width - cell * len(heads), y + _HEAD
    if first:
        ink.outline(_("Summary grid"), 0)
        _title(ink, x, y, start)
    ink.text(_("No."), x, foot - 4, measures.TABLE_HEAD)
    ink.text(_("Entry"), x + 7 * MM, foot - 4, measures.TABLE_HEAD)
    for i, (head, share) in enumerate(heads):
        middle = start + (i + 0.5) * cell
        ink.turned(head, middle, foot - 5 * MM, _TURNED, room=_HEAD - 5 * MM)
        ink.text(share, middle, foot - 4, Style(6.5, 9, colour=measures.MUTED), align="centre", room=cell)
    _rows(ink, entries, x, foot, (start, cell, len(heads)))


def _title(ink: Ink, x: float, y: float, end: float) -> None:
    ink.text(_("Summary grid"), x, y + 20, measures.TITLE, room=end - x)
    words = _("For your own overview. The score sheets count; where the two differ, the sheet is taken. A = abstained.")
    text = paper.Text(words, measures.NOTE)
    text.draw(ink, x, y + 26, min(end - x - 4 * MM, 62 * MM))


def _rows(ink: Ink, entries: Sequence[Entry], x: float, top: float, columns: tuple[float, float, int]) -> None:
    start, cell, count = columns
    end = start + cell * count
    for i, entry in enumerate(entries):
        baseline = top + (i + 0.5) * _ROW + 2.7
        ink.text(str(entry.number), x, baseline, _SMALL)
        ink.text(named(entry), x + 7 * MM, baseline, _SMALL, room=start - x - 9 * MM)
        strong = i % 5 == 0
        ink.rule(x, top + i * _ROW, end, 0.9 if strong else 0.3, measures.INK if strong else measures.HAIRLINE)
        if not strong:
            ink.rule(start, top + i * _ROW, end, 0.5, measures.RULE)
    foot = top + len(entries) * _ROW
    ink.rule(x, foot, end, 0.9, measures.INK)
    for i in range(count + 1):
        strong = i in (0, count - 2, count)
        at = start + i * cell
        ink.rule(at, top, foot, 1.2 if strong else 0.5, measures.INK if strong else measures.RULE, down=True)
