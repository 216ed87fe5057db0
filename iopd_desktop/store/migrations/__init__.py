"""From the schema of an older version to this one: one small step after the other, on a copy.

A step is a module with `number`, `up(operations)` for the tables (Alembic's Operations) and `payload(change)` for
the journal: the same rewriting in both, so that tables and fold agree afterwards. It imports no models.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import driver
from iopd_desktop.store.file import SCHEMA
from iopd_desktop.words import _

Fields = dict[str, Any]


class MigrationStep(Protocol):
    """One step: the schema number it leads to, and what it does."""

    number: int

    def up(self, operations: Any) -> None:
        """Change the tables; search indexes are rebuilt afterwards by themselves."""

    def payload(self, kind: str, act: str, fields: Fields) -> Fields:
        """The fields of one journalled change, as they stand after the step."""


STEPS: Sequence[MigrationStep] = ()


def version_of(path: Path, key: str | None) -> int:
    """The schema number of a file."""
    connection = driver.connect(path, key, lambda: False, wal=False)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def upgrade(
    path: Path, key: str | None, copy: Callable[[Path], None], steps: Sequence[MigrationStep] = STEPS
) -> list[int]:
    """Bring a closed file up to date and return the numbers of the steps taken.

    `copy` makes a verified copy of the file. The steps run on it; it takes the file's place only when all of them
    succeeded, the number stamped last. Where one fails, the file is as it was.
    """
    present = version_of(path, key)
    last = max((step.number for step in steps), default=SCHEMA)
    if present > max(last, SCHEMA):
        raise Refused(_("{file} was written by a newer version of the program").format(file=path.name))
    wanted = [step for step in sorted(steps, key=lambda s: s.number) if step.number > present]
    if not wanted:
        return []
    working = path.with_name(path.name + ".upgrading")
    copy(working)
    try:
        _run(working, key, wanted)
    except BaseException:
        working.unlink(missing_ok=True)
        raise
    working.replace(path)
    return [step.number for step in wanted]


def _run(path: Path, key: str | None, steps: Sequence[MigrationStep]) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    from iopd_desktop.store.engine import engine
    from iopd_desktop.store.migrations.journal import rewrite
    from iopd_desktop.store.reindex import reindex

    def connected() -> driver.Connection:
        connection = driver.connect(path, key, lambda: True, wal=False)
        connection.execute("PRAGMA foreign_keys=OFF")
        return connection

    upgrading = engine(connected)
    with upgrading.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        for step in steps:
            step.up(Operations(MigrationContext.configure(connection)))
            rewrite(connection, step)
        reindex(connection)
        connection.exec_driver_sql(f"PRAGMA user_version={steps[-1].number}")
        connection.commit()
        broken = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    upgrading.dispose()
    if broken != "ok":
        raise Refused(_("{file} is not sound after the upgrade: {reason}").format(file=path.name, reason=broken))
