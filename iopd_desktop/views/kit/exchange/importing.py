"""Bringing a file in: what would happen is said line by line first, then it is one step that can be undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from iopd_desktop.actions.importing import import_file
from iopd_desktop.actions.verdict import Verdict
from iopd_desktop.exchange.formats import FORMATS, Format, format_named
from iopd_desktop.models import Record
from iopd_desktop.views.kit.background import Progress
from iopd_desktop.views.kit.dialogs.asked import facts, shown, table
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.editors.picked import TickBox
from iopd_desktop.words import _, ngettext, number

_SHOWN = 200


@dataclass(frozen=True)
class Into:
    """The records that a file brings, and what new ones of them begin with."""

    record: type[Record]
    fresh: Mapping[str, Any]


def ask_import(page: Any, into: Into | None = None) -> None:
    """Ask for a file, weigh it in the background, and show what it would do to the records of the page, or others."""
    into = into or Into(page.exchanged, page.beginning())
    endings = " ".join(f"*.{one.name}" for one in FORMATS if one.read and one.fits(into.record.kind))
    folder = page.office.settings.get("folder", "")
    chosen, _kind = QFileDialog.getOpenFileName(
        page, _("Import a file"), folder, _("Lists ({endings})").format(endings=endings)
    )
    if chosen:
        page.office.settings.set("folder", str(Path(chosen).parent))
        weigh(page, Path(chosen), into)


def weigh(page: Any, path: Path, into: Into | None = None) -> None:
    """Say what a file would do to the records of a page, or others; nothing changes yet."""
    into, store = into or Into(page.exchanged, page.beginning()), page.office.store
    format = format_named(path.suffix or "csv")

    def work(progress: Progress) -> Verdict:
        return import_file(store, path, format, into.record, fresh=into.fresh, dry_run=True, told=progress)

    title = _("Look through {file}").format(file=path.name)
    page.office.in_background(page, title, work, lambda verdict: _offer(page, path, format, verdict, into))


def _offer(page: Any, path: Path, format: Format, verdict: Verdict, into: Into) -> None:
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
        dialog.explain(_("Columns that are not taken: {names}").format(names=", ".join(verdict.ignored)))
    for remark in verdict.remarks:
        dialog.explain(remark)
    keep = TickBox(_("Keep the refused lines with their reasons in a file"))
    if verdict.refused:
        lines = [(_("Line {number}").format(number=one.line), one.reason) for one in verdict.refused[:_SHOWN]]
        table(dialog, lines, _("Refused lines"))
        keep.setAccessibleName(keep.text())
        keep.setChecked(True)
        dialog.body.addWidget(keep)
    if shown(dialog):
        refused_to = None
        if verdict.refused and keep.isChecked():
            refused_to = path.with_stem(_("{file}-refused").format(file=path.stem))
        _take(page, path, format, refused_to, into)


def _coming(verdict: Verdict) -> list[tuple[str, str, str]]:
    """The first lines that come in: what is new with its date, what is changed with the fields that change."""
    record, date = verdict.record, verdict.record.fields["date"].kind
    new = [(_("New"), record.called(one.values), date.format(one.values.get("date"))) for one in verdict.new]
    changed = [
        (_("Changed"), one.called, ", ".join(record.fields[name].label for name in one.values))
        for one in verdict.changed
    ]
    return [*changed, *new][:_SHOWN]


def _take(page: Any, path: Path, format: Format, refused_to: Path | None, into: Into) -> None:
    store = page.office.store

    def work(progress: Progress) -> Verdict:
        return import_file(
            store, path, format, into.record, fresh=into.fresh, refused_to=refused_to, told=progress
        )  # fmt: skip

    def done(verdict: Verdict) -> None:
        words = _("{new} new, {changed} changed, {refused} refused")
        page.office.say(
            words.format(
                new=number(len(verdict.new)), changed=number(len(verdict.changed)), refused=number(len(verdict.refused))
            )
        )

    page.office.in_background(page, _("Import {file}").format(file=path.name), work, done)
