"""What an import would do, line by line, before anything is changed."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from operator import itemgetter
from typing import Any

from iopd_desktop.actions.bulk import nothing_to_collect
from iopd_desktop.actions.cells import Column
from iopd_desktop.actions.headings import Asked, Beside, Known, columns_for
from iopd_desktop.actions.lookup import ID, Lookup, names_of
from iopd_desktop.actions.matching import Matches
from iopd_desktop.actions.registering import Registering
from iopd_desktop.actions.values import CellReader
from iopd_desktop.actions.verdict import Line, Refusal, Verdict
from iopd_desktop.exchange.table import Row, Table
from iopd_desktop.models import Record
from iopd_desktop.models.base import Checked, cleaned, refuse, rules
from iopd_desktop.models.fields import Field
from iopd_desktop.models.kinds import Link, Texts
from iopd_desktop.models.members import ContactPoint
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.models.registrations import Registration
from iopd_desktop.store.ids import new_id
from iopd_desktop.store.reading import Reader, Told, chunks
from iopd_desktop.words import _

_AT_ONCE = 500


@nothing_to_collect
def weigh(
    reader: Reader, record: type[Record], table: Table, given: Mapping[str, str] | None = None,
    *, fresh: Mapping[str, Any] | None = None, year: int | None = None, told: Told | None = None,
) -> Verdict:  # fmt: skip
    """What each line of a table would do; nothing is changed. Refused where no heading is known.

    `given` are texts for fields that the file does not tell (the edition of nominations), `fresh` values of new
    records whose line tells none; `year` is meant by dates that name none; `told(done, whole)` may raise to stop.
    """
    beginning = {**record.defaults(), **cleaned(record, fresh or {})}
    weighing = _Weighing(reader, record, table, given or {}, beginning, year)
    return weighing.verdict(told)


class _Weighing:
    def __init__(
        self, reader: Reader, record: type[Record], table: Table, given: Mapping[str, str], fresh: dict[str, Any],
        year: int | None,
    ) -> None:  # fmt: skip
        self.reader, self.record, self.table, self.fresh = reader, record, table, fresh
        # What new ones belong to, such as the edition in view: within it a name like "A" means one category.
        self.wholes = {name: fresh[name] for name, made in record.fields.items()
                       if isinstance(made.kind, Link) and fresh.get(name)}  # fmt: skip
        self.look = Lookup(reader)
        self.registering = self._registering(given.get("event"))
        columns = [
            self._asked(heading) or column
            for heading, column in zip(table.headings, columns_for(record, table.headings), strict=True)
        ]
        told = {column.field.name for column in columns if isinstance(column, Column) and column.field}
        more = {name: text for name, text in given.items() if name not in told}
        self.given = list(more.values())
        with_ids = any(isinstance(column, Column) and column.field is None for column in columns)
        self.exact = with_ids and not table.partial
        self.read = CellReader(self.look, exact=self.exact, year=year)
        self._place([*columns, *(Column(record.fields[name]) for name in more)])
        self.matches = Matches(reader, record)
        self.made = Verdict(record, remarks=list(table.remarks))
        self.made.ignored = [h for h, c in zip(table.headings, columns, strict=True) if c is None and h]
        self.seen: dict[Any, int] = {}
        self.own_ids: dict[int, str] = {}

    def _registering(self, event: str | None) -> Registering | None:
        """What registrations bring beside their fields; the event is given to the whole file."""
        if self.record is not Registration:
            return None
        return Registering(self.reader, self.look.find("event", event) if event else self.fresh.get("event"))

    def _asked(self, heading: str) -> Asked | None:
        question = self.registering.question(heading) if self.registering else None
        return Asked(question) if question else None

    def _place(self, columns: Sequence[Known]) -> None:
        """Which cells of a line make which field, languages before texts, wholes before what belongs to them."""
        fields: dict[str, dict[str, int]] = {}
        self.id_at: int | None = None
        self.beside: list[tuple[Beside, int]] = []
        self.asked: list[tuple[str, int]] = []
        for at, column in enumerate(columns):
            if isinstance(column, Beside):
                self.beside.append((column, at))
            elif isinstance(column, Asked):
                self.asked.append((column.question, at))
            elif column is not None and column.field is None:
                self.id_at = at
            elif column is not None and column.field is not None:
                fields.setdefault(column.field.name, {})[column.part] = at
        told = [(made, fields[name]) for name, made in self.record.fields.items() if name in fields]
        told.sort(key=lambda one: (isinstance(one[0].kind, Link), isinstance(one[0].kind, Texts)))
        self.told = [
            (made, itemgetter(*places.values()), self.read.reads(made, list(places)), places) for made, places in told
        ]
        self.names_own = any(made.name in own_links(self.record) for made, _places in told)

    def verdict(self, told: Told | None) -> Verdict:
        if self.names_own:
            self._bring_own_names()
        done = 0
        for some in chunks(self.table.rows, _AT_ONCE):
            self._page(some)
            done += len(some)
            if told:
                told(done, len(self.table.rows))
        _drop_orphans(self.reader, self.made)
        self.made.refused.sort(key=lambda one: one.line)
        return self.made

    def _page(self, some: list[Row]) -> None:
        there: Mapping[str, dict[str, Any]] = {}
        if self.id_at is not None:
            there = self.reader.some(self.record, filter(None, (self._id(self._even(cells)) for _line, cells in some)))
        for line, cells in some:
            try:
                if any(cell not in ("", None) for cell in cells[len(self.table.headings) :]):
                    raise BadValue(_("The line has more cells than there are headings"))
                self._weigh(line, self._even(cells), there)
            except BadValue as wrong:
                self.made.refused.append(Refusal(line, str(wrong)))

    def _even(self, cells: list[Any]) -> list[Any]:
        """The cells of a line, one for each heading, and those that are given to every line."""
        lacking = len(self.table.headings) - len(cells)
        if lacking or self.given:
            return [*cells[: len(self.table.headings)], *([None] * lacking), *self.given]
        return cells

    def _id(self, cells: Sequence[Any]) -> str | None:
        text = "" if self.id_at is None else str(cells[self.id_at] or "").strip()
        return text or None

    def _weigh(self, line: int, cells: list[Any], there: Mapping[str, dict[str, Any]]) -> None:
        id = self._id(cells)
        if id and not ID.fullmatch(id):
            raise BadValue(_("“{text}” is no id").format(text=id[:60]))
        now = there.get(id) if id else None
        values = self._values(cells, now)
        reached = self._reached(cells) if self.beside else {}
        if now is None and id is None:
            whole = {**self.record.defaults(), **self.wholes, **values}
            keys = self.matches.keys(whole, reached)
            id = self.matches.match(whole, keys)
            now = self.reader.seek(self.record, id) if id else None
            if one := id or self.record.natural_id(whole):
                self._only(line, ("id", one))
            for known in keys[:1]:
                self._only(line, known)
        elif id is not None:
            self._only(line, ("id", id))
        if self.registering and not self.exact:
            values = self.registering.completed(values, now)
        answers = {asked: text for asked, at in self.asked if (text := str(cells[at] or "").strip())}
        if now is None:
            self._new(Line(line, id or "", values, reached, answers=answers))
        else:
            self._known(Line(line, now["id"], values, reached, answers=answers), now)

    def _values(self, cells: list[Any], now: Mapping[str, Any] | None) -> dict[str, Any]:
        """What the line says of each field. None erases, and only a file with ids erases."""
        values: dict[str, Any] = {}
        wrong: list[str] = []
        beside = dict(self.wholes)
        for made, picked, read, places in self.told:
            try:
                value = read(picked(cells), beside, now[made.name] if now else None)
            except BadValue as refused:
                wrong.append(str(refused))
                continue
            if self.exact and now and isinstance(made.kind, Texts):
                parts = {part: cells[at] for part, at in places.items()}
                value = _without_emptied(value, now[made.name], parts)
            if value is not None or self.exact:
                values[made.name] = beside[made.name] = value
        if wrong:
            raise BadValue("; ".join(wrong))
        return values

    def _reached(self, cells: list[Any]) -> dict[str, str]:
        found = {}
        for column, at in self.beside:
            if text := str(cells[at] or "").strip():
                found[column.means] = text
                for sentence in ContactPoint.check({"means": column.means, "value": text}).values():
                    raise BadValue(sentence)
        return found

    def _only(self, line: int, key: Any) -> None:
        if (first := self.seen.setdefault(key, line)) != line:
            raise BadValue(_("Line {line} is about the same record").format(line=first))

    def _new(self, told: Line) -> None:
        whole = Checked(self.fresh)
        whole.update((name, value) for name, value in told.values.items() if value is not None)
        refuse(rules(self.record, whole))
        id = self.record.natural_id(whole) or told.id or self.own_ids.get(told.line) or new_id()
        self.made.new.append(replace(told, id=id, values=whole))

    def _known(self, told: Line, now: dict[str, Any]) -> None:
        changed = {}
        for name, value in told.values.items():
            merged = _merged(self.record.fields[name], now[name], value)
            if merged != now[name]:
                changed[name] = merged
        fresh = self._fresh(now["id"], told.reached)
        answers = self.registering.fresh(now["id"], told.answers) if self.registering else {}
        if not changed and not fresh and not answers:
            self.made.same += 1
            return
        if changed and self.record.append_only:
            raise BadValue(_("{kind} is never changed, only added to").format(kind=_(self.record.plural)))
        refuse(rules(self.record, {**now, **changed}))
        called = self.record.called(now, self.look)
        self.made.changed.append(replace(told, values=changed, reached=fresh, called=called, answers=answers))

    def _fresh(self, person: str, reached: dict[str, str]) -> dict[str, str]:
        """The ways to reach a person that are not known yet."""
        if not reached:
            return {}
        known = {(row["means"], row["value"].casefold()) for row in self.reader.all(ContactPoint, {"person": person})}
        return {means: text for means, text in reached.items() if (means, text.casefold()) not in known}

    def _bring_own_names(self) -> None:
        """Let lines name each other: a task its whole, by the id or the title that another line has."""
        named = {*self.record.titled, "short", "number"}
        telling = [(made, picked, read) for made, picked, read, _places in self.told if made.name in named]
        for line, cells in self.table.rows:
            even = self._even(cells)
            id = self._id(even) or new_id()
            self.own_ids[line] = id
            values = {}
            for made, picked, read in telling:
                with suppress(BadValue):
                    values[made.name] = read(picked(even), {}, None)
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
