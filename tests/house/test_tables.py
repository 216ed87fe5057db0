"""The tables carry no rule that a merge could break, and let nothing change behind the journal's back."""

import re

import pytest

from iopd_desktop.models import RECORDS
from iopd_desktop.store.store import Store
from tests.house.tree import program

OUTSIDE = {"INSERT OR REPLACE", "REPLACE INTO", "INSERT OR IGNORE", "ON CONFLICT REPLACE", "ON DELETE CASCADE"}


def _schema(store: Store) -> dict[str, str]:
    connection = store.connect()
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL").fetchall()
    connection.close()
    return {name: sql for name, sql in rows if "VIRTUAL" not in sql and not name.startswith("found_")}


def test_every_kind_of_record_has_its_table(store: Store) -> None:
    assert {record.kind for record in RECORDS} <= _schema(store).keys()


def test_nothing_but_ids_is_unique_or_demanded(store: Store) -> None:
    demands = re.compile(r"\bCHECK\b|\bON DELETE\b|\bON UPDATE\b|\bON CONFLICT\b", re.IGNORECASE)
    demanding = [name for name, sql in _schema(store).items() if demands.search(sql)]
    needed = [
        f"{name}: {line.strip()}"
        for name, sql in _schema(store).items()
        for line in sql.splitlines()
        if "NOT NULL" in line and not re.match(r"\s*\"?(id|n|name|hash)\"? ", line)
    ]
    rules = {name: re.findall(r"UNIQUE \(([^)]*)\)", sql) for name, sql in _schema(store).items()}
    unique = {name: told for name, told in rules.items() if told not in ([], ["id"])}
    assert demanding + needed == []
    assert unique == {}


def test_no_statement_of_the_program_replaces_rows_or_lets_them_fall() -> None:
    found = [f"{source.path}: {words}" for source in program() for words in OUTSIDE if words in source.text.upper()]
    assert found == []


@pytest.mark.parametrize("kind", [record.kind for record in RECORDS] + ["step", "change"])
def test_a_table_refuses_what_does_not_come_through_the_journal(store: Store, kind: str) -> None:
    connection = store.connect()
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{kind}")')]
    holes = ", ".join("?" * len(columns))
    values = [1, *["x"] * (len(columns) - 1)]
    refused = 0
    for verb in ("INSERT INTO", "REPLACE INTO", "INSERT OR IGNORE INTO"):
        with pytest.raises(Exception, match="journal"):
            connection.execute(f'{verb} "{kind}" VALUES ({holes})', values)
        refused += 1
    kept = connection.execute(f'SELECT count(*) FROM "{kind}"').fetchone()[0]
    connection.close()
    assert refused == 3
    assert kept == 0


@pytest.mark.parametrize("statement", ["UPDATE {0} SET n = n + 1", "DELETE FROM {0}", "UPDATE {0} SET id = 'x'"])
@pytest.mark.parametrize("kind", ["task", "event", "term", "step", "change"])
def test_rows_that_stand_cannot_be_touched_from_outside(planned: Store, kind: str, statement: str) -> None:
    connection = planned.connect()
    count = f'SELECT count(*), max(n) FROM "{kind}"'
    before = connection.execute(count).fetchone()
    with pytest.raises(Exception, match="journal"):
        connection.execute(statement.format(f'"{kind}"'))
    after = connection.execute(count).fetchone()
    connection.close()
    assert before[0] > 0
    assert after == before


