"""The score sheet: filled by hand or on screen, the same boxes for both, read back by a scanner or from the file."""

from collections.abc import Sequence
from typing import Final

from iopd_desktop.actions.packet_entries import Entry, place_of
from iopd_desktop.actions.packets import Measure, Packet
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.jury_packet.running import sheet_code
from iopd_desktop.reports.page import MM, Ink, Leaf, Style, measures
from iopd_desktop.words import _, number

ROWS_A_SHEET: Final = 11
LEFT, RIGHT = 22 * MM, 188 * MM
TOP: Final = 55 * MM
BOX: Final = 6 * MM
_MUTED = Style(8.5, 11, colour=measures.MUTED)
_SMALL = Style(7.5, 9, colour=measures.MUTED)
_WORD = Style(6.5, 7.5, colour=measures.MUTED)


def row_height(count: int) -> float:
    """The height of a criterion's row: 12.5 mm, less where there are more than eight."""
    return max(min(12.5, 100 / max(count, 1)), 9.0) * MM


def box_corner(points: int, place: int, row: int, rows: int) -> tuple[float, float]:
    """The upper left corner of a box: of `points` boxes in a row the one at `place`, in row `row` of `rows`."""
    if points <= 6:
        x = 185 - BOX / MM - 12 * (points - 1) + 12 * place
    else:
        pitch = min(8.0, 72 / (points - 1))
        x = 187 - BOX / MM - pitch * (points - 1 - place)
    high = row_height(rows)
    return x * MM, TOP + high * row + (high - BOX) / 2 - 0.05 * MM


def draw_sheet(packet: Packet, entry: Entry, sheet: int, ink: Ink, leaf: Leaf) -> None:
    """Draw one sheet of an entry on a page of its own."""
    del leaf
    some = packet.criteria[sheet * ROWS_A_SHEET : (sheet + 1) * ROWS_A_SHEET]
    ink.subject = _("entry {number}, {place}").format(number=entry.number, place=entry.place or entry.title)
    paper.corner_marks(ink)
    _head(packet, entry, sheet, ink)
    _scale(packet, some, ink)
    for i, criterion in enumerate(some):
        _row(packet, entry, criterion, (i, len(some)), ink)
    foot = TOP + row_height(len(some)) * max(len(some), 1)
    ink.rule(LEFT, foot, RIGHT, 0.6, measures.ACCENT)
    if sheet == 0:
        _justification(entry, ink)
        _answers(entry, ink)
    else:
        _initials(ink)


def _head(packet: Packet, entry: Entry, sheet: int, ink: Ink) -> None:
    code, digit = sheet_code(packet, entry.code, sheet + 1)
    paper.qr(ink, 162 * MM, 15 * MM, 28 * MM, code)
    title = Style(20, 26, "bold", measures.ACCENT)
    about = f"{packet.award}, {packet.year}. {packet.phase}"
    ink.text(about, LEFT, 18.7 * MM, Style(7.5, 9.75, "bold", measures.MUTED), room=92 * MM)
    ink.text(_("Score sheet"), LEFT, 27.5 * MM, title, room=92 * MM)
    here = _("Entry {number} of {whole}").format(number=entry.number, whole=len(packet.entries))
    ink.text(f"{here}.  {place_of(entry)}", LEFT, 34.4 * MM, Style(11, 13, "bold"), room=136 * MM)
    ink.text(entry.title, LEFT, 39.7 * MM, Style(9.5, 13), room=136 * MM)
    edge, plain = 159 * MM, Style(8.5, 11)
    ink.text(_("Packet {id}").format(id=packet.id), edge, 18.7 * MM, Style(8.5, 11, "bold"), align="end", room=42 * MM)
    ink.text(_("Juror {number:02d}").format(number=packet.number), edge, 23.3 * MM, plain, align="end", room=42 * MM)
    words = _("Sheet {sheet}, check {digit}").format(sheet=f"{entry.code}-S{sheet + 1}", digit=digit)
    ink.text(words, edge, 27.9 * MM, plain, align="end", room=42 * MM)


def _points(packet: Packet) -> range:
    return range(packet.lowest, packet.highest + 1)


