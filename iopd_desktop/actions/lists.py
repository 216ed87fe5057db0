"""Lists as they are asked for by name: conditions as people write them, saved views, rows, objects for scripts."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from iopd_desktop.actions.ready_views import READY_VIEWS, ready_view
from iopd_desktop.actions.titles import Titles, linked
from iopd_desktop.models import RECORDS, Record
from iopd_desktop.models.base import Values
from iopd_desktop.models.desk import View
from iopd_desktop.models.kinds import Flag, Link, Look, Texts
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import listing as lists
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, fold

_AT_ONCE = 500
_WRITTEN = re.compile(r"(\w+)\s*(!=|>=|<=|=)(.*)", re.DOTALL)
_TESTS: dict[str, lists.Test] = {"=": "is", "!=": "not", ">=": "from", "<=": "to"}


@dataclass(frozen=True)
class Wanted:
    """A list that is asked for: the saved view's name, what it lists, and the fields shown (none: all of them)."""

    name: str
    listing: Listing
    columns: tuple[str, ...]

    def showing(self, fields: Sequence[str]) -> "Wanted":
        """The same list with other fields."""
        return replace(self, columns=tuple(fields))


def kind_named(name: str) -> type[Record]:
    """The kind of record of this name, singular or plural, in the current language too; Refused where none is."""
    wanted = fold(name)
    for record in RECORDS:
        if wanted in (record.kind, record.kind + "s", fold(_(record.label)), fold(_(record.plural))):
            return record
    kinds = ", ".join(record.kind for record in RECORDS)
    raise Refused(_("There is no kind “{name}”; there are {names}").format(name=name[:40], names=kinds))


def field_known(record: type[Record], name: str) -> str:
    """A field's name as it is; Refused with the names that there are."""
    if name not in record.fields:
        raise Refused(
            _("{kind} has no field “{field}”; it has {names}").format(
                kind=_(record.label), field=name[:40], names=", ".join(record.fields)
            )
        )
    return name


def condition(record: type[Record], text: str, look: Look) -> Filter:
    """A condition as written: F=V, F!=V, F>=V, F<=V; F= asks for what is empty. Refused, or BadValue for the value."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise Refused(_("“{text}” is no condition, such as country=PT").format(text=text[:60]))
    name, sign, written = field_known(record, found[1]), found[2], found[3]
    if not written.strip():
        return Filter(name, "filled" if sign == "!=" else "empty")
    if sign in (">=", "<="):
        return Filter(name, _TESTS[sign], _bound(record, name, written, first=sign == ">="))
    value = record.fields[name].kind.parse(written, look)
    return Filter(name, _TESTS[sign], value)


def condition_parts(text: str) -> tuple[str, str]:
    """The field and the text of F=V; Refused for anything else."""
    name, sign, written = text.partition("=")
    if not sign:
        raise Refused(_("“{text}” is not FIELD=VALUE").format(text=text[:60]))
    return name.strip(), written


def _bound(record: type[Record], name: str, written: str, *, first: bool) -> Any:
    value = record.fields[name].kind.parse(written, look=None)
    if isinstance(value, Mapping) and "earliest" in value:
        return value["earliest" if first else "latest"]
    derived = record.fields[name].kind.derive(value)
    return derived[0] if derived else value


def view_named(reader: Reader, name: str, record: type[Record] | None = None) -> Wanted:
    """A saved view by its name, else one of the program's own; Refused where there is none, or several for the kind."""
    found = [
        view for kept in reader.all(View)
        if fold(kept["name"]) == fold(name) and (view := _view(kept)) and record in (None, view.listing.record)
    ]  # fmt: skip
    ready = ready_view(name)
    if not found and ready and record in (None, ready.record):
        return Wanted(_(ready.label), ready.listing(), ())
    if len(found) != 1:
        names = ", ".join(sorted({kept["name"] for kept in reader.all(View)} | {_(one.label) for one in READY_VIEWS}))
        sentence = _("{count} views are called “{name}”; there are {names}")
        raise Refused(sentence.format(count=len(found), name=name[:60], names=names))
    return found[0]


