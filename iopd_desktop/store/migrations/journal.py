"""The journal's payloads rewritten by a migration step, without a step of its own."""

import json
from typing import TYPE_CHECKING

from sqlalchemy.engine import Connection

from iopd_desktop.store.columns import packed

if TYPE_CHECKING:
    from iopd_desktop.store.migrations import MigrationStep

_AT_ONCE = 5000


def rewrite(connection: Connection, step: "MigrationStep") -> int:
    """Pass every journalled change through the step; returns how many became other."""
    last, count = 0, 0
    while True:
        sql = f"SELECT n, kind, act, fields FROM change WHERE n > ? ORDER BY n LIMIT {_AT_ONCE}"
        rows = list(connection.exec_driver_sql(sql, (last,)))
        if not rows:
            return count
        changed = []
        for n, kind, act, fields in rows:
            after = packed(step.payload(kind, act, json.loads(fields)))
            if after != fields:
                changed.append((after, n))
        if changed:
            connection.exec_driver_sql("UPDATE change SET fields = ? WHERE n = ?", changed)
        count += len(changed)
        last = rows[-1][0]