def _scale(packet: Packet, some: Sequence[Measure], ink: Ink) -> None:
    ink.rule(LEFT, 47 * MM, RIGHT, 1, measures.ACCENT)
    ink.rule(LEFT, TOP, RIGHT, 0.6, measures.ACCENT)
    words = _("One cross in one box per row. {lowest} and {highest} need a reason below.")
    points = _points(packet)
    first = box_corner(len(points), 0, 0, 1)[0]
    words = words.format(lowest=packet.lowest, highest=packet.highest)
    ink.text(words, LEFT, 51 * MM, _SMALL, room=first - LEFT - 2 * MM)
    scales = {one.levels for one in some}
    levels = next(iter(scales)) if len(scales) == 1 else ()
    room = (12 if len(points) <= 6 else 8) * MM
    for i, point in enumerate(points):
        middle = box_corner(len(points), i, 0, 1)[0] + BOX / 2
        ink.text(str(point), middle, 50.9 * MM, Style(11, 13, "bold"), align="centre")
        word = short_word(levels[i]) if i < len(levels) else ""
        if paper.text_width(word, _WORD) <= room:
            ink.text(word, middle, 54 * MM, _WORD, align="centre")


def short_word(level: str) -> str:
    """The first words of a level, for the narrow head of a column."""
    for mark in ":,;(–—":
        level = level.partition(mark)[0]
    return level.strip().lower()


def _row(packet: Packet, entry: Entry, criterion: Measure, place: tuple[int, int], ink: Ink) -> None:
    i, count = place
    high = row_height(count)
    top = TOP + high * i
    points = _points(packet)
    first = box_corner(len(points), 0, i, count)[0]
    if i:
        ink.rule(LEFT, top, RIGHT, 0.3, measures.HAIRLINE)
    base = top + min(high * 0.37, 4.6 * MM)
    ink.text(str(criterion.number), LEFT, base, Style(9.5, 13, "bold", measures.ACCENT))
    weight = f"{number(round(criterion.share, 1))}\u00a0%"
    taken = ink.text(weight, first - 6 * MM, base, _MUTED, align="end")
    ink.text(criterion.name, LEFT + 6 * MM, base, Style(9.5, 13, "bold"), room=first - 14 * MM - LEFT - taken)
    question = paper.Text(criterion.question, _SMALL)
    width = first - LEFT - 12 * MM
    lines = question.lines(width)[: 2 if high > 12 * MM else 1]
    for k, line in enumerate(lines):
        ink.line(line, LEFT + 6 * MM, base + 10.5 + k * _SMALL.leading, _SMALL)
    name = f"score_{entry.code}_c{criterion.number}"
    for k, point in enumerate(points):
        x, y = box_corner(len(points), k, i, count)
        level = criterion.levels[k] if k < len(criterion.levels) else ""
        told = _("{criterion}: {points} of {most}").format(criterion=criterion.name, points=point, most=packet.highest)
        paper.radio(ink, x, y, BOX, name, str(point), ", ".join(part for part in (told, level) if part))


def _justification(entry: Entry, ink: Ink) -> None:
    words = _("Justification, at most 150 words. The nominating body will read it without your name.")
    ink.text(words, LEFT, 163.3 * MM, Style(8.5, 11, "bold"), room=RIGHT - LEFT)
    x, y, width, height = LEFT, 165.5 * MM, 166 * MM, 66.67 * MM
    ink.box(x, y, width, height, edge=measures.INK, thick=0.9)
    for i in range(1, 8):
        at = y + i * 8.33 * MM
        ink.rule(x, at, x + 6 * MM, 0.5, measures.RULE)
        ink.rule(x + width - 6 * MM, at, x + width, 0.5, measures.RULE)
    name = f"score_{entry.code}_comment"
    told = _("Justification for entry {number}").format(number=entry.number)
    paper.field(ink, x + 7 * MM, y + 2, width - 14 * MM, height - 4, name, told, lines=True)


def _answers(entry: Entry, ink: Ink) -> None:
    answers = (
        ("abstain", 238.2, _("I abstain from this entry (conflict of interest).")),
        ("mention", 248.2, _("I propose it for a special mention.")),
    )
    for name, top, words in answers:
        paper.check(ink, LEFT, top * MM, BOX, f"score_{entry.code}_{name}", words)
        ink.text(words, LEFT + 9 * MM, (top + 4.2) * MM, Style(9.5, 13), room=86 * MM)
    _initials(ink)


def _initials(ink: Ink) -> None:
    for words, start, end in ((_("Initials"), 120, 150), (_("Date"), 156, 188)):
        ink.rule(start * MM, 251 * MM, end * MM, 0.6, measures.INK)
        ink.text(words, start * MM, 254.2 * MM, Style(7, 9, colour=measures.MUTED))
