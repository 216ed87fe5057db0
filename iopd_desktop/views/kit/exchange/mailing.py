"""A mailing list of what a page lists: whom consent allows, by language, with a reason for everybody left out."""

from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from iopd_desktop.actions.lists import Wanted
from iopd_desktop.actions.mailing import Mailing, mailing, write_mailing
from iopd_desktop.models.members import PURPOSES
from iopd_desktop.views.kit.dialogs.asked import facts, shown, table
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.exchange.exporting import choice
from iopd_desktop.words import _, language_name, number, today


def ask_mailing(page: Any) -> None:
    """Ask for the purpose, say who would be on the list, then write its folder in the background."""
    words = _("Only who consented to the purpose is on the list. What is made is recorded and cannot be undone.")
    dialog = Dialog(page, _("Mailing list"), words, _("Count…"))
    purposes = [(_(label), code) for code, label in PURPOSES.items() if code in ("newsletter", "invitations")]
    box = choice(dialog, _("Purpose"), purposes)
    if shown(dialog):
        wanted, purpose = Wanted("", page.list.listing, ()), box.currentData()

        def work(_progress: Any) -> Mailing:
            with page.office.store.read() as reader:
                return mailing(reader, wanted, purpose, today())

        page.office.in_background(page, _("Mailing list"), work, lambda made: _offer(page, wanted, made))


def _offer(page: Any, wanted: Wanted, made: Mailing) -> None:
    deed = _("Write the list of {count}…").format(count=number(len(made.taken)))
    dialog = Dialog(page, _(PURPOSES[made.purpose]), "", deed if made.taken else "")
    languages = [(language_name(code), number(count)) for code, count in made.by_language.items()]
    facts(dialog, [(_("On the list"), number(len(made.taken))), *languages])
    reasons = Counter(_(one.reason) for one in made.left)
    if reasons:
        dialog.explain(_("Left out: {count}").format(count=number(made.left_out)))
        table(dialog, [(reason, number(count)) for reason, count in sorted(reasons.items())], _("Left out"))
    if shown(dialog):
        last = page.office.settings.get("folder", "")
        folder = QFileDialog.getExistingDirectory(page, _("Folder for the list"), last)
        if folder:
            page.office.settings.set("folder", folder)
            _write(page, wanted, made, Path(folder) / f"{made.purpose}-{made.on.isoformat()}")


def _write(page: Any, wanted: Wanted, made: Mailing, folder: Path) -> None:
    def work(_progress: Any) -> Mailing:
        return write_mailing(page.office.store, wanted, folder, purpose=made.purpose, on=made.on)

    def done(written: Mailing) -> None:
        words = _("{count} persons in {languages} languages; {left} left out, each with the reason.")
        dialog = Dialog(
            page, _("Mailing list written"),
            words.format(count=number(len(written.taken)), languages=number(len(written.by_language)),
                         left=number(written.left_out)),
            _("Open folder"), tells=True,
        )  # fmt: skip
        if shown(dialog):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    page.office.in_background(page, _("Mailing list"), work, done)
