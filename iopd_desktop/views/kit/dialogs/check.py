"""The check of the database: offered after a window was never closed, done in the background, told in sentences."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from iopd_desktop.store import backups
from iopd_desktop.store.checking import Problem
from iopd_desktop.views.kit.dialogs.asked import shown, table
from iopd_desktop.views.kit.dialogs.database import ask_restore
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.pieces import button
from iopd_desktop.views.kit.strips import Hint
from iopd_desktop.words import _, ngettext, number

MOST = 200


def offer_check(window: Any, opened: datetime) -> None:
    """Say over the page what the last, never closed window left, and offer the check; nothing waits for an answer."""
    words = _(
        "The window opened on {when} was never closed: the program or the computer stopped. "
        "Everything that had been saved is here."
    ).format(when=f"{opened.astimezone():%Y-%m-%d %H:%M}")
    if count := len(window.office.records.typed.waiting()):
        words += " " + ngettext(
            "{count} text waits where it was being typed.", "{count} texts wait where they were being typed.", count
        ).format(count=number(count))

    def check() -> None:
        window.hint.hide()
        show_problems(window)

    window.hint.show_hints([Hint(words, _("Check the database"), check)])


def show_problems(window: Any) -> None:
    """Check the file and every record, in the background, and say what is wrong."""
    window.jobs.run(
        _("Check the database"), lambda _progress: window.store.check(), lambda found: _tell(window, found),
        window.complain,
    )  # fmt: skip


def _tell(window: Any, found: Sequence[Problem]) -> None:
    dialog = Dialog(window, _("Check of the database"), _verdict(found))

    def leave_for(act: Any) -> Any:
        def go() -> None:
            dialog.accept()
            act()

        return go

    rows = []
    for each in found[:MOST]:
        there = leave_for(lambda each=each: window.go(each.kind, each.id))
        name = f"{_('Go there')}: {each}"
        rows.append((str(each), button(_("Go there"), there, look="link", name=name) if each.kind else ""))
    if rows:
        table(dialog, rows, _("Problems"))
    if any(each.grave for each in found) and backups.listed(window.store.path):
        dialog.offer(button(_("Restore a backup…"), leave_for(lambda: ask_restore(window)), icon="back"))
    shown(dialog)


def _verdict(found: Sequence[Problem]) -> str:
    """What a check found, in a sentence."""
    if not found:
        return _("Nothing is wrong: the file is sound, and every record is what its history says.")
    if any(each.grave for each in found):
        return _("The file itself is damaged. Go back to a backup; the present state is kept beside it.")
    words = ngettext(
        "The file is sound. {count} thing in its records wants mending:",
        "The file is sound. {count} things in its records want mending:",
        len(found),
    )
    return words.format(count=number(len(found)))
