"""Whom a written name means: records found by title, number or id, among those that belong to the same whole."""

import re
from collections.abc import Mapping
from typing import Any

from iopd_desktop.models import Record, by_kind
from iopd_desktop.models.base import Values
from iopd_desktop.models.kinds import Link
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.models.repository import Vocabulary
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import LANGUAGES, _, fold, speaking

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SHORT_NAMES = ("number", "code", "acronym", "year")
Whole = tuple[tuple[str, str], ...]


class Lookup:
    """A `Look` for many rows: every name is looked up once. It also knows records that the file itself brings."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._found: dict[tuple[str, str, Whole], str | None] = {}
        self._within: dict[tuple[str, Whole], dict[str, set[str]]] = {}
        self._brought: dict[tuple[str, str], set[str]] = {}
        self.brought_ids: set[str] = set()

    def bring(self, kind: str, id: str, names: set[str]) -> None:
        """Make a record of the file known by its names before it is there."""
        self.brought_ids.add(id)
        for name in names:
            self._brought.setdefault((kind, fold(name.strip())), set()).add(id)

    def title(self, kind: str, id: str) -> str:
        """The title of a record, or an empty text where it is not there."""
        return self._reader.title(kind, id)

    def find(self, kind: str, title: str) -> str | None:
        """The id of the one record with this title or id; BadValue where several have it."""
        return self.linked(kind, title, {})

    def term(self, vocabulary: str, title: str) -> str | None:
        """The id of a term of one vocabulary; a term of another one only where none of this one is called so."""
        ids = [row["id"] for row in self._reader.all(Vocabulary, {"code": vocabulary})]
        return self.linked("term", title, {"vocabulary": ids[0]} if ids else {})

    def linked(self, kind: str, text: str, values: Values) -> str | None:
        """The id that a text names for a record with these values; BadValue where it stays unclear."""
        whole = _shared(by_kind(kind), values)
        key = (kind, text, whole)
        if key not in self._found:
            self._found[key] = self._look(kind, text.strip(), whole)
        return self._found[key]

    def alone_within(self, kind: str, id: str, title: str, values: Values) -> bool:
        """Whether a title means this one record to a record with these values, such as a category in its edition."""
        whole = _shared(by_kind(kind), values)
        return bool(whole) and self._names_within(kind, whole).get(fold(title)) == {id}

    def _look(self, kind: str, text: str, whole: Whole) -> str | None:
        if ID.fullmatch(text):
            there = text in self.brought_ids or self._reader.value(f'SELECT 1 FROM "{kind}" WHERE id = ?', [text])
            return text if there else None
        wanted = fold(text)
        if whole and len(near := self._names_within(kind, whole).get(wanted, ())) == 1:
            return next(iter(near))
        ids = {found} if (found := self._reader.find(kind, text)) else self._by_short_name(kind, text)
        ids = ids or self._brought.get((kind, wanted), set())
        if len(ids) > 1:
            sentence = _("“{text}” is the name of {count} records; give the id")
            raise BadValue(sentence.format(text=text[:80], count=len(ids)))
        return next(iter(ids), None)

    def _by_short_name(self, kind: str, text: str) -> set[str]:
        record, found = by_kind(kind), set()
        for name in _SHORT_NAMES:
            if name in record.fields:
                try:
                    value = record.fields[name].kind.parse(text)
                except BadValue:
                    continue
                found |= {values["id"] for values in self._reader.all(record, {name: value})}
        return found

    def _names_within(self, kind: str, whole: Whole) -> dict[str, set[str]]:
        if (kind, whole) not in self._within:
            found: dict[str, set[str]] = {}
            for values in self._reader.all(by_kind(kind), dict(whole)):
                for name in names_of(by_kind(kind), values):
                    found.setdefault(fold(name), set()).add(values["id"])
            self._within[kind, whole] = found
        return self._within[kind, whole]


def _shared(to: type[Record], values: Values) -> Whole:
    """The wholes that a record and what it names both belong to, such as the edition."""
    return tuple(
        (name, values[name]) for name, made in to.fields.items()
        if isinstance(made.kind, Link) and isinstance(values.get(name), str)
    )  # fmt: skip


def names_of(record: type[Record], values: Values) -> set[str]:
    """What a record may be called in a file: its titles in every language, its number, code or acronym."""
    found = {str(values[name]) for name in _SHORT_NAMES if values.get(name) is not None}
    for name in record.titled:
        value = values.get(name)
        if isinstance(value, Mapping):
            found |= {str(said["text"]) for said in value.values() if isinstance(said, Mapping) and "text" in said}
        elif value is not None and not isinstance(record.fields[name].kind, Link):
            found.add(str(value))
    for language in LANGUAGES:
        with speaking(language):
            found.add(record.called(values))
    return {name for name in found if name}


def told_ids(value: Any) -> list[str]:
    """The ids in a value that names records."""
    return [value] if isinstance(value, str) else list(value or ())
