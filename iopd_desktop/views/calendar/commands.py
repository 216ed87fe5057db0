"""What every page of the calendar has for an entry: its parts, and commands that are read when first asked for."""

from collections.abc import Mapping
from typing import Any

from iopd_desktop.views.kit.columns import Counted
from iopd_desktop.views.kit.commands import Command, Needs
from iopd_desktop.views.kit.exchange import paper
from iopd_desktop.words import N_


def _checklist(page: Any) -> None:
    from iopd_desktop.views.calendar.entry_deeds import ask_checklist

    ask_checklist(page)


def _local_times(page: Any) -> None:
    from iopd_desktop.views.calendar.entry_deeds import show_local_times

    show_local_times(page)


def _desk(page: Any) -> None:
    from iopd_desktop.views.calendar.desk.window import open_desk

    open_desk(page)


def _registrations(page: Any) -> None:
    from iopd_desktop.views.calendar.entry_deeds import ask_registrations

    ask_registrations(page)


def _sheets(page: Any) -> None:
    from iopd_desktop.views.calendar.entry_deeds import enter_sheets

    enter_sheets(page)


def _slips(page: Any) -> None:
    from iopd_desktop.views.calendar.entry_deeds import enter_slips

    enter_slips(page)


def _of_this(page: Any) -> dict[str, Any]:
    """The entry in view, as the event of a paper."""
    chosen = page.selected() or ([page.form.id] if page.form.id else [])
    return {"event": chosen[0]} if chosen else {}


def _after(page: Any) -> None:
    from iopd_desktop.views.calendar.after_deeds import show_after

    show_after(page)


def _follow(page: Any) -> None:
    from iopd_desktop.views.calendar.after_deeds import ask_follow

    ask_follow(page)


def _due(reader: Any, ids: list[str]) -> Mapping[str, Any]:
    from iopd_desktop.views.calendar.entry_hints import due_days

    return due_days(reader, ids)


COUNTED = {"preparation": (Counted("due", N_("Due"), _due, "text", 104),)}
"""What the panels of an entry count beside their fields: the day on which each preparation is due."""

PART_DEEDS = {"met": (Command("follow-met", N_("Follow up…"), _follow, icon="person-add"),)}
"""What can be done with the parts of an entry, on their panels."""

PARTS = tuple((kind, "event") for kind in ("preparation", "registration", "session", "question", "delegate", "met"))
"""What the form of an entry shows with it: (kind, link)."""

ENTRY_DEEDS = (
    Command("desk", N_("Open the event desk"), _desk, "Ctrl+D", Needs.ONE, icon="badge"),
    Command("registrations", N_("Import registrations…"), _registrations, "", Needs.ONE, icon="import"),
    Command("sheets", N_("Enter a sign-in sheet…"), _sheets, "", Needs.ONE, icon="sheet"),
    Command("slips", N_("Enter consent slips…"), _slips, "", Needs.ONE, icon="tick"),
    Command("after", N_("After the event…"), _after, "", Needs.ONE, icon="bars"),
    Command("follow", N_("Follow up contacts met…"), _follow, "", Needs.ONE, icon="person-add"),
    Command("checklist", N_("Checklist…"), _checklist, "Ctrl+L", Needs.ONE, icon="tasks"),
    Command("local-times", N_("Local times…"), _local_times, "Ctrl+Shift+L", Needs.ONE, icon="globe"),
)

PAPERS = (
    paper("convocation", N_("Convocation…"), _of_this),
    paper("badges", N_("Badges…"), _of_this),
    paper("sign-in-sheet", N_("Sign-in sheet…"), _of_this),
    paper("consent-slips", N_("Consent slips…"), _of_this),
    paper("participant-list", N_("List of participants…"), _of_this),
    paper("attendance-certificates", N_("Certificates of attendance…"), _of_this),
    paper("room-signs", N_("Room signs and name signs…"), _of_this),
    paper("mission-report", N_("Mission report…"), _of_this),
)
"""The papers of an event, for the list of entries."""
