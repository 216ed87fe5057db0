"""Writing a list to a file: which columns, which format, and why, where personal values are among them."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from iopd_desktop.actions.disclosing import OWN_USE, personal_fields
from iopd_desktop.actions.exporting import Exported, Why, export
from iopd_desktop.actions.lists import Wanted
from iopd_desktop.exchange.formats import FORMATS, Format, format_named
from iopd_desktop.models import Record
from iopd_desktop.models.calendar import AUDIENCES
from iopd_desktop.models.members import PURPOSES
from iopd_desktop.store.listing import Listing
from iopd_desktop.views.kit.background import Progress
from iopd_desktop.views.kit.dialogs.asked import shown
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.places import ask_save
from iopd_desktop.views.kit.record_list import RecordList
from iopd_desktop.words import _, ngettext, number


def ask_export(page: Any) -> None:
    """Ask how the list of a page is to be written, then write it in the background."""
    record, listing, shown_fields = _listed(page)
    words = _("What the list shows now is written: its search, its filters and its order.") if shown_fields else ""
    dialog = Dialog(page, _("Export {kind}").format(kind=_(record.plural).lower()), words, _("Export…"))
    formats = choice(dialog, _("Format"), [(_(one.label), one.name) for one in FORMATS if one.fits(record.kind)])
    widths = [(_("Those of the list"), "list"), (_("All fields"), "all")]
    what = choice(dialog, _("Columns"), widths if shown_fields else widths[1:])
    personal = personal_fields(record, shown_fields) or personal_fields(record)
    whose = None
    if personal:
        purposes = [(_(OWN_USE), ""), *((_(words), code) for code, words in PURPOSES.items())]
        whose = choice(dialog, _("Purpose of what is personal"), purposes)
        names = ", ".join(record.fields[name].label for name in personal)
        dialog.explain(
            _("Personal: {fields}. Who did not consent to the purpose is left out; the export is recorded.").format(
                fields=names
            )
        )
    audience = None
    if record.kind == "event":
        audience = choice(dialog, _("Calendar for"), [(_(words), code) for code, words in AUDIENCES.items()])
    if shown(dialog):
        format = format_named(formats.currentData())
        columns = () if what.currentData() == "all" else shown_fields
        why = Why(whose.currentData() if whose else "")
        _write(page, Wanted("", listing, columns), format, why, audience.currentData() if audience else "")


def _listed(page: Any) -> tuple[type[Record], Listing, tuple[str, ...]]:
    """The records of a page, its list with its columns; all of them where the page is no list."""
    record = page.exchanged
    if not isinstance(listed := getattr(page, "list", None), RecordList):
        return record, Listing(record.kind), ()
    return record, listed.listing, tuple(column.name for column in listed.model.columns if column.field)


def choice(dialog: Dialog, words: str, choices: list[tuple[str, str]]) -> ChoiceBox:
    """Add a labelled choice of (words, code) to a dialog."""
    box = ChoiceBox(words)
    for text, code in choices:
        box.addItem(text, code)
    dialog.put(words, box)
    return box


def _write(page: Any, wanted: Wanted, format: Format, why: Why, audience: str) -> None:
    name = f"{_(page.exchanged.plural).lower()}.{format.name}"
    path = ask_save(page, page.office.settings, _("Export"), name, f"*.{format.name}")
    if path is None:
        return

    def work(progress: Progress) -> Exported:
        return export(
            page.office.store, wanted, format, path, why=why, audience=audience or "public", told=progress
        )  # fmt: skip

    page.office.in_background(page, _("Export {file}").format(file=path.name), work, lambda made: _tell(page, made))


def _tell(page: Any, made: Exported) -> None:
    words = ngettext("{count} record is in {file}.", "{count} records are in {file}.", made.count)
    told = words.format(count=number(made.count), file=made.path.name)
    dialog = Dialog(page, _("Exported"), told, _("Open folder"), tells=True)
    if made.left_out:
        dialog.explain(_("{count} left out for want of consent.").format(count=number(made.left_out)))
    if made.personal:
        dialog.explain(_("It holds personal data of {count} persons: delete it when it has served.").format(
            count=number(made.persons)))  # fmt: skip
    if shown(dialog):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(made.path.parent)))
