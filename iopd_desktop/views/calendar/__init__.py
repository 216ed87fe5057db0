"""The Calendar tab: the year as bands, a month, the list, and what is to settle."""

from collections.abc import Mapping, Sequence
from typing import Any

from iopd_desktop.models.calendar import Event, Target
from iopd_desktop.models.registrations import Registration
from iopd_desktop.views.calendar.commands import COUNTED, ENTRY_DEEDS, PAPERS, PART_DEEDS, PARTS
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.strips import Hint
from iopd_desktop.views.kit.tab import Page, Sheet, Tab
from iopd_desktop.words import N_, today


def _year(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.calendar.year_page import YearPage

    return YearPage(office, declared)


def _month(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.calendar.month_page import MonthPage

    return MonthPage(office, declared)


def _agenda(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.calendar.agenda_page import AgendaPage

    return AgendaPage(office, declared)


def _settle(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.calendar.settle_page import SettlePage

    return SettlePage(office, declared)


def _open_questions(records: Records) -> int:
    """How much is to settle from today on, in this year and the next."""
    from iopd_desktop.actions.lacking import open_questions

    year = today().year
    with records.store.read() as reader:
        return len(open_questions(reader, (year, year + 1), today()))


def _hints(records: Records, values: Mapping[str, Any]) -> Sequence[Hint]:
    from iopd_desktop.views.calendar.entry_hints import entry_hints

    return entry_hints(records, values)


TAB = Tab(
    name="calendar",
    label=N_("Calendar"),
    icon="calendar",
    counted="",
    help=N_(
        "Everything that happens in a year, also what has no sure date yet. A solid band is fixed days; a soft one is "
        "some time in a month; dashed boxes are possibilities; a dotted one waits to be confirmed; a red diamond is a "
        "deadline. Arrow keys move between entries, Enter opens one, Ctrl+N begins a new one.\n"
        "When a date moves, what depends on it is shown and moves with it. Ctrl+L brings a checklist to an entry; "
        "Import reads a partner's calendar file and knows its entries again; the hour of a deadline is told in the "
        "local times of the members."
    ),
    pages=(
        Page("year", N_("Year"), "year", _year, kinds=("event",)),
        Page("month", N_("Month"), "month", _month, kinds=("event",)),
        Page("agenda", N_("Agenda"), "timeline", _agenda, full=N_("Agenda of the year"), kinds=("event",)),
        Sheet(
            "list", N_("List"), "list", Event, full=N_("All entries"), new=N_("New entry"),
            columns=("title", "date", "type", "place", "partner", "audience"), filters=("type", "audience", "country"),
            order=(("date", False),), parts=PARTS, beside=COUNTED, deeds=PART_DEEDS,
            hints=_hints, commands=(*ENTRY_DEEDS, *PAPERS),
            empty=(N_("No entries yet"),
                   N_("Write the first one; a date may be as vague as “January or February”.")),
        ),
        Sheet(
            "targets", N_("Targets"), "target", Target, full=N_("Targets of the year"), new=N_("New target"),
            columns=("name", "least", "most", "type", "themed", "plan"), filters=("plan",), order=(("name", False),),
            parts=[("event", "series")],
            empty=(N_("No targets yet"),
                   N_("Say how many entries of a kind the year is to have, such as two or three own actions.")),
        ),
        Sheet(
            "registrations", N_("Registrations"), "badge", Registration, full=N_("Registrations of all events"),
            new=N_("New registration"),
            columns=("name", "organisation", "country", "part", "state", "walk_in", "event"),
            filters=("event", "state", "country", "part"), order=(("name", False),),
            parts=[("check_in", "registration"), ("answer", "registration")],
            empty=(N_("Nobody is registered yet"),
                   N_("Import the list of a ticket system, or open the desk of an entry and let people in.")),
        ),
        Page("settle", N_("To settle"), "warning", _settle, count=_open_questions, asks=True,
             kinds=("event", "preparation", "target")),
    ),
)  # fmt: skip
