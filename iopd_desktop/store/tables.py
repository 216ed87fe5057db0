"""The SQLAlchemy tables, made from the models on first use, and the triggers that guard them."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text, text

from iopd_desktop.models import RECORDS, Record
from iopd_desktop.models.kinds import Link
from iopd_desktop.store import driver
from iopd_desktop.store.columns import columns, needs_key, ordering
from iopd_desktop.store.engine import engine

_TYPES: dict[str, type[Any]] = {"text": Text, "json": Text, "integer": Integer, "real": Float}

metadata = MetaData()

step = Table(
    "step", metadata,
    Column("n", Integer, primary_key=True), Column("id", Text, nullable=False, unique=True),
    Column("replica", Text), Column("number", Integer), Column("clock", Integer), Column("author", Text),
    Column("title", Text), Column("schema", Integer), Column("seen", Text), Column("voids", Text),
    Column("act", Text), Index("step_number", "replica", "number"),
    Index("step_voids", "n", sqlite_where=text("voids IS NOT NULL")),
)  # fmt: skip
change = Table(
    "change", metadata,
    Column("n", Integer, primary_key=True), Column("step", Integer), Column("kind", Text), Column("id", Text),
    Column("act", Text), Column("fields", Text), Index("change_id", "id"), Index("change_step", "step"),
)  # fmt: skip
# What belongs to this file alone and never travels: its replica, its network, its schema.
meta = Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text))
draft = Table(
    "draft", metadata,
    Column("n", Integer, primary_key=True), Column("kind", Text), Column("id", Text), Column("fields", Text),
    Column("saved", Text),
)  # fmt: skip
file_content = Table(
    "file_content", metadata,
    Column("hash", Text, primary_key=True), Column("bytes", LargeBinary), Column("stored", Text),
)  # fmt: skip


def _table(record: type[Record]) -> Table:
    made: list[Any] = [Column("n", Integer, primary_key=True), Column("id", Text, nullable=False, unique=True)]
    made += [Column(c.name, _TYPES[c.type]) for c in columns(record)]
    for name, told in record.fields.items():
        indexed = told.sorted and (needs_key(told) or told.kind.derived or told.kind.name == "number")
        if indexed or isinstance(told.kind, Link):
            made.append(Index(f"{record.kind}_{name}_order", ordering(record, name)))
    return Table(record.kind, metadata, *made)


_TABLES = {record.kind: _table(record) for record in RECORDS}


def table(record: type[Record]) -> Table:
    """The table of a kind of record."""
    return _TABLES[record.kind]


# The search index: rowid = kind number << 40 | n. Names by trigrams, all searched words by prefix.
_FOUND = "CREATE VIRTUAL TABLE found_{} USING fts5(text, content='', contentless_delete=1, {})"
SEARCH = (
    _FOUND.format("names", "tokenize='trigram'"),
    _FOUND.format("words", "prefix='1 2', tokenize='unicode61 remove_diacritics 0'"),
)


def guards(name: str, message: str, acts: tuple[str, ...] = ("INSERT", "UPDATE", "DELETE")) -> list[str]:
    """The triggers by which a table refuses whatever does not come through the journal."""
    return [
        f'CREATE TRIGGER {name}_{act.lower()}_guard BEFORE {act} ON "{name}" WHEN NOT by_journal() '
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        for act in acts
    ]


def create_all(connect: Callable[[], driver.Connection]) -> None:
    """Every table, index and guard of an empty file, whole or not at all."""
    making = engine(connect)
    with making.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        metadata.create_all(connection)
        for statement in SEARCH:
            connection.exec_driver_sql(statement)
        for name in (*_TABLES, "step", "change"):
            for statement in guards(name, "changes go through the journal"):
                connection.exec_driver_sql(statement)
        connection.commit()
    making.dispose()
