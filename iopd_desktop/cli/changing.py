"""Commands that change records, each as one step that undo takes back."""

from collections.abc import Iterable
from typing import Any

from iopd_desktop.actions.entering import change, enter
from iopd_desktop.actions.headings import columns_for
from iopd_desktop.actions.lists import condition_parts, found_record, kind_named, narrowed, rows
from iopd_desktop.cli.desk import Desk
from iopd_desktop.models import Record
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, ngettext


def init(desk: Desk) -> None:
    """Begin a database, with what every network begins with and the plan that is asked for."""
    from iopd_desktop.actions.beginning import create

    told = desk.arguments
    content = "sample" if told.sample else "plan" if told.plan else "empty"
    passphrase = desk.passphrase(_("Passphrase (none: Enter): "))
    store = desk.keep(create(desk.path, content, passphrase, desk.author, told.plan or 2024))
    if desk.json:
        desk.give({"database": str(desk.path), "encrypted": store.encrypted})
    else:
        desk.say(_("{file} is ready").format(file=desk.path))


def add(desk: Desk) -> None:
    """Add one record and say its id."""
    record = kind_named(desk.arguments.kind)
    with desk.store().work(_("Add {kind}").format(kind=_(record.label).lower())) as work:
        values = typed_values(work, record, desk.arguments.fields, {})
        id = enter(work, record, {name: value for name, value in values.items() if value is not None})
    if desk.json:
        desk.give({"id": id})
    else:
        desk.say(id)


def edit(desk: Desk) -> None:
    """Change some fields of a record; F= empties one."""
    record = kind_named(desk.arguments.kind)
    with desk.store().work(_("Edit {kind}").format(kind=_(record.label).lower())) as work:
        now = work.get(record, found_record(work, record, desk.arguments.id))
        change(work, record, now["id"], typed_values(work, record, desk.arguments.fields, now))
    if desk.json:
        desk.give({"id": now["id"]})


def typed_values(reader: Reader, record: type[Record], told: Iterable[str], now: dict[str, Any]) -> dict[str, Any]:
    """The values of arguments such as city=Riba, title/fr=Titre; those of one field belong together."""
    from iopd_desktop.actions.typed import typed

    pairs = [condition_parts(one) for one in told]
    columns = columns_for(record, [name for name, _text in pairs])
    return typed(reader, record, columns, pairs, now)


def change_found(desk: Desk) -> None:
    """Give fields of all records that a view, a search or conditions find one value each, as one step."""
    from iopd_desktop.actions.batch import change_many

    told, record = desk.arguments, kind_named(desk.arguments.kind)
    if not (told.view or told.search or told.where):
        raise Refused(_("Say which records: --view, --search or --where"))
    changed = 0
    with desk.store().work(_("Change {kind}").format(kind=_(record.plural).lower())) as work:
        listing = narrowed(work, record, told.view, told.search, told.where).listing
        ids = [row["id"] for page in rows(work, listing) for row in page]
        for name, value in typed_values(work, record, told.fields, {}).items():
            changed = max(changed, change_many(work, record, ids, name, value))
    if desk.json:
        desk.give({"changed": changed})
    else:
        desk.say(ngettext("{count} changed", "{count} changed", changed).format(count=changed))


def remove(desk: Desk) -> None:
    """Remove records."""
    record, told = kind_named(desk.arguments.kind), desk.arguments.ids
    title = ngettext("Remove {count} record: {kind}", "Remove {count} records: {kind}", len(told))
    with desk.store().work(title.format(count=len(told), kind=_(record.plural).lower())) as work:
        ids = [found_record(work, record, named) for named in told]
        work.remove_many(record, ids)
    if desk.json:
        desk.give({"removed": ids})


def undo(desk: Desk) -> None:
    """Take a step back."""
    named = desk.arguments.step
    step = desk.store().undo(named, spare=desk.arguments.spare)
    if step is None and named:
        raise Refused(_("There is no step “{text}” to take back").format(text=named[:60]))
    if step is None:
        raise Refused(_("There is nothing to take back"))
    _said(desk, step.id, _("Taken back: {title}").format(title=step.title))


def redo(desk: Desk) -> None:
    """Do a step again that was taken back."""
    step = desk.store().redo()
    if step is None:
        raise Refused(_("There is nothing to do again"))
    _said(desk, step.id, _("Done again: {title}").format(title=step.title))


def _said(desk: Desk, id: str, sentence: str) -> None:
    if desk.json:
        desk.give({"step": id, "said": sentence})
    else:
        desk.say(sentence)


def assign(desk: Desk) -> None:
    """Deal the nominations of an edition out to a jury."""
    from iopd_desktop.actions.assigning import deal_out

    told = desk.arguments
    with desk.store().work(_("Deal nominations out to the jury")) as work:
        edition = edition_named(work, told.edition)
        made = deal_out(work, edition, told.phase, told.readers)
    lacks = [{"nomination": one.nomination, "has": one.has, "of": one.of, "why": one.why} for one in made.lacks]
    if desk.json:
        given, back = len(made.give), len(made.take_back)
        desk.give({"given": given, "taken_back": back, "lacks": lacks, "unchecked": made.unchecked})
        return
    desk.say(ngettext("{count} reading given", "{count} readings given", len(made.give)).format(count=len(made.give)))
    for load in made.loads:
        desk.say(f"  {load.name}: {load.kept + load.more}")
    for lack in made.lacks:
        desk.warn(f"{lack.title}: {lack.has}/{lack.of}. {lack.why}")


def edition_named(reader: Reader, named: str) -> str:
    """The id of an edition by its number, name or id; Refused where there is none."""
    from iopd_desktop.actions.lookup import Lookup

    found = Lookup(reader).find("edition", named)
    if found is None:
        raise Refused(_("There is no edition {number}").format(number=named[:40]))
    return found
