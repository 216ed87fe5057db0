"""The commands that every page of the calendar has for an entry; what they do is read when it is first asked for."""

from typing import Any

from iopd_desktop.views.kit.commands import Command, Needs
from iopd_desktop.words import N_


def _checklist(page: Any) -> None:
    from iopd_desktop.views.calendar.entry_deeds import ask_checklist

    ask_checklist(page)


def _local_times(page: Any) -> None:
    from iopd_desktop.views.calendar.entry_deeds import show_local_times

    show_local_times(page)


ENTRY_DEEDS = (
    Command("checklist", N_("Checklist…"), _checklist, "Ctrl+L", Needs.ONE, icon="tasks"),
    Command("local-times", N_("Local times…"), _local_times, "Ctrl+Shift+L", Needs.ONE, icon="globe"),
)
