"""The table of the months: what is planned in each, how sure each date is said in words."""

from collections.abc import Iterator, Sequence

from iopd_desktop.actions.year_reads import SURENESS, YearMonth, YearSheet, sure_words
from iopd_desktop.reports.page import Block, Cell, Column, Row, Style, Table, Text, measures
from iopd_desktop.words import _, locale

_MONTH = Style(9.5, 13, "bold", measures.ACCENT)
_NO_MONTH = Style(9.5, 13, "bold", measures.MUTED)
_LINE = Style(9.5, 13)
_EMPTY = Style(8.5, 13, "italic", measures.MUTED)
_SURE = Style(7.5, 13, "bold")
_UNSURE = Style(7.5, 13, colour=measures.MUTED)


def months(sheet: YearSheet) -> Iterator[Block]:
    """The table of the months, and its key."""
    columns = (Column("", 2.2), Column("", 30), Column(""), Column("", 24, "end"), Column("", 2.2))
    rows_: list[Row] = []
    for month in sheet.months:
        rows_ += _month(month)
    yield Table(columns, rows_, headed=False, air=2)
    spans: list[tuple[str, str]] = []
    for sure in sheet.sureness:
        word, meaning = SURENESS[sure]
        spans += [(_(word), "bold"), (f": {_(meaning)}. ", "regular")]
    spans.append((_("Grey rows are months without an entry."), "regular"))
    yield Text(spans, measures.NOTE, above=13)


def _month(month: YearMonth) -> Sequence[Row]:
    name = month_name(month.month)
    if not month.entries:
        return [Row((None, Cell(name, _NO_MONTH), Cell(_("no entry yet"), _EMPTY), None, None), "rule", tint=True)]
    made = []
    for i, entry in enumerate(month.entries):
        sure = Cell(sure_words(entry.sure), _SURE if entry.sure == "fixed" else _UNSURE)
        first = Cell(name, _MONTH) if i == 0 else None
        made.append(Row((None, first, Cell("\n".join(entry.lines), _LINE), sure, None), "none" if i else "rule"))
    return made


def month_name(month: int) -> str:
    """A month's name as a list shows it, with a capital; 0 is the row of what has no date."""
    if not month:
        return _("No date yet")
    name = str(locale().months["stand-alone"]["wide"][month])
    return name[:1].upper() + name[1:]
