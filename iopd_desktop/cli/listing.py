"""Commands that only look: lists, records, history, and what there is."""

from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.lists import as_object, found_record, kind_named, narrowed, rows
from iopd_desktop.actions.lookup import ID
from iopd_desktop.actions.titles import Titles
from iopd_desktop.cli.desk import Desk, plain_step
from iopd_desktop.cli.narrowing import LIST_OPTIONS
from iopd_desktop.exchange.formats import FORMATS
from iopd_desktop.models import RECORDS, Record
from iopd_desktop.models.kinds import Choice, Choices, Link
from iopd_desktop.store.history import Happened
from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.reports import Option


def list_records(desk: Desk) -> None:
    """The records of a kind, searched, filtered, or as a saved view shows them."""
    told = desk.arguments
    record = kind_named(told.kind)
    with desk.store().read() as reader:
        wanted = narrowed(reader, record, told.view, told.search, told.where)
        titles = Titles(reader)
        found: list[dict[str, Any]] = []
        for some in rows(reader, wanted.listing):
            titles.warm(record, some)
            found += some
        if desk.json:
            desk.give([as_object(record, row, titles) for row in found])
            return
        names = wanted.columns or [name for name, made in record.fields.items() if made.listed] or [*record.fields]
        fields = [record.fields[name] for name in names]
        cells = ([row["id"], *(made.kind.format(row[made.name], titles) for made in fields)] for row in found)
        desk.table(["id", *(made.label for made in fields)], cells)


def show(desk: Desk) -> None:
    """One record with all its fields."""
    record = kind_named(desk.arguments.kind)
    with desk.store().read() as reader:
        values = reader.get(record, found_record(reader, record, desk.arguments.id))
        titles = Titles(reader)
        if desk.json:
            desk.give(as_object(record, values, titles))
            return
        desk.say(f"id: {values['id']}")
        for name, made in record.fields.items():
            if values[name] is not None:
                desk.say(f"{made.label}: {made.kind.format(values[name], titles)}")


def kinds(desk: Desk) -> None:
    """The kinds of records with their fields."""
    if desk.json:
        desk.give([_kind(record) for record in RECORDS])
        return
    for record in RECORDS:
        desk.say(f"{record.kind}: {_(record.plural)}")
        for name, made in record.fields.items():
            needed = " *" if made.required else ""
            desk.say(f"  {name} ({made.kind.name}): {made.label}{needed}")


def _kind(record: type[Record]) -> dict[str, Any]:
    return {"kind": record.kind, "label": _(record.label), "fields": [_field(made) for made in record.fields.values()]}


def _field(made: Any) -> dict[str, Any]:
    told = {"name": made.name, "kind": made.kind.name, "label": made.label, "required": made.required}
    if isinstance(made.kind, Choice | Choices):
        told["choices"] = {code: _(label) for code, label in made.kind.choices.items()}
    if isinstance(made.kind, Link):
        told["to"] = made.kind.to
    return told


def reports(desk: Desk) -> None:
    """The reports with their options."""
    from iopd_desktop.reports import REPORTS

    if desk.json:
        desk.give(
            [
                {
                    "name": one.name, "label": _(one.label),
                    "options": [option for o in one.options for option in _options(o)],
                }
                for one in REPORTS
            ]
        )  # fmt: skip
        return
    for one in REPORTS:
        told = (option for o in one.options for option in _options(o))
        options = " ".join(f"--{o['name']}" if o["required"] else f"[--{o['name']}]" for o in told)
        desk.say(f"{one.name}: {_(one.label)} {options}".rstrip())


def _options(option: "Option") -> list[dict[str, Any]]:
    """What a report's option is called here: a list is named by several."""
    names = LIST_OPTIONS if option.kind == "list" else (option.name.replace("_", "-"),)
    needed = option.required and option.kind != "list"
    return [{"name": name, "label": _(option.label), "required": needed} for name in names]


def formats(desk: Desk) -> None:
    """The file formats, and whether they are read, written, or both."""
    if desk.json:
        desk.give([{"name": one.name, "label": _(one.label), "read": one.read is not None} for one in FORMATS])
        return
    for one in FORMATS:
        desk.say(f"{one.name}: {_(one.label)}")


def history(desk: Desk) -> None:
    """The steps, or what happened to one record."""
    told, store = desk.arguments, desk.store()
    if told.kind and told.id:
        record = kind_named(told.kind)
        with store.read() as reader:
            # a record that was removed still has its history, by its id
            id = told.id if ID.fullmatch(told.id) else found_record(reader, record, told.id)
        steps = store.history(record.kind, id)
    else:
        steps = store.history(limit=told.limit)
    if desk.json:
        desk.give([{**plain_step(step), **_changes(step)} for step in steps])
        return
    for step in steps:
        undone = _(" (undone)") if step.undone else ""
        when = f"{step.at:%Y-%m-%d %H:%M}" if step.at else "-" * 16
        desk.say(f"{when}  {step.author}  {step.title}{undone}  {step.step}")
        for past in step.fields:
            desk.say(f"    {past.label}: {past.old} → {past.new}")


def _changes(step: Happened) -> dict[str, Any]:
    fields = [{"path": past.path, "old": past.old, "new": past.new} for past in step.fields]
    return {"changed": step.changed, "fields": fields} if step.changed else {}
