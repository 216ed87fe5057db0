"""The repository as a book: cover, contents, the published practices by theme or region, indexes."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from iopd_desktop.actions.lists import Wanted
from iopd_desktop.actions.practice_reads import BY, Catalogue, PublishedPractice, Said, catalogue
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.page import MM, Block, Ink, Page, Running, Style, Text, Together, measures
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _, day, ngettext, number, today

_GAP: Final = 8 * MM
_NAME: Final = Style(11, 14.3, "bold")
_WHERE: Final = Style(8.5, 11, "bold", measures.ACCENT)
_ABOUT: Final = Style(7.5, 9.75, colour=measures.MUTED)
_REMARK: Final = Style(7.5, 9.75, "italic", measures.MUTED)
_INDEX: Final = Style(8, 10.5)
_LINE: Final = Style(9.5, 13)


def rows(read: Any, *, listed: Wanted | None = None, by: str = "theme", as_of: str | None = None) -> Catalogue:
    """The published practices of a list (all without one) by theme or region."""
    return catalogue(read, listed, by=by, on=date.fromisoformat(as_of) if as_of else today())


def story(told: Catalogue, page: Page) -> Iterator[Block]:
    """Cover, contents, a chapter for each theme or region, and two indexes."""
    page.title, page.author = _("Practices of citizen participation"), page.house.name
    if told.left_out:
        words = ngettext(
            "{count} practice is left out because it is not published yet",
            "{count} practices are left out because they are not published yet",
            told.left_out,
        )
        page.remarks.append(words.format(count=number(told.left_out)))
    yield from _cover(told, page)
    if not told.practices:
        return
    page.new_page(odd=True)
    page.running = Running(document=page.title, here=_("Contents"))
    yield paper.title(_("Contents"))
    for chapter in told.chapters:
        line = partial(_contents_line, chapter.name, len(chapter.practices), page)
        yield paper.Drawing(19.5, line, gridded=False)
    for name in (_("Countries"), _("Topics")):
        yield paper.Drawing(19.5, partial(_contents_line, name, 0, page), gridded=False)
    yield from _chapters(told, page)
    yield from _index(_("Countries"), told.countries, page)
    yield from _index(_("Topics"), told.topics, page)


def _cover(told: Catalogue, page: Page) -> Iterator[Block]:
    page.running = Running(document=page.title, bare=True)
    yield Text(page.house.name, Style(9.5, 13, "bold", measures.ACCENT))
    yield paper.Gap(6.5 * 24)
    yield Text(page.title, measures.COVER_TITLE, trim=30 * MM, level=0)
    count = len(told.practices)
    words = ngettext("{count} practice from the repository", "{count} practices from the repository", count)
    yield Text(words.format(count=number(count)), Style(14, 19.5), above=13, gridded=True)
    yield paper.Gap(6.5 * 9)
    if not count:
        yield paper.paragraph(_("No practice is published yet."))
        return
    yield paper.facts(
        [
            (_("As of"), day(date.fromisoformat(told.as_of))),
            (_("Order"), _("by {what}").format(what=_(BY[told.by]).lower())),
            (_("Countries"), number(len(told.countries))),
        ]
    )


def _chapters(told: Catalogue, page: Page) -> Iterator[Block]:
    for i, chapter in enumerate(told.chapters):
        page.header = None
        if not i:
            page.new_page(odd=True)
            page.running = Running(document=page.title, here="{marks}")
            page.columns(2, _GAP)
        count = len(chapter.practices)
        words = ngettext("{count} practice", "{count} practices", count).format(count=number(count))
        yield paper.band(chapter.name, words, level=0, place=chapter.name)
        page.header = Together((paper.band(chapter.name, _("continued")), paper.Gap(9.75)))
        for j, one in enumerate(chapter.practices):
            page.subject = one.title.text
            yield from _practice(one, chapter.name, first=not j)
    page.header = None


def _practice(one: PublishedPractice, chapter: str, *, first: bool) -> Iterator[Block]:
    """One block: what it is called, where, what it is, its summary."""
    head: list[Block] = [Text(one.title.text, _NAME, level=1, turns=True)]
    head += _remark(one.title)
    place = ", ".join(filter(None, (one.organisation, one.where)))
    head += [Text(words, style) for words, style in ((place, _WHERE), (one.about, _ABOUT)) if words]
    kept = bool(one.summary.text)
    yield Together(head, above=13 if first else 19.5, mark=chapter, gridded=False, keep=kept, place=one.id)
    yield from paper.paragraphs(one.summary.text)
    if one.summary.remark != one.title.remark:
        yield from _remark(one.summary)
    if one.link:
        yield Text(one.link, _ABOUT, above=3.25)


def _remark(said: Said) -> list[Block]:
    return [Text(said.remark, _REMARK)] if said.remark else []


def _contents_line(name: str, count: int, page: Page, ink: Ink, x: float, y: float, width: float) -> None:
    baseline, told = y + 13, number(count) if count else ""
    end = x + ink.text(name, x, baseline, _LINE, room=width - 40 * MM)
    ink.dotted(end + 6, baseline, x + width - 30 * MM)
    ink.text(told, x + width - 16 * MM, baseline, _ABOUT, align="end")
    ink.text(page.number_of(name), x + width, baseline, _LINE, align="end")


def _index(name: str, entries: Sequence[tuple[str, Sequence[PublishedPractice]]], page: Page) -> Iterator[Block]:
    if not entries:
        return
    page.columns(2, _GAP)
    page.running = Running(document=page.title, here=name)
    yield paper.band(name, level=0, place=name)
    for key, some in entries:
        lines = [paper.Drawing(10.5, partial(_index_line, one, page), gridded=False) for one in some]
        yield Together((Text(key, _WHERE), *lines[:1]), above=9.75, gridded=False)
        yield from lines[1:]


def _index_line(one: PublishedPractice, page: Page, ink: Ink, x: float, y: float, width: float) -> None:
    ink.subject = one.title.text
    end = x + ink.text(one.title.text, x, y + 8, _INDEX, room=width - 14 * MM)
    if end + 5 < x + width - 10 * MM:
        ink.dotted(end + 5, y + 8, x + width - 8 * MM)
    ink.text(page.number_of(one.id), x + width, y + 8, _INDEX, align="end")


REPORT = Report(
    name="practice-catalogue",
    label=N_("Catalogue of practices"),
    personal=False,
    options=(
        Option("listed", N_("List"), "list", choices={"practice": N_("Practices")}),
        Option("by", N_("Order"), "choice", choices=BY),
        Option("as_of", N_("As of"), "day", example=N_("today")),
    ),
    rows=rows,
    story=story,
)
