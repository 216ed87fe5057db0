"""Many rows at once: they come, go and come back whole, and are found or not found accordingly."""

import pytest

from iopd_desktop.models.members import Organisation
from iopd_desktop.store.store import Store


def orders(store):
    with store.read() as reader:
        sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'organisation' ORDER BY name"
        return list(reader.rows(sql))


def test_a_great_many_new_rows_leave_the_indexes_as_they_were_also_when_they_are_not_kept(store):
    before = orders(store)
    names = [{"name": f"Place {number}"} for number in range(6_000)]

    def load(ids):
        with store.work("Load") as work, work.many(Organisation, len(names)):
            work.add_many(Organisation, names, ids)

    with pytest.raises(Exception, match="UNIQUE"):
        load(["0190aaaa-0000-7000-8000-000000000000"] * len(names))
    assert orders(store) == before
    load(None)

    assert orders(store) == before
    assert store.check() == []


@pytest.fixture
def crowded(store):
    """A store with 1,200 places, made by one step."""
    with store.work("Load") as work:
        work.add_many(Organisation, [{"name": f"Place {number}"} for number in range(1_200)])
    return store


def found(store, text="place"):
    with store.read() as reader:
        return len(reader.hits("organisation", text))


def ids(store):
    with store.read() as reader:
        return [row["id"] for row in reader.all(Organisation)]


def remove_all(store, told=None):
    with store.work("Remove") as work:
        work.remove_many(Organisation, ids(store), told)


def test_many_are_removed_come_back_and_go_again_with_what_finds_them(crowded):
    remove_all(crowded)
    assert (len(ids(crowded)), found(crowded)) == (0, 0)

    crowded.undo()
    assert (len(ids(crowded)), found(crowded)) == (1_200, 1_200)
    crowded.redo()
    assert (len(ids(crowded)), found(crowded)) == (0, 0)
    assert crowded.check() == []


class Enough(Exception):
    pass


def after_the_first_piece(_done, _whole):
    raise Enough


@pytest.mark.parametrize("deed", [remove_all, Store.undo])
def test_long_work_that_is_stopped_half_way_leaves_everything(crowded, deed):
    with pytest.raises(Enough):
        deed(crowded, told=after_the_first_piece)

    assert (len(ids(crowded)), found(crowded)) == (1_200, 1_200)
    assert crowded.check() == []


def test_what_a_work_wrote_it_also_finds(store):
    with store.work("Add and seek") as work:
        id = work.add(Organisation, {"name": "Riba Alta"})
        assert len(work.hits("organisation", "riba")) == 1
        work.edit(Organisation, id, {"name": "Vila Nova"})
        work.edit(Organisation, id, {"name": "Vila Velha"})
        assert (work.hits("organisation", "riba"), len(work.hits("organisation", "velha"))) == (set(), 1)
        work.remove(Organisation, id)
        assert work.hits("organisation", "velha") == set()
