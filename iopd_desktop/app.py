"""The only place that knows every room: it builds store, words and window, and lets them go in order."""

import gc
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from iopd_desktop import paths, words
from iopd_desktop.models.refusal import Refused, sentence
from iopd_desktop.store import driver, rescue
from iopd_desktop.store.file import Replaced
from iopd_desktop.store.holding import Hold
from iopd_desktop.store.preferences import Preferences
from iopd_desktop.store.store import Store
from iopd_desktop.store.watching import Watch
from iopd_desktop.views.kit.colours import wished
from iopd_desktop.views.kit.exchange import LIST_EXCHANGE, REPORT
from iopd_desktop.views.kit.qt_words import QtWords
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.kit.strips import Hint
from iopd_desktop.views.kit.style import dress
from iopd_desktop.views.kit.typed import Typed
from iopd_desktop.views.main_window import MainWindow, show_fitting
from iopd_desktop.views.tabs import TABS
from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.views.first_start import Beginning, FirstStart

_LOOK_MS = 2_000
_SETTLED_MS = 1_000
_BACKUP_MS = 30 * 60_000


class Program:
    """One window at a time over one database at a time."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.preferences = Preferences.load()
        self._qt_words: QtWords | None = None
        self.store: Store | None = None
        self.window: MainWindow | None = None
        self.first: FirstStart | None = None
        self._hold: Hold | None = None
        self._watch: Watch | None = None
        self._told = ""
        _timer(application, _LOOK_MS, self._look)
        _timer(application, _BACKUP_MS, self._back_up)
        self.speak(self.preferences.language or QLocale.system().name()[:2])

    def speak(self, language: str) -> None:
        """Speak a language from here on, in our words and in Qt's own."""
        words.speak(language)
        if self._qt_words is not None:
            self._application.removeTranslator(self._qt_words)
        self._qt_words = QtWords(self._application)
        self._application.installTranslator(self._qt_words)
        dress(self._application, wished(self.preferences.colours))

    def begin(self, database: Path | None) -> None:
        """Open the database that was named or opened last; where there is none, offer a first start."""
        paths.forget_previews()
        path = database or self.preferences.last()
        if path is None or not self.open(path, None):
            self.offer_first_start()

    def offer_first_start(self) -> None:
        """The one page of a first start: language, name, what to begin with, a passphrase."""
        from iopd_desktop.views.first_start import FirstStart

        former, self.first = self.first, FirstStart(self.preferences)
        self.first.language_chosen.connect(self._retell_first_start)
        self.first.begun.connect(self._create)
        self.first.open_wanted.connect(lambda path: self.open(path, None))
        self.first.show()
        if former is not None:
            former.close()

    def _retell_first_start(self, language: str) -> None:
        self.speak(language)
        self.offer_first_start()

    def _create(self, beginning: "Beginning") -> None:
        from iopd_desktop.actions.beginning import create

        try:
            create(beginning.path, beginning.content, beginning.passphrase, beginning.name).close()
        except (Refused, OSError) as refused:
            if self.first is not None:
                self.first.refuse(sentence(refused))
            return
        self.preferences.language, self.preferences.name = words.language(), beginning.name
        self.preferences.save()
        self.open(beginning.path, beginning.passphrase)

    def open(self, path: Path, passphrase: str | None) -> bool:
        """Open a database in the place of the present one; False where it did not open, after saying why."""
        if self.window is not None and not self.window.leaving.agreed():
            return False
        key = None
        if self.store is not None and self.store.path == path:
            key = self.store.key  # a restored backup opens with what was typed already
            self._let_go()
        opened = self._opened(path, passphrase, key)
        if opened is None:
            if self.store is None and self.first is None:
                self.offer_first_start()
            return False
        self._back_up("closing")
        self._let_go()
        self.store, self._hold = opened
        try:
            words.live_on(self.store.sample_day)
            self._watch = Watch(self.store)
            self.preferences.opened(path)
            self._show()
        except driver.Damaged as damaged:  # the file opens, and what the window shows first cannot be read
            self._let_go()
            if (passphrase := self._rescued(path, damaged)) is not None:
                return self.open(path, passphrase)
            self.offer_first_start()
            return False
        if self._hold.unclean and self.window is not None:
            from iopd_desktop.views.kit.dialogs.check import offer_check

            offer_check(self.window, self._hold.unclean)
        return True

    def _opened(self, path: Path, passphrase: str | None, key: str | None) -> tuple[Store, Hold] | None:
        parent = self.window or self.first
        try:
            hold = Hold(path)
        except (Refused, OSError) as refused:
            complain(parent, sentence(refused))
            return None
        while True:
            try:
                return rescue.opened(path, passphrase, self.preferences.name, key), hold
            except driver.Damaged as refused:
                if (passphrase := self._rescued(path, refused)) is None:
                    break
            except driver.WrongPassphrase as refused:
                from iopd_desktop.views.kit.dialogs.database import passphrase_of

                key, wrong = None, "" if passphrase is None else str(refused)
                passphrase = passphrase_of(parent, path, wrong)
                if passphrase is None:
                    break
            except (Refused, OSError) as refused:
                complain(parent, sentence(refused))
                break
        hold.release()
        return None

    def _rescued(self, path: Path, damaged: driver.Damaged) -> str | None:
        from iopd_desktop.views.kit.dialogs.rescue import offer_backups

        return offer_backups(self.window or self.first, path, str(damaged))

    def _show(self, typed: Typed | None = None) -> None:
        assert self.store is not None
        self.window = MainWindow(
            self.store, TABS, Settings(self.preferences), ordinary=LIST_EXCHANGE, commands=(REPORT,), typed=typed
        )
        self.window.rebuild_wanted.connect(self.rebuild)
        self.window.reopen_wanted.connect(self.open)
        self.window.new_wanted.connect(self.offer_first_start)
        self.window.closing.connect(self.close)
        show_fitting(self.window)
        if self.first is not None:
            self.first.close()
            self.first = None

    def rebuild(self, language: str) -> None:
        """Build the window anew, in another language or other colours, with everything typed kept."""
        if self.window is not None:
            self.window.leaving.when_free(partial(self._rebuild, language))

    def _rebuild(self, language: str) -> None:
        former = self._put_away()
        if former is not None:
            # Not before it is gone: a style sheet is put on every widget there is, for seconds after a day's work.
            QTimer.singleShot(0, self._application, partial(self._anew, language, former.office.records.typed))

    def _put_away(self) -> MainWindow | None:
        former, self.window = self.window, None
        if former is not None:
            former.put_away()
            former.hide()
            former.deleteLater()
        return former

    def _anew(self, language: str, typed: Typed) -> None:
        self.speak(language)
        if self.store is not None and self.window is None:
            self._show(typed)

    def _look(self) -> None:
        """See what others wrote, and say where the file has gone; it is said once, and taken back when it is there."""
        if self._watch is None or self.window is None:
            return
        hints: tuple[Hint, ...] = ()
        try:
            self._watch.look()
        except Replaced as replaced:
            hints = (Hint(str(replaced), _("Open it again"), self._open_again),)
        except Refused as refused:
            hints = (Hint(str(refused)),)
        told = hints[0].sentence if hints else ""
        if told != self._told:
            self._told = told
            self.window.missing.show_hints(hints)

    def _open_again(self) -> None:
        if self.store is not None:
            self.open(self.store.path, None)

    def _back_up(self, why: str = "hourly") -> None:
        from iopd_desktop.store import backups

        if self.store is None:
            return
        try:
            if backups.changed_since_last(self.store):
                backups.make(self.store, why)
        except (Refused, OSError) as refused:
            told = _("No backup was made: {reason}").format(reason=sentence(refused))
            if self.window is not None and why == "hourly":
                self.window.complain(told)
            else:
                complain(self.window, told)

    def close(self) -> None:
        """The window was closed: what changed is backed up, and everything is let go."""
        self._back_up("closing")
        self.window = None
        self._let_go()
        paths.forget_previews()

    def _let_go(self) -> None:
        self._told = ""
        self._put_away()
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
        if self.store is not None:
            self.store.close()
            self.store = None
        if self._hold is not None:
            self._hold.release()
            self._hold = None


