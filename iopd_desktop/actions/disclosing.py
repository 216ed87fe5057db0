"""What personal values leave the program: said before it happens, counted, and recorded."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from iopd_desktop.models import Record, by_kind
from iopd_desktop.models.desk import Disclosure
from iopd_desktop.models.fields import Field, Sensitivity
from iopd_desktop.models.kinds import Link
from iopd_desktop.models.members import PURPOSES
from iopd_desktop.words import N_, _

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

OWN_USE = N_("The Secretariat's own work")
UNASKED = N_("No consent was asked for: only for use inside the Secretariat")


def personal_fields(record: type[Record], fields: Iterable[str] = ()) -> list[str]:
    """The fields of a kind, among those named or all, that hold personal values or name a person by a link."""
    wanted = tuple(fields) or tuple(record.fields)
    return [name for name in wanted if _personal(record.fields[name])]


def _personal(made: Field) -> bool:
    if isinstance(made.kind, Link) and made.kind.to != "*":
        named = by_kind(made.kind.to)
        return any(named.fields[name].sensitivity is Sensitivity.PERSONAL for name in named.titled)
    return made.sensitivity is Sensitivity.PERSONAL


def person_of(record: type[Record]) -> str | None:
    """The field that says whose values a record holds: its own id for persons, a link to one, or None."""
    if record.kind == "person":
        return "id"
    links = (name for name, made in record.fields.items() if isinstance(made.kind, Link) and made.kind.to == "person")
    return next(links, None)


def purpose_called(purpose: str) -> str:
    """A purpose in words: the label of a code that persons consent to, else the text as it is."""
    return _(PURPOSES[purpose]) if purpose in PURPOSES else purpose


def record_disclosure(work: "Work", values: dict[str, Any], on: date, by: str) -> str:
    """Record that personal values leave, in a step that cannot be undone; the disclosure's id."""
    return work.add(Disclosure, {**values, "date": on.isoformat(), "by": by or None})
