"""Who changed what, when and on which laptop; each old value can be put back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from iopd_desktop.models import by_kind
from iopd_desktop.store.fold import Entry
from iopd_desktop.store.steps import Step, Write, wall_ms
from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.store.journal import Journal


@dataclass(frozen=True)
class Past:
    """One change of one path of a record: the old value and the new one, each as it merges."""

    path: str
    label: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Happened:
    """One step as history shows it; `undone` where a later step took it back.

    `at` is None for what the program itself brings: that has no time, it was there before everybody's work.
    """

    step: str
    at: datetime | None
    author: str
    replica: str
    title: str
    act: str
    undone: bool
    changed: str
    fields: tuple[Past, ...]
    rows: int


def of_record(journal: "Journal", kind: str, id: str) -> list[Happened]:
    """The history of one record, the latest first."""
    found = [_happened(entry) for key, entries in journal.entries([id]) if key == (kind, id) for entry in entries]
    return found[::-1]


def of_all(journal: "Journal", limit: int = 200) -> list[Happened]:
    """The last steps, the latest first, each with the number of rows it changed."""
    voided = journal.voided()
    return [
        Happened(
            step.id, _when(step), step.author, step.replica, _(step.title), step.act, step.id in voided, "", (), rows
        )
        for step, rows in _last(journal, limit)
    ]


def size(journal: "Journal", step: str) -> int:
    """How many rows a step changed."""
    sql = "SELECT count(*) FROM change WHERE step = (SELECT n FROM step WHERE id = ?)"
    return int(journal.rows(sql, [step])[0][0])


def _last(journal: "Journal", limit: int) -> Iterator[tuple[Step, int]]:
    sql = (
        "SELECT s.id, (SELECT count(*) FROM change c WHERE c.step = s.n) FROM step s "
        "ORDER BY s.clock DESC, s.replica DESC LIMIT ?"
    )
    for id, rows in journal.rows(sql, [limit]):
        step = journal.step(id)
        if step:
            yield step, rows


def _happened(entry: Entry) -> Happened:
    step, change = entry.step, entry.change
    fields = by_kind(change.kind).fields
    past = []
    for path, said in change.fields.items():
        name = path.partition("/")[0]
        label = fields[name].label if name in fields else name
        old, new = (said.old, said.new) if isinstance(said, Write) else (None, said)
        past.append(Past(path, label, old, new))
    return Happened(
        step.id, _when(step), step.author, step.replica, _(step.title), step.act, bool(entry.voided_by), change.act,
        tuple(past), 1,
    )  # fmt: skip


def _when(step: Step) -> datetime | None:
    return datetime.fromtimestamp(wall_ms(step.clock) / 1000, UTC) if step.clock else None
