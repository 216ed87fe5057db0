"""A great many rows at once: removed, brought back, and an import taken back, beside the bare statements."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.made_up import organisations
from benchmarks.side_by_side import Measured, measured
from iopd_desktop.models.members import Organisation
from iopd_desktop.store import driver
from iopd_desktop.store.store import Store

_TABLE = "CREATE TABLE organisation (n INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, city TEXT, country TEXT)"
_FOUND = "CREATE VIRTUAL TABLE {} USING fts5(text, content='', contentless_delete=1, {})"
_KINDS = (("found_names", "tokenize='trigram'"), ("found_words", "prefix='1 2'"))


def many(folder: Path, count: int) -> Iterator[Measured]:
    """So many organisations go and come back: what a person does with one key, and takes back with another."""
    rounds = 3 if count > 10_000 else 5
    plain = _bare(folder / f"many-{count}.db", count)
    with Store.create(folder / f"many-{count}.iopd", author="Bench") as store:
        with store.work("Made up") as work:
            ids = work.add_many(Organisation, organisations(count))

        def away() -> None:
            with store.work("Remove") as work:
                work.remove_many(Organisation, ids)

        def away_and_back() -> None:
            away()
            store.undo()

        def bare() -> None:
            _take_out(plain, count)
            _put_in(plain, count)

        yield measured("many removed and brought back", count, away_and_back, bare, (5, 3), rounds)
    plain.close()


def _bare(path: Path, count: int) -> Any:
    plain = driver.connect(path, None, lambda: True)
    plain.execute(_TABLE)
    for name, told in _KINDS:
        plain.execute(_FOUND.format(name, told))
    _put_in(plain, count)
    return plain


def _put_in(plain: Any, count: int) -> None:
    rows = organisations(count)
    plain.execute("BEGIN")
    plain.executemany(
        "INSERT INTO organisation VALUES (?, ?, ?, ?, ?)",
        ((n, f"id-{n}", row["name"], row["city"], row["country"]) for n, row in enumerate(rows, 1)),
    )
    for name, _told in _KINDS:
        texts = ((n, f"{row['name']}\n{row['city']}") for n, row in enumerate(rows, 1))
        plain.executemany(f"INSERT INTO {name} (rowid, text) VALUES (?, ?)", texts)
    plain.execute("COMMIT")


def _take_out(plain: Any, count: int) -> None:
    numbers = [(n,) for n in range(1, count + 1)]
    plain.execute("BEGIN")
    for name, _told in _KINDS:
        plain.executemany(f"DELETE FROM {name} WHERE rowid = ?", numbers)
    plain.executemany("DELETE FROM organisation WHERE n = ?", numbers)
    plain.execute("COMMIT")
