"""A list printed as it stands: its columns in their order, and in the heading what was sought, filtered and sorted."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any, Final

from iopd_desktop.actions.disclosing import OWN_USE, UNASKED
from iopd_desktop.actions.exporting import criteria
from iopd_desktop.actions.list_reads import ReadList, read_list
from iopd_desktop.actions.lists import Wanted
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.page import (
    MM,
    Block,
    Cell,
    Column,
    Page,
    Row,
    Running,
    Style,
    Table,
    Text,
    measures,
    widest,
)
from iopd_desktop.reports.page.measures import LANDSCAPE, PORTRAIT, Shape
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _, day, ngettext, number, today

_KEPT: Final = timedelta(days=31)
_WIDEST: Final = 62 * MM
_LONGEST_WORD: Final = 30 * MM
_AIR: Final = 7.0
_COMFORT: Final = 0.7
# Upright first, then across, then smaller; what fits none of these ways is set record by record.
_WAYS: Final = ((PORTRAIT, 8.5), (LANDSCAPE, 8.5), (LANDSCAPE, 7.5))
_NAME: Final = Style(9.5, 13, "bold")
_VALUES: Final = Style(8.5, 11)


def rows(read: Any, *, listed: Wanted) -> ReadList:
    """The rows of the list that is asked for, in words."""
    return read_list(read, listed)


def story(listed: ReadList, page: Page) -> Iterator[Block]:
    """Title, what it was asked for by, and the table; a list of very many columns record by record."""
    way = _way(listed)
    page.shape = way[0] if way else PORTRAIT
    page.title, page.author = listed.title, page.house.name
    on, foot = today(), ""
    if listed.persons:
        foot = _(
            "Holds personal data, for the Secretariat’s own work only. Do not pass it on. Destroy by {day}."
        ).format(day=day(on + _KEPT))
    page.running = Running(document=page.house.name, here=f"{page.title}, {day(on)}", foot=foot)
    yield paper.title(page.title)
    yield paper.lede(_counted(listed))
    if listed.criteria:
        spans: list[tuple[str, str]] = []
        for label, asked in listed.criteria:
            spans += [((" · " if spans else "") + label + ": ", "bold"), (asked, "regular")]
        yield paper.paragraph(spans)
    if not listed.rows:
        yield paper.paragraph(_("The list is empty."))
        return
    yield paper.Gap(measures.GRID)
    if way:
        yield _table(listed, *way[1:])
    else:
        yield from _records(listed, page)


def _records(listed: ReadList, page: Page) -> Iterator[Block]:
    """Each record's name, and under it what is known of it, each value after its label."""
    for row in listed.rows:
        page.subject = row[0]
        spans: list[tuple[str, str]] = []
        for column, words in zip(listed.columns[1:], row[1:], strict=True):
            if words:
                spans += [(f"{' · ' if spans else ''}{column.label}: ", "bold"), (words, "regular")]
        yield paper.Together((Text(row[0], _NAME), Text(spans, _VALUES)), above=9.75, gridded=False)


def _counted(listed: ReadList) -> str:
    count = len(listed.rows)
    words = ngettext("{count} record", "{count} records", count).format(count=number(count))
    return _("{records}, sorted by {order}").format(records=words, order=listed.order) if listed.order else words


def _table(listed: ReadList, size: float, widths: Sequence[float]) -> Table:
    style = Style(size, size * 1.3)
    columns = [
        Column(one.label, width / MM, "end" if one.trailing else "start", style)
        for one, width in zip(listed.columns, widths, strict=True)
    ]
    bold = Style(size, size * 1.3, "bold")
    made = [Row((Cell(row[0], bold), *row[1:]), subject=row[0]) for row in listed.rows]
    return Table(columns, made)


def _way(listed: ReadList) -> tuple[Shape, float, list[float]] | None:
    """How the sheet lies, the size of the letters and the widths in points: the first way that is comfortable.

    Where none is, the last one in which every word of usual length stays whole; None where none does.
    """
    columns = [_measured(listed, i) for i in range(len(listed.columns))]
    found = None
    for shape, size in _WAYS:
        narrow = [max(head, min(word * size, _LONGEST_WORD)) + _AIR for head, word, _cell in columns]
        wide = [max(low, min(cell * size, _WIDEST) + _AIR) for low, (*_rest, cell) in zip(narrow, columns, strict=True)]
        if sum(narrow) <= shape.text_width:
            found = shape, size, _shared(narrow, wide, shape.text_width)
        if sum(max(low, high * _COMFORT) for low, high in zip(narrow, wide, strict=True)) <= shape.text_width:
            break
    return found


def _measured(listed: ReadList, i: int) -> tuple[float, float, float]:
    """A column's longest word of its head in points, and its longest word and widest cell at a size of one point."""
    style = Style(1, 1, "regular" if i else "bold")
    cells = {row[i] for row in listed.rows}
    words = {word for cell in cells for word in cell.split()}
    heads = listed.columns[i].label.split()
    return widest(heads, measures.TABLE_HEAD), widest(words, style), widest(cells, style)


def _shared(narrow: Sequence[float], wide: Sequence[float], room: float) -> list[float]:
    """Widths that fill a room: what is over or missing is shared by what each column could give or use."""
    if sum(wide) <= room:
        spare = room - sum(wide)
        return [width + spare * width / sum(wide) for width in wide]
    share = (room - sum(narrow)) / (sum(wide) - sum(narrow))
    return [low + (high - low) * share for low, high in zip(narrow, wide, strict=True)]


def discloses(listed: ReadList) -> dict[str, Any] | None:
    """A list on paper leaves like one in a file: its personal columns are named, its persons counted."""
    if not listed.persons:
        return None
    return {
        "what": _("{list} on paper: {fields}").format(list=listed.title, fields=", ".join(listed.personal)),
        "purpose": _(OWN_USE),
        "basis": _(UNASKED),
        "count": listed.persons,
        "left_out": 0,
        "criteria": criteria(listed.wanted),
    }


REPORT = Report(
    name="list",
    label=N_("List as it stands"),
    personal=True,
    options=(Option("listed", N_("List"), "list", required=True),),
    rows=rows,
    story=story,
    discloses=discloses,
)
