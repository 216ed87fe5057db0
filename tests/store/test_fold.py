"""The fold of steps: laws that hold for every history of three replicas."""

import random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from iopd_desktop.store.fold import SameNumber, fold
from iopd_desktop.store.steps import Change, Step
from tests.often import often
from tests.store.replica import Replica

A = ("thing", "a")


def test_an_edit_changes_only_its_path():
    laptop = Replica("one")
    laptop.add("a", {"name": "Riba", "city": "Alta"})
    laptop.edit("a", {"city": "Baixa"})
    assert laptop.folded().rows == {A: {"name": "Riba", "city": "Baixa"}}


def test_undo_and_redo_commute_with_a_restart():
    laptop = Replica("one")
    laptop.add("a", {"name": "Riba"})
    edit = laptop.edit("a", {"name": "Ribera"})
    undone = laptop.restarted().undo(edit)
    laptop.steps[undone.id] = undone
    assert laptop.folded().rows[A] == {"name": "Riba"}
    laptop.redo(undone)
    assert laptop.folded().rows[A] == {"name": "Ribera"}


def test_a_delete_removes_what_its_author_had_seen():
    one, two = Replica("one"), Replica("two")
    one.add("a", {"name": "Riba"})
    two.take(one)
    one.remove("a")
    two.take(one)
    assert two.folded().rows == {}


def test_an_edit_that_the_delete_had_not_seen_brings_the_record_back_whole():
    one, two = Replica("one"), Replica("two")
    one.add("a", {"name": "Riba", "city": "Alta"})
    two.take(one)
    one.remove("a")
    two.edit("a", {"city": "Baixa"})
    one.take(two)
    assert one.folded().rows == {A: {"name": "Riba", "city": "Baixa"}}


def test_an_unseen_edit_keeps_a_record_whose_making_was_undone():
    one, two = Replica("one"), Replica("two")
    made = one.add("a", {"name": "Riba", "city": "Alta"})
    two.take(one)
    one.undo(made)
    two.edit("a", {"city": "Baixa"})
    one.take(two)
    assert one.folded().rows == {A: {"name": "Riba", "city": "Baixa"}}


def test_undoing_one_making_leaves_the_row_that_another_laptop_made_alike():
    one, two = Replica("one"), Replica("two")
    mine = one.add("a", {"name": "Riba"})
    two.add("a", {"name": "Riba"})
    one.take(two)
    one.undo(mine)
    assert one.folded().rows == {A: {"name": "Riba"}}


def test_two_values_written_apart_are_a_conflict_until_somebody_saw_both():
    one, two = Replica("one"), Replica("two", now=1_700_000_000_500)
    one.add("a", {"name": "Riba"})
    two.take(one)
    one.edit("a", {"name": "Ribera"})
    two.edit("a", {"name": "Ribes"})
    one.take(two)
    conflict = one.folded().conflicts
    assert [(c.path, c.losing) for c in conflict] == [("name", "Ribera")]
    assert one.folded().rows[A] == {"name": "Ribes"}
    one.edit("a", {"name": "Ribera"})
    assert one.folded().conflicts == ()


def test_each_language_and_each_term_merges_on_its_own():
    one, two = Replica("one"), Replica("two")
    one.add("a", {"title/en": "River"})
    two.take(one)
    one.edit("a", {"title/fr": "Fleuve", "themes/x": True})
    two.edit("a", {"title/es": "Río", "themes/y": True})
    one.take(two)
    folded = one.folded()
    assert folded.rows[A] == {
        "title/en": "River", "title/fr": "Fleuve", "title/es": "Río", "themes/x": True, "themes/y": True
    }  # fmt: skip
    assert folded.conflicts == ()


def test_an_undo_can_spare_rows():
    laptop = Replica("one")
    both = laptop.step("import", [Change("thing", i, "new", {"name": i}) for i in "ab"])
    laptop.undo(both, kept=["a"])
    assert laptop.folded().rows == {A: {"name": "a"}}


def test_the_same_number_with_other_content_is_refused():
    step = Replica("one").add("a", {"name": "Riba"})
    other = Step(**{f: getattr(step, f) for f in step.__slots__} | {"title": "another"})
    with pytest.raises(SameNumber):
        fold([step, other])


class ThreeReplicas(RuleBasedStateMachine):
    """Work, undo, redo, delete, link, restart and exchange in any order, with clocks that disagree."""

    def __init__(self) -> None:
        super().__init__()
        self.laptops = [Replica("one"), Replica("two", 1_600_000_000_000), Replica("three", 1_800_000_000_000)]

    which = st.integers(0, 2)
    record = st.sampled_from("abc")

    def _there(self, laptop: Replica, id: str) -> bool:
        return ("thing", id) in laptop.folded().rows

    @rule(which=which, id=record, value=st.integers(0, 5))
    def add_or_edit(self, which, id, value):
        laptop = self.laptops[which]
        before = laptop.folded().rows.get(("thing", id))
        made = laptop.edit(id, {"name": value}) if before else laptop.add(id, {"name": value, "city": 0})
        expected = {**before, "name": value} if before else {"name": value, "city": 0}
        assert laptop.folded().rows[("thing", id)] == expected
        laptop.undo(made)
        assert laptop.folded().rows.get(("thing", id)) == before
        laptop.redo(max(laptop.steps.values(), key=lambda s: s.order))
        assert laptop.folded().rows[("thing", id)]["name"] == value

    @rule(which=which, id=record, to=record, linked=st.booleans())
    def link(self, which, id, to, linked):
        if self._there(self.laptops[which], id):
            self.laptops[which].edit(id, {f"themes/{to}": linked or None})

    @rule(which=which, id=record)
    def remove(self, which, id):
        if self._there(self.laptops[which], id):
            self.laptops[which].remove(id)
            assert not self._there(self.laptops[which], id)

    @rule(which=which, pick=st.randoms(use_true_random=False))
    def undo_any(self, which, pick):
        steps = sorted(self.laptops[which].steps.values(), key=lambda s: s.order)
        if steps:
            self.laptops[which].undo(pick.choice(steps))

    @rule(which=which, minutes=st.integers(-90, 90))
    def wall_clock_jumps(self, which, minutes):
        self.laptops[which].now += minutes * 60_000

    @rule(which=which)
    def restart(self, which):
        before = self.laptops[which].folded()
        self.laptops[which] = self.laptops[which].restarted()
        assert self.laptops[which].folded() == before

    @precondition(lambda self: any(laptop.steps for laptop in self.laptops))
    @rule(to=which, source=which)
    def exchange(self, to, source):
        self.laptops[to].take(self.laptops[source])

    @rule(to=which, source=which)
    def exchange_both_ways_makes_alike(self, to, source):
        self.laptops[to].take(self.laptops[source])
        self.laptops[source].take(self.laptops[to])
        assert self.laptops[to].folded() == self.laptops[source].folded()

    @invariant()
    def any_order_and_any_number_of_times_is_the_same(self):
        for laptop in self.laptops:
            steps = list(laptop.steps.values())
            twice = steps + steps[::2]
            random.Random(len(steps)).shuffle(twice)
            assert fold(twice) == fold(steps)

    @invariant()
    def what_a_step_saw_lies_before_it(self):
        for laptop in self.laptops:
            steps = list(laptop.steps.values())
            assert all(a.order < b.order for a in steps for b in steps if a is not b and b.saw(a))


TestThreeReplicas = ThreeReplicas.TestCase
TestThreeReplicas.settings = settings(
    max_examples=often(2000, 100_000), stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
