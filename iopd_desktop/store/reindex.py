"""The search index made again from the tables."""

from typing import Any

from sqlalchemy.engine import Connection

from iopd_desktop.models import RECORDS
from iopd_desktop.store.indexing import Index
from iopd_desktop.store.reading import Reader
from iopd_desktop.store.search import searched_fields
from iopd_desktop.store.tables import SEARCH


def reindex(connection: Connection) -> None:
    """Drop and rebuild the search index; the caller holds the transaction."""
    for name in ("found_names", "found_words"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    for statement in SEARCH:
        connection.exec_driver_sql(statement)
    plain: Any = connection.connection.driver_connection
    reader, index = Reader(plain), Index(plain)
    for record in RECORDS:
        if searched_fields(record):
            numbers = [row[0] for row in reader.rows(f'SELECT n FROM "{record.kind}" ORDER BY n')]
            index.put(record, zip(numbers, reader.all(record), strict=True))
    index.settle()
