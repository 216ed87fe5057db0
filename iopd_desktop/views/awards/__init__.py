"""The Awards tab: editions with their rules, nominations, the jury, and what the jury says."""

from collections.abc import Mapping, Sequence
from typing import Any

from iopd_desktop.models.awards import (
    Assignment,
    Category,
    Conflict,
    Criterion,
    Edition,
    Juror,
    Nomination,
    Phase,
)
from iopd_desktop.store.listing import Filter
from iopd_desktop.views.awards.editions import EditionSwitch, narrowed, reach
from iopd_desktop.views.awards.papers import SHEETS
from iopd_desktop.views.awards.states import (
    ELIGIBILITY_MARKS,
    STATUS_MARKS,
    late_of,
    nomination_chips,
    nomination_hints,
    readers_of,
    readings_of,
)
from iopd_desktop.views.kit.columns import Counted
from iopd_desktop.views.kit.commands import Command, Needs
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.strips import Hint
from iopd_desktop.views.kit.tab import Page, Sheet, Tab
from iopd_desktop.words import N_


def _overview(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.awards.overview_page import OverviewPage

    return OverviewPage(office, declared)


def _scores(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.awards.scores_page import ScoresPage

    return ScoresPage(office, declared)


def _sheets(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.awards.packets_page import PacketsPage

    return PacketsPage(office, declared)


def _deal(page: Any) -> None:
    from iopd_desktop.views.awards.dealing import ask_deal

    ask_deal(page)


def _packets(page: Any) -> None:
    from iopd_desktop.reports import report_named
    from iopd_desktop.views.kit.exchange.reporting import ask_report

    ask_report(page.window(), report_named("jury-packet"))


def _milestones(page: Any) -> None:
    from iopd_desktop.views.awards.milestones import ask_milestones

    ask_milestones(page)


def _hints(records: Records, values: Mapping[str, Any]) -> Sequence[Hint]:
    from iopd_desktop.views.awards.milestones import edition_hints

    return edition_hints(records, values)


DEAL = Command("deal", N_("Deal out…"), _deal, "Ctrl+D", icon="shuffle", button=True)
PACKETS = Command("packets", N_("Packets…"), _packets, "Ctrl+Shift+P", menu="reports", icon="package", button=True)
PHASES = Command("milestones", N_("Milestones…"), _milestones, needs=Needs.ONE, icon="calendar", button=True)
_LATE = Counted("late", N_("Late"), late_of, "text", 56)
_READERS = Counted("readers", N_("Readers"), readers_of, "number", 64)
_READINGS = Counted("readings", N_("Readings"), readings_of, "number", 64)
_NOMINATION = ("number", "title", "country", "category", "language", "status", "readers")

TAB = Tab(
    name="awards",
    label=N_("Awards"),
    icon="medal",
    counted="nominations",
    help=N_(
        "One edition of the award from the call to the result. Nominations come in by hand or from a spreadsheet; "
        "jurors are written down with the languages they read; Deal out gives every nomination its readers.\n"
        "Packets makes one PDF for each juror and one for the printer. Scores are typed into the grid by digits and "
        "Enter, as the sheets come back.\n"
        "Categories, criteria, weights and scale belong to the edition: change them before the jury begins."
    ),
    head=EditionSwitch,
    narrowed=narrowed,
    reach=reach,
    pages=(
        Page("overview", N_("Overview"), "bars", _overview, kinds=("nomination", "juror", "score", "assignment")),
        Sheet(
            "nominations", N_("Nominations"), "file", Nomination, new=N_("New nomination"), columns=_NOMINATION,
            counted=(_READERS, _LATE), filters=("edition", "category", "country", "status"), order=(("number", False),),
            parts=(("assignment", "nomination"), ("conflict", "nomination"), ("score", "nomination")),
            marks={"status": STATUS_MARKS}, chips=nomination_chips, hints=nomination_hints, commands=(DEAL, SHEETS),
            empty=(N_("No nominations yet"), N_("Write the first one, or bring in the list of the call.")),
        ),
        Sheet(
            "eligibility", N_("Eligibility"), "shield", Nomination, full=N_("Nominations still to be checked"),
            where=(Filter("eligibility", "in", ["open", "correct"]),), asks=True,
            columns=("number", "title", "country", "organisation", "eligibility"),
            filters=("edition", "category", "country"), order=(("number", False),), parts=(),
            marks={"eligibility": ELIGIBILITY_MARKS}, chips=nomination_chips, hints=nomination_hints,
            empty=(N_("Everything is checked"), N_("Nominations stand here until you say whether they may take part.")),
        ),
        Sheet(
            "jurors", N_("Jurors"), "people", Juror, new=N_("New juror"), counted=(_READINGS,),
            columns=("name", "country", "phase", "languages", "language", "readings"),
            filters=("edition", "phase", "country"), order=(("name", False),),
            parts=(("assignment", "juror"), ("conflict", "juror")), commands=(PACKETS,),
            empty=(N_("No jurors yet"), N_("Write down who judges, in which languages they read, and in which jury.")),
        ),
        Sheet(
            "assignments", N_("Assignments"), "split", Assignment, full=N_("Who reads what"), new=N_("Give by hand"),
            columns=("nomination", "juror", "origin", "abstained"), filters=("juror", "origin"),
            order=(("nomination", False),), commands=(DEAL,), parts=(),
            empty=(N_("Nothing is dealt out yet"), N_("Deal out gives every nomination its readers, evenly.")),
        ),
        Sheet(
            "conflicts", N_("Conflicts"), "warning", Conflict, full=N_("Conflicts of interest"),
            new=N_("New conflict"), columns=("nomination", "juror", "reason", "declared"), filters=("juror",),
            order=(("nomination", False),), parts=(),
            empty=(N_("No conflicts declared"),
                   N_("What jurors declare stands here; they do not score what they declared.")),
        ),
        Page("scores", N_("Scores"), "scales", _scores, kinds=("score", "assignment", "conflict")),
        Page("packets", N_("Packets"), "package", _sheets, full=N_("Jury packets")),
        Sheet("categories", N_("Categories"), "bookmark", Category, new=N_("New category"),
              filters=("edition", "group"), columns=("code", "name", "group", "edition"), order=(("code", False),),
              parts=()),
        Sheet("criteria", N_("Criteria"), "list", Criterion, new=N_("New criterion"), filters=("edition",),
              columns=("name", "weight", "rank", "edition"), order=(("rank", False),), parts=()),
        Sheet("phases", N_("Phases"), "calendar", Phase, new=N_("New phase"), filters=("edition",),
              columns=("name", "date", "rank", "edition"), order=(("rank", False),), parts=()),
        Sheet("editions", N_("Editions"), "medal", Edition, new=N_("New edition"),
              columns=("name", "number", "year", "host"), order=(("number", True),), commands=(PHASES,), hints=_hints,
              parts=(("phase", "edition"), ("category", "edition"), ("criterion", "edition"), ("juror", "edition"))),
    ),
)  # fmt: skip
