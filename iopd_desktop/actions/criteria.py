"""What a list was asked for by, in the reader's words."""

from typing import Any

from iopd_desktop.actions.lists import Wanted
from iopd_desktop.models import Record
from iopd_desktop.models.kinds import Look
from iopd_desktop.models.kinds.choices import Several
from iopd_desktop.store.listing import Filter
from iopd_desktop.words import _


def in_words(wanted: Wanted, look: Look) -> list[str]:
    """The kind, the saved view, the words sought and each condition, a sentence for each."""
    listing = wanted.listing
    record = listing.record
    told = [_(record.plural)]
    if wanted.name:
        told.append(_("Saved view: {name}").format(name=wanted.name))
    if listing.search.strip():
        told.append(_("Sought: “{text}”").format(text=listing.search.strip()))
    return [*told, *(_condition(record, one, look) for one in listing.where)]


def _condition(record: type[Record], wanted: Filter, look: Look) -> str:
    field = record.fields[wanted.field]
    forms = {
        "not": _("{field}: not {value}"), "empty": _("{field}: empty"), "filled": _("{field}: filled in"),
        "from": _("{field}: from {value}"), "to": _("{field}: up to {value}"),
    }  # fmt: skip
    values = wanted.value if isinstance(wanted.value, list | tuple) else [wanted.value]
    said = ", ".join(_value(field.kind, value, look) for value in values)
    return forms.get(wanted.test, _("{field}: {value}")).format(field=field.label, value=said)


def _value(kind: Any, value: Any, look: Look) -> str:
    if value is None:
        return _("empty")
    return str(kind.format([value] if isinstance(kind, Several) else value, look))
