"""The year on one sheet: months and what is planned in them, how sure each date is said in words."""

from collections.abc import Iterator
from typing import Any

from iopd_desktop.actions.year_reads import YearSheet, year_sheet
from iopd_desktop.models.calendar import AUDIENCES
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.months import months
from iopd_desktop.reports.page import Block, Page, Running
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _, today


def rows(read: Any, *, year: int | None = None, audience: str | None = None) -> YearSheet:
    """The year's entries; without a year the present one, without an audience everything."""
    return year_sheet(read, year or today().year, audience=audience)


def story(sheet: YearSheet, page: Page) -> Iterator[Block]:
    """Title and table; the key under it explains the words that occur."""
    page.title = _("Calendar {year}").format(year=sheet.year)
    page.author = page.house.name
    foot = _("Dates in words are kept as they were agreed; they become days when somebody fixes them.")
    page.running = Running(document=page.house.name, here=page.title, foot=foot)
    yield paper.title(page.title)
    yield paper.Gap(6.5)
    yield from months(sheet)


REPORT = Report(
    name="calendar-year",
    label=N_("Calendar of a year"),
    personal=False,
    options=(Option("year", N_("Year"), "year"), Option("audience", N_("Seen by"), "audience", choices=AUDIENCES)),
    rows=rows,
    story=story,
)
