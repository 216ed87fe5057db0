"""The front of a packet: cover, rules and scale, declaration of conflicts, contents."""

from collections.abc import Iterator, Sequence
from functools import partial

from iopd_desktop.actions.packet_entries import Entry, language_word
from iopd_desktop.actions.packets import Packet
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.jury_packet.running import running, sheet_code
from iopd_desktop.reports.page import MM, Block, Cell, Column, Ink, Page, Row, Style, Table, Text, measures
from iopd_desktop.words import _, ngettext, number

_FIRST_SHEET, _OTHER_SHEETS, _SIGNED_FIRST, _SIGNED_OTHER = 25, 28, 19, 22
_LONG_PLACE = 44
_LEAST_ON_LAST = 6


def cover(packet: Packet, page: Page) -> Iterator[Block]:
    """The first page: what this is, whose, and by when it comes back."""
    page.running = running(packet, "", bare=True)
    page.title = _("{award}, {year}: jury packet {packet}").format(
        award=packet.award, year=packet.year, packet=packet.id
    )
    page.author = page.house.name
    page.new_page()
    yield paper.Drawing(6.5 * 8, partial(_letterhead, packet, page.house.name), gridded=False)
    yield paper.Gap(6.5 * 16)
    yield paper.Text(
        _("{network} Award\nBest Practice in Citizen Participation").format(network=page.house.acronym),
        measures.COVER_TITLE, trim=40 * MM, level=0, called=packet.id,
    )  # fmt: skip
    subtitle = _("{award}, {year}. Packet for the jury: {phase}")
    yield paper.Text(
        subtitle.format(award=packet.award, year=packet.year, phase=packet.phase),
        Style(14, 19.5),
        above=13,
        gridded=True,
    )
    yield paper.Gap(6.5 * 9)
    yield paper.Drawing(1, _cover_rule)
    yield paper.Drawing(0, partial(_cover_code, packet), gridded=False)
    rows = [
        (_("Juror"), packet.juror),
        (_("Packet"), _("{number} of {whole}").format(number=packet.number, whole=packet.of)),
        (_("Entries"), _entries(packet)),
        (_("Languages read"), ", ".join(map(language_word, packet.reads))),
        (_("Return by"), packet.return_by),
        (_("Destroy by"), packet.destroy_by),
        (_("Questions"), packet.contact),
    ]
    yield _narrow(rows)
    yield paper.Gap(6.5 * 7)
    yield paper.Drawing(39, partial(_before_reading, packet, page), gridded=False)


def _before_reading(packet: Packet, page: Page, ink: Ink, x: float, y: float, width: float) -> None:
    words = _(
        "Please sign the declaration on page {page} before you read. If the packet is lost, tell the Secretariat "
        "the same day."
    )
    text = Text(words.format(page=page.number_of(f"{packet.id}:declaration")), Style(9.5, 13), trim=35 * MM)
    text.draw(ink, x, y, width)


def _narrow(rows: Sequence[tuple[str, str]]) -> Table:
    columns = (Column("", 34), Column("", 92), Column("", 41))
    made = [
        Row((Cell(label, measures.LABEL), Cell(text, measures.LEDE), None), least=23.75, until=2)
        for label, text in rows
        if text
    ]
    return Table(columns, made, headed=False, framed=False)


def _entries(packet: Packet) -> str:
    count = len(packet.entries)
    words = ngettext("{count} entry", "{count} entries, in this juror’s own order", count)
    return words.format(count=number(count))


def _letterhead(packet: Packet, network: str, ink: Ink, x: float, y: float, width: float) -> None:
    ink.text(network, x, y + 2, Style(9.5, 13, "bold", measures.ACCENT), room=width - 40 * MM)
    edge = x + width
    ink.box(edge - 34.5 * MM, y - 10, 34.5 * MM, 18, edge=measures.INK, thick=1.2)
    ink.text(_("In confidence"), edge - 17.25 * MM, y + 2.4, Style(9, 12, "bold"), align="centre", room=32 * MM)
    paper.told(ink, "meta_packet", packet.id, _("Number of this packet"))


def _cover_rule(ink: Ink, x: float, y: float, width: float) -> None:
    ink.rule(x, y, x + width, 0.6, measures.ACCENT)


def _cover_code(packet: Packet, ink: Ink, x: float, y: float, width: float) -> None:
    code, _digit = sheet_code(packet, "C", 1)
    paper.qr(ink, x + width - 28 * MM, y + 3 * MM, 30 * MM, code)
    ink.text(packet.id, x + width - 13 * MM, y + 36 * MM, Style(8.5, 11, "bold"), align="centre")


