"""Help and wrong usage are told in the reader's language, argparse's own words too."""

import pytest

from iopd_desktop.cli.arguments import parsed


def told(capsys, *argv):
    with pytest.raises(SystemExit):
        parsed(argv)
    said = capsys.readouterr()
    return said.out + said.err


def test_help_speaks_the_language_that_is_asked_for(capsys):
    assert "montrer cette aide et sortir" in told(capsys, "export", "--help", "--language", "fr")
    assert "show this help message and exit" in told(capsys, "export", "--help", "--language", "en")


def test_a_wrong_usage_is_told_in_the_language_that_is_asked_for(capsys):
    assert "il manque les arguments" in told(capsys, "list", "--language", "fr")
    assert "the following arguments are required" in told(capsys, "list", "--language", "en")
