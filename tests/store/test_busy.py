"""Who writes at once with another: a second program says so, and whoever only looks waits for nobody."""

import threading

import pytest

from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.store import Store


def test_a_database_that_another_program_writes_to_is_refused_in_words(store):
    with Store.open(store.path) as other:
        with other.work("First") as work:
            work.add(Organisation, {"name": "Riba"})
        with other.journal() as journal:
            journal.connection.execute("PRAGMA busy_timeout=0")
        with store.work("Long") as work:
            work.add(Organisation, {"name": "Vila"})
            with pytest.raises(Refused, match="Another program is writing"), other.work("Second"):
                pass
        with other.work("Third") as work:
            work.add(Organisation, {"name": "Nova"})
    with store.read() as reader:
        assert {row["name"] for row in reader.all(Organisation)} == {"Riba", "Vila", "Nova"}


def test_the_history_can_be_looked_at_while_something_long_is_written(store):
    with store.work("First") as work:
        work.add(Organisation, {"name": "Riba"})
    began, go, waited = threading.Event(), threading.Event(), []

    def long():
        with store.work("Long") as work:
            work.add(Organisation, {"name": "Vila"})
            began.set()
            waited.append(go.wait(5))

    thread = threading.Thread(target=long)
    thread.start()
    assert began.wait(5)
    assert store.writing
    assert store.next_undo()[0].title == "First"
    assert [step.title for step in store.history()] == ["First"]
    go.set()
    thread.join()

    assert waited == [True]
    assert not store.writing
    assert store.next_undo()[0].title == "Long"
