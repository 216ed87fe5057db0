"""Histories on real files: whatever is done, the tables stay the fold of the steps."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.repository import Practice
from iopd_desktop.store import listing
from iopd_desktop.store.fold import fold
from iopd_desktop.store.listing import Listing
from iopd_desktop.store.store import Store
from iopd_desktop.store.undoing import ChangedSince
from tests.often import often

names = st.sampled_from(["Riba", "Łódź", "臺北", "a\x00b", '"x" <b>', "ñ" * 40])
languages = st.sampled_from(["en", "es", "fr"])


class OneFile(RuleBasedStateMachine):
    """Adds, edits, removals, undo, redo, restarts and failing works on one database file."""

    @initialize()
    def begin(self):
        self.folder = tempfile.TemporaryDirectory()
        os.environ["IOPD_DESKTOP_CONFIG"] = self.folder.name
        self.store = Store.create(Path(self.folder.name) / "work.iopd", author="Ada")
        self.ids = []

    def teardown(self):
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    def _there(self, record):
        with self.store.read() as reader:
            return [row["id"] for row in reader.all(record)]

    @rule(name=names, many=st.integers(1, 3))
    def add(self, name, many):
        with self.store.work("Add") as work:
            work.add_many(Organisation, [{"name": name, "type": "local"}] * many)
            work.add(Practice, {"title": {"en": name}, "sdgs": ["1"]})

    @rule(name=names, pick=st.integers(0, 99), code=languages, machine=st.booleans())
    def edit(self, name, pick, code, machine):
        practices, bodies = self._there(Practice), self._there(Organisation)
        with self.store.work("Edit") as work:
            if practices:
                id = practices[pick % len(practices)]
                texts = dict(work.get(Practice, id)["title"])
                texts[code] = {"text": name, "by": "machine" if machine else "person"}
                work.edit(Practice, id, {"title": texts, "sdgs": [str(1 + pick % 17)]})
            if bodies:
                work.edit(Organisation, bodies[pick % len(bodies)], {"name": name, "population": pick})

    @rule(pick=st.integers(0, 99))
    def remove(self, pick):
        if bodies := self._there(Organisation):
            with self.store.work("Remove") as work:
                work.remove(Organisation, bodies[pick % len(bodies)])

    @rule()
    def undo_and_redo(self):
        before = self._rows()
        if self.store.undo():
            undone = self._rows()
            self.store.redo()
            assert self._rows() == before
            self.store.undo()
            assert self._rows() == undone

    @rule(pick=st.integers(0, 99), spare=st.booleans())
    def undo_any(self, pick, spare):
        steps = [step for step in self.store.history() if step.act == "work" and not step.undone]
        if steps:
            try:
                self.store.undo(steps[pick % len(steps)].step, spare=spare)
            except ChangedSince:
                assert not spare

    @rule()
    def fail(self):
        before = self._rows()
        with suppress(Refused), self.store.work("Fails") as work:
            work.add(Organisation, {"name": "Never", "type": "local"})
            raise Refused("never")
        assert self._rows() == before

    @rule()
    def restart(self):
        before, path = self._rows(), self.store.path
        self.store.close()
        self.store = Store.open(path, author="Ada")
        assert self._rows() == before

    def _rows(self):
        with self.store.read() as reader:
            return {r.kind: sorted(reader.all(r), key=lambda row: row["id"]) for r in (Organisation, Practice)}

    @invariant()
    def tables_are_the_fold(self):
        if not hasattr(self, "store"):
            return
        assert [problem for problem in self.store.check() if problem.grave] == []
        with self.store.journal() as journal:
            steps = list(journal.steps())
        assert fold(steps[::-1]) == fold(steps)

    @invariant()
    def what_is_there_is_found_by_its_name(self):
        if not hasattr(self, "store"):
            return
        with self.store.read() as reader:
            for row in reader.all(Organisation):
                if row["name"] != "a\x00b":
                    found = listing.order(reader, Listing("organisation", row["name"]))
                    assert listing.number_of(reader, "organisation", row["id"]) in found


TestOneFile = OneFile.TestCase
TestOneFile.settings = settings(
    max_examples=often(50, 2000), stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
