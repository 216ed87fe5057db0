"""A database begins with what was chosen; the sample is marked for good, alike on every laptop, and on its own day."""

import pytest

from iopd_desktop import words
from iopd_desktop.actions import sample
from iopd_desktop.actions.beginning import create
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.store import Store


def test_the_sample_lives_on_its_own_day_and_in_its_own_network(tmp_path, sample_path):
    create(tmp_path / "work.iopd", "empty").close()

    with Store.open(sample_path) as tried, Store.open(tmp_path / "work.iopd") as real:
        assert (tried.sample_day, real.sample_day) == (sample.DAY, None)
        with tried.journal() as mine, real.journal() as other:
            assert mine.meta("network") == sample.NETWORK != other.meta("network")


def test_real_work_goes_on_on_the_real_day(tmp_path):
    create(tmp_path / "sample.iopd", "sample").close()
    assert words.today() != sample.DAY
    with words.living_on(sample.DAY):
        assert words.today() == sample.DAY
    assert words.today() != sample.DAY


def test_a_beginning_where_something_stands_is_refused(tmp_path):
    with create(tmp_path / "work.iopd", "empty") as store, store.work("Mine") as work:
        id = work.add(Organisation, {"name": "Riba"})
    with pytest.raises(Refused, match="exists already"):
        create(tmp_path / "work.iopd", "sample")
    with Store.open(tmp_path / "work.iopd") as store, store.read() as reader:
        assert reader.get(Organisation, id)["name"] == "Riba"
