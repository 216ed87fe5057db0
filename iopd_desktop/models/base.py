"""What every record is: a class of fields, a title, and rules; its values are plain and live elsewhere."""

import uuid
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ClassVar, TypeVar

from iopd_desktop.models.fields import Field, told
from iopd_desktop.models.kinds import Look
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _, ngettext

Values = Mapping[str, Any]
Made = TypeVar("Made")
Problems = dict[str, str]

# The namespace of rows that two laptops must make alike. Never change it: ids already made would part.
_KNOWN = uuid.UUID("6f1f4a52-0c1d-5b7e-9a35-2f0b54d0d1aa")


def known_id(kind: str, *key: object) -> str:
    """The id (UUIDv5) of a row that has a natural key, the same on every laptop."""
    return str(uuid.uuid5(_KNOWN, "\x1f".join([kind, *map(str, key)])))


class _Kind(type):
    """Kinds of record are keys of caches and tables; the type checker wants to be told that they can be."""

    if TYPE_CHECKING:

        def __hash__(cls) -> int: ...


class Record(metaclass=_Kind):
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
    def defaults(cls) -> dict[str, Any]:
        """The values that a new record begins with."""
        return {name: f.default for name, f in cls.fields.items() if f.default is not None}

    @classmethod
    def natural_id(cls, values: Values) -> str | None:
        """The id that a natural key gives, or None where the kind has none or the key is not whole."""
        key = [values.get(name) for name in cls.key]
        return known_id(cls.kind, *key) if key and all(part is not None for part in key) else None


def once_a_record(make: "Callable[[type[Record]], Made]") -> "Callable[[type[Record]], Made]":
    """Keep what a function makes of a record class: classes do not change while the program runs."""
    kept: dict[str, Made] = {}

    @wraps(make)
    def kept_or_made(record: type[Record]) -> Made:
        if record.kind not in kept:
            kept[record.kind] = make(record)
        return kept[record.kind]

    return kept_or_made


def problems(record: type[Record], values: Values) -> Problems:
    """Everything that keeps a record from being saved: wrong values, missing ones, broken rules."""
    found: Problems = {}
    for name, made in record.fields.items():
        value = values.get(name)
        if made.kind.empty(value):
            if made.required:
                found[name] = _("“{field}” is needed").format(field=made.label)
            continue
        try:
            made.kind.clean(value)
        except BadValue as wrong:
            found[name] = str(wrong)
    return found or record.check(values)


def cleaned(record: type[Record], values: Values) -> dict[str, Any]:
    """The values as they are stored; unknown names and wrong values are refused with a sentence."""
    clean: dict[str, Any] = {}
    for name, value in values.items():
        if name not in record.fields:
            raise BadValue(_("{kind} has no field “{field}”").format(kind=_(record.label), field=name))
        kind = record.fields[name].kind
        clean[name] = None if kind.empty(value) else kind.clean(value)
    return clean


def refuse(found: Problems) -> None:
    """Raise one sentence for the problems of a record, if there are any."""
    if found:
        count = len(found)
        head = ngettext("{count} field to mend", "{count} fields to mend", count).format(count=count)
        raise BadValue(f"{head}: " + "; ".join(found.values()), found)
