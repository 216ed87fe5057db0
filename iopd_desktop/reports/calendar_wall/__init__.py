"""The year on one sheet for the wall, A4 or A3 lying: months across, every entry a band as sure as its date is."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from iopd_desktop.actions.bands import free_months
from iopd_desktop.actions.year_wall import YearWall, year_wall
from iopd_desktop.models.calendar import AUDIENCES
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.calendar_wall.drawing import Chart, Measures, paint_key
from iopd_desktop.reports.calendar_wall.layout import Name, Wall, set_out, sheets
from iopd_desktop.reports.page import MM, Block, Cell, Column, Page, Row, Running, Shape, Style, Table, measures
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _, language, ngettext, number, today

PAPERS = {"a4": N_("A4"), "a3": N_("A3")}
_SHAPES = {"a4": Shape(297 * MM, 210 * MM), "a3": Shape(420 * MM, 297 * MM)}
_SCALES = {"a4": 1.0, "a3": 1.35}
_ACROSS = 3
_TITLE, _ROW = 39.0, 19.5


def rows(
    read: Any, *, year: int | None = None, audience: str | None = None, paper: str = "a4"
) -> tuple[YearWall, str]:
    """The year's entries and the paper; without a year the present one, without an audience everything."""
    return year_wall(read, year or today().year, audience), paper


def story(told: tuple[YearWall, str], page: Page) -> Iterator[Block]:
    """Title, chart and key; the list of what is numbered under it, or on the next sheet."""
    found, sheet = told
    by, page.shape = Measures(_SCALES[sheet]), _SHAPES[sheet]
    page.title, page.author = _("Calendar {year}").format(year=found.year), page.house.name
    foot = _("Bands show how sure a date is: they become days when somebody fixes them.")
    page.running = Running(document=page.house.name, here=page.title, foot=foot)
    yield paper.title(page.title)
    yield paper.Gap(6.5)
    key = 3.5 * by.band
    room = page.shape.text_bottom - measures.TEXT_TOP - _TITLE - by.head - key
    width = page.shape.text_width - by.lanes
    most = int((room - 2 * by.air * _LANES) // by.least)
    wall = set_out(found.entries, found.year, width, most, by.name)
    free = free_months([one.when for one in found.entries if one.when], found.year)
    room -= _list_height(wall) if wall.rows * by.least + 2 * by.air * _LANES + _list_height(wall) <= room else 0
    row = min(max((room - 2 * by.air * _LANES) / max(wall.rows, 1), by.least), by.most)
    for i, lanes in enumerate(several := list(sheets(wall, most)), 1):
        if i > 1:
            page.new_page()
            yield paper.title(_("Calendar {year}, continued").format(year=found.year))
            yield paper.Gap(6.5)
        chart = Chart(wall, lanes, row, free, by)
        yield paper.Drawing(chart.height, chart.paint, gridded=False)
        if i < len(several):
            yield paper.note(_("Continued on the next sheet."))
    yield paper.Drawing(key, partial(paint_key, wall, free, by), gridded=False)
    yield from _list(wall.numbered, found.year)
    yield from _notes(found)


_LANES = 5


def _list_height(wall: Wall) -> float:
    """About the height of the list of what is numbered."""
    return -(-len(wall.numbered) // _ACROSS) * 1.4 * _ROW + _ROW if wall.numbered else 0.0


def _list(names: Sequence[Name], year: int) -> Iterator[Block]:
    """What is numbered, with its dates, down one column after the other."""
    if not names:
        return
    down = -(-len(names) // _ACROSS)
    columns = [column for _place in range(_ACROSS) for column in (Column("", 9), Column(""))]
    table = []
    for i in range(down):
        cells: list[Any] = []
        for place in range(_ACROSS):
            one = names[i + place * down] if i + place * down < len(names) else None
            cells += [Cell(number(one.number), Style(8.5, 11, "bold")), _told(one, year)] if one else [None, None]
        table.append(Row(tuple(cells)))
    yield Table(columns, table, headed=False, above=6.5)


def _told(name: Name, year: int) -> str:
    when = name.entry.when
    return f"{name.entry.label}: {short(when, language(), year, roomy=True)}" if when else name.entry.label


def _notes(found: YearWall) -> Iterator[Block]:
    if not found.entries:
        yield paper.note(_("The calendar of {year} has no entry yet.").format(year=found.year))
    if found.undated:
        words = ngettext("{count} entry has no date yet and is not drawn.",
                         "{count} entries have no date yet and are not drawn.", found.undated)  # fmt: skip
        yield paper.note(words.format(count=number(found.undated)))


REPORT = Report(
    name="calendar-wall",
    label=N_("Year for the wall"),
    personal=False,
    options=(
        Option("year", N_("Year"), "year"),
        Option("audience", N_("Seen by"), "audience", choices=AUDIENCES),
        Option("paper", N_("Paper"), "choice", choices=PAPERS),
    ),
    rows=rows,
    story=story,
)
