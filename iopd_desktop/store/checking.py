"""Check: the file is sound, the tables are the fold of the steps, the links lead somewhere, the rules hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from iopd_desktop.models import RECORDS, Record
from iopd_desktop.models.base import problems
from iopd_desktop.models.kinds import Link
from iopd_desktop.store.columns import to_values
from iopd_desktop.store.fold import fold
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.store.journal import Journal


@dataclass(frozen=True)
class Problem:
    """Something to mend; `grave` where the file itself is wrong, not a record in it."""

    kind: str
    id: str
    sentence: str
    grave: bool = False

    def __str__(self) -> str:
        return self.sentence


def check(reader: Reader, journal: "Journal") -> Iterator[Problem]:
    """Every problem of an open database, the grave ones first."""
    yield from tables_against_fold(reader, journal)
    yield from rules(reader)


def tables_against_fold(reader: Reader, journal: "Journal") -> Iterator[Problem]:
    """Each row that is not what its steps say."""
    folded = fold(journal.steps()).rows
    for record in RECORDS:
        there = {values["id"]: values for values in reader.all(record)}
        wanted = {id: paths for (kind, id), paths in folded.items() if kind == record.kind}
        for id in sorted(there.keys() | wanted.keys()):
            if id not in there:
                yield _off(record, id, _("the journal has it, the table has not"))
            elif id not in wanted:
                yield _off(record, id, _("the table has it, the journal has not"))
            else:
                values: dict[str, Any] = dict.fromkeys(record.fields) | to_values(record, wanted[id])
                off = [record.fields[name].label for name in record.fields if there[id][name] != values[name]]
                if off:
                    yield _off(record, id, _("table and journal differ in {fields}").format(fields=", ".join(off)))


def _off(record: type[Record], id: str, what: str) -> Problem:
    return Problem(record.kind, id, f"{_(record.label)}: {what}", grave=True)


def rules(reader: Reader) -> Iterator[Problem]:
    """Rules that no longer hold, and links that lead nowhere, as happens when laptops become one."""
    for record in RECORDS:
        links = {name: f.kind for name, f in record.fields.items() if isinstance(f.kind, Link) and f.kind.to != "*"}
        there = {
            kind.to: {row[0] for row in reader.rows(f'SELECT id FROM "{kind.to}"')} for kind in links.values()
        }
        for values in reader.all(record):
            title = record.called(values, reader)
            for name, kind in links.items():
                if values[name] and values[name] not in there[kind.to]:
                    sentence = _("{title}: {field} leads to a record that is not there")
                    yield Problem(
                        record.kind, values["id"], sentence.format(title=title, field=record.fields[name].label)
                    )
            for sentence in problems(record, values).values():
                yield Problem(record.kind, values["id"], f"{title}: {sentence}")
