"""A mailing list from what a list shows: for whom, who is on it, who is left out and why, before anything is made."""

from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from iopd_desktop.actions.lists import Wanted
from iopd_desktop.actions.mailing import Mailing, mailing
from iopd_desktop.actions.mailing_folder import write_mailing
from iopd_desktop.actions.network import letterhead
from iopd_desktop.exchange.mailing.entry import Sending
from iopd_desktop.exchange.mailing.targets import TARGETS, target_named
from iopd_desktop.models.members import PURPOSES
from iopd_desktop.views.kit.dialogs.asked import facts, shown
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.exchange.exporting import choice
from iopd_desktop.views.kit.exchange.mailing_options import MailingOptions
from iopd_desktop.views.kit.pieces import label
from iopd_desktop.views.kit.places import ask_folder
from iopd_desktop.words import _, language_name, number, today


def ask_mailing(page: Any, wanted: Wanted | None = None) -> None:
    """Ask for purpose and target, say who would be on the list, then write its folder in the background.

    The list is what the page shows, or another one that is `wanted`.
    """
    words = _("Only who consented to the purpose is on the list. What is made is recorded and cannot be undone.")
    dialog = Dialog(page, _("Mailing list"), words, _("Count…"))
    purposes = [(_(words), code) for code, words in PURPOSES.items() if code in ("newsletter", "invitations")]
    purpose = choice(dialog, _("Purpose"), purposes)
    target = choice(dialog, _("Written for"), [(_(one.label), one.name) for one in TARGETS])
    target.setCurrentIndex(max(0, target.findData(page.office.settings.get("mailing", ""))))
    told = label("", "small", "text2", wrap=True)
    told.setMinimumHeight(told.fontMetrics().lineSpacing() * 3)
    dialog.body.addWidget(told)

    def tell() -> None:
        told.setText(_(target_named(target.currentData()).told))

    target.currentIndexChanged.connect(lambda _index: tell())
    tell()
    if shown(dialog):
        page.office.settings.set("mailing", target.currentData())
        _count(page, wanted or Wanted("", page.list.listing, ()), purpose.currentData(), target.currentData())


def _count(page: Any, wanted: Wanted, purpose: str, target: str) -> None:
    def work(_progress: Any) -> Mailing:
        with page.office.store.read() as reader:
            return mailing(reader, wanted, purpose, today(), target_named(target))

    page.office.in_background(page, _("Mailing list"), work, lambda made: _offer(page, wanted, made))


def _offer(page: Any, wanted: Wanted, made: Mailing) -> None:
    deed = _("Write the list of {count}…").format(count=number(len(made.taken)))
    dialog = Dialog(page, _(made.target.label), _(PURPOSES[made.purpose]), deed if made.taken else "")
    languages = [(language_name(code), number(count)) for code, count in made.by_language.items()]
    taken = [(_("On the list"), number(len(made.taken))), *languages]
    reasons = sorted(Counter(_(one.reason) for one in made.left).items())
    left = [(_("Left out"), number(made.left_out)), *((reason, number(count)) for reason, count in reasons)]
    facts(dialog, taken, left)
    settings = page.office.settings
    kept = {name: settings.get(name, "") for name in ("block", "separator") if settings.get(name, "")}
    with page.office.store.read() as reader:
        mailbox = letterhead(reader).values.get("email") or ""
    options = MailingOptions(dialog, made, mailbox, kept) if made.taken else None
    if not shown(dialog) or options is None:
        return
    sending = options.sending()
    if made.target.blocks:
        settings.set("block", str(sending.size))
        settings.set("separator", sending.separator)
    folder = ask_folder(page, settings, _("Folder for the list"))
    if folder:
        name = f"{made.purpose}-{made.target.name}-{made.on.isoformat()}"
        _write(page, wanted, made, sending, folder / name)


def _write(page: Any, wanted: Wanted, made: Mailing, sending: Sending, folder: Path) -> None:
    def work(_progress: Any) -> Mailing:
        return write_mailing(page.office.store, wanted, folder, sending, made.target)

    def done(written: Mailing) -> None:
        words = _("{count} persons in {languages} languages; {left} left out, each with the reason.")
        dialog = Dialog(
            page, _("Mailing list written"),
            words.format(count=number(len(written.taken)), languages=number(len(written.by_language)),
                         left=number(written.left_out)),
            _("Open folder"), tells=True,
        )  # fmt: skip
        dialog.explain(_(written.target.after))
        if shown(dialog):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    page.office.in_background(page, _("Mailing list"), work, done)
