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
