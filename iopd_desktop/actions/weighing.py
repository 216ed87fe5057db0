"""What an import would do, line by line, before anything is changed."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from iopd_desktop.actions.cells import Column
from iopd_desktop.actions.headings import Beside, Known, columns_for
from iopd_desktop.actions.lookup import ID, Lookup, names_of
from iopd_desktop.actions.matching import Matches
from iopd_desktop.actions.values import CellReader
from iopd_desktop.actions.verdict import Line, Refusal, Verdict
from iopd_desktop.exchange.table import Row, Table
from iopd_desktop.models import Record
from iopd_desktop.models.base import Checked, cleaned, refuse, rules
from iopd_desktop.models.fields import Field
from iopd_desktop.models.kinds import Link, Texts
from iopd_desktop.models.members import ContactPoint
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.store.ids import new_id
from iopd_desktop.store.reading import Reader, chunks
from iopd_desktop.words import _

Told = Callable[[int, int], None]
Parted = dict[str | Beside, dict[str, Any]]
_AT_ONCE, _ID = 500, "id"


def weigh(
    reader: Reader, record: type[Record], table: Table, given: Mapping[str, str] | None = None,
    *, fresh: Mapping[str, Any] | None = None, year: int | None = None, told: Told | None = None,
) -> Verdict:  # fmt: skip
    """What each line of a table would do; nothing is changed. Refused where no heading is known.

    `given` are texts for fields that the file does not tell (the edition of nominations), `fresh` values of new
    records whose line tells none; `year` is meant by dates that name none; `told(done, whole)` may raise to stop.
    """
    weighing = _Weighing(reader, record, table, given or {}, year)
    weighing.fresh = {**record.defaults(), **cleaned(record, fresh or {})}
    return weighing.verdict(told)


class _Weighing:
    def __init__(
        self, reader: Reader, record: type[Record], table: Table, given: Mapping[str, str], year: int | None
    ) -> None:
        self.reader, self.record = reader, record
        columns = columns_for(record, table.headings)
        told = {column.field.name for column in columns if isinstance(column, Column) and column.field}
        more = {name: text for name, text in given.items() if name not in told}
        self.columns: list[Known] = [*columns, *(Column(record.fields[name]) for name in more)]
        self.rows = [(line, [*cells, *more.values(), *beyond]) for line, cells, beyond in _even(table)]
        self.width = len(self.columns)
        self.places = [_place(column) for column in self.columns]
        names = {place[0] for place in self.places if place is not None}
        told_fields = [made for name, made in record.fields.items() if name in names]
        self.look = Lookup(reader)
        self.exact = any(isinstance(column, Column) and column.field is None for column in self.columns)
        self.read = CellReader(self.look, exact=self.exact, year=year)
        self.told = [(made, self.read.reads(made)) for made in sorted(told_fields, key=_is_link)]
        self.matches = Matches(reader, record)
        self.made = Verdict(record, remarks=list(table.remarks))
        self.made.ignored = [h for h, c in zip(table.headings, columns, strict=True) if c is None and h]
        self.seen: dict[Any, int] = {}
        self.own_ids: dict[int, str] = {}
        self.fresh: dict[str, Any] = {}

    def verdict(self, told: Told | None) -> Verdict:
        self._bring_own_names()
        done = 0
        for some in chunks(self.rows, _AT_ONCE):
            self._page(some)
            done += len(some)
            if told:
                told(done, len(self.rows))
        _drop_orphans(self.reader, self.made)
        self.made.refused.sort(key=lambda one: one.line)
        return self.made

    def _page(self, some: list[Row]) -> None:
        told = [(line, self._cells(cells)) for line, cells in some]
        there = self.reader.some(self.record, [id for _line, cells in told if (id := _told_id(cells))])
        for (line, parts), (_line, cells) in zip(told, some, strict=True):
            try:
                if any(cell not in ("", None) for cell in cells[self.width :]):
                    raise BadValue(_("The line has more cells than there are headings"))
                self._weigh(line, parts, there)
            except BadValue as wrong:
                self.made.refused.append(Refusal(line, str(wrong)))

    def _cells(self, cells: list[Any]) -> Parted:
        """The cells of a line by the field's name and part; those beside the record under their column."""
        found: Parted = {}
        for place, cell in zip(self.places, cells, strict=False):
            if place is not None:
                found.setdefault(place[0], {})[place[1]] = cell
        return found

    def _weigh(self, line: int, parts: Parted, there: Mapping[str, dict[str, Any]]) -> None:
        id = _told_id(parts)
        if id and not ID.fullmatch(id):
            raise BadValue(_("“{text}” is no id").format(text=id[:60]))
        now = there.get(id) if id else None
        values = self._values(parts, now)
        reached = self._reached(parts)
        if now is None and id is None:
            whole = {**self.record.defaults(), **values}
            keys = self.matches.keys(whole, reached)
            id = self.matches.match(whole, keys)
            now = self.reader.seek(self.record, id) if id else None
            if one := id or self.record.natural_id(whole):
                self._only(line, ("id", one))
            for known in keys[:1]:
                self._only(line, known)
        elif id is not None:
            self._only(line, ("id", id))
        if now is None:
            self._new(line, id, values, reached)
        else:
            self._known(line, now, values, reached)

    def _values(self, parts: Parted, now: Mapping[str, Any] | None) -> dict[str, Any]:
        """What the line says of each field, wholes before what belongs to them.

        None erases, and only a file with ids erases.
        """
        values: dict[str, Any] = {}
        wrong: list[str] = []
        for made, read in self.told:
            try:
                value = read(parts[made.name], values, now[made.name] if now else None)
            except BadValue as refused:
                wrong.append(str(refused))
                continue
            if self.exact and now and isinstance(made.kind, Texts):
                value = _without_emptied(value, now[made.name], parts[made.name])
            if value is not None or self.exact:
                values[made.name] = value
        if wrong:
            raise BadValue("; ".join(wrong))
        return values

    def _reached(self, parts: Parted) -> dict[str, str]:
        found = {}
        for column, cells in parts.items():
            if isinstance(column, Beside) and (text := str(cells[""] or "").strip()):
                found[column.means] = text
                for sentence in ContactPoint.check({"means": column.means, "value": text}).values():
                    raise BadValue(sentence)
        return found

    def _only(self, line: int, key: Any) -> None:
        if (first := self.seen.setdefault(key, line)) != line:
            raise BadValue(_("Line {line} is about the same record").format(line=first))

    def _new(self, line: int, id: str | None, values: dict[str, Any], reached: dict[str, str]) -> None:
        whole = Checked(self.fresh)
        whole.update((name, value) for name, value in values.items() if value is not None)
        refuse(rules(self.record, whole))
        id = self.record.natural_id(whole) or id or self.own_ids.get(line) or new_id()
        self.made.new.append(Line(line, id, whole, reached))

    def _known(self, line: int, now: dict[str, Any], values: dict[str, Any], reached: dict[str, str]) -> None:
        changed = {}
        for name, value in values.items():
            merged = _merged(self.record.fields[name], now[name], value)
            if merged != now[name]:
                changed[name] = merged
        fresh = self._fresh(now["id"], reached)
        if not changed and not fresh:
            self.made.same += 1
            return
        if changed and self.record.append_only:
            raise BadValue(_("{kind} is never changed, only added to").format(kind=_(self.record.plural)))
        refuse(rules(self.record, {**now, **changed}))
        self.made.changed.append(Line(line, now["id"], changed, fresh))

    def _fresh(self, person: str, reached: dict[str, str]) -> dict[str, str]:
        """The ways to reach a person that are not known yet."""
        if not reached:
            return {}
        known = {(row["means"], row["value"].casefold()) for row in self.reader.all(ContactPoint, {"person": person})}
        return {means: text for means, text in reached.items() if (means, text.casefold()) not in known}

    def _bring_own_names(self) -> None:
        """Let lines name each other: a task its whole, by the id or the title that another line has."""
        if not any(isinstance(c, Column) and c.field and c.field.name in own_links(self.record) for c in self.columns):
            return
        named = [self.record.fields[name] for name in dict.fromkeys((*self.record.titled, "short", "number"))
                 if name in self.record.fields]  # fmt: skip
        for line, cells in self.rows:
            parts = self._cells(cells)
            id = _told_id(parts) or new_id()
            self.own_ids[line] = id
            values = {}
            for made in named:
                with suppress(BadValue):
                    values[made.name] = self.read.reads(made)(parts.get(made.name, {}), {}, None)
            self.look.bring(self.record.kind, id, names_of(self.record, values))


