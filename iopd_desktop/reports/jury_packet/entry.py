"""The pages of one entry: who sends it, its texts beside their translation, attachments, notes, score sheet."""

from collections.abc import Iterator
from functools import partial

from iopd_desktop.actions.packet_entries import Entry, Passage, language_word, place_of
from iopd_desktop.actions.packets import Packet
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.award_words import size_words
from iopd_desktop.reports.jury_packet.front import place_key
from iopd_desktop.reports.jury_packet.running import running
from iopd_desktop.reports.jury_packet.score_sheet import ROWS_A_SHEET, draw_sheet
from iopd_desktop.reports.page import Block, Cell, Column, Page, Row, Style, Table, Text, measures
from iopd_desktop.words import _, ngettext, number

_NOTE_LINES = 6


def entry_pages(packet: Packet, entry: Entry, page: Page) -> Iterator[Block]:
    """One entry from a right-hand page on, its score sheet on a right-hand page of its own."""
    page.new_page(odd=True)
    here = _("Entry {number} of {whole}, p. {pages_so_far}").format(
        number=entry.number, whole=len(packet.entries), pages_so_far="{page}/{pages}"
    )
    page.running = running(packet, here)
    page.subject = _("entry {number}, {place}").format(number=entry.number, place=entry.place or entry.title)
    page.name_place(place_key(packet, entry))
    yield from _head(entry)
    yield _facts(entry)
    yield from _texts(entry)
    yield from _attachments(entry)
    yield from _eligibility(entry)
    yield paper.section(_("Your notes"), level=None)
    yield paper.writing_lines(_NOTE_LINES)
    page.new_page(odd=True)
    for sheet in range(-(-max(len(packet.criteria), 1) // ROWS_A_SHEET)):
        page.new_page(odd=True)
        page.fixed_page(partial(draw_sheet, packet, entry, sheet))
    page.subject = ""


def _head(entry: Entry) -> Iterator[Block]:
    yield Text(place_of(entry), Style(9.5, 13, "bold", measures.MUTED), keep=True)
    called = " ".join(part for part in (f"{entry.number}.", entry.place, entry.title) if part)
    yield paper.title(entry.title, style=measures.ENTRY_TITLE, called=called)
    if entry.translated_title and entry.translated_title != entry.title:
        yield Text(entry.translated_title, Style(11, 16.25, "italic"), keep=True)
    yield paper.Gap(6.5)


def _facts(entry: Entry) -> Table:
    count = len(entry.attachments)
    facts = [
        (_("Nominated by"), entry.nominated_by),
        (_("Category"), entry.category),
        (_("Territory"), entry.territory),
        (_("Received"), entry.received),
        (_("Contact"), entry.contact),
        (
            _("Attachments"),
            ngettext("{count} file", "{count} files", count).format(count=number(count)) if count else "",
        ),
    ]
    told = [fact for fact in facts if fact[1]] or [(_("Language"), language_word(entry.language))]
    if len(told) % 2:
        told.append(("", ""))
    columns = (Column("", 24), Column("", 64), Column("", 22), Column(""))
    rows = [
        Row((Cell(a[0], measures.LABEL), a[1], Cell(b[0], measures.LABEL), b[1]), line="rule")
        for a, b in zip(told[::2], told[1::2], strict=True)
    ]
    return Table(columns, rows, headed=False)


def _texts(entry: Entry) -> Iterator[Block]:
    both = [passage for passage in entry.passages if passage.original and passage.translation]
    if both:
        first = _("Original ({language})").format(language=language_word(entry.language))
        rows = [row for passage in entry.passages for row in _rows(passage)]
        yield paper.SideBySide((first, _translation(entry)), rows)
        return
    for passage in entry.passages:
        yield paper.section(passage.heading if passage.original else passage.translated_heading, level=None)
        if not passage.original:
            yield paper.note(_translation(entry))
        yield from paper.paragraphs(passage.original or passage.translation)
    if not entry.passages:
        yield paper.note(_("No text was sent with this entry."))
    elif entry.passages[0].original:
        yield paper.note(_("In {language}; there is no translation.").format(language=language_word(entry.language)))


def _translation(entry: Entry) -> str:
    words = _("Translation into {language} (by a machine)") if entry.by_machine else _("Translation into {language}")
    return words.format(language=language_word(entry.translated_into))


def _rows(passage: Passage) -> Iterator[tuple[Text | None, Text | None]]:
    yield paper.paragraph_head(passage.heading), paper.paragraph_head(passage.translated_heading)
    left, right = list(paper.paragraphs(passage.original)), list(paper.paragraphs(passage.translation))
    for i in range(max(len(left), len(right))):
        yield left[i] if i < len(left) else None, right[i] if i < len(right) else None


def _attachments(entry: Entry) -> Iterator[Block]:
    if not entry.attachments:
        return
    yield paper.section(_("Attachments"), level=None)
    columns = (Column(_("File")), Column(_("Type"), 50), Column(_("Size"), 24, "end"))
    yield Table(columns, [Row((name, kind, size_words(size))) for name, kind, size in entry.attachments])


def _eligibility(entry: Entry) -> Iterator[Block]:
    yield paper.section(_("Eligibility: {state}").format(state=entry.eligibility), level=None)
    yield from paper.paragraphs(entry.eligibility_notes or _("Checked by the Secretariat."))
