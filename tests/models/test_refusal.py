"""What an error says to a person."""

import errno
import os

import pytest

from iopd_desktop.models.refusal import BadValue, Refused, sentence
from iopd_desktop.words import speaking


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "miembros.csv: no está ahí"),
        (errno.EACCES, "miembros.csv: el sistema no lo permite"),
        (errno.ENOSPC, "miembros.csv: el disco está lleno"),
    ],
)
def test_what_the_system_refuses_is_said_in_the_readers_language(number, said):
    with speaking("es"):
        assert sentence(OSError(number, os.strerror(number), "miembros.csv")) == said


def test_what_is_not_in_our_words_is_said_in_the_systems():
    assert sentence(OSError(errno.EMFILE, "Too many open files")) == "Too many open files"
    assert sentence(OSError("the stick is gone")) == "the stick is gone"


def test_our_own_refusals_are_sentences_already():
    assert sentence(Refused("It is there already")) == "It is there already"
    assert sentence(BadValue("Not a country", {"country": "Not a country"})) == "Not a country"
    assert sentence(LookupError("Nothing is called so")) == "Nothing is called so"
