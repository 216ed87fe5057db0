"""One door for changes: whole or not at all, journalled, undoable, found again by search."""

from contextlib import suppress

import pytest
import sqlcipher3.dbapi2 as driver

from iopd_desktop.models import RECORDS, by_kind
from iopd_desktop.models.members import Consent, Organisation, Person
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.repository import Practice
from iopd_desktop.models.tasks import Relation, Task
from iopd_desktop.store.driver import WrongPassphrase
from iopd_desktop.store.store import Store
from iopd_desktop.store.undoing import ChangedSince


def add(store, values=None, record=Organisation):
    with store.work("Add") as work:
        return work.add(record, {"name": "Riba Alta", "type": "local", **(values or {})})


def value(store, id, field, record=Organisation):
    with store.read() as reader:
        return reader.get(record, id)[field]


def test_what_is_written_is_read_back_after_a_restart(store):
    id = add(store, {"country": "PT", "languages": ["pt", "es"], "since": {"edtf": "2012-05", "wording": "May 2012"}})
    path = store.path
    store.close()
    with Store.open(path) as again, again.read() as reader:
        found = reader.get(Organisation, id)
    assert (found["name"], found["country"], found["languages"]) == ("Riba Alta", "PT", ["es", "pt"])
    assert found["since"]["wording"] == "May 2012"
    assert found["since"]["latest"] == "2012-05-31"


def test_a_work_that_fails_changes_nothing(store):
    def both():
        with store.work("Two") as work:
            work.add(Organisation, {"name": "First", "type": "local"})
            work.add(Organisation, {"name": "", "type": "local"})

    with pytest.raises(BadValue, match="Name"):
        both()
    with store.read() as reader:
        assert reader.count(Organisation) == 0
        assert reader.value("SELECT count(*) FROM step") == 0


def test_a_wrong_value_is_refused_with_a_sentence(store):
    with pytest.raises(BadValue, match="not a country") as refusal, store.work("Add") as work:
        work.add(Organisation, {"name": "Riba", "type": "local", "country": "XQ"})
    assert "country" in refusal.value.fields


def next_titles(store):
    return tuple(step.title if step else None for step in store.next_undo())


def test_undo_survives_a_restart_and_redo_brings_it_back(store):
    id = add(store)
    with store.work("Edit") as work:
        work.edit(Organisation, id, {"name": "Riba Baixa"})
    path = store.path
    store.close()
    with Store.open(path, author="Ada") as again:
        assert next_titles(again) == ("Edit", None)
        assert again.undo().title == "Edit"
        assert value(again, id, "name") == "Riba Alta"
        assert next_titles(again) == ("Add", "Edit")
        again.redo()
        assert value(again, id, "name") == "Riba Baixa"
        again.undo()
        again.undo()
        with again.read() as reader:
            assert reader.seek(Organisation, id) is None
        assert again.undo() is None
        again.redo()
        again.redo()
        assert value(again, id, "name") == "Riba Baixa"


def test_work_after_an_undo_ends_redo(store):
    id = add(store)
    with store.work("Edit") as work:
        work.edit(Organisation, id, {"name": "Other"})
    store.undo()
    add(store, {"name": "Another"})
    assert store.redo() is None


def test_undo_of_a_step_whose_fields_were_changed_since_says_by_whom_and_can_spare_them(store):
    with store.work("Import") as work:
        first, _second = work.add_many(Organisation, [{"name": n, "type": "local"} for n in ("One", "Two")])
    imported = store.history()[0].step
    store.author = "Ben Example"
    with store.work("Edit") as work:
        work.edit(Organisation, first, {"city": "Alta"})
    with pytest.raises(ChangedSince, match="Ben Example") as refusal:
        store.undo(imported)
    assert [row.id for row in refusal.value.rows] == [first]
    store.undo(imported, spare=True)
    with store.read() as reader:
        assert [row["id"] for row in reader.all(Organisation)] == [first]


def test_undo_of_one_field_leaves_a_later_change_of_another(store):
    id = add(store)
    with store.work("Name") as work:
        work.edit(Organisation, id, {"name": "New name"})
    step = store.history()[0].step
    with store.work("City") as work:
        work.edit(Organisation, id, {"city": "Alta"})
    store.undo(step)
    assert (value(store, id, "name"), value(store, id, "city")) == ("Riba Alta", "Alta")


def test_a_final_step_is_not_undone(store):
    with store.work("Disclosure", act="final") as work:
        work.add(Organisation, {"name": "Riba", "type": "local"})
    assert store.undo() is None


def test_consent_is_only_added_to(store):
    with store.work("Add") as work:
        person = work.add(Person, {"family_name": "Example"})
        consent = work.add(Consent, {"person": person, "purpose": "newsletter", "date": "2024-01-01", "how": "paper"})
    with pytest.raises(Refused), store.work("Edit") as work:
        work.edit(Consent, consent, {"date": "2024-02-02"})
    with pytest.raises(Refused), store.work("Remove") as work:
        work.remove(Consent, consent)


