"""Lists of any kind of record into files of any format; what is personal leaves with purpose, basis and count."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from iopd_desktop.actions import consents, entries
from iopd_desktop.actions.cells import Column, columns_of, row_of, writers
from iopd_desktop.actions.disclosing import (
    OWN_USE,
    UNASKED,
    person_of,
    personal_fields,
    purpose_called,
    record_disclosure,
)
from iopd_desktop.actions.lists import Wanted, as_object, rows
from iopd_desktop.actions.titles import Titles
from iopd_desktop.exchange.formats import Format
from iopd_desktop.exchange.table import Sheet
from iopd_desktop.exchange.whole import whole_file
from iopd_desktop.models.members import PURPOSES
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import listing as lists
from iopd_desktop.store.reading import Reader, Told
from iopd_desktop.store.store import Store
from iopd_desktop.words import _, today


@dataclass(frozen=True)
class Why:
    """Why personal values leave, on what basis, and on what day; a purpose that persons consent to filters by it."""

    purpose: str = ""
    basis: str = ""
    on: date = field(default_factory=today)


@dataclass
class Exported:
    """What an export did: records written, left out for want of consent, the personal fields that left."""

    path: Path
    count: int = 0
    left_out: int = 0
    persons: int = 0
    personal: list[str] = field(default_factory=list)


def export(
    store: Store, wanted: Wanted, format: Format, path: Path, *, why: Why | None = None, audience: str = "public",
    told: Told | None = None,
) -> Exported:  # fmt: skip
    """Write a list to a file, whole or not at all, and record a disclosure where personal values are in it.

    `audience` says whose calendar it is (public, jury, internal). `told(done, whole)` may raise to stop: then
    nothing is left behind.
    """
    record, why = wanted.listing.record, why or Why()
    if not format.fits(record.kind):
        raise Refused(_("{kind} cannot be written as {format}").format(kind=_(record.plural), format=format.name))
    made = Exported(path)
    if format.shape != "entries":
        made.personal = personal_fields(record, wanted.columns)
    with whole_file(path) as partial:
        with store.read() as reader:
            writing = _Writing(reader, wanted, why, made, told)
            format.write(partial, writing.sheet(format, audience))
        if made.personal and made.count:
            with store.work(_("Export {kind}").format(kind=_(record.plural).lower()), act="final") as work:
                record_disclosure(work, _disclosure(wanted, format, why, made), why.on, store.author)
    return made


def _disclosure(wanted: Wanted, format: Format, why: Why, made: Exported) -> dict[str, Any]:
    record, purpose = wanted.listing.record, why.purpose or _(OWN_USE)
    consented = _("Consent of each person, as it stood on the day") if why.purpose in PURPOSES else _(UNASKED)
    labels = ", ".join(record.fields[name].label for name in made.personal)
    return {
        "what": _("{kind} as {format}: {fields}").format(kind=_(record.plural), format=format.name, fields=labels),
        "purpose": purpose_called(purpose),
        "basis": why.basis or consented,
        "count": made.persons,
        "left_out": made.left_out,
        "criteria": criteria(wanted),
    }


def criteria(wanted: Wanted) -> str:
    """What a list was asked for by, so that it can be asked for again."""
    listing = wanted.listing
    told = {
        "kind": listing.kind, "view": wanted.name, "search": listing.search,
        "where": [[f.field, f.test, f.value] for f in listing.where],
    }  # fmt: skip
    return json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False)


class _Writing:
    """The rows of one export, counted as they are read."""

    def __init__(self, reader: Reader, wanted: Wanted, why: Why, made: Exported, told: Told | None) -> None:
        self.reader, self.wanted, self.made, self.told = reader, wanted, made, told
        self.record = wanted.listing.record
        self.titles = Titles(reader)
        self.whose = person_of(self.record)
        asked = why.purpose in PURPOSES and self.whose is not None and bool(made.personal)
        self.allowed = consents.standing(reader, why.purpose, why.on) if asked else None

    def sheet(self, format: Format, audience: str) -> Sheet:
        title = _(self.record.plural)
        if format.shape == "entries":
            return Sheet(title, [], self._counted(entries.entries(self.reader, self._all(), audience)))
        if format.shape == "objects":
            return Sheet(title, [], self._objects())
        people = format.shape == "people"
        columns = columns_of(
            self.reader, self.record, self.wanted.columns, people=people, longest=format.longest
        )  # fmt: skip
        headings = [column.heading if people else column.name for column in columns]
        return Sheet(title, headings, self._table(columns, people, format.longest), tuple(map(_width, columns)))

    def _objects(self) -> Iterator[dict[str, Any]]:
        for some in self._pages():
            self.titles.warm(self.record, some)
            for row in some:
                yield as_object(self.record, row, self.titles)

    def _table(self, columns: list[Column], people: bool, longest: int | None) -> Iterator[list[Any]]:
        makers = writers(columns, self.titles, people=people, longest=longest)
        for some in self._pages():
            self.titles.warm(self.record, some)
            for row in some:
                yield row_of(columns, makers, row)

    def _all(self) -> Iterator[dict[str, Any]]:
        for some in rows(self.reader, self.wanted.listing):
            yield from some

    def _counted(self, made: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for entry in made:
            self.made.count += 1
            yield entry

    def _pages(self) -> Iterator[list[dict[str, Any]]]:
        """The rows in pages, without those whose person did not consent; every person counted once."""
        persons: set[str] = set()
        whole, fields = lists.count(self.reader, self.wanted.listing), list(self.wanted.columns)
        hidden = [self.whose] if fields and self.whose not in (None, "id", *fields) else []
        for page in rows(self.reader, self.wanted.listing, [*fields, *filter(None, hidden)]):
            some = page if self.allowed is None else [row for row in page if row.get(self.whose or "") in self.allowed]
            self.made.left_out += len(page) - len(some)
            self.made.count += len(some)
            for row in some:
                if any(row.get(name) for name in self.made.personal):
                    persons.add(row.get(self.whose or "id") or row["id"])
            self.made.persons = len(persons)
            if self.told:
                self.told(self.made.count + self.made.left_out, whole)
            yield [{name: value for name, value in row.items() if name not in hidden} for row in some]


def _width(column: Column) -> int:
    """A column's width in characters: wide texts have room, ids stay out of the way."""
    if column.field is None:
        return 10
    return 40 if column.field.wide else 12 if column.field.kind.name in ("number", "flag", "day", "choice") else 22
