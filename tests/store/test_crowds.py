"""Histories of many rows at once, by two programs on one file: what is sought is what a look at every row finds."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from iopd_desktop.models.members import Organisation
from iopd_desktop.store import indexing, rows, undoing
from iopd_desktop.store.store import Store
from iopd_desktop.store.undoing import ChangedSince
from tests.often import often

CALLED = ["Riba", "Alta", "Vall", "Nova"]
NAMES = st.sampled_from(CALLED)


class Stopped(Exception):
    pass


class Crowd(RuleBasedStateMachine):
    """Two programs add, edit, remove, undo, redo and restart; batches are of few rows, so that there are several."""

    @initialize(most=st.sampled_from([2, 7, 20_000]), many=st.sampled_from([3, 5_000]))
    def begin(self, most, many):
        self.folder = tempfile.TemporaryDirectory()
        os.environ["IOPD_DESKTOP_CONFIG"] = self.folder.name
        self.kept = indexing._MOST, rows._MANY, undoing._AT_ONCE
        indexing._MOST, rows._MANY, undoing._AT_ONCE = most, many, most
        path = Path(self.folder.name) / "work.iopd"
        self.stores = [Store.create(path, author="Ada"), Store.open(path, author="Bob")]

    def teardown(self):
        if hasattr(self, "stores"):
            for store in self.stores:
                store.close()
            self.folder.cleanup()
            indexing._MOST, rows._MANY, undoing._AT_ONCE = self.kept

    def ids(self):
        with self.stores[0].read() as reader:
            return sorted(row["id"] for row in reader.all(Organisation))

    @rule(who=st.integers(0, 1), data=st.data())
    def work(self, who, data):
        there = self.ids()
        with suppress(Stopped), self.stores[who].work("Work") as work:
            for what in data.draw(st.lists(st.sampled_from(["add", "edit", "remove", "seek"]), min_size=1, max_size=6)):
                there = self.do(work, what, there, data)
            if data.draw(st.integers(0, 5)) == 0:
                raise Stopped

    def do(self, work, what, there, data):
        """One deed of a work; the ids that are there after it."""
        if what == "add":
            names = data.draw(st.lists(NAMES, min_size=1, max_size=8))
            with work.many(Organisation, len(names)):
                return there + work.add_many(Organisation, [{"name": name} for name in names])
        if what == "seek":
            self.same(work)
        elif there and what == "edit":
            work.edit(Organisation, data.draw(st.sampled_from(there)), {"name": data.draw(NAMES)})
        elif there:
            gone = data.draw(st.lists(st.sampled_from(there), unique=True, min_size=1))
            work.remove_many(Organisation, gone)
            if data.draw(st.booleans()):
                again = work.add(Organisation, {"name": data.draw(NAMES)}, gone[0])
                return [id for id in there if id not in gone] + [again]
            return [id for id in there if id not in gone]
        return there

    @rule(who=st.integers(0, 1))
    def undo(self, who):
        with suppress(ChangedSince):
            self.stores[who].undo()

    @rule(who=st.integers(0, 1))
    def redo(self, who):
        self.stores[who].redo()

    @rule(who=st.integers(0, 1), pick=st.integers(0, 99), spare=st.booleans())
    def undo_any(self, who, pick, spare):
        steps = [step for step in self.stores[who].history() if step.act == "work" and not step.undone]
        if steps:
            with suppress(ChangedSince):
                self.stores[who].undo(steps[pick % len(steps)].step, spare=spare)

    @rule(who=st.integers(0, 1))
    def restart(self, who):
        path = self.stores[who].path
        self.stores[who].close()
        self.stores[who] = Store.open(path, author="Ada")

    def same(self, reader):
        there = {}
        for n, name in reader.rows('SELECT n, name FROM "organisation"'):
            there.setdefault(name, set()).add(n)
        for name in CALLED:
            assert reader.hits("organisation", name) == there.get(name, set()), name
        total = sum(map(len, there.values()))
        for table in ("found_names", "found_words"):
            assert reader.value(f"SELECT count(*) FROM {table}_docsize") == total

    @invariant()
    def found(self):
        if hasattr(self, "stores"):
            for store in self.stores:
                with store.read() as reader:
                    self.same(reader)
            assert [problem for problem in self.stores[0].check() if problem.grave] == []


TestCrowd = Crowd.TestCase
TestCrowd.settings = settings(
    max_examples=often(15, 500), stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
