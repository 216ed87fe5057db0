"""Records as somebody enters them in a form, a command or a file, with what follows from some of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.lateness import lateness
from iopd_desktop.models import Record
from iopd_desktop.models.awards import Assignment, Conflict, Nomination
from iopd_desktop.models.base import refuse
from iopd_desktop.words import _, day

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work


def enter(work: "Work", record: type[Record], values: Mapping[str, Any]) -> str:
    """A new record and what follows from it; its id."""
    id = str(work.add(record, values))
    follow(work, record, id)
    _admissible(work, record, id)
    return id


def change(work: "Work", record: type[Record], id: str, values: Mapping[str, Any]) -> None:
    """Change fields of a record, and do what follows from it."""
    work.edit(record, id, values)
    follow(work, record, id)
    _admissible(work, record, id)


def _admissible(work: "Work", record: type[Record], id: str) -> None:
    """A nomination that came late is eligible only with a reason; BadValue where there is none.

    A file may bring it: there it stands marked, for somebody to give the reason.
    """
    if record is Nomination:
        row = work.get(Nomination, id)
        late = lateness(work, [row]).get(id)
        if late and row["eligibility"] == "eligible" and not row["late_reason"]:
            refuse({"late_reason": _("It came after {day}: say why it is admitted").format(day=day(late.deadline))})


def follow(work: "Work", record: type[Record], id: str) -> None:
    """Do what a record as it stands now asks for: a declared conflict takes the nomination back from its juror.

    Scores that were given before stay on record, and count no more.
    """
    if record is not Conflict:
        return
    declared = work.get(Conflict, id)
    for row in work.all(Assignment, {"nomination": declared["nomination"], "juror": declared["juror"]}):
        work.remove(Assignment, row["id"])