def complain(parent: QWidget | None, sentence: str) -> None:
    """Say in a dialog of its own what was refused."""
    from iopd_desktop.views.kit.dialogs import frame

    frame.complain(parent, sentence)


def _timer(parent: QApplication, every_ms: int, act: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.timeout.connect(act)
    timer.start(every_ms)
    return timer


def run_window(database: Path | None = None, arguments: Sequence[str] = ()) -> int:
    """Show the window until it is closed; the exit code."""
    application, _program = started(database, arguments)
    return application.exec()


def started(database: Path | None, arguments: Sequence[str] = ()) -> tuple[QApplication, Program]:
    """The program with its window shown, to be painted as soon as the application runs."""
    gc.disable()
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("IOPD Desktop")
    application.setDesktopFileName("net.oidp.IOPDDesktop")
    application.setWindowIcon(QIcon(str(paths.brought("resources") / "desktop" / "net.oidp.IOPDDesktop.svg")))
    program = Program(application)
    for ending in (signal.SIGTERM, signal.SIGINT):  # a desktop that shuts down, Ctrl+C in the terminal
        signal.signal(ending, lambda _signal, _frame: application.closeAllWindows())
    program.begin(database)
    QTimer.singleShot(_SETTLED_MS, application, _settle)
    return application, program


def _settle() -> None:
    """What the start has loaded stays until the end: the collector of garbage need not walk it again and again."""
    gc.freeze()
    gc.enable()
