"""What somebody should look at in a member's record: sentences for the form, numbers for the list."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from iopd_desktop.actions.caring import WANTS, last_contact_days, wants_of
from iopd_desktop.store.reading import Reader
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.strips import Hint
from iopd_desktop.words import _, day, today


def organisation_hints(records: Records, values: Mapping[str, Any]) -> Sequence[Hint]:
    """What is missing in an organisation, each as a sentence."""
    with records.store.read() as reader:
        wants = wants_of(reader, [values["id"]], today())
    return [Hint(_(WANTS[want])) for want in wants.get(values["id"], ())]


def person_hints(records: Records, values: Mapping[str, Any]) -> Sequence[Hint]:
    """What is missing in a person's record."""
    hints = []
    if not records.all("contact_point", {"person": values["id"], "means": "email"}):
        hints.append(Hint(_("No e-mail address: add one under Contact points")))
    if not records.all("consent", {"person": values["id"]}):
        hints.append(Hint(_("No consent is recorded: nothing may be sent or published")))
    return hints


def hint_counts(reader: Reader, ids: list[str]) -> Mapping[str, Any]:
    """How many hints each organisation in view has; nothing stands for fine."""
    wants = wants_of(reader, ids, today())
    return {id: len(found) for id, found in wants.items() if found}


def last_contacts(reader: Reader, ids: list[str]) -> Mapping[str, Any]:
    """The day of the last contact with each organisation in view."""
    found = last_contact_days(reader, ids)
    return {id: day(date.fromisoformat(last), "medium") for id, last in found.items()}
