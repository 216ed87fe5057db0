"""Drafts: what was typed and cannot be saved yet. A row in the database, restored at the next opening.

Drafts belong to this file alone: they are in no step and do not travel.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from iopd_desktop.store.columns import packed
from iopd_desktop.store.store import Store


@dataclass(frozen=True)
class Draft:
    """What was typed into a record's form: field -> the typed text or value; `id` is None for a new record."""

    kind: str
    id: str | None
    fields: dict[str, Any]


def keep(store: Store, draft: Draft) -> None:
    """Keep a draft in the place of the former one of the same record; an empty one is forgotten."""
    with store.beside() as connection:
        connection.execute("DELETE FROM draft WHERE kind = ? AND id IS ?", (draft.kind, draft.id))
        if draft.fields:
            connection.execute(
                "INSERT INTO draft (kind, id, fields, saved) VALUES (?, ?, ?, ?)",
                (draft.kind, draft.id, packed(draft.fields), datetime.now(UTC).isoformat(timespec="seconds")),
            )


def found(store: Store, kind: str | None = None, id: str | None = None) -> list[Draft]:
    """All drafts; with `kind` those of one kind, with `id` too that of one record."""
    sql = "SELECT kind, id, fields FROM draft WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR id = ?2) ORDER BY n"
    with store.read() as reader:
        return [Draft(row[0], row[1], json.loads(row[2])) for row in reader.rows(sql, [kind, id])]
