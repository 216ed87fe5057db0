"""Questions about the database file: which one to open, its passphrase, a backup to go back to."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from iopd_desktop.models.refusal import Refused, sentence
from iopd_desktop.store import backups
from iopd_desktop.store.driver import WrongPassphrase
from iopd_desktop.views.kit.dialogs.asked import shown
from iopd_desktop.views.kit.dialogs.frame import Dialog, complain
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.words import N_, _

# Why a backup was made, as its file name says it.
_WHY = {
    "asked": N_("made by hand"), "hourly": N_("made by itself"), "closing": N_("made at closing"),
    "import": N_("before an import"), "restore": N_("before a restore"),
}  # fmt: skip

SHORTEST = 8
"""A passphrase has at least so many characters; a sentence of four words is better."""


def ask_database(window: Any) -> None:
    """Let the person choose a database to open in the place of this one."""
    folder = str(window.store.path.parent)
    chosen, _kind = QFileDialog.getOpenFileName(window, _("Open a database"), folder, _("Databases (*.iopd)"))
    if chosen:
        window.reopen_wanted.emit(Path(chosen), None)


def ask_recent(window: Any) -> None:
    """Let the person choose one of the databases that were opened last."""
    there = [each for each in window.settings.preferences.recent if Path(each).exists()]
    if not there:
        shown(Dialog(window, _("Open recent"), _("None was opened yet")))
        return
    dialog = Dialog(window, _("Open recent"), "", _("Open"))
    box = ChoiceBox(_("Database"))
    for each in there:
        box.addItem(each, each)
    dialog.put(_("Database"), box)
    if shown(dialog):
        window.reopen_wanted.emit(Path(box.currentData()), None)


def passphrase_of(parent: QWidget | None, path: Path, wrong: str = "") -> str | None:
    """Ask for the passphrase of a database, saying what was wrong before; None where the person cancelled."""
    dialog = Dialog(parent, _("Passphrase of {file}").format(file=path.name), "", _("Open"))
    line = dialog.ask(_("Passphrase"), secret=True)
    dialog.complain(wrong)
    return line.text() if shown(dialog) else None


def ask_passphrase(window: Any) -> None:
    """Set, change or remove the passphrase; every backup of the database follows, after saying so."""
    had = window.store.encrypted
    words = _(
        "The database and every backup of it are written anew. Without the passphrase nobody can read them, "
        "and nobody can find it out: keep it where you keep such things."
    )
    dialog = Dialog(window, _("Passphrase"), words, _("Change the passphrase") if had else _("Set the passphrase"))
    first = dialog.ask(_("New passphrase; empty removes it") if had else _("New passphrase"), secret=True)
    second = dialog.ask(_("The same again"), secret=True)

    def wrong() -> str:
        if first.text() != second.text():
            return _("The two are not the same")
        return "" if had and not first.text() else too_short(first.text())

    dialog.checked_by(wrong)
    if shown(dialog):
        from iopd_desktop.store.passphrase import change

        path, passphrase = window.store.path, first.text() or None
        if not window.leaving.agreed():
            return
        window.put_away()
        try:
            change(window.store, passphrase)
        except (Refused, OSError) as refused:
            complain(window, sentence(refused))
            passphrase = None
        window.reopen_wanted.emit(path, passphrase)


def too_short(passphrase: str) -> str:
    """What is wrong with a new passphrase, or an empty text."""
    return "" if len(passphrase) >= SHORTEST else _("At least {count} characters").format(count=SHORTEST)


def backup_named(backup: backups.Backup) -> str:
    """A backup as it is chosen from: when it was made, and why."""
    return f"{backup.at.astimezone():%Y-%m-%d %H:%M}  {_(_WHY.get(backup.why, backup.why))}"


def ask_restore(window: Any) -> None:
    """Go back to a backup; the present state is backed up first, so that this too can be taken back."""
    there = backups.listed(window.store.path)
    if not there:
        shown(Dialog(window, _("Restore a backup"), _("There is no backup yet")))
        return
    words = _("The present state is backed up first.")
    dialog = Dialog(window, _("Restore a backup"), words, _("Restore this backup"), danger=True)
    box = ChoiceBox(_("Backup"))
    for each in there:
        box.addItem(backup_named(each), each.path)
    dialog.put(_("Backup"), box)
    if shown(dialog):
        path, source = window.store.path, box.currentData()
        if not window.leaving.agreed():
            return
        window.put_away()
        window.reopen_wanted.emit(path, _restored(window, source))


def _restored(window: Any, source: Path) -> str | None:
    """Restore a backup; the passphrase that it asked for, where it has another one than the database."""
    passphrase: str | None = None
    try:
        while True:
            try:
                backups.restore(window.store, source, passphrase)
            except WrongPassphrase as refused:
                typed = passphrase_of(window, source, "" if passphrase is None else str(refused))
                if typed is None:
                    return None
                passphrase = typed
            else:
                return passphrase
    except (Refused, OSError) as refused:
        complain(window, sentence(refused))
        return None
