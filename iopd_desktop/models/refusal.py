"""How the program says no: a clear sentence, and nothing changed."""

from collections.abc import Mapping


class BadValue(ValueError):
    """A value that cannot be kept; its text is a sentence for the person who typed it.

    `fields` holds a sentence for each field where several are wrong at once.
    """

    def __init__(self, sentence: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(sentence)
        self.fields = dict(fields or {})


class Refused(Exception):
    """An act that is not done, with the reason as a sentence; nothing was changed."""
