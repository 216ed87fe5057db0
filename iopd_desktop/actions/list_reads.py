"""Lists as people read them on paper: the columns in words, and what was sought, filtered and sorted, said."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from iopd_desktop.actions.disclosing import person_of, personal_fields
from iopd_desktop.actions.lists import Wanted, rows
from iopd_desktop.actions.titles import Titles
from iopd_desktop.models import Record
from iopd_desktop.models.fields import Field
from iopd_desktop.models.kinds import Choice, Day, Link, LongText, Money, Number, Terms, Texts
from iopd_desktop.store.listing import Filter
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, day, number

_LONGEST = 200
_TRAILING = (Number, Money)


@dataclass(frozen=True)
class Beside:
    """A column that no field holds: its words, and what it shows for some ids; `look` is as the window paints it."""

    label: str
    values: Callable[[Reader, list[str]], Mapping[str, Any]]
    look: str = "text"


@dataclass(frozen=True)
class AsShown(Wanted):
    """A list as a window shows it: its title, and `beside` the columns that no field holds, by name.

    `columns` names fields and these others in their order; without any it is what the kind lists.
    """

    title: str = ""
    beside: Mapping[str, Beside] = field(default_factory=dict)


@dataclass(frozen=True)
class ListColumn:
    """A column in words, and whether its cells are figures that stand at the trailing edge."""

    name: str
    label: str
    trailing: bool


@dataclass(frozen=True)
class ReadList:
    """A list as it is read: title, what it was asked for by, columns, a row of words for each record.

    `personal` are the labels of the columns that hold personal values, `persons` counts whose they are.
    """

    wanted: Wanted
    title: str
    criteria: tuple[tuple[str, str], ...]
    order: str
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    personal: tuple[str, ...] = ()
    persons: int = 0


def read_list(reader: Reader, wanted: Wanted) -> ReadList:
    """Every row of a list with its columns, in its order."""
    record, beside = wanted.listing.record, getattr(wanted, "beside", {})
    names = [name for name in wanted.columns or _listed(record) if name in record.fields or name in beside]
    fields = [name for name in names if name in record.fields]
    personal, whose = personal_fields(record, fields) if fields else [], person_of(record)
    hidden = [whose] if personal and whose not in (None, "id", *fields) else []
    look, found, persons = Titles(reader), list[tuple[str, ...]](), set[str]()
    for page in rows(reader, wanted.listing, [*fields, *filter(None, hidden)] or _listed(record)):
        look.warm(record, page)
        ids = [row["id"] for row in page]
        extra = {name: beside[name].values(reader, ids) for name in names if name in beside}
        for row in page:
            found.append(tuple(_cell(record, beside, extra, name, row, look) for name in names))
            if any(row.get(name) for name in personal):
                persons.add(row.get(whose or "id") or row["id"])
    shown = tuple(_column(record, beside, name) for name in names)
    labels = tuple(record.fields[name].label for name in personal)
    title = getattr(wanted, "title", "") or wanted.name or _(record.plural)
    criteria = tuple(_criteria(wanted, title, look))
    return ReadList(wanted, title, criteria, _order(wanted), shown, tuple(found), labels, len(persons))


def _listed(record: type[Record]) -> list[str]:
    return [name for name, made in record.fields.items() if made.listed] or list(islice(record.fields, 6))


def _column(record: type[Record], beside: Mapping[str, Beside], name: str) -> ListColumn:
    if name in beside:
        return ListColumn(name, _(beside[name].label), beside[name].look in ("number", "figure", "hints", "progress"))
    made = record.fields[name]
    return ListColumn(name, made.label, isinstance(made.kind, _TRAILING))


def _cell(
    record: type[Record], beside: Mapping[str, Beside], extra: Mapping[str, Mapping[str, Any]], name: str,
    row: Mapping[str, Any], look: Titles,
) -> str:  # fmt: skip
    if name in beside:
        return _counted(beside[name], extra[name].get(row["id"]))
    made = record.fields[name]
    if isinstance(made.kind, Choice):
        return made.kind.short_label(row[name])
    words = made.kind.format(row[name], look)
    if isinstance(made.kind, LongText) or (isinstance(made.kind, Texts) and made.kind.wide):
        words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _counted(beside: Beside, value: Any) -> str:
    if value is None:
        return ""
    if beside.look == "progress":
        return _("{percent} %").format(percent=round(100 * value))
    return number(value) if isinstance(value, int | float) else str(value)


def _order(wanted: Wanted) -> str:
    """By what a list is sorted, in words."""
    fields = wanted.listing.record.fields
    sides = [
        _("{field}, descending").format(field=fields[name].label) if down else fields[name].label
        for name, down in wanted.listing.order
    ]
    return ", ".join(sides)


def _criteria(wanted: Wanted, title: str, look: Titles) -> Iterator[tuple[str, str]]:
    """What a list was narrowed by: a label and what was asked for, each."""
    listing = wanted.listing
    if wanted.name and wanted.name != title:
        yield _("View"), wanted.name
    if listing.search.strip():
        yield _("Search"), _("“{text}”").format(text=listing.search.strip())
    for one in listing.where:
        made = listing.record.fields[one.field]
        yield made.label, _asked(made, one, look)


def _asked(made: Field, wanted: Filter, look: Titles) -> str:
    if wanted.test == "empty":
        return _("empty")
    if wanted.test == "filled":
        return _("filled in")
    values = wanted.value if isinstance(wanted.value, list | tuple) else [wanted.value]
    words = ", ".join(_said(made, value, look) for value in values)
    if wanted.test == "not":
        return _("not {value}").format(value=words)
    timed = isinstance(made.kind, Day) or bool(made.kind.derived)
    if wanted.test == "from":
        return (_("{value} or later") if timed else _("at least {value}")).format(value=words)
    if wanted.test == "to":
        return (_("{value} or earlier") if timed else _("at most {value}")).format(value=words)
    return words


def _said(made: Field, value: Any, look: Titles) -> str:
    """A value that a filter asks for, in words; an unknown one as it stands."""
    kind = made.kind
    if isinstance(kind, Link) and kind.to != "*":
        return look.title(kind.to, str(value)) or str(value)
    if isinstance(kind, Terms):
        return look.title("term", str(value)) or str(value)
    if hasattr(kind, "choices") and isinstance(value, str):
        return _(kind.choices.get(value, value))
    if kind.derived and isinstance(value, str):  # a bound of a fuzzy date is a day
        return day(date.fromisoformat(value), "medium")
    return kind.format(value, look)
