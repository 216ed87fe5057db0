"""The line at the foot of the window: what is listed, running work with Cancel, undo, saved, backup, lock, language."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.pieces import button, elided, ground, icon_button, label, rule
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _, ngettext


class StatusLine(QWidget):
    """Buttons and words; each of its buttons does or explains what it names."""

    def __init__(
        self,
        *,
        cancel: Callable[[], object],
        undo: Callable[[], object],
        drafts: Callable[[], object],
        saved: Callable[[], object],
        backup: Callable[[], object],
        lock: Callable[[], object],
        language: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground(self, "chrome")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(2), px(12), px(2))
        self.setMinimumWidth(px(240))  # it folds before the window would grow
        row.setSpacing(px(6))
        self._listed = elided("", "small", "text2")
        row.addWidget(self._listed, 1)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(px(96))
        self._job = label("", "small", "text2")
        self._cancel = icon_button("close", _("Cancel"), cancel)
        for widget in (self._bar, self._job, self._cancel):
            row.addWidget(widget)
        self._title = ""
        self._undo = self._button(row, "undo", undo)
        self._drafts = self._button(row, "pencil", drafts)
        self._saved = self._button(row, "tick", saved, "ok")
        self._backup = self._button(row, "database", backup)
        self._lock = self._button(row, "lock", lock)
        self._language = self._button(row, "globe", language)
        self.end_job()
        self.show_undo(None)
        self._at: datetime | None = None
        self._waiting = 0
        self.show_drafts(0)

    def _button(self, row: QHBoxLayout, icon: str, act: Callable[[], object], role: str = "text2") -> QPushButton:
        made = button("", act, look="status")
        made.hide()
        made.setIcon(icons.icon(icon, role))
        made.setIconSize(QSize(px(14), px(14)))
        row.addWidget(made)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where the room is short, buttons keep their icon and their tooltip, the last ones first."""
        folding = [made for made in (self._language, self._lock, self._backup, self._saved, self._undo) if made.text()
                   or made.toolTip()]  # fmt: skip
        for made in folding:
            made.setText(made.toolTip().replace("&", "&&"))
        whole = self._listed.sizeHint().width() - self._listed.minimumSizeHint().width()
        for made in folding:
            if self._row.minimumSize().width() + whole <= self.width():
                return
            made.setText("")

    def _say(self, which: QPushButton, words: str) -> None:
        which.setText(words.replace("&", "&&"))
        which.setToolTip(words)
        which.setAccessibleName(words)
        which.setVisible(bool(words))
        self._fold()

    def show_listed(self, words: str) -> None:
        """Say what is listed and selected."""
        self._listed.setText(words)
        self._listed.setToolTip(words)
        self._fold()

    def begin_job(self, title: str) -> None:
        """Show that long work began."""
        self._title = title
        self._bar.setRange(0, 0)
        self.show_count(0, 0)
        for widget in (self._bar, self._job, self._cancel):
            widget.show()

    def show_count(self, done: int, total: int) -> None:
        """Show how far the work is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._job.setText(
            _("{job} {done} of {total}").format(job=self._title, done=done, total=total) if total else self._title
        )
        self._bar.setAccessibleName(self._job.text())

    def end_job(self) -> None:
        """Show that no long work runs."""
        for widget in (self._bar, self._job, self._cancel):
            widget.hide()

    def show_undo(self, title: str | None) -> None:
        """Name what undo would take back."""
        short = title if title is None or len(title) <= 40 else title[:38] + "…"
        self._say(self._undo, _("Undo: {title}").format(title=short) if short else "")

    def show_drafts(self, count: int) -> None:
        """Say how many records wait for something to be mended before they can be saved."""
        words = ngettext("{count} not saved yet", "{count} not saved yet", count).format(count=count)
        self._say(self._drafts, words if count else "")
        self._waiting = count
        self.show_saved(self._at)

    def show_saved(self, at: datetime | None) -> None:
        """Say when the last change was saved; not that all is, where something waits."""
        self._at = at
        all = "" if self._waiting else _("All saved")
        self._say(self._saved, _("Saved {time}").format(time=f"{at:%H:%M}") if at else all)

    def show_backup(self, at: datetime | None) -> None:
        """Say when the last backup was made."""
        self._say(self._backup, _("Backup {time}").format(time=f"{at:%H:%M}") if at else _("No backup yet"))

    def show_lock(self, encrypted: bool) -> None:
        """Say whether the database is encrypted."""
        self._say(self._lock, _("Encrypted") if encrypted else _("Not encrypted"))
        self._lock.setIcon(icons.icon("lock" if encrypted else "unlock", "text2" if encrypted else "warn"))

    def show_language(self, name: str) -> None:
        """Name the window's language."""
        self._say(self._language, name)


def foot(line: StatusLine) -> QWidget:
    """The status line under its rule."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(rule("line2"))
    column.addWidget(line)
    return made
