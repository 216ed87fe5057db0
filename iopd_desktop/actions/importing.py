"""Files of records come in: a verdict for each line first, then one step that can be undone."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.bulk import nothing_to_collect
from iopd_desktop.actions.entering import follow
from iopd_desktop.actions.lookup import Lookup
from iopd_desktop.actions.mapping import Meanings, check_meanings, meaning
from iopd_desktop.actions.registering import answer
from iopd_desktop.actions.verdict import Line, Verdict
from iopd_desktop.actions.weighing import weigh
from iopd_desktop.exchange.formats import Format, format_named
from iopd_desktop.exchange.table import Sheet, Table
from iopd_desktop.exchange.whole import whole_file
from iopd_desktop.models import Record
from iopd_desktop.models.members import ContactPoint
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.reading import Reader, Told, chunks
from iopd_desktop.store.store import Store
from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

_AT_ONCE = 5000


def read_table(path: Path, format: Format, record: type[Record]) -> Table:
    """What a file holds of a kind; Refused where the format holds none or is only written, Broken for a bad file."""
    if not format.fits(record.kind):
        raise Refused(_("{format} holds no {kind}").format(format=format.name, kind=_(record.plural).lower()))
    if format.read is None:
        raise Refused(_("{format} is written by this program, and not read").format(format=format.name))
    return format.read(path)


@nothing_to_collect
def import_file(
    store: Store, path: Path, format: Format, record: type[Record], *, given: Mapping[str, str] | None = None,
    fresh: Mapping[str, Any] | None = None, meanings: Meanings | Callable[[Table], Meanings] | None = None,
    dry_run: bool = False, refused_to: Path | None = None, told: Told | None = None,
) -> Verdict:  # fmt: skip
    """Bring the good lines of a file in as one step, after a backup; a dry run only says what would happen.

    `given` are texts for fields that the file does not tell, `fresh` values of new records whose line tells none;
    `meanings` is what a person said of the columns, or finds it for what was read; Unclear asks for it where the
    headings say nothing.
    `refused_to` keeps the refused lines with their reasons in a file of the same format. `told(done, whole)` may
    raise to stop: then nothing has changed. Refused for a file that cannot be read.
    """
    from iopd_desktop.store import backups

    table = read_table(path, format, record)
    said = meanings(table) if callable(meanings) else meanings or {}
    meant = meaning(record, table, said)
    with store.read() as reader:
        if said:
            check_meanings(reader, record, said, event_meant(reader, given, fresh))
        verdict = weigh(reader, record, meant, given, fresh={**format.fresh, **(fresh or {})}, told=told)
    verdict.table = table
    if not dry_run and (verdict.new or verdict.changed):
        backups.make(store, "import")
        with store.work(_("Import {file} into {kind}").format(file=path.name, kind=_(record.plural).lower())) as work:
            take(work, verdict, told)
    if refused_to is not None and verdict.refused:
        write_refused(table, verdict, format, refused_to)
    return verdict


def event_meant(read: Reader, given: Mapping[str, str] | None, fresh: Mapping[str, Any] | None) -> str | None:
    """The event that a whole file is about, where one was told with it."""
    named = (given or {}).get("event")
    return Lookup(read).find("event", named) if named else (fresh or {}).get("event")


def take(work: "Work", verdict: Verdict, told: Told | None = None) -> None:
    """Do what a verdict says: add what is new, change what is changed."""
    done, whole = 0, len(verdict.new) + len(verdict.changed)
    with work.many(verdict.record, len(verdict.new)):
        for some in chunks(verdict.new, _AT_ONCE):
            work.add_many(verdict.record, [line.values for line in some], [line.id for line in some])
            done += len(some)
            if told:
                told(done, whole)
    for line in verdict.changed:
        if line.values:
            work.edit(verdict.record, line.id, line.values)
        done += 1
        if told:
            told(done, whole)
    for line in (*verdict.new, *verdict.changed):
        follow(work, verdict.record, line.id)
    reached = list(_reached([*verdict.new, *verdict.changed]))
    if reached:
        work.add_many(ContactPoint, reached)
    answer(work, (*verdict.new, *verdict.changed))


def _reached(lines: list[Line]) -> Iterator[dict[str, Any]]:
    for line in lines:
        for means, value in line.reached.items():
            yield {"person": line.id, "means": means, "value": value}


def write_refused(table: Table, verdict: Verdict, format: Format, path: Path) -> None:
    """Write the refused lines as they were, each with its reason, to mend them and import them again.

    Those of a calendar become a list: its lines have no cells of their own.
    """
    if format.shape == "entries":
        path, format = path.with_suffix(".csv"), format_named("csv")
    reasons = {one.line: one.reason for one in verdict.refused}
    width = len(table.headings)
    headings = [*table.headings, _("Reason")]
    found = ([*_padded(cells, width), reasons[line]] for line, cells in table.rows if line in reasons)
    with whole_file(path) as partial:
        rows: Iterator[Any] = found
        if format.shape == "objects":
            rows = (dict(zip(headings, cells, strict=True)) for cells in found)
        format.write(partial, Sheet(_("Refused lines"), headings, rows))


def _padded(cells: list[Any], width: int) -> list[Any]:
    return [*cells[:width], *([None] * (width - len(cells)))]
