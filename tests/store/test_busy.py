"""Two programs that write at once: the second says so and changes nothing."""

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
