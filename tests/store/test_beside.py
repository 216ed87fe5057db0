"""What stands beside the steps: drafts, the hold of a window, the replica's identity, upgrades."""

import shutil
import threading

import pytest
import sqlalchemy as sa

from iopd_desktop import words
from iopd_desktop.actions import planning
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import drafts
from iopd_desktop.store.drafts import Draft
from iopd_desktop.store.holding import Hold
from iopd_desktop.store.migrations import upgrade, version_of
from iopd_desktop.store.store import Store
from iopd_desktop.store.tables import metadata
from iopd_desktop.store.watching import Watch


def add(store, name):
    with store.work("Add") as work:
        return work.add(Organisation, {"name": name, "type": "local"})


def test_drafts_are_restored_and_travel_in_no_step(store):
    drafts.keep(store, Draft("organisation", None, {"city": "Alta"}))
    drafts.keep(store, Draft("organisation", None, {"city": "Alta", "email": "not yet"}))
    path = store.path
    store.close()
    with Store.open(path) as again:
        assert drafts.found(again) == [Draft("organisation", None, {"city": "Alta", "email": "not yet"})]
        assert len(drafts.found(again)) == 1
        assert again.history() == []
        drafts.keep(again, Draft("organisation", None, {}))
        assert drafts.found(again) == []


def test_a_second_window_is_refused_by_name(tmp_path):
    first = Hold(tmp_path / "a.iopd")
    assert not first.unclean
    with pytest.raises(Refused, match=r"a\.iopd is open already in another window: .+"):
        Hold(tmp_path / "a.iopd")
    first.release()
    Hold(tmp_path / "a.iopd").release()
    assert list(tmp_path.iterdir()) == []


def test_of_windows_that_open_and_close_in_a_rush_one_holds_at_a_time(tmp_path):
    held, together = [], []

    def rush():
        for _turn in range(300):
            try:
                hold = Hold(tmp_path / "a.iopd")
            except Refused:
                continue
            held.append(1)
            for _look in range(20):  # the others come in between
                (tmp_path / "a.iopd").exists()
                together.append(len(held))
            held.pop()
            hold.release()

    windows = [threading.Thread(target=rush) for _number in range(4)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert set(together) == {1}


def test_who_has_it_is_said_whatever_stands_in_the_note(tmp_path):
    hold = Hold(tmp_path / "a.iopd")
    (tmp_path / "a.iopd.open").write_bytes(b"Jos\xe9")
    with pytest.raises(Refused, match="Jos"):
        Hold(tmp_path / "a.iopd")
    hold.release()


def test_a_window_that_did_not_close_is_noticed(tmp_path):
    (tmp_path / "a.iopd.open").write_text("somebody")
    hold = Hold(tmp_path / "a.iopd")
    assert hold.unclean
    hold.release()


def test_a_copied_file_begins_a_replica_of_its_own(store, tmp_path):
    add(store, "Riba")
    store.close()
    other = tmp_path / "copied.iopd"
    shutil.copy(store.path, other)
    with Store.open(store.path) as one, Store.open(other) as two:
        add(one, "On the first")
        add(two, "On the second")
        mine, theirs = one.history()[0], two.history()[0]
        assert mine.replica != theirs.replica
        assert one.history()[1].replica == mine.replica


def test_two_programs_write_to_one_file_and_both_see_it(store):
    with Store.open(store.path, author="Command line") as other:
        add(store, "Window")
        add(other, "Command line")
        add(store, "Window again")
        assert store.check() == []
        with other.read() as reader:
            assert reader.count(Organisation) == 3
    titles = {step.author for step in store.history()}
    assert titles == {"Ada Example", "Command line"}


def test_two_laptops_that_begin_alike_made_the_same_step(tmp_path):
    steps = []
    for name, language in (("one", "en"), ("two", "fr")):
        words.speak(language)
        with Store.create(tmp_path / name, author=name) as laptop:
            with laptop.work(words._("Begin"), act="origin") as work:
                planning.begin(work)
            with laptop.journal() as journal:
                steps += list(journal.steps())
            with laptop.work("Edit") as work:
                work.edit(Organisation, work.add(Organisation, {"name": "R", "type": "local"}), {"city": name})
            assert laptop.undo().title == "Edit"
            assert laptop.undo() is None
    assert len(steps) == 2
    assert steps[0] == steps[1]
    assert steps[0].clock == 0


class RenameCity:
    number = 2

    def up(self, operations):
        with operations.batch_alter_table("organisation") as batch:
            batch.add_column(sa.Column("town", sa.Text))
        operations.execute("UPDATE organisation SET town = city")

    def payload(self, kind, act, fields):
        if kind == "organisation" and "city" in fields:
            fields["town"] = fields.pop("city")
        return fields


class Breaks(RenameCity):
    number = 3

    def up(self, operations):
        operations.execute("UPDATE organisation SET nothing = 1")


def test_an_upgrade_rewrites_tables_and_journal_on_a_copy(store):
    with store.work("Add") as work:
        work.add(Organisation, {"name": "Riba", "city": "Alta", "type": "local"})
    path = store.path
    store.close()
    assert upgrade(path, None, lambda target: shutil.copy(path, target), [RenameCity()]) == [2]
    assert version_of(path, None) == 2
    with pytest.raises(Refused, match="newer"):
        Store.open(path)
    connection = sa.create_engine(f"sqlite:///{path}").connect()
    assert connection.exec_driver_sql("SELECT town FROM organisation").scalar() == "Alta"
    assert '"town":"Alta"' in connection.exec_driver_sql("SELECT fields FROM change").scalar()
    connection.close()
    connection.engine.dispose()


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(store):
    add(store, "Riba")
    path = store.path
    store.close()
    before = path.read_bytes()
    with pytest.raises(sa.exc.DatabaseError):
        upgrade(path, None, lambda target: shutil.copy(path, target), [RenameCity(), Breaks()])
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.upgrading"))


def test_tables_do_not_drift_from_the_models(store):
    with store.read() as reader:
        for table in metadata.sorted_tables:
            there = {row[1]: row[2] for row in reader.rows(f'PRAGMA table_info("{table.name}")')}
            assert there == {c.name: str(c.type) for c in table.columns}
            unique = [row[1] for row in reader.rows(f'PRAGMA index_list("{table.name}")') if row[2]]
            assert all(name.startswith("sqlite_autoindex") for name in unique)


def test_a_window_hears_what_the_command_line_wrote(store):
    heard = []
    watch = Watch(store)
    store.listen(heard.append)
    with Store.open(store.path, author="Command line") as other:
        add(other, "Riba")
        assert watch.look() == {"organisation"}
        assert watch.look() == set()
        add(store, "Alta")
        assert watch.look() == set()
        other.undo()
        assert "organisation" in watch.look()
    assert len(heard) == 3
