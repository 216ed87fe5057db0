"""Badges on the spot and in stacks: when one was printed, and what stops the hand before it is printed again."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from iopd_desktop.actions.checking_in import Stopped, clock
from iopd_desktop.models.registrations import Registration
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, now

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work


def may_print(read: Reader, registration: str) -> None:
    """Stopped where somebody's badge was printed before: it may lie in the stack, or hang around another neck."""
    row = read.get(Registration, registration)
    if row["printed"]:
        words = _("The badge of {name} was printed at {time}")
        raise Stopped(words.format(name=row["name"], time=clock(row["printed"])), "printed")


def note_printed(work: "Work", registrations: Iterable[str]) -> None:
    """Keep that badges were printed now."""
    at = now().isoformat(timespec="seconds")
    for id in registrations:
        work.edit(Registration, id, {"printed": at})
