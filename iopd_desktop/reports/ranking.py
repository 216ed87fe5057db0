"""The ranking of an edition's nominations: places, means, readings, how far jurors agree, and how it is computed."""

from collections.abc import Iterator
from typing import Any

from iopd_desktop.actions.ranking import Place, Ranking, ranking
from iopd_desktop.models.awards import JURY_PHASES
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.page import Block, Cell, Column, Page, Row, Running, Style, Table, measures
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _, decimal, ngettext, number

_PLACE = Style(11, 13, "bold")
_TITLE = Style(8.5, 11, "bold")
_MEAN = Style(8.5, 11, "bold")
_QUIET = Style(8.5, 11, "italic", measures.MUTED)


def rows(read: Any, *, edition: int, phase: str = "jury1") -> Ranking:
    """The places of a jury, of the first one unless another is named."""
    return ranking(read, edition, phase)


def story(found: Ranking, page: Page) -> Iterator[Block]:
    """Figures, the table, and a note on how it is computed."""
    phase = _(found.phase)
    page.title = _("{edition}: ranking, {phase}").format(edition=found.name, phase=phase)
    page.author = page.house.name
    foot = _("In confidence: for the jury and the Secretariat until the result is published.")
    page.running = Running(document=page.house.name, here=page.title, foot=foot)
    yield paper.title(found.name, called=page.title)
    yield paper.lede(_("Ranking, {phase}").format(phase=phase))
    yield paper.key_figures(list(_figures(found)))
    out = found.sheets[1] - found.sheets[0]
    if out:
        words = ngettext("Provisional: {count} sheet is still to be scored.",
                         "Provisional: {count} sheets are still to be scored.", out)  # fmt: skip
        yield paper.Text(words.format(count=number(out)), measures.PARAGRAPH_HEAD, above=13, keep=True)
    yield _table(found)
    yield paper.section(_("How it is computed"))
    for sentence in _method(found):
        yield paper.Item("", paper.Text(sentence, measures.TABLE), above=3.25)


def _figures(found: Ranking) -> Iterator[tuple[str, str, str]]:
    done, whole = found.sheets
    percent = _("{percent} %").format(percent=100 * done // whole if whole else 0)
    sheets = _("{done} of {all} sheets").format(done=number(done), all=number(whole))
    yield percent, _("of the jury’s sheets are scored"), sheets
    many = len(found.places)
    words = ngettext("nomination has a place", "nominations have a place", found.ranked)
    yield number(found.ranked), words, _("of {whole}").format(whole=number(many))
    words = ngettext("shared place", "shared places", found.shared)
    yield number(found.shared), words, _("marked = in the table")
    told = _("1 is full agreement, 0 is chance")
    if found.agreement is None:
        told = _("too few nominations were read twice")
    yield "–" if found.agreement is None else _signed(found.agreement), _("agreement of the jurors"), told


def _table(found: Ranking) -> Table:
    columns = (
        Column(_("Rank"), 15), Column(_("Nomination")), Column("", 24),
        Column(_("Mean"), 15, "end"), Column(_("Read"), 16, "end"), Column(_("Lowest–highest"), 24, "end"),
        Column(_("From–to"), 16, "end"),
    )  # fmt: skip
    table: list[Row] = []
    inside = True
    for one in found.places:
        rank = one.standing.rank
        falls_out = bool(found.cut and (rank is None or rank > found.cut))
        table.append(_row(found, one, "group" if falls_out and inside and table else "hair"))
        inside = inside and not falls_out
    if not table:
        table = [Row((None, Cell(_("no nomination yet"), _QUIET), None, None, None, None, None), tint=True)]
    return Table(columns, table, above=13)


def _row(found: Ranking, one: Place, line: str) -> Row:
    where = ", ".join(part for part in (one.line.number, one.line.place) if part)
    name = Cell([(f"{one.line.title}\n" if where else one.line.title, "bold"), (where, "regular")], _TITLE)
    read = _("{done} of {all}").format(done=number(len(one.values)), all=number(one.asked))
    standing = one.standing
    if standing.mean is None:
        return Row((Cell("–", _PLACE), name, None, "", read, "", ""), line)
    share = (standing.mean - found.lowest) / (found.highest - found.lowest)
    spread = _span(decimal(min(one.values), 1), decimal(max(one.values), 1))
    falls = _span(number(standing.best or 0), number(standing.worst or 0))
    place = f"{number(standing.rank or 0)}{' =' if one.tied else ''}"
    mean = Cell(decimal(standing.mean, 2), _MEAN)
    return Row((Cell(place, _PLACE), name, paper.Bar(share, track=True), mean, read, spread, falls), line)


def _signed(value: float) -> str:
    """Two places, with a minus that is as wide as a figure."""
    return decimal(value, 2).replace("-", "−")


def _percent(share: float) -> str:
    return decimal(share, 0 if round(share, 1) == round(share) else 1)


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _method(found: Ranking) -> Iterator[str]:
    shares = ", ".join(f"{name} {_percent(share)}\u00a0%" for name, share in found.shares)
    scale = _("A sheet counts once all its criteria are scored, from {lowest} to {highest}.")
    yield scale.format(lowest=found.lowest, highest=found.highest)
    if shares:
        yield _("Its value is the mean of its points by the weights of the criteria: {shares}.").format(shares=shares)
    yield _(
        "A nomination’s mean is that of its sheets. Jurors with a conflict of interest or who abstain do not count."
    )
    yield _("Equal means share a place, and the next place is left free; bars go from the lowest score to the highest.")
    yield _("“From–to” are the places that the nomination would take if any one juror were left out.")
    if found.cut:
        words = _("The thick line stands after place {count}, the last of the finalists.")
        yield words.format(count=number(found.cut))
    yield _("Agreement is Krippendorff’s alpha over the values of sheets of the same nomination.")
    if found.differing:
        words = ngettext("{count} sheet was entered twice and differs; the first entry counts until it is settled.",
                         "{count} sheets were entered twice and differ; the first entry counts until it is settled.",
                         found.differing)  # fmt: skip
        yield words.format(count=number(found.differing))


REPORT = Report(
    name="ranking",
    label=N_("Ranking"),
    personal=False,
    options=(
        Option("edition", N_("Edition"), "number", required=True),
        Option("phase", N_("Phase"), "phase", choices=JURY_PHASES),
    ),
    rows=rows,
    story=story,
)
