"""Before a window goes: running work is stopped, what is typed is kept, and what can be kept nowhere is asked about."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from iopd_desktop.views.kit.pieces import button
from iopd_desktop.views.kit.typed import in_words
from iopd_desktop.words import _

_AGAIN_MS = 200


class Leaving:
    """Asks for a window whether it may close, or open another database in the place of its own."""

    def __init__(self, window: Any) -> None:
        self._window = window
        self._wanted: Callable[[], object] | None = None
        self.gone = False

    def agreed(self) -> bool:
        """Whether the window may go; False where the person stays with it."""
        if self.gone:
            return True
        window = self._window
        if window.jobs.busy:
            from iopd_desktop.views.kit.dialogs.frame import confirm

            words = _("It is stopped and leaves nothing half done.")
            if not confirm(window, _("Stop the running work?"), words, _("Stop and close")):
                return False
            window.jobs.stop()
        self.keep_all()
        reason = window.office.records.typed.again()
        return not reason or not window.office.records.typed.here() or self._give_up(reason)

    def when_free(self, deed: Callable[[], object]) -> None:
        """Do it once no work runs and nothing open waits for an answer: these would go with the window.

        Of several that wait the last one is done.
        """
        waits, self._wanted = self._wanted is not None, deed
        if not waits:
            self._try()

    def _try(self) -> None:
        open_ = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if open_ is not None or self._window.jobs.busy:
            QTimer.singleShot(_AGAIN_MS, self._window, self._try)
            return
        deed, self._wanted = self._wanted, None
        if deed is not None and not self.gone:
            deed()

    def keep_all(self) -> None:
        """Keep what is being typed on every page of every tab."""
        for view in self._window.tabs.made():
            view.keep_all()

    def _give_up(self, reason: str) -> bool:
        """Show what would be lost and why; whether the person closes all the same."""
        from iopd_desktop.views.kit.dialogs.asked import shown, table
        from iopd_desktop.views.kit.dialogs.frame import Dialog

        records = self._window.office.records
        told = [in_words(draft, records) for draft in records.typed.here()]
        words = _("{reason}. Make room and close again, or copy the text and paste it elsewhere first.")
        dialog = Dialog(
            self._window, _("This is not saved"), words.format(reason=reason), _("Close and lose it"), danger=True
        )
        table(dialog, [line for lines in told for line in lines], _("What would be lost"))

        def copy() -> None:
            text = "\n\n".join("\n".join(f"{name}: {said}" for name, said in lines) for lines in told)
            QGuiApplication.clipboard().setText(text)
            deed.setText(_("Copied"))

        deed = button(_("Copy the text"), copy, icon="copies")
        dialog.offer(deed)
        dialog.cancel.setText(_("Stay"))
        dialog.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        return shown(dialog)
