"""A database that does not open any more: its backups are offered, the newest whole one first."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from iopd_desktop.models.refusal import Refused, sentence
from iopd_desktop.store import backups, rescue
from iopd_desktop.store.driver import encrypted
from iopd_desktop.views.kit.dialogs.asked import shown
from iopd_desktop.views.kit.dialogs.database import backup_named, passphrase_of
from iopd_desktop.views.kit.dialogs.frame import Dialog, complain
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.words import _


def offer_backups(parent: QWidget | None, database: Path, wrong: str) -> str | None:
    """Offer the backups of a damaged database, and put the chosen one in its place.

    The passphrase under which it is kept, empty without one; None where nothing was put there.
    """
    there = backups.listed(database)
    if not there:
        complain(parent, wrong)
        return None
    passphrase = _passphrase(parent, there[0].path)
    if passphrase is None:
        return None
    newest = next(rescue.whole(database, passphrase), None)
    if newest is None:
        complain(parent, rescue.advice(database, passphrase))
        return None
    chosen = _chosen(parent, database, [each for each in there if each.at <= newest.at])
    if chosen is None:
        return None
    try:
        rescue.rescue(database, chosen, passphrase)
    except (Refused, OSError) as refused:
        complain(parent, sentence(refused))
        return None
    return passphrase


def _passphrase(parent: QWidget | None, backup: Path) -> str | None:
    """With which passphrase a backup opens, empty for none; it is asked for until it is right, or nobody knows it."""
    if not encrypted(backup):
        return ""
    wrong = ""
    while (typed := passphrase_of(parent, backup, wrong)) is not None and not rescue.opens(backup, typed):
        wrong = _("{file} does not open with this passphrase").format(file=backup.name)
    return typed


def _chosen(parent: QWidget | None, database: Path, there: list[backups.Backup]) -> Path | None:
    title = _("{file} is damaged").format(file=database.name)
    words = _(
        "It cannot be read any more. A backup can take its place: what was changed after it was made is then missing. "
        "The damaged file is kept aside in the same folder."
    )
    dialog = Dialog(parent, title, words, _("Restore this backup"))
    box = ChoiceBox(_("Backup"))
    for each in there:
        box.addItem(f"{backup_named(each)}  {rescue.size(each)}", each.path)
    dialog.put(_("Backup"), box)
    dialog.explain(_("The first of them is the newest that is whole."))
    return Path(box.currentData()) if shown(dialog) else None
