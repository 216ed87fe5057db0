"""Records as they stood before a day, whatever was changed, undone or removed since."""

from datetime import UTC, date, datetime, timedelta

import pytest

from iopd_desktop.models.members import Organisation
from iopd_desktop.store.past import values_before

TOMORROW = (datetime.now(UTC) + timedelta(days=1)).date()


def names(store, ids, day):
    with store.read() as read:
        return {id: row["name"] for id, row in values_before(read, Organisation, ids, day).items()}


@pytest.fixture
def organisation(store):
    with store.work("Add") as work:
        return work.add(Organisation, {"name": "Example Town", "country": "FR"})


def test_the_end_of_the_day_is_what_stands_there_and_long_ago_is_nothing(store, organisation):
    with store.work("Edit") as work:
        work.edit(Organisation, organisation, {"name": "Example City"})
    assert names(store, [organisation], TOMORROW) == {organisation: "Example City"}
    assert names(store, [organisation], date(2020, 1, 1)) == {}


def test_what_was_undone_or_removed_by_then_does_not_count(store, organisation):
    with store.work("Edit") as work:
        work.edit(Organisation, organisation, {"name": "Example City"})
    store.undo()
    assert names(store, [organisation], TOMORROW) == {organisation: "Example Town"}
    with store.work("Remove") as work:
        work.remove(Organisation, organisation)
    assert names(store, [organisation], TOMORROW) == {}


def test_what_the_program_brings_was_always_there(store):
    with store.work("Begin", act="origin") as work:
        brought = work.add(Organisation, {"name": "Brought"})
    assert names(store, [brought], date(1999, 1, 1)) == {brought: "Brought"}
