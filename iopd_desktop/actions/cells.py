"""Records as columns of a table: the columns of a kind, their headings, and a value as cells.

A text in languages has a column for each language, a date one for its wording beside the exact one, a text that is
longer than a cell goes on in further columns: what was written is read back as it was.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from typing import Any

from iopd_desktop.actions.titles import Titles
from iopd_desktop.models import Record
from iopd_desktop.models.base import once_a_record
from iopd_desktop.models.fields import Field
from iopd_desktop.models.kinds import (
    Choice,
    Choices,
    Country,
    Day,
    Files,
    Flag,
    Fuzzy,
    Link,
    Number,
    Terms,
    Text,
    Texts,
)
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import LANGUAGES, N_, _, fold, language, speaking

EXACT = N_("exact")
_WHOLES = ("category",)  # what every edition has anew, under the same names; a file of nominations brings none
Cells = Callable[[Any], Any]


@dataclass(frozen=True)
class Column:
    """One column of a table: a field (none: the record's id) and which part of its value.

    `shared` says that another field has the same label in some language: the heading then tells the name too.
    """

    field: Field | None
    part: str = ""
    shared: bool = dataclass_field(default=False, compare=False)

    @property
    def name(self) -> str:
        """The heading for machines: the field's name and the part, such as title/en."""
        if self.field is None:
            return "id"
        return f"{self.field.name}/{self.part}" if self.part else self.field.name

    @property
    def heading(self) -> str:
        """The heading for people, in the current language, such as Title (en)."""
        if self.field is None:
            return "id"
        part = _(EXACT) if self.part == "edtf" else self.part.replace("/", ", ")
        label = f"{self.field.label} [{self.field.name}]" if self.shared else self.field.label
        return f"{label} ({part})" if part else label


@dataclass(frozen=True)
class Named:
    """Makes a cell of a linked record, by the title that tells it among those of the row's own whole, or by its id."""

    kind: str
    look: Titles

    def __call__(self, id: str, row: Mapping[str, Any] | None = None) -> str:
        return self.look.telling(self.kind, id, row)


def columns_of(
    reader: Reader, record: type[Record], fields: Sequence[str] = (), *, people: bool = False,
    longest: int | None = None,
) -> list[Column]:  # fmt: skip
    """The columns in which records of a kind are written, the id first; `fields` chooses and orders them."""
    found = [Column(None)]
    for name in fields or record.fields:
        made = record.fields[name]
        if isinstance(made.kind, Files) and people:
            continue
        shared = len(called(record)[fold(made.label)]) > 1
        found += [Column(made, part, shared) for part in _parts(reader, record, made, people, longest)]
    return found


@once_a_record
def called(record: type[Record]) -> dict[str, list[Field]]:
    """What the fields of a kind are called, folded: by name and in every language. A word may mean several."""
    found = {fold(name): [made] for name, made in record.fields.items()}
    for code in LANGUAGES:
        with speaking(code):
            for made in record.fields.values():
                fields = found.setdefault(fold(made.label), [])
                fields += [] if made in fields else [made]
    return found


def _parts(reader: Reader, record: type[Record], made: Field, people: bool, longest: int | None) -> Iterable[str]:
    if isinstance(made.kind, Fuzzy):
        return ("", "edtf") if people else ("", "wording")
    pieces = range(2, 2 + _further(reader, record, made, longest))
    if isinstance(made.kind, Texts):
        codes, machine = _languages(reader, record, made)
        return [
            part for code in codes
            for part in (code, *(f"{code}/{n}" for n in pieces), *([f"{code}/by"] if code in machine else []))
        ]  # fmt: skip
    return ["", *map(str, pieces)] if isinstance(made.kind, Text) else [""]


def _further(reader: Reader, record: type[Record], made: Field, longest: int | None) -> int:
    """How many columns more the longest text of a field takes."""
    if longest is None or not isinstance(made.kind, Text | Texts):
        return 0
    most = int(reader.value(f'SELECT max(length("{made.name}")) FROM "{record.kind}"') or 0)
    return max(0, (most - 1) // longest)


def _languages(reader: Reader, record: type[Record], made: Field) -> tuple[list[str], set[str]]:
    sql = (
        f"SELECT DISTINCT each.key, json_extract(each.value, '$.by') FROM \"{record.kind}\", "
        f'json_each("{record.kind}"."{made.name}") AS each'
    )
    found = list(reader.rows(sql))
    codes = sorted({row[0] for row in found} or {language()})
    return codes, {row[0] for row in found if row[1] == "machine"}


def writers(columns: Sequence[Column], look: Titles, *, people: bool, longest: int | None) -> list[Cells]:
    """For each column the function that makes a cell of the field's value."""
    return [_writer(column, look, people, longest) for column in columns]


def _writer(column: Column, look: Titles, people: bool, longest: int | None) -> Cells:
    if column.field is None:
        return str
    kind, part = column.field.kind, column.part
    if isinstance(kind, Texts):
        code, _slash, more = part.partition("/")
        if more == "by":
            return lambda value: value[code]["by"] if code in value else ""
        return lambda value: _piece(value[code]["text"], more, longest) if code in value else ""
    if isinstance(kind, Text):
        return lambda value: _piece(value, part, longest)
    return (_for_people if people else _exact)(kind, part, look)


def _piece(text: str, number: str, longest: int | None) -> str:
    if longest is None:
        return text
    start = (int(number) - 1) * longest if number else 0
    return text[start : start + longest]


def _exact(kind: Any, part: str, look: Titles) -> Cells:
    match kind:
        case Fuzzy():
            return lambda value: value["wording"] if part else value["edtf"]
        case Flag():
            return lambda value: "true" if value else "false"
        case Choice() | Country():
            return str
        case Choices() | Files():
            return listed
        case _:
            return _linking(kind, look) or (lambda value: kind.written(value, look))


def _for_people(kind: Any, part: str, look: Titles) -> Cells:
    match kind:
        case Fuzzy():
            return lambda value: value["edtf"] if part else shown_date(kind, value)
        case Choices():
            return lambda value: listed(_(kind.choices.get(code, code)) for code in value)
        case Number():
            return lambda value: value
        case Day():
            return date.fromisoformat
        case Choice() | Country() | Flag():
            return lambda value: kind.format(value, look)
        case _:
            return _linking(kind, look) or (lambda value: kind.written(value, look))


def _linking(kind: Any, look: Titles) -> Cells | None:
    if isinstance(kind, Terms):
        return lambda value: listed(look.telling("term", term) for term in value)
    if isinstance(kind, Link):
        return str if kind.to == "*" else Named(kind.to, look)
    return None


def shown_date(kind: Fuzzy, value: Mapping[str, Any]) -> str:
    """A date as people read it in a table: as it was worded, else in the reader's words."""
    return str(value["wording"] or kind.format(value))


def listed(items: Iterable[str]) -> str:
    """Several items in one cell; one alone that holds a comma ends with a semicolon, so that it stays one."""
    made = list(items)
    return f"{made[0]};" if len(made) == 1 and "," in made[0] else "; ".join(made)


def row_of(columns: Sequence[Column], makers: Sequence[Cells], values: Mapping[str, Any]) -> list[Any]:
    """The cells of a record."""
    cells: list[Any] = []
    told: dict[str, Any] = {}  # what whoever reads the row back knows by then
    for column, make in zip(columns, makers, strict=True):
        name = column.field.name if column.field else "id"
        value = told[name] = values.get(name)
        if value is None:
            cells.append("")
        elif isinstance(make, Named) and make.kind in _WHOLES:
            cells.append(make(value, told))
        else:
            cells.append(make(value))
    return cells
