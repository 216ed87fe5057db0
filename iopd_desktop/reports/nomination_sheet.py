"""Nominations on sheets of their own: facts, texts in the languages that there are, eligibility and state."""

from collections.abc import Iterator, Sequence
from typing import Any

from iopd_desktop.actions.nomination_sheet import NominationSheet, Version, nomination_sheets
from iopd_desktop.actions.packet_entries import language_word
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.award_words import size_words, until
from iopd_desktop.reports.page import Block, Cell, Column, Page, Row, Running, Style, Table, Text, measures
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _, ngettext, number

_PLACE = Style(9.5, 13, "bold", measures.MUTED)


def rows(read: Any, *, edition: int | None = None, nomination: str | None = None) -> list[NominationSheet]:
    """The sheets of an edition, of the latest one where none is told, or of one nomination."""
    return nomination_sheets(read, edition=edition, nomination=nomination)


def story(sheets: Sequence[NominationSheet], page: Page) -> Iterator[Block]:
    """Each nomination on pages of its own."""
    first = sheets[0]
    one = len(sheets) == 1
    page.title = " ".join(part for part in (first.number, first.title) if part) if one else _("Nominations")
    if not one:
        page.title = _("{edition}: nominations").format(edition=first.edition)
    page.author = page.house.name
    for sheet in sheets:
        page.new_page()
        here = sheet.number or _("Nomination")
        foot = _("Holds personal data. For the Secretariat.") + " " + until(sheet.destroy_by)
        page.running = Running(document=sheet.edition, here=f"{here}, {{page}}/{{pages}}", foot=foot)
        page.subject = f"{sheet.number} {sheet.title}".strip()
        yield from _sheet(sheet)


def _sheet(sheet: NominationSheet) -> Iterator[Block]:
    if sheet.place:
        yield Text(sheet.place, _PLACE, keep=True)
    called = " ".join(part for part in (sheet.number, sheet.title) if part)
    yield paper.title(sheet.title or sheet.number, style=measures.ENTRY_TITLE, called=called)
    for version in sheet.versions[1:2]:
        if version.title and version.title != sheet.title:
            yield Text(version.title, Style(11, 16.25, "italic"), keep=True)
    yield paper.Gap(6.5)
    yield _facts(sheet)
    yield from _state(sheet)
    yield from _texts(sheet.versions)
    if sheet.attachments:
        yield paper.section(_("Attachments"), level=None)
        columns = (Column(_("File")), Column(_("Type"), 50), Column(_("Size"), 24, "end"))
        made = [Row((name, kind, size_words(size))) for name, kind, size in sheet.attachments]
        yield Table(columns, made, above=6.5)


def _facts(sheet: NominationSheet) -> Table:
    """Two facts a line."""
    told = [*sheet.facts, *([("", "")] if len(sheet.facts) % 2 else [])]
    columns = (Column("", 24), Column("", 62), Column("", 24), Column(""))
    made = [
        Row((Cell(a[0], measures.LABEL), a[1], Cell(b[0], measures.LABEL), b[1]), line="rule")
        for a, b in zip(told[::2], told[1::2], strict=True)
    ]
    return Table(columns, made, headed=False)


def _state(sheet: NominationSheet) -> Iterator[Block]:
    """Eligibility and state as key figures are: seen first."""
    readers = ngettext("{count} juror reads it", "{count} jurors read it", sheet.readers)
    jury = readers.format(count=number(sheet.readers))
    if sheet.conflicts:
        words = ngettext("{count} conflict of interest", "{count} conflicts of interest", sheet.conflicts)
        jury += ", " + words.format(count=number(sheet.conflicts))
    head = (Column(_("Status"), 55), Column(_("Eligibility"), 55), Column(_("Jury")))
    bold = Style(11, 13, "bold")
    yield Table(head, [Row((Cell(sheet.status, bold), Cell(sheet.eligibility, bold), jury))], above=13)
    if sheet.eligibility_notes:
        yield paper.paragraph_head(_("Notes on eligibility"))
        yield from paper.paragraphs(sheet.eligibility_notes)


def _texts(versions: Sequence[Version]) -> Iterator[Block]:
    """The original beside the first translation, and what other languages there are two by two."""
    if not any(version.texts for version in versions):
        yield paper.note(_("No text was sent with this entry."))
    told = [version for version in versions if version.texts]
    for left, right in zip(told[::2], told[1::2], strict=False):
        yield paper.SideBySide((_heading(left), _heading(right)), list(_rows(left, right)))
    if len(told) % 2:
        yield Text(_heading(told[-1]), measures.TABLE_HEAD, above=19.5, keep=True)
        for head, text in told[-1].texts:
            yield paper.paragraph_head(head)
            yield from paper.paragraphs(text)


def _heading(version: Version) -> str:
    words = {
        "original": _("Original ({language})"),
        "machine": _("Translation into {language} (by a machine)"),
        "person": _("Translation into {language}"),
    }[version.made]
    return words.format(language=language_word(version.language))


def _rows(left: Version, right: Version) -> Iterator[tuple[Text | None, Text | None]]:
    """Text by text and paragraph by paragraph; the titles where both have one."""
    if left.title or right.title:
        yield _title(left), _title(right)
    for place in range(max(len(left.texts), len(right.texts))):
        pair = [version.texts[place] if place < len(version.texts) else ("", "") for version in (left, right)]
        yield _head(pair[0][0]), _head(pair[1][0])
        one, other = (list(paper.paragraphs(text)) for _words, text in pair)
        for i in range(max(len(one), len(other))):
            yield one[i] if i < len(one) else None, other[i] if i < len(other) else None


def _title(version: Version) -> Text | None:
    return Text(version.title, Style(11, 13, "bold")) if version.title else None


def _head(words: str) -> Text | None:
    return paper.paragraph_head(words) if words else None


def discloses(sheets: Sequence[NominationSheet]) -> dict[str, Any]:
    """Sheets hold the contacts of nominations."""
    return {
        "what": _("Nomination sheets: {award}").format(award=sheets[0].edition),
        "purpose": _("The Secretariat's own work"),
        "basis": _("The rules of the award, to which nominators and jurors agreed"),
        "count": sum(sheet.contact for sheet in sheets),
    }


REPORT = Report(
    name="nomination-sheet",
    label=N_("Nomination sheets"),
    personal=True,
    options=(
        Option("edition", N_("Edition"), "number"),
        Option("nomination", N_("Nomination"), "nomination"),
    ),
    rows=rows,
    story=story,
    discloses=discloses,
)
