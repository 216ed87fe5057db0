"""A practice on a sheet of its own: what it is called, the facts, the summary and the whole description."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from iopd_desktop.actions.practice_reads import PublishedPractice, Said, one_practice
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.page import Block, Page, Running, Style, Text, measures
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _

_WHERE: Final = Style(11, 16.25, "bold", measures.ACCENT)
_REMARK: Final = Style(7.5, 9.75, "italic", measures.MUTED)
_SUMMARY: Final = replace(measures.LEDE, above=measures.BODY.above)
_FACT: Final = Style(9.5, 13)


def rows(read: Any, *, practice: str) -> PublishedPractice:
    """The practice of an id or a title."""
    return one_practice(read, practice)


def story(one: PublishedPractice, page: Page) -> Iterator[Block]:
    """Title and place, the summary, the facts, the description; a draft says that it is one, on every page."""
    page.title, page.author, page.subject = one.title.text, page.house.name, one.title.text
    foot = ""
    if one.unpublished:
        foot = _("Not published yet (stage: {stage}): not to be passed on.").format(stage=one.unpublished)
    page.running = Running(document=page.house.name, here=_("Practice of citizen participation"), foot=foot)
    yield Text(one.title.text, measures.TITLE, level=0, keep=True, gridded=True, turns=True)
    yield from _remark(one.title)
    if one.where:
        yield Text(one.where, _WHERE, above=3.25)
    if one.summary.text:
        yield paper.Gap(measures.GRID)
        yield from paper.paragraphs(one.summary.text, _SUMMARY)
        if one.summary.remark != one.title.remark:
            yield from _remark(one.summary)
    yield paper.Gap(13)
    yield paper.facts(one.facts, label_width=38, style=_FACT)
    if one.description.text:
        yield paper.section(_("Description"))
        if one.description.remark != one.title.remark:
            yield from _remark(one.description)
        yield from paper.paragraphs(one.description.text)


def _remark(said: Said) -> Iterator[Block]:
    if said.remark:
        yield Text(said.remark, _REMARK)


REPORT = Report(
    name="practice-sheet",
    label=N_("Sheet of a practice"),
    personal=False,
    options=(Option("practice", N_("Practice"), "practice", required=True),),
    rows=rows,
    story=story,
)
