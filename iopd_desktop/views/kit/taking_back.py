"""Undo and redo from the window: what is taken back is said, and what cannot be is explained with a way out."""

from collections.abc import Callable
from typing import Any

from iopd_desktop.views.kit.background import Progress
from iopd_desktop.words import _


class TakingBack:
    """Takes steps of the store back and does them again, for a window with a toast, a status line and menus."""

    def __init__(self, window: Any) -> None:
        self._window, self._store = window, window.store

    def undo(self, step: str | None = None) -> None:
        """Take back a step, the last one unless it is named; where records changed since, offer the rest."""
        if self._waits():
            return
        self._window.page.keep_all()
        self._undo(step or self._store.last_step())

    def _undo(self, step: str | None, *, spare: bool = False) -> None:
        from iopd_desktop.store.undoing import ChangedSince

        def work(told: Progress | None) -> Any:
            try:
                return self._store.undo(step, spare=spare, told=told)
            except ChangedSince as since:
                return since

        def done(taken: Any) -> None:
            if isinstance(taken, ChangedSince):
                self._offer_the_rest(taken)
                return
            words = _("Taken back: {title}").format(title=taken.title) if taken else _("Nothing to take back")
            self._window.toast.say(words, undoable=False)

        self._do(_("Undo"), step, work, done)

    def _offer_the_rest(self, since: Any) -> None:
        from iopd_desktop.views.kit.dialogs.frame import confirm

        title = _("Take back “{title}”?").format(title=since.step.title)
        if confirm(self._window, title, str(since), _("Take back the rest")):
            self._undo(since.step.id, spare=True)

    def redo(self) -> None:
        """Do again what was undone last."""

        def done(step: Any) -> None:
            words = _("Done again: {title}").format(title=step.title) if step else _("Nothing to do again")
            self._window.toast.say(words, undoable=False)

        if self._waits():
            return
        _undo, again = self._store.next_undo()
        self._do(_("Redo"), again.id if again else None, lambda told: self._store.redo(told=told), done)

    def _waits(self) -> bool:
        """Whether long work is being written: what it does cannot be taken back before its end, and that is said."""
        if self._store.writing:
            words = _("Something is being written: wait for its end and take it back then, or cancel it")
            self._window.toast.say(words, undoable=False)
            return True
        return False

    def _do(
        self, title: str, step: str | None, work: Callable[[Progress | None], Any], done: Callable[[Any], object]
    ) -> None:
        from iopd_desktop.store.history import size

        with self._store.journal() as journal:
            count = size(journal, step) if step else 0
        self._window.jobs.do(title, count, work, done, self._window.complain)

    def show(self) -> None:
        """Name in the menu and the status line what undo and redo would do, and count what is not saved."""
        undo, redo = (step.title if step else None for step in self._store.next_undo())
        window = self._window
        window.status.show_undo(undo)
        window.status.show_drafts(len(window.office.records.typed.waiting()))
        window.menus.name("undo", _("Undo: {title}").format(title=undo) if undo else _("Undo"))
        window.menus.name("redo", _("Redo: {title}").format(title=redo) if redo else _("Redo"))
