"""Help and wrong usage are told in the reader's language, argparse's own words too."""

import re

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


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "«soon» no es un número entero"), ("fr", "« soon » n’est pas un nombre entier"),
     ("ca", "«soon» no és un nombre enter"), ("pt", "«soon» não é um número inteiro")],
)
def test_a_number_that_is_none_is_told_without_words_of_a_programming_language(capsys, language, said):
    told_wrong = told(capsys, "init", "--plan", "soon", "--language", language).replace("\u202f", " ")
    assert said in told_wrong
    assert "int " not in told_wrong


def test_what_is_unknown_to_a_command_shows_how_that_command_is_used(capsys):
    said = told(capsys, "list", "person", "--nonsense")
    assert "usage: iopd-desktop list " in said
    assert "unknown: --nonsense" in said


def test_an_unknown_language_is_told_in_the_usual_one(capsys, monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "ca_ES.UTF-8")
    said = told(capsys, "--language", "xx", "kinds")
    assert "ús: iopd-desktop " in said
    assert "opció no vàlida: 'xx'" in said


def lines(capsys, language, *command):
    """The words of a help, line by line, without options and choices."""
    return {line.strip() for line in re.split(r"\n|  +", told(capsys, *command, "--help", "--language", language))}


def test_no_help_of_any_command_keeps_english_words(capsys):
    commands = re.findall(r"^    ([a-z-]+) ", told(capsys, "--help", "--language", "en"), re.MULTILINE)
    assert len(commands) > 30
    found = {}
    for command in commands:
        english = {line for line in lines(capsys, "en", command) if re.search(r"[a-z]{2,} [a-z]{2,}", line)}
        for language in ("es", "fr", "ca", "pt"):
            if same := english & lines(capsys, language, command):
                found[command, language] = same
    assert found == {}


def test_help_on_a_report_tells_its_own_options(capsys):
    said = told(capsys, "report", "room-signs", "--help", "--language", "es")
    assert "--event EVENTO" in said
    assert "{rooms,names}" in said
    assert "--event" not in told(capsys, "report", "--help", "--language", "es")
