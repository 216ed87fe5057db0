"""Backups are whole, thinned with age, and bring a database back; nothing is lost on the way."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import backups, passphrase
from iopd_desktop.store.backups import Backup
from iopd_desktop.store.driver import WrongPassphrase
from iopd_desktop.store.store import Store


def add(store, name):
    with store.work("Add") as work:
        return work.add(Organisation, {"name": name, "type": "local"})


def names(store):
    with store.read() as reader:
        return sorted(row["name"] for row in reader.all(Organisation))


def test_a_backup_is_a_whole_database(store):
    add(store, "Riba")
    backup = backups.make(store, "hourly")
    assert not backups.changed_since_last(store)
    add(store, "Alta")
    assert backups.changed_since_last(store)
    with Store.open(backup.path) as copied:
        assert names(copied) == ["Riba"]
        assert copied.check() == []


def test_restoring_keeps_the_present_state_as_a_backup_and_begins_a_new_replica(store):
    add(store, "Riba")
    backup = backups.make(store, "hourly")
    add(store, "Alta")
    path, before = store.path, store.history()[0].replica
    backups.restore(store, backup.path)
    with Store.open(path, author="Ada") as again:
        assert names(again) == ["Riba"]
        add(again, "Baixa")
        assert again.history()[0].replica != before
        assert again.check() == []
    newest = next(b for b in backups.listed(path) if b.why == "restore")
    with Store.open(newest.path) as saved:
        assert names(saved) == ["Alta", "Riba"]


def test_backups_made_while_somebody_writes_are_whole(store):
    stop = threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            add(store, f"Town {number}")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _round in range(10):
            backup = backups.make(store, "hourly")
            with Store.open(backup.path) as copied:
                assert copied.check() == []
    finally:
        stop.set()
        writer.join()


def test_a_broken_backup_and_one_of_another_network_are_refused(store, tmp_path):
    add(store, "Riba")
    broken = tmp_path / "broken.backup"
    broken.write_bytes(store.path.read_bytes()[:6000] + b"\xff" * 20_000)
    other = tmp_path / "other.iopd"
    Store.create(other).close()
    for source in (broken, other):
        with pytest.raises(Refused):
            backups.restore(store, source)
    assert names(store) == ["Riba"]


def test_thinning_keeps_days_weeks_and_months():
    now = datetime(2026, 6, 1, tzinfo=UTC)
    made = [Backup(Path(f"{h}"), now - timedelta(hours=h), "hourly") for h in range(0, 24 * 400, 6)]
    kept = backups.kept_of(made, now)
    ages = [now - b.at for b in kept]
    assert sum(age <= timedelta(days=2) for age in ages) == 9
    days = [b.at.date() for b in kept if timedelta(days=2) < now - b.at <= timedelta(days=14)]
    assert len(days) == len(set(days)) == 12
    assert len(kept) < 45
    assert max(ages) <= timedelta(days=366)


def test_a_new_passphrase_holds_for_the_file_and_its_backups(tmp_path):
    path = tmp_path / "work.iopd"
    store = Store.create(path)
    add(store, "Riba Secreta")
    backups.make(store, "hourly")
    assert passphrase.change(store, "correct horse") == (1, 0)
    for file in (path, backups.listed(path)[0].path):
        assert b"Riba Secreta" not in file.read_bytes()
        with pytest.raises(WrongPassphrase):
            Store.open(file)
    with Store.open(path, "correct horse", author="Ada") as again:
        assert names(again) == ["Riba Secreta"]
        add(again, "Alta")
        assert again.check() == []
        passphrase.change(again, None)
    with Store.open(path) as plain:
        assert names(plain) == ["Alta", "Riba Secreta"]
        assert len(backups.listed(path)) == 1


def test_a_file_that_was_moved_away_is_not_written_and_no_empty_one_takes_its_place(store):
    add(store, "Riba")
    store.path.rename(store.path.with_name("moved.iopd"))
    with pytest.raises(Refused, match="no longer in its folder"):
        add(store, "Alta")
    with pytest.raises(Refused, match="no longer in its folder"):
        backups.make(store, "hourly")
    assert not store.path.exists()
    store.path.with_name("moved.iopd").rename(store.path)
    add(store, "Alta")
    assert names(store) == ["Alta", "Riba"]
