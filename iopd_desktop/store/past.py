"""Records as they stood before a day: the fold of the steps that there were by then."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from iopd_desktop.models import Record
from iopd_desktop.store.columns import to_values
from iopd_desktop.store.fold import Entry, fold_row, voiders
from iopd_desktop.store.journal import STEP, step_of, unpacked
from iopd_desktop.store.reading import Reader, chunks, marks
from iopd_desktop.store.steps import COUNTER_BITS


def values_before(read: Reader, record: type[Record], ids: Iterable[str], day: date) -> dict[str, dict[str, Any]]:
    """The values of records, by id, as they stood when a day began (in UTC); those that were not there are left out.

    What the program itself brings was there before everything.
    """
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    limit = int(midnight.timestamp() * 1000) << COUNTER_BITS
    voiding = read.rows(f"SELECT {STEP} FROM step WHERE voids IS NOT NULL AND clock < ?", [limit])
    voided = voiders(map(step_of, voiding))
    columns = ", ".join("s." + name for name in STEP.split(", "))
    found: dict[str, dict[str, Any]] = {}
    for some in chunks(list(dict.fromkeys(ids))):
        entries: dict[str, list[Entry]] = {}
        sql = (
            f"SELECT c.id, c.act, c.fields, {columns} FROM change c JOIN step s ON s.n = c.step "
            f"WHERE c.id IN ({marks(some)}) AND c.kind = ? AND s.clock < ? ORDER BY s.clock, s.replica, s.number"
        )
        for id, act, fields, *row in read.rows(sql, [*some, record.kind, limit]):
            step = step_of(row)
            by = tuple(v for v, kept in voided.get(step.id, ()) if id not in kept)
            entries.setdefault(id, []).append(Entry(step, unpacked(record.kind, id, act, fields), by))
        for id, changes in entries.items():
            paths, _conflicts = fold_row(changes)
            if paths is not None:
                found[id] = to_values(record, paths)
    return found