def test_a_row_with_a_natural_key_is_made_once_and_made_anew_without_its_past(store):
    with store.work("Tasks") as work:
        plan = "0" * 8 + "-0000-0000-0000-" + "0" * 12
        one = work.add(Task, {"text": {"en": "One"}, "plan": plan})
        two = work.add(Task, {"text": {"en": "Two"}, "plan": plan})
        tie = work.add(Relation, {"task": one, "to": f"task:{two}", "note": "with"})
    with pytest.raises(Refused), store.work("Again") as work:
        work.add(Relation, {"task": one, "to": f"task:{two}"})
    with store.work("Remove") as work:
        work.remove(Relation, tie)
    with store.work("Anew") as work:
        assert work.add(Relation, {"task": one, "to": f"task:{two}"}) == tie
    assert value(store, tie, "note", Relation) is None
    assert [problem for problem in store.check() if problem.grave] == []


def test_only_the_paths_that_changed_are_journalled(store):
    with store.work("Add") as work:
        id = work.add(Practice, {"title": {"en": "River", "es": "Río"}, "sdgs": ["1", "5"]})
    with store.work("Edit") as work:
        work.edit(Practice, id, {"title": {"en": "River", "es": "El río"}, "sdgs": ["5", "16"]})
    happened = store.history("practice", id)[0]
    assert {p.path for p in happened.fields} == {"title/es", "sdgs/1", "sdgs/16"}
    assert [p.old for p in happened.fields if p.path == "title/es"] == [{"text": "Río", "by": "person"}]


def test_every_kind_of_statement_outside_the_journal_is_refused(store):
    add(store)
    connection = store.connect()
    statements = [
        'INSERT INTO "{0}" (id) VALUES (\'x\')', 'INSERT OR REPLACE INTO "{0}" (n, id) VALUES (1, \'x\')',
        'REPLACE INTO "{0}" (n, id) VALUES (1, \'x\')', 'UPDATE "{0}" SET id = \'y\'', 'DELETE FROM "{0}"',
        'INSERT INTO "{0}" (id) SELECT \'z\'', 'UPDATE OR REPLACE "{0}" SET n = 1',
    ]  # fmt: skip
    before = {r.kind: connection.execute(f'SELECT * FROM "{r.kind}"').fetchall() for r in RECORDS}
    for record in RECORDS:
        for statement in statements:
            with suppress(driver.IntegrityError):
                connection.execute(statement.format(record.kind))
    assert before == {r.kind: connection.execute(f'SELECT * FROM "{r.kind}"').fetchall() for r in RECORDS}
    connection.close()


def test_raw_statements_inside_a_work_are_refused_too(store):
    id = add(store)
    with pytest.raises(driver.IntegrityError, match="journal"), store.work("Raw") as work:
        list(work.rows("UPDATE organisation SET name = ? WHERE id = ?", ["other", id]))
    with pytest.raises(Exception, match="journal"), store.work("Raw") as work:
        work.connection.execute("DELETE FROM organisation")
    assert value(store, id, "name") == "Riba Alta"


def test_listeners_hear_which_kinds_changed(store):
    heard = []
    stop = store.listen(heard.append)
    id = add(store)
    store.undo()
    stop()
    add(store)
    assert heard == [{"organisation"}, {"organisation"}]
    assert id


def test_an_encrypted_file_opens_with_its_passphrase_only(tmp_path):
    path = tmp_path / "secret.iopd"
    with Store.create(path, "correct horse") as made:
        id = add(made)
    assert b"Riba" not in path.read_bytes()
    with pytest.raises(WrongPassphrase):
        Store.open(path)
    with pytest.raises(WrongPassphrase):
        Store.open(path, "wrong horse")
    with Store.open(path, "correct horse") as again:
        assert value(again, id, "name") == "Riba Alta"


def test_a_file_of_another_program_and_a_newer_one_are_refused(tmp_path, empty_database):
    other = tmp_path / "other.db"
    connection = driver.connect(str(other))
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    with pytest.raises(Refused, match="not a database of this program"):
        Store.open(other)
    newer = tmp_path / "newer.iopd"
    newer.write_bytes(empty_database)
    connection = driver.connect(str(newer))
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(Refused, match="newer version"):
        Store.open(newer)
    with pytest.raises(Refused, match="does not exist"):
        Store.open(tmp_path / "nowhere.iopd")


def test_every_record_has_a_table_that_equals_its_model(store):
    for record in RECORDS:
        with store.read() as reader:
            columns = [row[1] for row in reader.rows(f'PRAGMA table_info("{record.kind}")')]
        assert columns[:2] == ["n", "id"]
        assert set(record.fields) <= set(columns)
        assert by_kind(record.kind) is record


def test_a_consent_goes_with_the_person_that_the_same_step_made(store):
    with store.work("Both") as work:
        person = work.add(Person, {"family_name": "Example"})
        work.add(Consent, {"person": person, "purpose": "newsletter", "date": "2024-01-01", "how": "paper"})
    store.undo()
    with store.read() as reader:
        assert reader.all(Consent) == reader.all(Person) == []
    assert store.check() == []


def test_undo_of_a_consent_keeps_it_and_says_that_it_was_a_mistake(store):
    with store.work("Person") as work:
        person = work.add(Person, {"family_name": "Example"})
    with store.work("Consent") as work:
        consent = work.add(Consent, {"person": person, "purpose": "newsletter", "date": "2024-01-01", "how": "paper"})
    store.undo()
    with store.read() as reader:
        acts = {row["act"]: row for row in reader.all(Consent)}
    assert set(acts) == {"given", "mistake"}
    assert acts["mistake"]["of"] == consent
    store.redo()
    with store.read() as reader:
        assert [row["act"] for row in reader.all(Consent)] == ["given"]
    assert store.check() == []
