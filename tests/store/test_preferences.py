"""A person's choices on this machine."""

from iopd_desktop import paths
from iopd_desktop.store.preferences import Preferences


def test_choices_are_given_back(tmp_path):
    mine = Preferences.load()
    mine.language, mine.name = "fr", "Ada Example"
    first, second = tmp_path / "one.iopd", tmp_path / "two.iopd"
    second.touch()
    mine.opened(second)
    mine.opened(first)
    again = Preferences.load()
    assert (again.language, again.name) == ("fr", "Ada Example")
    assert again.last() == second
    assert len(again.recent) == 2


def test_a_broken_file_is_a_first_start():
    (paths.configuration() / "preferences.json").write_text('{"language": 3, "recent": "x"')
    assert Preferences.load() == Preferences()
    (paths.configuration() / "preferences.json").write_text('{"language": 3, "recent": "x", "name": "Ada"}')
    assert Preferences.load() == Preferences(name="Ada")