def rules_pages(packet: Packet, page: Page) -> Iterator[Block]:
    """How to judge: criteria with their weights, the scale in words, the rules of the edition."""
    page.new_page()
    page.running = running(packet, _("Rules"))
    yield paper.title(_("How to judge"))
    words = _(
        "Give every entry a whole number from {lowest} to {highest} on each criterion, by the words below and not by "
        "comparison with other entries. A {lowest} or a {highest} needs a sentence that says why. You may abstain "
        "from an entry; you may not leave one blank."
    )
    yield paper.lede(words.format(lowest=packet.lowest, highest=packet.highest))
    yield paper.section(_("Criteria and weights"))
    most = max((one.share for one in packet.criteria), default=1) or 1
    columns = (
        Column(_("No."), 9),
        Column(_("Criterion"), 33),
        Column(_("Question to ask yourself")),
        Column(_("Weight"), 16, "end"),
        Column("", 18),
    )
    rows = [
        Row((str(one.number), Cell(one.name, _BOLD), one.question, percent(one.share), paper.Bar(one.share / most)))
        for one in packet.criteria
    ]
    yield Table(columns, rows)
    yield from _scale(packet)
    if packet.rules:
        yield paper.section(_("Rules of this edition"))
        for i, line in enumerate([line for line in packet.rules.splitlines() if line.strip()], start=1):
            yield paper.Item(str(i), Text(line, measures.BODY, turns=True))
    yield from _ways()


_BOLD = Style(8.5, 11, "bold")
_POINTS = Style(11, 13, "bold")


def percent(share: float) -> str:
    """A share as jurors read it, with the kept space before the sign."""
    return f"{number(round(share, 1))}\u00a0%"


def _scale(packet: Packet) -> Iterator[Block]:
    scales = list(dict.fromkeys(one.levels for one in packet.criteria if one.levels))
    if not scales:
        return
    yield paper.section(_("The scale in words"))
    columns = (Column(_("Points"), 16), Column(_("Give it when")))
    for levels in scales:
        if len(scales) > 1:
            yield paper.paragraph_head(", ".join(one.name for one in packet.criteria if one.levels == levels))
        rows = [
            Row((Cell(str(packet.lowest + i), _POINTS), Cell(_level(words), measures.TABLE)))
            for i, words in enumerate(levels)
        ]
        yield Table(columns, rows)


def _level(words: str) -> list[tuple[str, str]]:
    word, colon, more = words.partition(":")
    if colon and len(word) < 30:
        return [(word, "bold"), (colon + more, "regular")]
    return [(words, "regular")]


def _ways() -> Iterator[Block]:
    yield paper.section(_("On paper or on screen"))
    ways = [
        _(
            "On paper: one cross in one box per row, in blue or black ink. To correct, fill the wrong box and cross "
            "another."
        ),
        _(
            "On screen: open the packet in a PDF reader, click the boxes, save, and send the file back. Both ways "
            "count the same."
        ),
        _("Return the score sheets and the signed declaration. Keep nothing after the destroy-by date on the cover."),
    ]
    for i, way in enumerate(ways, start=1):
        yield paper.Item(str(i), Text(way, measures.BODY))


def conflicts(packet: Packet, page: Page) -> Iterator[Block]:
    """The declaration to sign before reading; each of its sheets has its own code."""
    page.new_page(odd=True)
    page.running = running(packet, _("Conflicts of interest, sheet {page} of {pages}"))
    page.name_place(f"{packet.id}:declaration")
    sheets = _sheets(packet.entries)
    for i, entries in enumerate(sheets, start=1):
        if i > 1:
            page.new_page()
        yield paper.Drawing(0, partial(_declaration_code, packet, i), gridded=False)
        if i == 1:
            yield paper.title(_("Declaration of conflicts of interest"))
            words = _(
                "Fill this in before you read the entries. A conflict is a tie that could make others doubt your "
                "judgement: your own city, employer or country; paid work, family or close friendship with the people "
                "behind the entry. Declaring is not a fault. “Abstain” means that you will not score the entry."
            )
            yield Text(words, measures.LEDE, trim=25 * MM, gridded=True)
            yield paper.Gap(13)
        else:
            yield paper.Gap(16 * MM)
        yield _declaration(entries, last=i == len(sheets), coming=sheets[i] if i < len(sheets) else ())
    words = _(
        "I have declared all conflicts known to me. I will tell the Secretariat of any that I learn of later, keep the "
        "entries and the discussion confidential, and destroy this packet by the date on the cover."
    )
    lines = paper.signature_lines(
        (_("Place and date"), 0, 45), (_("Signature"), 52, 105), (_("Name in capitals"), 112, 160)
    )
    yield paper.Together((Text(words, measures.LEDE), lines), above=4 * 6.5)


