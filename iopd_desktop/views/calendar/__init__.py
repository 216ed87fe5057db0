"""The Calendar tab: the year as bands, a month, the list, and what is to settle."""

from typing import Any

from iopd_desktop.actions.happenings import happenings
from iopd_desktop.actions.settling import to_settle
from iopd_desktop.models.calendar import Event
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.tab import Page, Sheet, Tab
from iopd_desktop.words import N_, today


def _year(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.calendar.year_page import YearPage

    return YearPage(office, declared)


def _month(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.calendar.month_page import MonthPage

    return MonthPage(office, declared)


def _settle(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.calendar.settle_page import SettlePage

    return SettlePage(office, declared)


def _open_questions(records: Records) -> int:
    """How much is to settle from today on, in this year and the next."""
    year = today().year
    with records.store.read() as reader:
        found = {one.id: one for each in (year, year + 1) for one in happenings(reader, each)}
    return len(to_settle(list(found.values()), today()))


TAB = Tab(
    name="calendar",
    label=N_("Calendar"),
    icon="calendar",
    counted="",
    help=N_(
        "Everything that happens in a year, also what has no sure date yet. A solid band is fixed days; a soft one is "
        "some time in a month; dashed boxes are possibilities; a dotted one waits to be confirmed; a red diamond is a "
        "deadline. Arrow keys move between entries, Enter opens one, Ctrl+N begins a new one."
    ),
    pages=(
        Page("year", N_("Year"), "year", _year, kinds=("event",)),
        Page("month", N_("Month"), "month", _month, kinds=("event",)),
        Sheet(
            "list", N_("List"), "list", Event, full=N_("All entries"), new=N_("New entry"),
            columns=("title", "date", "type", "place", "partner", "audience"), filters=("type", "audience", "country"),
            order=(("date", False),), parts=[("registration", "event")],
            empty=(N_("No entries yet"),
                   N_("Write the first one; a date may be as vague as “January or February”.")),
        ),
        Page("settle", N_("To settle"), "warning", _settle, count=_open_questions, asks=True, kinds=("event",)),
    ),
)  # fmt: skip
