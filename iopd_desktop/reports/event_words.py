"""Words that the papers of an event share: until when they are kept, and what leaves with them."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any, Final

from iopd_desktop.actions.disclosing import OWN_USE, UNASKED
from iopd_desktop.actions.event_reads import EventTold
from iopd_desktop.reports.report import Option
from iopd_desktop.words import N_, _, day

EVENT: Final = Option("event", N_("Event"), "event", required=True)
_KEPT: Final = timedelta(days=366)


def foot(event: EventTold, whom: str = "") -> str:
    """The sentence at the foot of pages with persons: destroyed on the day told, else a year after the event;
    `whom` says that it is meant for others than the Secretariat.
    """
    told = whom or _("Holds personal data. For the Secretariat.")
    if event.destroy_by:
        on = date.fromisoformat(event.destroy_by)
    elif event.last:
        on = date.fromisoformat(event.last) + _KEPT
    else:
        return told + " " + _("Destroy a year after the event.")
    return told + " " + _("Destroy by {day}.").format(day=day(on))


def handed_out(what: str, event: EventTold, persons: Collection[Any]) -> dict[str, Any] | None:
    """What is recorded when a paper with persons leaves; None where nobody is on it."""
    if not persons:
        return None
    return {
        "what": f"{what}: {event.title}", "purpose": _(OWN_USE), "basis": _(UNASKED), "count": len(persons),
        "left_out": 0,
    }  # fmt: skip
