"""Undo as voiding: what a step would take back, and the rows folded again from what still counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from iopd_desktop.models import Record, by_kind
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.columns import to_paths, to_values
from iopd_desktop.store.fold import Entry, Key, fold_row
from iopd_desktop.store.ids import new_id
from iopd_desktop.store.journal import Journal
from iopd_desktop.store.reading import Reader, Told, chunks
from iopd_desktop.store.rows import Rows
from iopd_desktop.store.steps import Change, Step
from iopd_desktop.words import _, ngettext, today

_AT_ONCE = 2_000
_TOUCHED_AFTER = (
    "SELECT DISTINCT c.kind, c.id FROM change m CROSS JOIN change c ON c.id = m.id JOIN step s ON s.n = c.step "
    "WHERE m.step = (SELECT n FROM step WHERE id = ?) AND (s.clock, s.replica, s.number) > (?, ?, ?)"
)


@dataclass(frozen=True)
class Since:
    """A row of a step that somebody changed after it."""

    kind: str
    id: str
    by: str
    title: str


class ChangedSince(Refused):
    """A step whose rows were changed since: `rows` says by whom; the rest can still be taken back."""

    def __init__(self, step: Step, rows: list[Since]) -> None:
        count, who = len(rows), ", ".join(sorted({row.by for row in rows if row.by}))
        text = ngettext(
            "{count} record was changed since by {who}", "{count} records were changed since by {who}", count
        )
        super().__init__(text.format(count=count, who=who or _("somebody")))
        self.step, self.rows = step, rows


def changed_since(journal: Journal, step: Step) -> list[Since]:
    """The rows of a step of which a later counting change wrote the same paths."""
    found = []
    touched = set(journal.rows(_TOUCHED_AFTER, [step.id, *step.order]))
    for key, entries in journal.entries(id for _kind, id in touched):
        if key in touched and (later := _later(entries, step)):
            found.append(Since(*key, later.step.author, later.step.title))
    return found


def _later(entries: list[Entry], step: Step) -> Entry | None:
    mine = next(e for e in entries if e.step.id == step.id)
    for entry in entries:
        if entry.step.order <= step.order or entry.voided_by or entry.change.act == "delete":
            continue
        if mine.change.act != "edit" or mine.change.fields.keys() & entry.change.fields.keys():
            return entry
    return None


def refold(journal: Journal, keys: Iterable[Key], told: Told | None = None) -> set[str]:
    """Make rows what their counting changes say; the kinds that were touched."""
    of_kind: dict[str, list[str]] = {}
    for kind, id in sorted(set(keys)):
        of_kind.setdefault(kind, []).append(id)
    rows, touched = Rows(journal.connection, journal.pen), set()
    for kind, ids in of_kind.items():
        with rows.many(by_kind(kind), len(ids)):
            for some in chunks(ids, _AT_ONCE, told):
                if _refold_some(journal, rows, by_kind(kind), some):
                    touched.add(kind)
    rows.index.settle()
    return touched


def _refold_some(journal: Journal, rows: Rows, record: type[Record], ids: list[str]) -> bool:
    """Refold a few rows of one kind; whether any of them is another now."""
    there = Reader(journal.connection).some(record, ids)
    gone: list[str] = []
    new: list[tuple[str, dict[str, Any]]] = []
    changed_some = False
    for (kind, id), entries in journal.entries(ids):
        if kind != record.kind:
            continue
        paths, _conflicts = fold_row(entries)
        before = there.get(id)
        if paths is None:
            if before is not None:
                gone.append(id)
        elif before is None:
            new.append((id, to_values(record, paths)))
        else:
            after = dict.fromkeys(record.fields) | to_values(record, paths)
            if changed := {name: value for name, value in after.items() if before[name] != value}:
                rows.update(record, id, changed, after)
                changed_some = True
    rows.delete(record, gone)
    rows.insert(record, new)
    return bool(changed_some or gone or new)


def undoable(journal: Journal, step_id: str | None, *, spare: bool) -> tuple[Step, list[str]] | None:
    """The step to take back and the rows to spare; None where there is nothing to take back."""
    step = journal.step(step_id) if step_id else last_undoable(journal)
    if step is None:
        return None
    if step.act != "work" or step.id in journal.voided():
        raise Refused(_("“{title}” cannot be taken back").format(title=step.title))
    since = changed_since(journal, step)
    if since and not spare:
        raise ChangedSince(step, since)
    return step, [row.id for row in since] + [values["id"] for _record, values in added_only(journal, step)]


def added_only(journal: Journal, step: Step) -> list[tuple[type[Record], dict[str, Any]]]:
    """The records of a step that are only ever added to, such as consents; undo leaves them and adds its word.

    What is part of a record that the same step made goes with it.
    """
    reader = Reader(journal.connection)
    keys = [(by_kind(kind), id) for kind, id in journal.keys_of([step.id])]
    made = {id for _record, id in keys}
    found = [(record, reader.seek(record, id)) for record, id in keys if record.append_only]
    return [
        (record, values)
        for record, values in found
        if values is not None and not any(values[name] in made for name, f in record.fields.items() if f.part)
    ]


def mistakes(journal: Journal, step: Step) -> tuple[Change, ...]:
    """New records that say of each of `added_only` that it was entered by mistake."""
    now = today().isoformat()
    return tuple(
        Change(record.kind, new_id(), "new", to_paths(record, record.mistaken(values, now)))
        for record, values in added_only(journal, step)
    )


def redoable(journal: Journal) -> tuple[Step, list[str]] | None:
    """The step to do again and the undos that hold it back; None where nothing was undone last."""
    last = journal.rows(
        "SELECT max(number) FROM step WHERE replica = ? AND act IN ('work', 'final')", [journal.meta("replica")]
    )
    undone = _latest(journal, "undo", last[0][0] or 0)
    target = journal.step(undone.voids[0].step) if undone else None
    return (target, [undo.id for undo, _kept in journal.voided().get(target.id, ())]) if target else None


def last_undoable(journal: Journal) -> Step | None:
    """The last step of this laptop that can be taken back."""
    return _latest(journal, "work", 0)


def _latest(journal: Journal, act: str, after: int) -> Step | None:
    voided = journal.voided()
    sql = "SELECT id FROM step WHERE replica = ? AND number > ? AND act = ? ORDER BY number DESC LIMIT 1000"
    for (id,) in journal.rows(sql, [journal.meta("replica"), after, act]):
        if id not in voided:
            return journal.step(id)
    return None
