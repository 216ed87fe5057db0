"""Columns that a person gave a meaning to, where the headings of a file say none or the wrong one."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from iopd_desktop.actions.cells import Column
from iopd_desktop.actions.headings import Beside, column_named
from iopd_desktop.actions.registering import questions_of
from iopd_desktop.actions.ticket_lists import from_ticket_system, meant_by, ticket_system
from iopd_desktop.exchange.table import Table
from iopd_desktop.models import Record
from iopd_desktop.models.kinds import Link
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.registrations import Registration
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, fold

LEFT_OUT = ""
"""The meaning of a column that is left out."""
_LOOKED_AT = 200
_SAMPLES = 3
_LONG = 48

Meanings = Mapping[str, str]
"""What columns mean: the name of a field, a question of the event, or LEFT_OUT, by heading."""


@dataclass(frozen=True)
class ColumnSeen:
    """A column of a file: its heading, its first values, and what its heading says to the program, in words."""

    heading: str
    samples: tuple[str, ...]
    meant: str


def meaning(record: type[Record], table: Table, told: Meanings) -> Table:
    """The table with the columns as a person named them, and as its ticket system means them for registrations.

    Refused for a heading that the file does not have.
    """
    for heading in told:
        if heading not in table.headings:
            raise Refused(_("The file has no column “{heading}”; it has: {names}").format(
                heading=heading[:80], names=", ".join(table.headings)))  # fmt: skip
    kept = [place for place, heading in enumerate(table.headings) if told.get(heading) != LEFT_OUT]
    if len(kept) < len(table.headings):
        width = len(table.headings)
        rows = [
            (line, [*(cells[at] if at < len(cells) else None for at in kept), *cells[width:]])
            for line, cells in table.rows
        ]
        table = Table([table.headings[at] for at in kept], rows, table.remarks, table.partial)
    # The system is known by the headings as they stand in the file, what a person said of them stands above it.
    named = {told[heading]: heading for heading in table.headings if told.get(heading)}
    if record is Registration and ticket_system(table.headings):
        return _named(from_ticket_system(table, {*named.values(), *named}), told)
    return _named(table, told)


def _named(table: Table, told: Meanings) -> Table:
    headings = [told.get(heading, heading) for heading in table.headings]
    return Table(headings, table.rows, table.remarks, table.partial)


def check_meanings(read: Reader, record: type[Record], told: Meanings, event: str | None) -> None:
    """Refused where a meaning is neither a field of the record nor a question of the event."""
    asked = {fold(text) for _id, text in questions_of(read, event)}
    for means in told.values():
        if means != LEFT_OUT and column_named(record, means) is None and fold(means.strip()) not in asked:
            raise Refused(_("“{name}” is no field of {kind}").format(name=means[:60], kind=_(record.plural).lower()))


def columns_seen(record: type[Record], table: Table) -> list[ColumnSeen]:
    """The columns of a file as a person looks at them before saying what they mean."""
    system = ticket_system(table.headings) if record is Registration else None
    found = []
    for place, heading in enumerate(table.headings):
        column = column_named(record, heading)
        words = ""
        if system is not None and meant_by(heading, system):
            words = _("as {system} means it").format(system=system.name)
        elif isinstance(column, Column):
            words = column.field.label if column.field else _("Id")
        elif isinstance(column, Beside):
            words = heading
        if heading:
            found.append(ColumnSeen(heading, _samples(table, place), words))
    return found


def _samples(table: Table, place: int) -> tuple[str, ...]:
    """The first values of a column that differ."""
    found: dict[str, None] = {}
    for _line, cells in table.rows[:_LOOKED_AT]:
        text = " ".join(str(cells[place] if place < len(cells) and cells[place] is not None else "").split())
        if text:
            found.setdefault(text if len(text) <= _LONG else text[: _LONG - 1].rstrip() + "…")
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def meanings_offered(read: Reader, record: type[Record], event: str | None) -> list[tuple[str, str]]:
    """What a column may mean, by name and in words: the fields in their order, then the questions of the event."""
    fields = [(made.name, made.label) for made in record.fields.values()]
    links = {made.name for made in record.fields.values() if isinstance(made.kind, Link) and event}
    fields = [(name, words) for name, words in fields if name != "event" or name not in links]
    asked = [(text, _("Answer: {question}").format(question=text)) for _id, text in questions_of(read, event)]
    return [*fields, *asked]


def key_of(headings: Sequence[str]) -> str:
    """By this a person's word on some columns is found again for the next file that has the same ones."""
    return hashlib.sha256("\n".join(fold(heading) for heading in headings).encode()).hexdigest()[:16]
