"""Undo and redo from the window: what is taken back is said, and what cannot be is explained with a way out."""

from typing import Any

from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import _


class TakingBack:
    """Takes steps of the store back and does them again, for a window with a toast, a status line and menus."""

    def __init__(self, window: Any) -> None:
        self._window, self._store = window, window.store

    def undo(self, step: str | None = None) -> None:
        """Take back a step, the last one unless it is named; where records changed since, offer the rest."""
        from iopd_desktop.store.undoing import ChangedSince
        from iopd_desktop.views.kit.dialogs.frame import confirm

        self._window.page.keep_all()
        try:
            taken = self._store.undo(step)
        except ChangedSince as since:
            title = _("Take back “{title}”?").format(title=since.step.title)
            if not confirm(self._window, title, str(since), _("Take back the rest")):
                return
            taken = self._store.undo(since.step.id, spare=True)
        except Refused as refused:
            self._window.complain(str(refused))
            return
        words = _("Taken back: {title}").format(title=taken.title) if taken else _("Nothing to take back")
        self._window.toast.say(words, undoable=False)

    def redo(self) -> None:
        """Do again what was undone last."""
        try:
            step = self._store.redo()
        except Refused as refused:
            self._window.complain(str(refused))
            return
        words = _("Done again: {title}").format(title=step.title) if step else _("Nothing to do again")
        self._window.toast.say(words, undoable=False)

    def show(self) -> None:
        """Name in the menu and the status line what undo and redo would do, and count what is not saved."""
        undo, redo = self._store.next_undo()
        window = self._window
        window.status.show_undo(undo)
        window.status.show_drafts(len(window.office.records.typed.waiting()))
        window.menus.name("undo", _("Undo: {title}").format(title=undo) if undo else _("Undo"))
        window.menus.name("redo", _("Redo: {title}").format(title=redo) if redo else _("Redo"))