def _sheets(entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    """Entries to a sheet; the last leaves room for the signature."""
    sheets: list[Sequence[Entry]] = []
    rest = list(entries)
    while True:
        full, signed = (_FIRST_SHEET, _SIGNED_FIRST) if not sheets else (_OTHER_SHEETS, _SIGNED_OTHER)
        if len(rest) <= signed:
            return [*sheets, rest]
        take = min(full, max(len(rest) - _LEAST_ON_LAST, 1))
        sheets.append(rest[:take])
        rest = rest[take:]


def _declaration_code(packet: Packet, sheet: int, ink: Ink, x: float, y: float, width: float) -> None:
    code, _digit = sheet_code(packet, "D", sheet)
    paper.qr(ink, x + width - 21 * MM, y - 8 * MM, 23 * MM, code)


def named(entry: Entry) -> list[tuple[str, str]]:
    """An entry in a list: its place in bold, its country's code."""
    return [(entry.place or entry.title, "bold"), (f", {entry.country}" if entry.country else "", "regular")]


def _declaration(entries: Sequence[Entry], *, last: bool, coming: Sequence[Entry]) -> Table:
    columns = (
        Column(_("No."), 9),
        Column(_("Entry")),
        Column(_("None"), 17, "centre"),
        Column(_("Conflict"), 17, "centre"),
        Column(_("Abstain"), 17, "centre"),
        Column("", 2),
        Column(_("Reason"), 43),
    )
    answers = (("none", _("None")), ("conflict", _("Conflict")), ("abstain", _("Abstain")))
    rows = []
    for entry in entries:
        name = f"coi_{entry.code}"
        ticks = [paper.Tick(name, value, _told(entry, word)) for value, word in answers]
        line = paper.Line(f"{name}_reason", _told(entry, _("Reason")))
        rows.append(Row((paper.Clipped(str(entry.number)), paper.Clipped(named(entry)), *ticks, None, line)))
    after = ""
    if not last:
        after = _("Entries {first} to {last} and your signature: next page")
        after = after.format(first=coming[0].number, last=entries[-1].number + len(coming))
    return Table(columns, rows, goes_on=after, continued=bool(after))


def _told(entry: Entry, word: str) -> str:
    return _("Entry {number}, {place}: {answer}").format(number=entry.number, place=entry.place, answer=word)


def contents(packet: Packet, page: Page) -> Iterator[Block]:
    """The entries with the pages on which they begin."""
    page.new_page(odd=True)
    page.running = running(packet, _("Contents"))
    yield paper.title(_("Contents"))
    yield paper.note(
        _(
            "Entries stand in an order of their own for each juror. Each begins on a right-hand page and ends with its "
            "score sheet."
        )
    )
    yield paper.Gap(13)
    for i, entry in enumerate(packet.entries):
        yield paper.Drawing(13, partial(_contents_line, packet, entry, page), above=0 if i % 5 else 4, gridded=False)


def place_key(packet: Packet, entry: Entry) -> str:
    """The name under which a page remembers where an entry begins."""
    return f"{packet.id}:{entry.code}"


def _contents_line(packet: Packet, entry: Entry, page: Page, ink: Ink, x: float, y: float, width: float) -> None:
    style, small = Style(9, 13), Style(7.5, 13, colour=measures.MUTED)
    baseline, column = y + 9.5, width - 32 * MM
    ink.text(str(entry.number), x + 5 * MM, baseline, style, align="end")
    place = entry.place or entry.title
    place = place if len(place) < _LONG_PLACE else place[: _LONG_PLACE - 1].rstrip() + "…"
    kept = "\u00a0 "
    spans = [(place, "bold"), (kept + entry.country + kept + (entry.title if entry.place else ""), "regular")]
    end = x + 9 * MM + ink.text(spans, x + 9 * MM, baseline, style, room=column - 12 * MM)
    if end + 6 < x + column - 4 * MM:
        ink.dotted(end + 6, baseline, x + column - 4 * MM)
    about = ", ".join(part for part in (entry.category_code, entry.language) if part)
    ink.text(about, x + column, baseline, small, room=20 * MM)
    ink.text(page.number_of(place_key(packet, entry)), x + width, baseline, style, align="end")
