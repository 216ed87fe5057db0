"""The columns of a list: fields of a record class, or values counted for the rows in view."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from iopd_desktop.models import Record
from iopd_desktop.models.fields import Field
from iopd_desktop.models.kinds import (
    Choice,
    Choices,
    Country,
    Day,
    Email,
    Flag,
    Fuzzy,
    Link,
    LongText,
    Moment,
    Money,
    Number,
    Text,
    Texts,
)  # fmt: skip
from iopd_desktop.words import _


@dataclass(frozen=True)
class Counted:
    """A column that no field holds: `values` gives, for the ids in view, what each row shows.

    `look` says how it is painted: text, number, hints (a triangle with a number) or progress (0 to 1).
    """

    name: str
    label: str
    values: Callable[[Any, list[str]], Mapping[str, Any]]
    look: str = "text"
    width: float = 70


@dataclass(frozen=True)
class Column:
    """One column as the list shows it: its field or its count, its words, its share of the width."""

    name: str
    label: str
    look: str
    width: float
    field: Field | None = None
    counted: Counted | None = None
    marks: Mapping[str, tuple[str, str]] | None = None

    @property
    def sortable(self) -> bool:
        """Whether a list can be put in the order of this column."""
        return self.field is not None and self.field.sorted

    @property
    def trailing(self) -> bool:
        """Whether its cells stand at the trailing edge, as figures do."""
        return self.look in {"number", "figure"}


_LOOKS: tuple[tuple[type, str, float], ...] = (
    (Texts, "text", 220), (LongText, "text", 220), (Email, "middle", 150), (Country, "text", 96),
    (Choices, "text", 110), (Choice, "choice", 104), (Fuzzy, "date", 110), (Day, "date", 108),
    (Moment, "date", 150), (Money, "figure", 90), (Number, "number", 70), (Flag, "flag", 60),
    (Link, "text", 150),
)  # fmt: skip


_CODE = 8
"""A short text whose example has at most so many letters is a number or a code, and needs no room for words."""


def column(record: type[Record], name: str, *, main: bool = False, marks: Mapping[str, Any] | None = None) -> Column:
    """The column of a field; the main one of a list is its name and is set in a heavier weight."""
    made = record.fields[name]
    look, width = next(((look, width) for kind, look, width in _LOOKS if isinstance(made.kind, kind)), ("text", 120))
    if isinstance(made.kind, Choice):
        said = [short for code, short in made.kind.short.items() if not marks or code in marks]
        longest = max(len(_(short)) for short in said or made.kind.short.values())
        width = min(165, max(80, 7 * longest + (50 if marks else 30)))
    elif isinstance(made.kind, Text) and 0 < len(made.kind.example) <= _CODE:
        look, width = "code", 8 * len(made.kind.example) + 28
    if main and look == "text":
        look, width = "name", 270
    return Column(name, made.label, "status" if marks else look, width, made, None, marks)


def columns(
    record: type[Record],
    names: Iterable[str] = (),
    counted: Iterable[Counted] = (),
    marks: Mapping[str, Mapping[str, tuple[str, str]]] | None = None,
) -> list[Column]:
    """The columns of a list: the named fields, or all that the model lists, then what is counted."""
    shown = list(names) or [name for name, made in record.fields.items() if made.listed]
    extra = {count.name: count for count in counted}
    wanted = [*shown, *(name for name in extra if name not in shown)]
    main, made = _main(record, wanted), []
    for name in wanted:
        if name in extra:
            count = extra[name]
            made.append(Column(name, _(count.label), count.look, count.width, None, count))
        elif name in record.fields:
            made.append(column(record, name, main=name == main, marks=(marks or {}).get(name)))
    return made


def _main(record: type[Record], names: list[str]) -> str:
    """The column that tells the rows apart: what the record is called, where that is words, else the first one."""
    called = record.titled[-1]
    words = called in names and isinstance(record.fields[called].kind, Text | Texts)
    return called if words else next(iter(names), "")
