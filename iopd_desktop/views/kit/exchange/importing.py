"""Bringing a file in: what would happen is said line by line first, then it is one step that can be undone."""

from functools import partial
from pathlib import Path
from typing import Any

from iopd_desktop.actions.headings import Unclear
from iopd_desktop.actions.importing import import_file, read_table
from iopd_desktop.actions.mapping import Meanings
from iopd_desktop.actions.verdict import Verdict
from iopd_desktop.exchange.formats import FORMATS, Format, format_named
from iopd_desktop.exchange.table import Table
from iopd_desktop.models.registrations import Registration
from iopd_desktop.views.kit.background import Progress
from iopd_desktop.views.kit.dialogs.asked import facts, shown, table
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.exchange.columns_named import Into, Said, ask_columns
from iopd_desktop.views.kit.exchange.listed import events_offered
from iopd_desktop.views.kit.pieces import button
from iopd_desktop.views.kit.places import ask_open
from iopd_desktop.views.kit.ticks import TickBox
from iopd_desktop.words import _, ngettext, number

_SHOWN = 200
_COLUMNS = 2  # how the dialog ends where the columns are to be named first


def ask_import(page: Any, into: Into | None = None) -> None:
    """Ask for a file, weigh it in the background, and show what it would do to the records of the page, or others."""
    into = into or Into(page.exchanged, page.beginning())
    if into.record is Registration and "event" not in into.fresh:
        event = _which_event(page)
        if event is None:
            return
        into = Into(into.record, {**into.fresh, **({"event": event} if event else {})})
    endings = " ".join(f"*.{one.name}" for one in FORMATS if one.read and one.fits(into.record.kind))
    kinds = _("Lists ({endings})").format(endings=endings)
    chosen = ask_open(page, page.office.settings, _("Import a file"), kinds)
    if chosen:
        weigh(page, chosen, into)


def _which_event(page: Any) -> str | None:
    """The event for which a file registers people, empty where the file says it itself, None where nobody chose."""
    words = _("A list of a ticket system does not say for which event it registers people.")
    dialog = Dialog(page, _("Import registrations"), words, _("Go on"))
    box = ChoiceBox(_("Event"))
    for text, id in events_offered(page.office.records):
        box.addItem(text, id)
    box.addItem(_("The file has a column that says it"), "")
    dialog.put(_("Event"), box)
    event: str | None = box.currentData() if shown(dialog) else None
    return event


def weigh(page: Any, path: Path, into: Into | None = None, meanings: Meanings | None = None) -> None:
    """Say what a file would do to the records of a page, or others; nothing changes yet.

    `meanings` is what a person says its columns mean; without it what was said of such columns before.
    """
    into, office = into or Into(page.exchanged, page.beginning()), page.office
    format, said = format_named(path.suffix or "csv"), Said(office.settings, into.record, meanings)

    def work(progress: Progress) -> Verdict | tuple[Table, str]:
        try:
            return import_file(
                office.store, path, format, into.record, fresh=into.fresh, meanings=said.of, dry_run=True, told=progress
            )
        except Unclear as wrong:
            return read_table(path, format, into.record), str(wrong)

    def done(found: Verdict | tuple[Table, str]) -> None:
        if isinstance(found, Verdict):
            _offer(page, path, format, found, into, said)
        else:
            _name_columns(page, path, into, said, *found)

    office.in_background(page, _("Look through {file}").format(file=path.name), work, done)


def _name_columns(page: Any, path: Path, into: Into, said: Said, table: Table, wrong: str = "") -> None:
    """Ask what the columns mean, and look through the file again."""
    told = ask_columns(page, path.name, into, said.of(table), table, wrong)
    if told is not None:
        weigh(page, path, into, told)


def _offer(page: Any, path: Path, format: Format, verdict: Verdict, into: Into, said: Said) -> None:
    count = len(verdict.new) + len(verdict.changed)
    deed = ngettext("Import {count} record", "Import {count} records", count).format(count=number(count))
    words = _("Nothing has changed yet. The import is one step: it can be taken back as a whole.")
    dialog = Dialog(page, _("Import {file}").format(file=path.name), words, deed if count else "")
    facts(
        dialog,
        [
            (_("New"), number(len(verdict.new))), (_("Changed"), number(len(verdict.changed))),
            (_("The same as here"), number(verdict.same)), (_("Refused"), number(len(verdict.refused))),
        ],
    )  # fmt: skip
    if format.shape == "entries" and count:
        table(dialog, _coming(verdict), _("What comes in"))
    if verdict.ignored:
        dialog.explain(_("Columns that are not taken: {names}").format(names=" · ".join(verdict.ignored)))
    for remark in verdict.remarks:
        dialog.explain(remark)
    if format.shape in ("exact", "people"):
        dialog.offer(button(_("What the columns mean…"), partial(dialog.done, _COLUMNS), icon="columns"))
    keep = TickBox(_("Keep the refused lines with their reasons in a file"))
    if verdict.refused:
        lines = [(_("Line {number}").format(number=one.line), one.reason) for one in verdict.refused[:_SHOWN]]
        table(dialog, lines, _("Refused lines"))
        keep.setAccessibleName(keep.text())
        keep.setChecked(True)
        dialog.body.addWidget(keep)
    answer = dialog.exec()
    if answer == _COLUMNS and verdict.table is not None:
        _name_columns(page, path, into, said, verdict.table)
    elif answer == Dialog.DialogCode.Accepted:
        refused_to = None
        if verdict.refused and keep.isChecked():
            refused_to = path.with_stem(_("{file}-refused").format(file=path.stem))
        if verdict.table is not None:
            said.keep(verdict.table)
        _take(page, path, format, refused_to, into, said)
    dialog.deleteLater()


def _coming(verdict: Verdict) -> list[tuple[str, str, str]]:
    """The first lines that come in: what is new with its date, what is changed with the fields that change."""
    record, date = verdict.record, verdict.record.fields["date"].kind
    new = [(_("New"), record.called(one.values), date.format(one.values.get("date"))) for one in verdict.new]
    changed = [
        (_("Changed"), one.called, ", ".join(record.fields[name].label for name in one.values))
        for one in verdict.changed
    ]
    return [*changed, *new][:_SHOWN]


def _take(page: Any, path: Path, format: Format, refused_to: Path | None, into: Into, said: Said) -> None:
    store = page.office.store

    def work(progress: Progress) -> Verdict:
        return import_file(
            store, path, format, into.record, fresh=into.fresh, meanings=said.of, refused_to=refused_to, told=progress
        )  # fmt: skip

    def done(verdict: Verdict) -> None:
        words = _("{new} new, {changed} changed, {refused} refused")
        page.office.say(
            words.format(
                new=number(len(verdict.new)), changed=number(len(verdict.changed)), refused=number(len(verdict.refused))
            )
        )

    page.office.in_background(page, _("Import {file}").format(file=path.name), work, done)
