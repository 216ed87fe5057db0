"""Who is perhaps here already: asked while a new organisation or person is typed, before there are two of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from iopd_desktop.models import Record
from iopd_desktop.models.members import Organisation, Person
from iopd_desktop.store.reading import Reader, marks
from iopd_desktop.words import country_name, fold

SHOWN = 3
_FEW = 5
"""Up to so many records that hold what was typed are worth a look; more say only that the name is a common one."""
_LONG_WORD = 4


@dataclass(frozen=True)
class Alike:
    """A record that may be the one that is typed: its id, and its name with where it is from."""

    id: str
    told: str


def alike(read: Reader, record: type[Record], typed: Mapping[str, str]) -> list[Alike]:
    """The records that may be meant by the names typed so far, those of the same name first; none of other kinds.

    An organisation is found by all words of its name or, where none has them all, by as many of the long ones after
    the first as some have: "Ville de Tamrirt" finds "Commune de Tamrirt". A person is found by both names.
    """
    if record is Organisation:
        text = typed.get("name", "")
        found = _few(read, record, _whole(read, record, text)) or _few(read, record, _by_long_words(read, text))
    elif record is Person and typed.get("family_name", "").strip():
        text = f"{typed.get('given_name', '')} {typed['family_name']}"
        found = _few(read, record, _whole(read, record, text))
    else:
        return []
    same = fold(" ".join(text.split()))
    rows = sorted(found, key=lambda row: (fold(record.called(row, read)) != same, row["id"]))
    return [Alike(row["id"], _told(read, record, row)) for row in rows[:SHOWN]]


def _whole(read: Reader, record: type[Record], text: str) -> set[int]:
    return (read.hits(record.kind, text) or set()) if len(text.strip()) >= _LONG_WORD - 1 else set()


def _by_long_words(read: Reader, text: str) -> set[int]:
    """The numbers of the organisations with as many of the long words as some have, the rarest words first.

    The first word says what kind of body it is more often than which one.
    """
    words = {word for word in fold(text).split()[1:] if len(word) >= _LONG_WORD}
    found: set[int] = set()
    for one in sorted((read.hits(Organisation.kind, word) or set() for word in words), key=len):
        found = (found & one or found) if found else one
    return found


def _few(read: Reader, record: type[Record], numbers: set[int]) -> list[dict[str, Any]]:
    """The records of these numbers, where they are few."""
    if not numbers or len(numbers) > _FEW:
        return []
    some = sorted(numbers)
    ids = [id for (id,) in read.rows(f'SELECT id FROM "{record.kind}" WHERE n IN ({marks(some)})', some)]
    return list(read.some(record, ids).values())


def _told(read: Reader, record: type[Record], row: Mapping[str, Any]) -> str:
    if record is Person:
        beside = [read.title(Organisation.kind, row["organisation"])] if row["organisation"] else []
    else:
        beside = [row["city"] or "", country_name(row["country"]) if row["country"] else ""]
    return ", ".join(filter(None, [record.called(row, read), *beside]))
