"""What every record is: a class of fields, a title, and rules; its values are plain and live elsewhere."""

import uuid
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ClassVar, TypeVar

from iopd_desktop.models.fields import Field, told
from iopd_desktop.models.kinds import Look
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _

Values = Mapping[str, Any]
Made = TypeVar("Made")
Problems = dict[str, str]

# The namespace of rows that two laptops must make alike. Never change it: ids already made would part.
_KNOWN = uuid.UUID("6f1f4a52-0c1d-5b7e-9a35-2f0b54d0d1aa")


def known_id(kind: str, *key: object) -> str:
    """The id (UUIDv5) of a row that has a natural key, the same on every laptop."""
    return str(uuid.uuid5(_KNOWN, "\x1f".join([kind, *map(str, key)])))


class Checked(dict[str, Any]):
    """The values of a new record, clean, with its defaults and by its rules: whoever keeps them need not ask again."""


class Record:
    """A kind of record: subclasses tell their fields; nothing is ever instantiated.

    `kind` names the table and the kind everywhere, `label` and `plural` are marked texts, `key` names the
    fields whose values make the id (a natural key), `sections` gives titles to the form's sections in order.
    """

    kind: ClassVar[str]
    label: ClassVar[str]
    plural: ClassVar[str]
    key: ClassVar[tuple[str, ...]] = ()
    titled: ClassVar[tuple[str, ...]] = ("name",)
    sections: ClassVar[dict[str, str]] = {}
    append_only: ClassVar[bool] = False
    fields: ClassVar[dict[str, Field]]

    def __init_subclass__(cls) -> None:
        cls.fields = {}
        told(cls, lambda made: cls.fields.__setitem__(made.name, made))

    @classmethod
    def called(cls, values: Values, look: Look | None = None) -> str:
        """How a record is called where it is named: its titled fields that are filled."""
        texts = (cls.fields[name].kind.format(values.get(name), look) for name in cls.titled)
        return " · ".join(text for text in texts if text)

    @staticmethod
    def check(values: Values) -> Problems:
        """What is wrong with a whole record, a sentence for each field; subclasses add their rules."""
        return {}

    @classmethod
    def mistaken(cls, values: Values, on: str) -> dict[str, Any]:
        """For a kind that is only added to: the record that says on a day that this one was entered by mistake."""
        return {}

    @classmethod
    def defaults(cls) -> dict[str, Any]:
        """The values that a new record begins with."""
        return dict(_defaults(cls))

    @classmethod
    def natural_id(cls, values: Values) -> str | None:
        """The id that a natural key gives, or None where the kind has none or the key is not whole."""
        key = [values.get(name) for name in cls.key]
        return known_id(cls.kind, *key) if key and all(part is not None for part in key) else None


def checked(record: type[Record], values: Values) -> Checked:
    """The values of a new record as they are kept; BadValue names everything that is wrong."""
    if isinstance(values, Checked):
        return values
    clean = Checked(cleaned(record, {**record.defaults(), **values}))
    refuse(rules(record, clean))
    return clean


def once_a_record(make: "Callable[[type[Record]], Made]") -> "Callable[[type[Record]], Made]":
    """Keep what a function makes of a record class: classes do not change while the program runs."""
    kept: dict[str, Made] = {}

    @wraps(make)
    def kept_or_made(record: type[Record]) -> Made:
        if record.kind not in kept:
            kept[record.kind] = make(record)
        return kept[record.kind]

    return kept_or_made


def in_order(values: Values, first: str, last: str) -> Problems:
    """What is wrong where an end lies surely before its beginning, both fuzzy dates."""
    begins, ends = values.get(first), values.get(last)
    if begins and ends and ends["latest"] < begins["earliest"]:
        return {last: _("The end lies before the beginning")}
    return {}


def problems(record: type[Record], values: Values) -> Problems:
    """Everything that keeps a record from being saved: wrong values, else missing ones, else broken rules."""
    try:
        return rules(record, cleaned(record, {name: values[name] for name in record.fields if name in values}), values)
    except BadValue as wrong:
        return wrong.fields


def rules(record: type[Record], clean: Values, values: Values | None = None) -> Problems:
    """What is missing in clean values, else the rules of the record that they break (`values` may hold its id)."""
    missing = [made for made in _required(record) if clean.get(made.name) is None]
    if missing:
        return {made.name: _("“{field}” is needed").format(field=made.label) for made in missing}
    return record.check({**(values or {}), **clean})


@once_a_record
def _required(record: type[Record]) -> tuple[Field, ...]:
    return tuple(made for made in record.fields.values() if made.required)


@once_a_record
def _defaults(record: type[Record]) -> dict[str, Any]:
    return {name: f.default for name, f in record.fields.items() if f.default is not None}


def cleaned(record: type[Record], values: Values) -> dict[str, Any]:
    """The values as they are stored; BadValue names every field that is unknown or wrong."""
    clean: dict[str, Any] = {}
    wrong: Problems = {}
    for name, value in values.items():
        if name not in record.fields:
            wrong[name] = _("{kind} has no field “{field}”").format(kind=_(record.label), field=name)
            continue
        kind = record.fields[name].kind
        try:
            clean[name] = None if kind.empty(value) else kind.clean(value)
        except BadValue as refused:
            wrong[name] = str(refused)
    refuse(wrong)
    return clean


def refuse(found: Problems) -> None:
    """Raise one BadValue for the problems of a record, if there are any."""
    if found:
        raise BadValue("; ".join(found.values()), found)
