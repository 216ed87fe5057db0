"""Documents from the window: which one, in which language, about what; then its pages in the preview."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from iopd_desktop import paths
from iopd_desktop.models.awards import Edition, Nomination
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.registrations import Session
from iopd_desktop.models.repository import Practice
from iopd_desktop.reports import REPORTS, Made, Option, Report, make, record
from iopd_desktop.views.kit.background import Progress
from iopd_desktop.views.kit.dialogs.asked import shown
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.exchange.listed import events_offered, lists_for
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.places import ask_folder
from iopd_desktop.views.kit.steps import row_height
from iopd_desktop.views.kit.ticks import ListRows, TickBox
from iopd_desktop.words import LANGUAGE_OWN_NAMES, _, language, today


def ask_report(window: Any, report: Report | None = None, beginning: Mapping[str, Any] | None = None) -> None:
    """Ask for a document (the one given, or any) and what it is about, and make it in the background.

    `beginning` are the options that the page in view would choose, by name.
    """
    if report is None:
        report = _which(window)
    if report is None:
        return
    dialog = Dialog(window, _(report.label), "", _("Make it"))
    fields = {option.name: _field(window, dialog, option) for option in report.options}
    for name, value in (beginning or {}).items():
        _begin(fields[name], value)
    languages = ChoiceBox(_("Language of the document"))
    for code, name in LANGUAGE_OWN_NAMES.items():
        languages.addItem(name, code)
    languages.setCurrentIndex(languages.findData(language()))
    if not report.many:
        dialog.put(_("Language of the document"), languages)
    if report.personal:
        dialog.explain(_("It holds personal data. Who receives it is for you to answer for; that it was made is kept."))
    if not fields and report.many:
        return
    if shown(dialog):
        told = {name: _value(field) for name, field in fields.items()}
        make_report(window, report, languages.currentData(), {name: value for name, value in told.items() if value})


def _which(window: QWidget) -> Report | None:
    dialog = Dialog(window, _("Reports"), _("Next you say what it is about; then its pages are shown."), _("Go on"))
    listed = QListWidget()
    listed.setAccessibleName(_("Report"))
    listed.setItemDelegate(ListRows(listed))
    for report in REPORTS:
        item = QListWidgetItem(_(report.label))
        item.setData(Qt.ItemDataRole.UserRole, report)
        listed.addItem(item)
    listed.setMinimumHeight(row_height(28) * 12)
    listed.setCurrentRow(0)
    listed.itemDoubleClicked.connect(lambda _item: dialog.try_it())
    dialog.grow(listed)
    listed.setFocus()
    return listed.currentItem().data(Qt.ItemDataRole.UserRole) if shown(dialog) else None


def _field(window: Any, dialog: Dialog, option: Option) -> QWidget:
    words, choices = _(option.label), _choices(window, option)
    if option.kind == "flag":
        tick = TickBox(words)
        dialog.body.addWidget(tick)
        return tick
    if not choices:
        line = Line(words, _(option.example) if option.example else "")
        dialog.put(words, line)
        return line
    box = ChoiceBox(words)
    for text, code in choices:
        box.addItem(text, code)
    dialog.put(words, box)
    return box


def _choices(window: Any, option: Option) -> list[tuple[str, Any]]:
    """What an option may be, in words and as it is told; nothing where it is typed."""
    records = window.office.records
    if option.kind == "list":
        return list(lists_for(window, option))
    if option.kind == "juror":
        return [(_("All jurors"), ""), *((row["name"], row["id"]) for row in records.all("juror", order="name"))]
    if option.kind == "nomination":
        return [(_("All nominations"), ""), *_nominations(window)]
    if option.kind == "practice":
        return [(Practice.called(row), row["id"]) for row in records.all("practice", order="title")]
    if option.kind == "event":
        return events_offered(records)
    if option.kind == "session":
        titles = {row["id"]: Event.called(row) for row in records.all("event")}
        rows = [(f"{Session.called(row)} · {titles[row['event']]}", row["id"]) for row in records.all("session")]
        return [(_("The whole event"), ""), *rows]
    if option.kind == "year":
        years = {row["year"] for row in records.all("plan")} | {today().year}
        return [(str(year), year) for year in sorted(years)]
    if option.name == "edition":
        editions = records.all("edition", order="number")
        return [(Edition.called(row), row["number"]) for row in reversed(editions)]
    said = [(_(text), code) for code, text in option.choices.items()]
    if option.kind == "audience":
        return sorted(said, key=lambda one: one[1] != "internal")  # at first everything, as without an audience
    return [(_("No purpose: consent is not asked for"), ""), *said] if option.kind == "purpose" else said


def _nominations(window: Any) -> list[tuple[str, str]]:
    """The nominations by number, those of the latest edition first."""
    latest = {row["id"]: row["number"] or 0 for row in window.office.records.all("edition")}
    rows = window.office.records.all("nomination", order="number")
    rows.sort(key=lambda row: -latest.get(row["edition"], 0))
    return [(f"{row['number'] or ''} {Nomination.called(row)}".strip(), row["id"]) for row in rows]


def _begin(field: QWidget, value: Any) -> None:
    """Set a field to what the page in view would choose, where that is among its choices."""
    if isinstance(field, Line):
        field.setText(str(value))
    elif isinstance(field, ChoiceBox) and (place := field.findData(value)) >= 0:
        field.setCurrentIndex(place)


def _value(field: QWidget) -> Any:
    if isinstance(field, TickBox):
        return field.isChecked()
    if isinstance(field, ChoiceBox):
        return field.currentData()
    assert isinstance(field, Line)
    return field.text().strip()


def make_report(window: Any, report: Report, code: str, options: dict[str, Any]) -> None:
    """Make a document in the background: one is shown in the preview, many are put into a folder that is asked for."""
    out = paths.previews() / f"{report.name}.pdf"
    if report.many:
        folder = ask_folder(window, window.settings, _("Folder for the files"))
        if folder is None:
            return
        out = folder

    def work(progress: Progress) -> Made:
        with window.store.read() as reader:
            return make(report, reader, out, code, told=progress, **options)

    def done(made: Made) -> None:
        record(window.store, made, today(), window.store.author)
        if made.missing:
            window.complain("\n".join(made.missing[:3]))
        if report.many:
            window.toast.say(_("{count} files are in {folder}").format(count=len(made.paths), folder=out.name),
                             undoable=False)  # fmt: skip
        window.office.preview(made.paths[-1])  # of many, the one for the printer comes last

    window.jobs.run(_(report.label), work, done, window.complain)
