"""Which record a line of a file is about: by its id, its natural key, or what people know it by."""

from collections.abc import Mapping, Sequence
from typing import Any

from iopd_desktop.models import Record
from iopd_desktop.models.base import Values
from iopd_desktop.models.kinds import chosen
from iopd_desktop.models.members import ContactPoint
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.store.columns import decoded
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, fold

Key = tuple[Any, ...]
Way = tuple[tuple[str, ...], Key]

# What people know a record by, the surest first; each is used where the line tells all of it.
KNOWN_BY: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "organisation": (("name", "country"), ("name",)),
    "person": (("given_name", "family_name", "organisation"),),
    "contact_point": (("person", "means", "value"),),
    "organ": (("name",),),
    "seat": (("organ", "organisation", "person", "role"), ("organ", "organisation"), ("organ", "person")),
    "contact": (("date", "subject", "organisation"), ("date", "subject", "person")),
    "consent": (("person", "purpose", "act", "date"),),
    "practice": (("title", "country"), ("title", "organisation")),
    "vocabulary": (("code",),),
    "term": (("vocabulary", "name"),),
    "edition": (("number",),),
    "phase": (("edition", "name"),),
    "category": (("edition", "group", "name"),),
    "criterion": (("edition", "name"),),
    "nomination": (("edition", "number"), ("edition", "decidim"), ("edition", "title")),
    "juror": (("edition", "name", "phase"),),
    "event": (("uid",), ("title", "date")),
    "preparation": (("event", "what"),),
    "target": (("plan", "name"),),
    "registration": (("event", "ticket"), ("event", "email", "name"), ("event", "person"), ("event", "name")),
    "session": (("event", "title"),),
    "question": (("event", "text"),),
    "plan": (("year",),),
    "objective": (("plan", "number"),),
    "priority": (("plan", "code"),),
    "group": (("priority", "name"),),
    "task": (("plan", "number"),),
    "view": (("of", "name"),),
}

# By what a record is known that has no number yet (the last one) when a file brings the number.
UNNUMBERED: Mapping[str, tuple[str, ...]] = {"registration": ("event", "email", "name", "ticket")}


class Matches:
    """The records there are, by what people know them by; each way is read once, when it is first asked for."""

    def __init__(self, reader: Reader, record: type[Record]) -> None:
        self._reader, self._record = reader, record
        self._known: dict[tuple[str, ...], dict[Key, list[str]]] = {}
        self._reached: dict[str, list[str]] | None = None

    def keys(self, values: Values, reached: Mapping[str, str]) -> list[Way]:
        """The surest way in which a line tells whom it is about; an address beside it, which may be new."""
        found: list[Way] = []
        if reached.get("email"):
            found.append((("email",), (fold(reached["email"]),)))
        for names in KNOWN_BY.get(self._record.kind, ()):
            told = [values.get(name) for name in names]
            if None not in told:
                return [*found, (names, tuple(map(_token, told))), *self._unnumbered(values)]
        return found

    def _unnumbered(self, values: Values) -> list[Way]:
        """How a line with the number of a ticket finds who was registered before they had one."""
        names = UNNUMBERED.get(self._record.kind, ())
        told = [values.get(name) for name in names]
        if None in told[:-1] or not told or told[-1] is None:
            return []
        return [(names, (*map(_token, told[:-1]), None))]

    def match(self, values: Values, keys: Sequence[Way]) -> str | None:
        """The id of the record that a line is about, None for a new one; BadValue where it may be several.

        `keys` are the ways in which the line tells it.
        """
        if natural := self._record.natural_id(values):
            return natural if self._reader.seek(self._record, natural) else None
        for names, key in keys:
            ids = self._by_email(key[0]) if names == ("email",) else self._by(names).get(key, [])
            if len(ids) > 1:
                sentence = _("{count} records are known by this already; give the id")
                raise BadValue(sentence.format(count=len(ids)))
            if ids:
                return ids[0]
        return None

    def _by(self, names: tuple[str, ...]) -> dict[Key, list[str]]:
        if names not in self._known:
            found: dict[Key, list[str]] = {}
            selected = ", ".join(f'"{name}"' for name in names)
            for id, *cells in self._reader.rows(f'SELECT id, {selected} FROM "{self._record.kind}"'):
                values = decoded(self._record, names, cells)
                found.setdefault(tuple(map(_token, values.values())), []).append(id)
            self._known[names] = found
        return self._known[names]

    def _by_email(self, address: str) -> list[str]:
        if self._reached is None:
            self._reached = {}
            for value, person in reached_by(self._reader, "email"):
                ids = self._reached.setdefault(fold(value), [])
                if person not in ids:
                    ids.append(person)
        return self._reached.get(address, [])


def reached_by(reader: Reader, means: str) -> list[tuple[str, str]]:
    """Every address of a kind with its person's id."""
    sql = f'SELECT value, person FROM "{ContactPoint.kind}" WHERE means = ? AND person IS NOT NULL'
    return [(row[0], row[1]) for row in reader.rows(sql, [means])]


def _token(value: Any) -> Any:
    """What is compared: names without case and marks, texts in languages by their first text, dates by EDTF."""
    if isinstance(value, str):
        return fold(value.strip())
    if isinstance(value, Mapping):
        return str(value["edtf"]) if "edtf" in value else fold(chosen(value, "en")[0])
    return value
