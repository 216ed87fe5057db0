"""Files and folders are there whole or not at all."""

import pytest

from iopd_desktop.exchange.whole import whole_file, whole_folder
from iopd_desktop.models.refusal import Refused


def test_a_file_that_fails_leaves_the_old_one_and_nothing_else(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError), whole_file(path) as partial:
        partial.write_text("half \ud800", "utf-8")
    assert (path.read_text(), list(tmp_path.iterdir())) == ("old", [path])


def test_a_folder_appears_when_it_is_whole(tmp_path):
    path = tmp_path / "list"
    with whole_folder(path) as partial:
        (partial / "a").write_text("x")
        assert not path.exists()
    assert [each.name for each in path.iterdir()] == ["a"]
    with pytest.raises(Refused, match="not empty"), whole_folder(path):
        pass


def test_a_folder_that_fails_is_not_there(tmp_path):
    with pytest.raises(UnicodeEncodeError), whole_folder(tmp_path / "list") as partial:
        (partial / "a").write_text("half \ud800", "utf-8")
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_nothing_can_be_written_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(Refused, match="cannot be written"), whole_file(tmp_path / "file" / "list.csv") as partial:
        partial.write_text("x")
