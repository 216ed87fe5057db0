"""What a mailing list is made of, whoever takes it: one addressee, one letter, and how the list is to be cut."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LONGEST_NAME = 120


@dataclass(frozen=True)
class Entry:
    """One person on a list, as plain texts. `consented` is the day of the consent, ISO 8601."""

    address: str
    language: str
    given_name: str = ""
    family_name: str = ""
    salutation: str = ""
    organisation: str = ""
    membership: str = ""
    country: str = ""
    id: str = ""
    mobile: str = ""
    consented: str = ""

    @property
    def name(self) -> str:
        """The whole name in one line, cut where it would not fit a header; an address is never cut."""
        return one_line(f"{self.given_name} {self.family_name}")[:_LONGEST_NAME].strip()


@dataclass(frozen=True)
class Letter:
    """What a draft says in one language; both may be empty, to be written in the mail program."""

    subject: str = ""
    body: str = ""


@dataclass(frozen=True)
class Sending:
    """How a list is to be written.

    `size` addresses stand in a block at most, and `characters` of its text (0: any number); `separator` stands
    between them. `mailbox` and `sender` are the Secretariat's own address and name; `letters` are by language.
    """

    purpose: str
    on: date
    size: int = 90
    characters: int = 8000
    separator: str = ","
    mailbox: str = ""
    sender: str = ""
    mobiles: bool = False
    letters: Mapping[str, Letter] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """A file of a list: its name, its language (empty: several), and how many persons are in it."""

    file: str
    language: str
    count: int


def one_line(text: str) -> str:
    """A text in one line without control characters and without signs that turn the line around unseen."""
    return _BREAKS.sub(" ", _INVISIBLE.sub("", text)).strip()


def by_language(entries: list[Entry]) -> dict[str, list[Entry]]:
    """The entries of each language, in the order of its code."""
    found: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.language):
        found.setdefault(entry.language, []).append(entry)
    return found
