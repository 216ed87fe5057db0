"""The year's sheet on paper, made in the background and shown when it is there."""

from typing import TYPE_CHECKING

from iopd_desktop.paths import previews
from iopd_desktop.views.kit.background import Progress
from iopd_desktop.words import _, language

if TYPE_CHECKING:
    from iopd_desktop.reports import Made
    from iopd_desktop.views.calendar.year_page import YearPage


def print_year(page: "YearPage") -> None:
    """Make the sheet of the year that is shown, and preview it."""
    office, year, code = page.office, page.year, language()

    def work(progress: Progress) -> "Made":
        from iopd_desktop.reports import make, report_named

        out = previews() / f"calendar-{year}.pdf"
        with office.store.read() as reader:
            return make(report_named("calendar-year"), reader, out, code, told=progress.step, year=year)

    office.in_background(page, _("Year sheet"), work, lambda made: office.preview(made.paths[0]))
