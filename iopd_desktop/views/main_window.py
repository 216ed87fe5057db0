"""The main window: menu bar, five tabs, the page in view, the status line, toast and palette."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from iopd_desktop.store import backups
from iopd_desktop.store.store import Store
from iopd_desktop.views.kit.background import Jobs
from iopd_desktop.views.kit.colours import scheme, wished
from iopd_desktop.views.kit.commands import Command
from iopd_desktop.views.kit.leaving import Leaving
from iopd_desktop.views.kit.menus import Menus
from iopd_desktop.views.kit.office import Aim, Changes, LivePage, Office
from iopd_desktop.views.kit.on_demand import OnDemand
from iopd_desktop.views.kit.painted import after_paint
from iopd_desktop.views.kit.pieces import rule
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.kit.status_line import StatusLine, foot
from iopd_desktop.views.kit.steps import scale
from iopd_desktop.views.kit.strips import Strip
from iopd_desktop.views.kit.tab import Tab
from iopd_desktop.views.kit.tab_strip import TabStrip
from iopd_desktop.views.kit.tab_view import Tabs, TabView
from iopd_desktop.views.kit.taking_back import TakingBack
from iopd_desktop.views.kit.typed import Typed
from iopd_desktop.views.window_commands import WINDOW_COMMANDS
from iopd_desktop.words import LANGUAGE_OWN_NAMES, _, day, language

GEOMETRY = "geometry-1"
SIZE = (1366, 768)
_FRAME = 40
"""The kept place of the window; another number is for another shape, which then starts afresh."""


class MainWindow(OnDemand):
    """Built anew when the language or the colours change: it holds ids and plain values, nothing else.

    `rebuild_wanted` gives the language to build it in, `reopen_wanted` a database to open in the place of this one
    (path, passphrase or None), `new_wanted` asks for the first start page. `ordinary` are the commands of every
    list, `commands` those of the program that the app gives; `typed` is what the window before it could not keep.
    """

    rebuild_wanted = Signal(str)
    reopen_wanted = Signal(object, object)
    new_wanted = Signal()
    closing = Signal()

    def __init__(
        self,
        store: Store,
        tabs: Sequence[Tab],
        settings: Settings | None = None,
        *,
        ordinary: tuple[Command, ...] = (),
        commands: tuple[Command, ...] = (),
        typed: Typed | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.store, self.settings = store, settings or Settings()
        self.jobs = Jobs(self)
        self._changes = Changes(store, self)
        self.office = Office(
            store, Records(store, typed), self.jobs, self.settings, self._say, self.go, partial(_narrow, self),
            self.preview, ordinary,
        )  # fmt: skip
        self._own = (*WINDOW_COMMANDS, *commands)
        self._worn = (scheme(), scale())
        self._filled_for: LivePage | None = None
        self.menus = Menus(self.menuBar())
        self._build(tabs)
        self._connect()
        self.setWindowTitle(_called(store))
        self._restore()
        self.show_tab(self.settings.get("tab", tabs[0].name))
        after_paint(self, self._after_first_paint)

    def _build(self, tabs: Sequence[Tab]) -> None:
        self.taking_back, self.leaving = TakingBack(self), Leaving(self)
        self.strip = TabStrip([(tab.name, tab.icon, _(tab.label)) for tab in tabs])
        self._notice, self.missing, self.hint = Strip("bad"), Strip("bad"), Strip()
        self._stack = QStackedWidget()

        def make(tab: Tab) -> TabView:
            view = TabView(tab, self.office)
            self._stack.addWidget(view)
            view.fit(self.width())
            view.turned.connect(self._refresh_commands)
            view.renewed.connect(self._count_tabs)
            view.told.connect(partial(self._told, view))
            return view

        self.tabs = Tabs(tabs, make)
        self.status = StatusLine(
            cancel=self.jobs.cancel, undo=self.taking_back.undo, drafts=lambda: self.run("drafts"),
            lock=lambda: self.run("passphrase"),
            saved=lambda: self.run("history"), backup=lambda: self.run("backup"), language=lambda: self.run("language"),
        )  # fmt: skip
        self.ground = whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strip, rule("line2"), self.missing, self._notice, self.hint):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addWidget(foot(self.status))
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.strip.chosen.connect(self.show_tab)
        self.strip.palette_wanted.connect(lambda typed: self.palette_.open(typed))  # noqa: PLW0108 - it is made then
        self._changes.came.connect(self._changed)
        self.jobs.started.connect(self.status.begin_job)
        self.jobs.counted.connect(self.status.show_count)
        self.jobs.ended.connect(self.status.end_job)

    @property
    def view(self) -> TabView:
        """The tab in view."""
        view = self._stack.currentWidget()
        assert isinstance(view, TabView)
        return view

    @property
    def page(self) -> LivePage:
        """The page in view."""
        return self.view.page

    def show_tab(self, name: str, page: str = "") -> None:
        """Bring a tab into view, on a page of it."""
        wanted = name if name in self.tabs else next(iter(self.tabs))
        coming = self.tabs[wanted]
        if self.view is not coming:
            self.page.keep_all()
        self._stack.setCurrentWidget(coming)
        self.strip.choose(wanted)
        self.status.show_listed("")
        coming.enter(page)
        self.settings.set("tab", wanted)
        self._refresh_commands()

    def go(self, kind: str, id: str) -> None:
        """Show a record wherever it lives: here first, then on another tab."""
        name = self.tabs.showing(kind)
        if name:
            if not self.view.tab.shows(kind):
                self.show_tab(name)
            self.view.open(kind, id)

    def _told(self, view: TabView, words: str) -> None:
        if view is self._stack.currentWidget():
            self.status.show_listed(words)

    def _say(self, words: str) -> None:
        self.toast.say(words)

    def complain(self, sentence: str) -> None:
        """Say over the page what was refused."""
        self._notice.complain(sentence)

    def run(self, command: str) -> None:
        """Do a command by its name."""
        for each, action in self.menus.commands():
            if each.name == command and action.isEnabled():
                action.trigger()
                return

    def _changed(self, kinds: set[str]) -> None:
        for view in self.tabs.made():
            view.reload(kinds)
        self.office.records.typed.again()
        self.status.show_saved(datetime.now())  # noqa: DTZ005 - the clock on the wall of whoever reads it
        self.taking_back.show()
        self._count_tabs(kinds)

    def _count_tabs(self, kinds: set[str] | None = None) -> None:
        for tab in self.tabs.declared.values():
            if (count := tab.count(self.office, kinds)) is not None:
                self.strip.set_count(tab.name, count)

    def _refresh_commands(self) -> None:
        if not self.view.page_name:
            return
        page = self.page
        if page is not self._filled_for:
            self._filled_for = page
            self.menus.fill([(page.commands(), lambda: self.page), (self._own, lambda: self)])
        self.menus.fit(len(page.selected()))

    def _after_first_paint(self) -> None:
        """What the first sight of the window need not wait for."""
        self._count_tabs()
        self.status.show_saved(None)
        newest = next(iter(backups.listed(self.store.path)), None)
        self.status.show_backup(newest.at.astimezone() if newest else None)
        self.status.show_lock(self.store.encrypted)
        self.status.show_language(LANGUAGE_OWN_NAMES[language()])
        self.status.show_drafts(len(self.office.records.typed.waiting()))
        if self.store.synchronised:
            words = _("This database stands in {place}: other programs copy it while it is written. Move it elsewhere.")
            self.complain(words.format(place=self.store.synchronised))

    def _restore(self) -> None:
        kept = self.settings.get(GEOMETRY)
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode()))):
            self.resize(*SIZE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for view in self.tabs.made():
            view.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        asked = event.type() in {QEvent.Type.ThemeChange, QEvent.Type.ApplicationFontChange}
        if asked and not self.leaving.gone and (wished(self.settings.preferences.colours), scale()) != self._worn:
            self.rebuild_wanted.emit(language())

    def put_away(self) -> None:
        """Keep everything that is being typed and let the store go, before the window is built anew or closed."""
        if self.leaving.gone:
            return
        self.leaving.keep_all()
        self.leaving.gone = True
        self._changes.stop()
        self.settings.set(GEOMETRY, bytes(self.saveGeometry().toBase64().data()).decode())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leaving.agreed():
            event.ignore()
            return
        self.put_away()
        self.closing.emit()
        super().closeEvent(event)


def show_fitting(window: MainWindow) -> None:
    """Show a window where it was left; the first one fills a small laptop, or its status line were below the screen."""
    room = window.screen().availableSize()
    small = room.width() <= SIZE[0] or room.height() <= SIZE[1] + _FRAME
    if small and not window.settings.get(GEOMETRY):
        window.showMaximized()
    else:
        window.show()


def _narrow(window: MainWindow, aim: Aim) -> None:
    """Show a list as somebody asks for it, such as the members behind a bar."""
    window.show_tab(aim.tab, aim.page)
    window.view.narrow(aim)


def _called(store: Store) -> str:
    """The window's title: whose work it shows, or that it is a sample."""
    if lives_on := store.sample_day:
        return _("Sample network, {day} - IOPD Desktop").format(day=day(lives_on))
    return _("{file} - IOPD Desktop").format(file=store.path.stem)
