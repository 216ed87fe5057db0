"""An edition of the award in figures: where its nominations come from, what they are about, how far the jury is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from iopd_desktop.actions.edition_summary import EditionSummary, edition_summary
from iopd_desktop.actions.figures import Figure, Share
from iopd_desktop.models.awards import JURY_PHASES, Nomination
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.award_words import until
from iopd_desktop.reports.page import Block, Column, Page, Row, Running, Table
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _, ngettext, number

_MOST = 12
_ELIGIBILITY = ("eligible", "correct", "open", "refused")


def rows(read: Any, *, edition: int, unnamed: bool = False) -> EditionSummary:
    """The edition with a number; without the names of its jurors it is for anybody."""
    return replace(edition_summary(read, edition), named=not unnamed)


def story(one: EditionSummary, page: Page) -> Iterator[Block]:
    """Key figures, a chart for each question, and the jurors."""
    page.title, page.author = _("{edition} in figures").format(edition=one.name), page.house.name
    foot = _("The jurors are not named.")
    if one.named:
        foot = _("Holds personal data: how far each juror is. For the Secretariat.") + " " + until(one.destroy_by)
    page.running = Running(document=page.house.name, here=page.title, foot=foot)
    yield paper.title(page.title)
    yield paper.key_figures(list(_figures(one)))
    yield from _countries(one)
    yield from _chart(one, _("Nominations by region"), one.by_region)
    yield from _chart(one, _("Nominations by category"), one.by_category)
    if one.by_territory:
        yield from _chart(one, _("Nominations by size of territory"), one.by_territory)
    yield from _chart(one, _("Nominations by language"), one.by_language)
    yield paper.section(_("Eligibility"))
    states: dict[str, str] = Nomination.fields["eligibility"].kind.choices  # type: ignore[attr-defined]
    yield paper.parts([(_(states[code]), one.eligibility.get(code, 0)) for code in _ELIGIBILITY], whole=one.nominations)
    yield from _jury(one)


def _figures(one: EditionSummary) -> Iterator[tuple[str, str, str]]:
    words = ngettext("nomination", "nominations", one.nominations)
    yield number(one.nominations), words, _against(one.nominations, one.nominations_before, one.before)
    countries, before = one.countries
    yield number(countries), ngettext("country", "countries", countries), _against(countries, before, one.before)
    checked = one.nominations - one.eligibility.get("open", 0)
    remark = _("{count} of {whole} checked").format(count=number(checked), whole=number(one.nominations))
    eligible = one.eligibility.get("eligible", 0)
    yield number(eligible), ngettext("eligible nomination", "eligible nominations", eligible), remark
    done, whole = one.sheets
    sheets = _("{done} of {all} sheets").format(done=number(done), all=number(whole))
    percent = _("{percent} %").format(percent=100 * done // whole if whole else 0)
    yield percent, _("of the jury’s sheets are scored"), sheets


def _against(now: int, before: int, year: int) -> str:
    """The difference from the edition before in words; nothing where there is none."""
    if not year:
        return ""
    if now == before:
        return _("as many as in {year}").format(year=year)
    many = abs(now - before)
    if now > before:
        words = ngettext("{count} more than in {year}", "{count} more than in {year}", many)
    else:
        words = ngettext("{count} fewer than in {year}", "{count} fewer than in {year}", many)
    return words.format(count=number(many), year=year)


def _countries(one: EditionSummary) -> Iterator[Block]:
    head = _("Nominations by country")
    if one.before:
        head = _("Nominations by country, {year} and {before}").format(year=one.year, before=one.before)
    yield paper.section(head)
    if one.withdrawn:
        words = ngettext("{count} withdrawn nomination is not counted.",
                         "{count} withdrawn nominations are not counted.", one.withdrawn)  # fmt: skip
        yield _caption(words.format(count=number(one.withdrawn)))
    shown, rest = _largest(one.by_country)
    words = _("{count} other countries").format(count=number(len(rest)))
    others = paper.together(words, rest) if rest else None
    if one.before:
        key, wholes = (str(one.year), str(one.before)), (one.nominations, one.nominations_before)
        yield paper.bars(shown, others, key=key, wholes=wholes)
    else:
        yield paper.bars(shown, others, whole=one.nominations)


def _largest(figures: Sequence[Figure]) -> tuple[list[paper.Counted], list[paper.Counted]]:
    return paper.largest([(one.name, one.count, one.before) for one in figures], _MOST)


def _caption(words: str) -> Block:
    made = paper.note(words)
    made.keep = True
    return made


def _chart(one: EditionSummary, head: str, counts: Sequence[Figure]) -> Iterator[Block]:
    yield paper.section(head)
    shown, rest = _largest(counts)
    words = _("{count} others").format(count=number(len(rest)))
    yield paper.bars(shown, paper.together(words, rest) if rest else None, whole=one.nominations)


def _jury(one: EditionSummary) -> Iterator[Block]:
    """Each juror's sheets as a bar and in words, jury by jury."""
    for phase, words in JURY_PHASES.items():
        jurors = one.juries.get(phase, ())
        if not jurors and (phase != "jury1" or one.jurors):
            continue
        yield paper.section(_("Progress of the jury: {phase}").format(phase=_(words)))
        if not jurors:
            yield paper.nothing()
            continue
        columns = (
            Column(_("Juror"), 64), Column(_("Scored"), 52), Column("", 28, "end"), Column(_("Conflicts"), 0, "end"),
        )  # fmt: skip
        table = []
        for juror in jurors if one.named else _unnamed(jurors):
            told = _("{done} of {all}").format(done=number(juror.done), all=number(juror.whole))
            bar = paper.Bar(juror.done / juror.whole if juror.whole else 0, track=True)
            conflicts = one.conflicts.get(juror.code, 0)
            table.append(Row((juror.name, bar, told, number(conflicts) if conflicts else "")))
        yield Table(columns, table, above=6.5)


def _unnamed(jurors: Sequence[Share]) -> Iterator[Share]:
    """The jurors by a number in the order of their work, so that no order of names tells who is who."""
    for place, juror in enumerate(sorted(jurors, key=lambda one: (-one.done, one.whole, one.code)), 1):
        yield replace(juror, name=_("Juror {number}").format(number=number(place)))


def discloses(one: EditionSummary) -> dict[str, Any] | None:
    """The names of the jurors, and how far each of them is; nothing where they are not named."""
    if not one.named:
        return None
    return {
        "what": _("Edition in figures: {award}").format(award=one.name),
        "purpose": _("The jury's work"),
        "basis": _("The rules of the award, to which nominators and jurors agreed"),
        "count": one.jurors,
    }


REPORT = Report(
    name="edition-summary",
    label=N_("Edition in figures"),
    personal=True,
    options=(
        Option("edition", N_("Edition"), "number", required=True),
        Option("unnamed", N_("Without the names of the jurors"), "flag"),
    ),
    rows=rows,
    story=story,
    discloses=discloses,
)
