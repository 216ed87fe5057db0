"""What a list was asked for by, in the reader's words."""

from datetime import date
from typing import Any

from iopd_desktop.actions.lists import Wanted
from iopd_desktop.models import Record, by_kind
from iopd_desktop.models.fuzzy import CERTAINTIES
from iopd_desktop.models.kinds import Fuzzy, Look
from iopd_desktop.models.kinds.choices import Several
from iopd_desktop.store.listing import EMPTY, Filter
from iopd_desktop.words import _, day, language_name


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
    if wanted.test in ("with", "without"):
        part = by_kind(wanted.field.split("/")[0])
        told = "; ".join(_condition(part, Filter(*one), look) for one in wanted.value)
        words = {"without": _("{kinds}: none with {conditions}"), "with": _("{kinds}: some with {conditions}")}
        return words[wanted.test].format(kinds=_(part.plural), conditions=f"({told})")
    field = record.fields[wanted.field]
    forms = {
        "not": _("{field}: not {value}"), "empty": _("{field}: empty"), "filled": _("{field}: filled in"),
        "from": _("{field}: from {value}"), "to": _("{field}: up to {value}"), "before": _("{field}: before {value}"),
        "lacks": _("{field}: not in all of {value}"),
    }  # fmt: skip
    values = wanted.value if isinstance(wanted.value, list | tuple) else [wanted.value]
    said = ", ".join(_value(field.kind, value, wanted.test, look) for value in values)
    return forms.get(wanted.test, _("{field}: {value}")).format(field=field.label, value=said)


def _value(kind: Any, value: Any, test: str, look: Look) -> str:
    if value in (None, EMPTY):
        return _("empty")
    if test == "lacks":
        return language_name(value)
    if test == "sure":
        return _(CERTAINTIES[value])
    if isinstance(kind, Fuzzy):
        return day(date.fromisoformat(value))
    return str(kind.format([value] if isinstance(kind, Several) else value, look))
