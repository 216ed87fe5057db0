"""Searching, sorting, opening, editing and importing, beside the same statements given to the driver."""

import csv
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.made_up import database, organisations
from benchmarks.side_by_side import Measured, measured
from iopd_desktop.actions.importing import import_file
from iopd_desktop.exchange.formats import format_named
from iopd_desktop.models.members import Organisation
from iopd_desktop.store import driver, search
from iopd_desktop.store.listing import Listing, order, page
from iopd_desktop.store.store import Store

_SHOWN = ("name", "city", "country", "type")
_READ = "SELECT n, id, name, city, country, type FROM organisation WHERE n IN ({})"
_TABLE = "CREATE TABLE organisation (n INTEGER PRIMARY KEY, name TEXT, city TEXT, country TEXT, type TEXT)"
_NAMES = "CREATE VIRTUAL TABLE found_names USING fts5(text, content='', contentless_delete=1, tokenize='trigram')"
_WORDS = "CREATE VIRTUAL TABLE found_words USING fts5(text, content='', contentless_delete=1, prefix='1 2')"
_LOW = search.kind_number("organisation") << search.N_BITS
_HIGH = _LOW | (1 << search.N_BITS) - 1


def reading(folder: Path, count: int) -> Iterator[Measured]:
    """What a list asks for, at one size."""
    path = database(folder, count)
    bare = driver.connect(path, None, lambda: False)
    with Store.open(path, author="Bench") as store:
        yield measured(
            "first page of a search", count, lambda: _page(store, "zur"), lambda: _bare_search(bare), (2.5, 1.3)
        )
        yield measured(
            "first page by a sorted column", count, lambda: _page(store), lambda: _bare_sorted(bare), (3, 1.5)
        )
        numbers = _order(store)[count // 2 :][:30]
        yield measured(
            "a page in the middle", count, lambda: _rows(store, numbers), lambda: _bare_rows(bare, numbers),
            (3, 1.5), 101,
        )  # fmt: skip
        with store.read() as reader:
            (id,) = next(reader.rows("SELECT id FROM organisation LIMIT 1 OFFSET ?", [count // 2]))
        yield measured("open a record", count, lambda: _open(store, id), lambda: _bare_open(bare, id), (3, 1.5), 101)
    bare.close()


def _page(store: Store, sought: str = "") -> Any:
    with store.read() as reader:
        numbers = order(reader, Listing("organisation", sought, order=(("city", False),)))
        return page(reader, "organisation", numbers[:50], _SHOWN)


def _order(store: Store) -> Any:
    with store.read() as reader:
        return order(reader, Listing("organisation", order=(("city", False),)))


def _rows(store: Store, numbers: Any) -> Any:
    with store.read() as reader:
        return page(reader, "organisation", numbers, _SHOWN)


def _bare_rows(bare: Any, numbers: Any) -> Any:
    return bare.execute(_READ.format(",".join("?" * len(numbers))), list(numbers)).fetchall()


def _fifty(bare: Any, numbers: list[tuple[int]]) -> Any:
    first = [number for (number,) in numbers[:50]]
    return bare.execute(_READ.format(",".join("?" * len(first))), first).fetchall()


def _bare_search(bare: Any) -> Any:
    found = f"SELECT rowid - {_LOW} FROM {{0}} WHERE {{0}} MATCH ? AND rowid BETWEEN {_LOW} AND {_HIGH}"
    union = f"{found.format('found_words')} UNION {found.format('found_names')}"
    sql = f"SELECT n FROM organisation WHERE n IN ({union}) ORDER BY city_key, n"
    return _fifty(bare, bare.execute(sql, ('"zur"*', '"zur"')).fetchall())


def _bare_sorted(bare: Any) -> Any:
    return _fifty(bare, bare.execute("SELECT n FROM organisation ORDER BY city_key, n").fetchall())


def _open(store: Store, id: str) -> Any:
    with store.read() as reader:
        return reader.get(Organisation, id)


def _bare_open(bare: Any, id: str) -> Any:
    return bare.execute("SELECT * FROM organisation WHERE id = ?", (id,)).fetchone()


def grown(path: Path, changes: int) -> None:
    """Let the journal of a database hold so many changes: every row is edited again and again."""
    with Store.open(path, author="Bench") as store:
        with store.read() as reader:
            ids = [id for (id,) in reader.rows("SELECT id FROM organisation")]
        for turn in range(changes // len(ids)):
            with store.work("Edit all") as work, work.many(Organisation, len(ids)):
                for id in ids:
                    work.edit(Organisation, id, {"notes": f"Turn {turn}"})


def editing(folder: Path, count: int) -> Measured:
    """One saved edit: journal, search index and undo on our side, an UPDATE and its COMMIT on the other."""
    path = folder / f"made-up-{count}.iopd"
    plain = _bare_table(folder / f"bare-{count}.db", count)
    turn = itertools.count()
    with Store.open(path, author="Bench") as store:
        with store.read() as reader:
            id = reader.value("SELECT id FROM organisation LIMIT 1 OFFSET ?", [count // 2])

        def ours() -> None:
            with store.work("Edit") as work:
                work.edit(Organisation, id, {"city": f"Riba {next(turn)}"})

        def bare() -> None:
            plain.execute("BEGIN IMMEDIATE")
            plain.execute("UPDATE organisation SET city = ? WHERE n = ?", (f"Riba {next(turn)}", count // 2))
            plain.execute("COMMIT")

        with store.read() as reader:
            changes = reader.value("SELECT count(*) FROM change")
        work = "one saved edit" + (f", {changes:,} changes before it" if changes > 2 * count else "")
        found = measured(work, count, ours, bare, (4, 2), 41)
    plain.close()
    return found


def _bare_table(path: Path, count: int) -> Any:
    there = path.exists()
    plain = driver.connect(path, None, lambda: True)
    if there:
        return plain
    plain.execute(_TABLE)
    plain.execute("BEGIN")
    _insert(plain, (tuple(row[name] for name in _SHOWN) for row in organisations(count)))
    plain.execute("COMMIT")
    return plain


def _insert(plain: Any, rows: Any) -> None:
    plain.executemany("INSERT INTO organisation (name, city, country, type) VALUES (?, ?, ?, ?)", rows)


def importing(folder: Path, count: int) -> Measured:
    """CSV in: weighing, journal, search and undo on our side; csv, executemany and the same indexes on the other."""
    source = folder / f"made-up-{count}.csv"
    with source.open("w", newline="", encoding="utf-8") as file:
        out = csv.DictWriter(file, _SHOWN, extrasaction="ignore")
        out.writeheader()
        out.writerows(organisations(count))
    turn = itertools.count()

    def ours() -> None:
        path = folder / f"import-{count}-{next(turn)}.iopd"
        with Store.create(path, author="Bench") as store:
            assert len(import_file(store, source, format_named("csv"), Organisation).new) == count

    def bare() -> None:
        plain = driver.connect(folder / f"import-{count}-{next(turn)}.db", None, lambda: True)
        for statement in (_TABLE, _NAMES, _WORDS):
            plain.execute(statement)
        plain.execute("BEGIN")
        with source.open(newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))[1:]
        _insert(plain, rows)
        for table in ("found_names", "found_words"):
            texts = ((n, f"{row[0]}\n{row[1]}") for n, row in enumerate(rows, 1))
            plain.executemany(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", texts)
        plain.execute("COMMIT")
        plain.close()

    return measured("CSV in", count, ours, bare, (5, 3), 3 if count > 10_000 else 5)
