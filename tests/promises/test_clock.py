"""A laptop whose clock was set back: what was done later stays later, and is taken back first."""

import time

import pytest

from iopd_desktop.models.members import Organisation
from iopd_desktop.store.store import Store
from tests.promises.words import add, names

YEAR_NS = 365 * 86_400 * 10**9


@pytest.mark.parametrize("back", [YEAR_NS, 60 * 10**9], ids=["a year", "a minute, before the last step"])
def test_steps_stay_in_order_and_are_taken_back_in_order_although_the_clock_was_set_back(store, monkeypatch, back):
    add(store, "Riba")
    then = time.time_ns() - back
    monkeypatch.setattr(time, "time_ns", lambda: then)
    id = add(store, "Alta")
    with store.work("Rename") as work:
        work.edit(Organisation, id, {"name": "Alta Nova"})
    assert [step.title for step in store.history()] == ["Rename", "Add Alta", "Add Riba"]
    with store.journal() as journal:
        clocks = [step.clock for step in journal.steps()]
    assert clocks == sorted(set(clocks))
    assert names(store) == ["Alta Nova", "Riba"]
    assert store.undo().title == "Rename"
    assert names(store) == ["Alta", "Riba"]
    assert store.undo().title == "Add Alta"
    assert store.undo().title == "Add Riba"
    assert store.redo().title == "Add Riba"
    assert names(store) == ["Riba"]
    assert store.check() == []


def test_a_later_day_is_written_over_an_earlier_one_on_the_next_start_too(store, monkeypatch):
    id = add(store, "Riba")
    path = store.path
    store.close()
    then = time.time_ns() - YEAR_NS
    monkeypatch.setattr(time, "time_ns", lambda: then)
    with Store.open(path, author="Ada") as again:
        with again.work("Rename") as work:
            work.edit(Organisation, id, {"name": "Riba Nova"})
        assert names(again) == ["Riba Nova"]
        assert again.check() == []
        again.undo()
        assert names(again) == ["Riba"]
