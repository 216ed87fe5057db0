"""One field of many records: what stands there is told, all of them change as one step, or none."""

import json

import pytest

from iopd_desktop.actions.batch import change_many, changeable, stands_now
from iopd_desktop.actions.titles import Titles
from iopd_desktop.cli import main
from iopd_desktop.models import RECORDS
from iopd_desktop.models.members import Organisation, Person
from iopd_desktop.models.refusal import Refused


@pytest.fixture
def three(store):
    """Three members in two cities, one of them in none."""
    with store.work("Members") as work:
        return [work.add(Organisation, {"name": name, "city": city}) for name, city in
                (("A", "Riba"), ("B", "Riba"), ("C", None))]  # fmt: skip


def cities(store):
    with store.read() as reader:
        return sorted(str(row["city"]) for row in reader.all(Organisation))


def test_what_stands_there_is_counted_in_words(store, three):
    with store.read() as reader:
        said = stands_now(reader, Organisation, three, "city", Titles(reader))
        kinds = stands_now(reader, Organisation, three[:2], "type", Titles(reader))
    assert said == [("Riba", 2), ("empty", 1)]
    assert kinds == [("Local government", 2)]


def test_all_change_in_one_step_that_undo_takes_back(store, three):
    with store.work("Change city") as work:
        assert change_many(work, Organisation, three, "city", "Riba") == 1
        assert change_many(work, Organisation, three, "city", "Vila") == 3
    assert cities(store) == ["Vila"] * 3
    store.undo()
    assert cities(store) == ["None", "Riba", "Riba"]


def test_where_one_cannot_have_it_none_changes_and_it_is_named(store, three):
    with pytest.raises(Refused, match="A: "), store.work("Inhabitants") as work:
        change_many(work, Organisation, three, "population", -5)
    with store.read() as reader:
        assert [row["population"] for row in reader.all(Organisation)] == [None] * 3


def test_what_belongs_to_one_record_alone_is_not_offered(store, three):
    names = {made.name for made in changeable(Organisation)}
    assert {"country", "city", "stage", "languages"} <= names
    assert not names & {"name", "email", "phone", "files"}
    assert all(not changeable(record) for record in RECORDS if record.append_only)
    with pytest.raises(Refused, match="many at once"), store.work("Names") as work:
        change_many(work, Person, [], "family_name", "Same")


def test_the_command_line_changes_what_a_condition_finds(store, three, capsys):
    database = ["--database", str(store.path)]
    assert main([*database, "change", "organisation", "stage=active", "--where", "city=Riba", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"changed": 2}
    with store.read() as reader:
        assert sorted(row["stage"] for row in reader.all(Organisation)) == ["active", "active", "identified"]
    assert main([*database, "change", "organisation", "stage=left"]) == 1
    assert "--where" in capsys.readouterr().err
