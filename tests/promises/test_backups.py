"""A backup brings everything back, whoever wrote while it was made and whatever the clock said."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from iopd_desktop.models.members import Organisation
from iopd_desktop.store import backups
from iopd_desktop.store.store import Store
from tests.promises.giving import TOGETHER, TOWNS
from tests.promises.words import add, names

ROUNDS, MOVES = 100, 3


@pytest.fixture
def giver(store):
    """A process that writes to the same database whenever it is sent a line."""
    with store.work("Two towns") as work:
        for name, people in zip(TOWNS, (TOGETHER, 0), strict=True):
            work.add(Organisation, {"name": name, "type": "local", "population": people})
    command = [sys.executable, "-m", "tests.promises.giving", str(store.path), str(MOVES)]
    path = os.pathsep.join((*sys.path, os.environ["PYTHONPATH"]))
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}
    )
    with process:
        assert process.stdout.readline() == "ready\n"
        yield process
        process.stdin.close()


def test_each_of_a_hundred_backups_made_while_somebody_writes_brings_a_true_state_back(store, giver, tmp_path):
    seen = []
    target = tmp_path / "other laptop" / "work.iopd"
    target.parent.mkdir()
    shutil.copyfile(backups.make(store, "asked").path, target)
    for turn in range(ROUNDS):
        giver.stdin.write("go\n")
        giver.stdin.flush()
        assert giver.stdout.readline() == "moved\n"  # and the next moves are under way
        made = backups.make(store, "hourly")
        with Store.open(target) as other:
            backups.restore(other, made.path)
        with Store.open(target) as restored:
            if turn % 10 == 0:
                assert restored.check() == []
            with restored.read() as reader:
                towns = {each["name"]: each["population"] for each in reader.all(Organisation)}
        assert sum(towns.values()) == TOGETHER
        seen.append(towns["Bairro"])
        assert [giver.stdout.readline() for _rest in range(MOVES - 1)] == ["moved\n"] * (MOVES - 1)
    assert seen == sorted(seen)
    assert seen[-1] > (ROUNDS - 1) * MOVES


def test_a_clock_that_was_set_back_a_year_costs_no_backup(store, monkeypatch):
    made = [backups.make(store, "hourly").path for _time in range(3)]
    add(store, "Riba")
    monkeypatch.setattr(backups, "datetime", _shifted(timedelta(days=-370)))
    newest = backups.make(store, "hourly")
    assert newest.path.exists()
    assert all(path.exists() for path in made)
    assert not backups.changed_since_last(store)
    add(store, "Alta")
    assert backups.changed_since_last(store)


def test_the_backup_just_made_stays_although_the_disk_has_room_for_one_only(store, monkeypatch):
    older = backups.make(store, "hourly").path
    monkeypatch.setattr(backups, "datetime", _shifted(timedelta(days=-370)))
    monkeypatch.setattr(backups, "_SMALL", 0)
    monkeypatch.setattr(backups, "_LARGEST_SHARE", 1)
    newest = backups.make(store, "hourly").path
    assert newest.exists()
    assert not older.exists()


def test_a_clock_that_ran_years_ahead_leaves_the_last_ten_backups(store, monkeypatch):
    made = [backups.make(store, "hourly").path for _time in range(12)]
    monkeypatch.setattr(backups, "datetime", _shifted(timedelta(days=3_000)))
    newest = backups.make(store, "hourly").path
    assert [path.exists() for path in [*made, newest]] == [False] * 3 + [True] * 10


def test_after_going_back_to_a_backup_the_next_change_is_backed_up_again(store):
    add(store, "Riba")
    old = backups.make(store, "hourly")
    add(store, "Alta")
    backups.restore(store, old.path)
    with Store.open(store.path, author="Ada") as again:
        add(again, "Baixa")  # as many steps as before, and not the same
        assert backups.changed_since_last(again)


def test_a_damaged_backup_hinders_no_other(store):
    add(store, "Riba")
    damaged = backups.make(store, "hourly").path
    damaged.write_bytes(b"\xff" * 20_000)
    assert backups.changed_since_last(store)
    with Store.open(backups.make(store, "hourly").path) as copied:
        assert names(copied) == ["Riba"]


def test_what_a_backup_that_was_cut_short_left_behind_goes_away(store):
    folder = backups.folder(store.path)
    folder.mkdir()
    torn, running = folder / "20200101-000000-000000_hourly.backup.partial", folder / "now.backup.partial"
    for each in (torn, running):
        each.write_bytes(b"half a database")
    os.utime(torn, (0, 0))
    backups.make(store, "hourly")
    assert not torn.exists()
    assert running.exists()


def _shifted(by):
    """The clock of a laptop that is wrong by so much."""

    class Wrong(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz or UTC) + by

    return Wrong