def _drop_orphans(reader: Reader, made: Verdict) -> None:
    """Refuse the lines that belong to a refused line of the same file."""
    links = own_links(made.record)
    while links:
        there = {one.id for one in made.new}
        told = {one.id: {one.values[name] for name in links if one.values.get(name)} for one in made.new + made.changed}
        known = reader.some(made.record, {id for ids in told.values() for id in ids - there})
        lost = [one for one in made.new + made.changed if told[one.id] - there - known.keys()]
        if not lost:
            return
        for one in lost:
            made.refused.append(Refusal(one.line, _("It belongs to a line that is refused")))
        lines = {one.line for one in lost}
        made.new = [one for one in made.new if one.line not in lines]
        made.changed = [one for one in made.changed if one.line not in lines]


def own_links(record: type[Record]) -> list[str]:
    """The fields by which a record names others of its own kind."""
    fields = record.fields.values()
    return [made.name for made in fields if isinstance(made.kind, Link) and made.kind.to == record.kind]


def _is_link(made: Field) -> bool:
    return isinstance(made.kind, Link)


def _place(column: Known) -> tuple[str | Beside, str] | None:
    """Where the cells of a column are kept: under the field's name and the part."""
    if isinstance(column, Column):
        return (column.field.name if column.field else _ID), column.part
    return (column, "") if column is not None else None


def _told_id(parts: Parted) -> str | None:
    text = str(parts.get(_ID, {}).get("") or "").strip()
    return text or None


def _even(table: Table) -> Iterator[tuple[int, list[Any], list[Any]]]:
    """Each line with exactly as many cells as there are headings, and the cells beyond them."""
    width = len(table.headings)
    for line, cells in table.rows:
        yield line, [*cells[:width], *([None] * (width - len(cells)))], cells[width:]


def _merged(made: Field, now: Any, value: Any) -> Any:
    """What stands after a line: each language on its own, and no machine's text over a person's."""
    if not isinstance(made.kind, Texts) or not now or not value:
        return value
    fresh = {
        code: said for code, said in value.items()
        if said["by"] == "person" or code not in now or now[code]["by"] == "machine"
    }  # fmt: skip
    return {**now, **fresh}


def _without_emptied(value: Any, now: Any, parts: Mapping[str, Any]) -> Any:
    """Texts in languages without those whose cells were emptied."""
    emptied = {part for part, cell in parts.items() if cell in (None, "") and "/" not in part}
    kept = {code: said for code, said in (now or {}).items() if code not in emptied}
    return {**kept, **(value or {})} or None
