"""The search index: what a record is found by, and a typed text as a safe query.

Words are found by their beginnings, names also by their middles (three letters or more), Chinese, Japanese and
Korean by any run of characters. All text is folded (NFKD, casefold, without marks) when stored and when sought.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Any

from iopd_desktop.models import RECORDS, Record
from iopd_desktop.models.base import once_a_record
from iopd_desktop.models.kinds import LongText, Texts
from iopd_desktop.store.driver import Connection
from iopd_desktop.words import fold

N_BITS = 40
_N_MASK = (1 << N_BITS) - 1
LONGEST_QUERY = 200


@cache
def kind_number(kind: str) -> int:
    """A stable number for a kind of record, the upper part of its rows' search ids."""
    return zlib.crc32(kind.encode()) & 0x3FFFFF


_BY_NUMBER = {kind_number(record.kind): record for record in RECORDS}


def row_id(kind: str, n: int) -> int:
    """The search id of a row."""
    return kind_number(kind) << N_BITS | n


def row_of(found: int) -> tuple[type[Record], int]:
    """The kind and row number behind a search id."""
    return _BY_NUMBER[found >> N_BITS], found & _N_MASK


@once_a_record
def _searched(record: type[Record]) -> tuple[tuple[str, Any, bool], ...]:
    return tuple(
        (name, made.kind, not isinstance(made.kind, LongText) and not (isinstance(made.kind, Texts) and made.kind.long))
        for name, made in record.fields.items()
        if made.searched
    )


def searched_fields(record: type[Record]) -> tuple[str, ...]:
    """The fields by which a kind is found."""
    return tuple(name for name, _kind, _name in _searched(record))


def texts(record: type[Record], values: dict[str, Any]) -> tuple[str, str]:
    """What a row is found by: its names (for trigrams) and all its words (for prefixes), both folded."""
    names, words = [], []
    for name, kind, is_name in _searched(record):
        value = values.get(name)
        if value is None:
            continue
        text = fold(kind.search_text(value)).replace("\x00", " ")
        words.append(spaced(text))
        if is_name:
            names.append(text)
    return "\n".join(names), "\n".join(words)


# Characters of scripts that are written without spaces: Chinese, Japanese and Korean.
_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0010ffff]")


def spaced(text: str) -> str:
    """Scripts without spaces get one between characters, so that each can be found."""
    return text if text.isascii() else _DENSE.sub(r" \g<0> ", text)


def hits(connection: Connection, kind: str, query: str) -> set[int] | None:
    """The numbers of the rows of a kind that hold every word of a typed text; None where no word is sought."""
    low = kind_number(kind) << N_BITS
    found: set[int] | None = None
    for names, words in matches(query):
        one: set[int] = set()
        for table, match in (("found_words", words), ("found_names", names)):
            if match:
                sql = f"SELECT rowid & {_N_MASK} FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ?"
                one.update(chain.from_iterable(connection.execute(sql, (match, low, low | _N_MASK))))
        found = one if found is None else found & one
    return found


def matches(query: str) -> Iterator[tuple[str, str]]:
    """For each word of a typed text, the quoted query of the names and of the words; never SQL or FTS syntax."""
    for word in fold(query[:LONGEST_QUERY]).replace("\x00", " ").split():
        quoted = word.replace('"', '""')
        inner = spaced(word).strip().replace('"', '""')
        whole = _DENSE.search(word) is not None
        if any(c.isalnum() for c in word):
            yield (f'"{quoted}"' if len(word) >= 3 else ""), (f'"{inner}"' if whole else f'"{inner}"*')
        elif len(word) >= 3:
            yield f'"{quoted}"', ""


def everywhere(query: str, limit: int) -> tuple[str, list[Any]] | None:
    """One query over all kinds for the palette: the search ids of the first hits in names."""
    sides, parameters = [], []
    for names, words in matches(query):
        table, match = ("found_names", names) if names else ("found_words", words)
        sides.append(f"SELECT rowid FROM {table} WHERE {table} MATCH ?")
        parameters.append(match)
    if not sides:
        return None
    return " INTERSECT ".join(sides) + f" LIMIT {limit}", parameters


def indexed(record: type[Record], rows: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[tuple[int, str, str]]:
    """Search id, names and words of rows given as (n, values)."""
    base = kind_number(record.kind) << N_BITS
    for n, values in rows:
        yield (base | n, *texts(record, values))
