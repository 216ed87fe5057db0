"""What is refused on the command line is refused in words, whatever was typed."""

import pytest


@pytest.mark.parametrize(
    "words",
    [
        ("list", "\x1b[31mred"), ("forecast", "--edition", "\x1b[31mred"), ("report", "work-plan", "--no=\x1b[31m"),
        ("list", "organisation", "--database", "\x1b[31m\u202e"), ("agenda", "--year", "\x1b[31m"),
        ("show", "organisation", "\udcff"), ("undo", "\udcff"),
    ],
)  # fmt: skip
def test_a_reason_holds_nothing_that_a_terminal_would_obey_and_bytes_that_are_no_text_are_refused(begun, words):
    said = begun(*words, ok=False)
    assert said.code in (1, 2)
    assert said.err.strip()
    assert not set(said.err) & set("\x1b\u202e")


@pytest.mark.parametrize("place", ["", ".", "/"])
@pytest.mark.parametrize("words", [("export", "organisation", "--as", "csv", "--out"), ("backup",)])
def test_a_folder_is_no_file_to_write(begun, words, place):
    said = begun(*words, place, ok=False)
    assert said.code == 1
    assert "it is a folder" in said.err


def test_a_name_that_is_too_long_for_a_database_is_refused_in_words(run, tmp_path):
    said = run("--database", tmp_path / ("n" * 250), "init", ok=False)
    assert (said.code, "cannot be opened or written" in said.err) == (1, True)
    assert list(tmp_path.iterdir()) == []