def _view(kept: Mapping[str, Any]) -> Wanted | None:
    try:
        said = json.loads(kept["listing"])
        record = _kind_of_view(str(said.get("kind") or kept["of"]))
        if record is None:
            return None
        known = record.fields
        filters = [Filter(name, test, value) for name, test, value in said.get("where", ()) if name in known]
        for name, codes in said.get("values", {}).items():
            if name in known and codes:
                flag = isinstance(known[name].kind, Flag)
                filters.append(Filter(name, "in", [int(code) for code in codes] if flag else list(codes)))
        if (ready := ready_view(str(said.get("ready", "")))) and ready.record is record:
            filters += ready.filters()
        order = tuple((name, bool(down)) for name, down in said.get("order", ()) if name in known)
        columns = tuple(name for name in said.get("columns", ()) if name in known)
        return Wanted(kept["name"], Listing(record.kind, str(said.get("search", "")), tuple(filters), order), columns)
    except (ValueError, TypeError, AttributeError):
        return None


def _kind_of_view(of: str) -> type[Record] | None:
    """The kind that a view is of: told, or by the page where it was kept, such as members/persons."""
    for word in (of, of.rpartition("/")[2], of.partition("/")[0]):
        for record in RECORDS:
            if word in (record.kind, record.kind + "s"):
                return record
    return None


def narrowed(reader: Reader, record: type[Record], view: str | None, search: str, where: Iterable[str]) -> Wanted:
    """The list of a kind that a view, a search and conditions ask for together."""
    plain = Listing(record.kind, order=_usual_order(record))
    base = view_named(reader, view, record) if view else Wanted("", plain, ())
    found = base.listing
    filters = tuple(condition(record, text, Titles(reader)) for text in where)
    sought = " ".join(part for part in (found.search, search) if part)
    return replace(base, listing=replace(found, search=sought, where=(*found.where, *filters)))


def _usual_order(record: type[Record]) -> tuple[tuple[str, bool], ...]:
    named = next((name for name in (*record.titled, *record.fields) if record.fields[name].sorted), None)
    return ((named, False),) if named else ()


def rows(reader: Reader, listing: Listing, fields: Sequence[str] = ()) -> Iterator[list[dict[str, Any]]]:
    """The rows of a list, some hundreds at a time, in its order."""
    numbers = lists.order(reader, listing)
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        found = lists.page(reader, listing.kind, some, tuple(fields) or tuple(listing.record.fields))
        yield [found[n] for n in some if n in found]


def as_object(record: type[Record], values: Values, look: Titles) -> dict[str, Any]:
    """A record for scripts: choices as codes, links as id and title, texts by language, dates whole."""
    made: dict[str, Any] = {"id": values["id"]} if "id" in values else {}
    kinds = linked(record)
    for name, value in values.items():
        if name == "id":
            continue
        kind = record.fields[name].kind
        if value is None:
            made[name] = None
        elif name in kinds:
            ids = [value] if isinstance(value, str) else value
            named = [{"id": id, "title": look.title(kinds[name], id)} for id in ids]
            made[name] = named[0] if isinstance(kind, Link) else named
        elif isinstance(kind, Link):
            made[name] = {"id": value, "title": kind.format(value, look)}
        elif isinstance(kind, Texts):
            made[name] = {code: said["text"] for code, said in value.items()}
            machines = {code: said["by"] for code, said in value.items() if said["by"] != "person"}
            if machines:
                made[f"{name}/by"] = machines
        else:
            made[name] = value
    return made


def found_record(reader: Reader, record: type[Record], named: str) -> str:
    """The id of a record that somebody names by its id or its title; Refused where there is none."""
    id = reader.find(record.kind, named)
    if id is None:
        raise Refused(_("{kind}: nothing is called “{text}”").format(kind=_(record.label), text=named[:80]))
    return id
