"""One tab at work: the list of its pages and saved views, and the page that is shown, made on its first visit."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.office import Aim, LivePage, Office
from iopd_desktop.views.kit.page_list import PageList
from iopd_desktop.views.kit.painted import after_paint
from iopd_desktop.views.kit.pieces import ground
from iopd_desktop.views.kit.record_page import RecordPage
from iopd_desktop.views.kit.saved_views import READY, Shown, ViewState, place_of, views_of
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.tab import Page, Sheet, Tab, TabHead
from iopd_desktop.words import _

NARROW = 1200
"""Under this width of the window, in measures of the look, the list of pages shows icons alone."""


class TabView(QWidget):
    """Assembles a tab from its declaration. `turned` is said when another page is shown, `renewed` when all are new."""

    turned = Signal()
    renewed = Signal()
    told = Signal(str)

    def __init__(self, tab: Tab, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tab, self._office = tab, office
        self._pages: dict[str, LivePage] = {}
        self._stale: dict[str, set[str]] = {}
        self._current = ""
        self.list = PageList()
        self.list.set_pages([(p.name, p.icon, _(p.label), _(p.full or p.label)) for p in tab.pages])
        self.list.chosen.connect(self.turn_to)
        self.list.view_chosen.connect(self.show_view)
        self.list.view_asked.connect(self._do_with_view)
        self._stack = QStackedWidget()
        ground(self._stack, "surface")
        edge = QWidget()
        edge.setFixedWidth(1)
        edge.setStyleSheet(f"background: {scheme().line2}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget, share in ((self._side(), 0), (edge, 0), (self._stack, 1)):
            row.addWidget(widget, share)

    def _side(self) -> QWidget:
        """The list of pages, under what the tab puts over it."""
        self.head: TabHead | None = None
        if self.tab.head is None:
            return self.list
        self.head = self.tab.head(self._office, self.renew)
        made = ground(QWidget(), "chrome")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        return made

    def renew(self) -> None:
        """Make the pages anew, because what they show changed as a whole."""
        self.keep_all()
        former, self._current = self._current, ""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()
        if former:
            self.turn_to(former)
            self.recount()
        self.renewed.emit()

    def _now(self, page: Page | Sheet) -> Page | Sheet:
        return self.tab.narrowed(self._office, page) if self.tab.narrowed else page

    @property
    def page(self) -> LivePage:
        """The page that is shown."""
        return self._pages[self._current]

    @property
    def page_name(self) -> str:
        """The name of the page that is shown, or an empty text before the first visit."""
        return self._current

    def enter(self, page: str = "") -> None:
        """The tab comes into view: show a page, the one shown last, or the first."""
        kept = self._office.settings.get(f"page/{self.tab.name}", "")
        names = [each.name for each in self.tab.pages]
        wanted = next(name for name in (page, self._current, kept, names[0]) if name in names)
        first = not self._current
        self.turn_to(wanted)
        if first:
            after_paint(self, self.recount)
        else:
            self.recount()

    def turn_to(self, name: str, view: str = "") -> None:
        """Show a page; what is being typed on the former one is kept."""
        if self._current and self._current != name:
            self.page.keep_all()
        if name not in self._pages:
            self._pages[name] = self._make(name)
        self._current = name
        page = self.page
        if kinds := self._stale.pop(name, None):
            page.reload(kinds)
        self._stack.setCurrentWidget(page)
        self.list.choose(name, view)
        self._office.settings.set(f"page/{self.tab.name}", name)
        if isinstance(page, RecordPage) and not view:
            page.views.leave()
        page.enter()
        self.turned.emit()

    def _declared(self, name: str) -> Page | Sheet:
        return self._now(next(each for each in self.tab.pages if each.name == name))

    def _make(self, name: str) -> LivePage:
        declared = self._declared(name)
        if isinstance(declared, Sheet) and declared.build is None:
            made: LivePage = RecordPage(self._office, declared)
        else:
            assert declared.build is not None
            made = declared.build(self._office, declared)
        made.setObjectName(f"{self.tab.name}/{name}")
        if isinstance(made, RecordPage) and isinstance(declared, Sheet):
            made.place = place_of(self.tab.name, declared)
        made.told.connect(lambda words: self.told.emit(words) if made is self._pages.get(self._current) else None)
        made.commands_changed.connect(self.turned)
        self._stack.addWidget(made)
        return made

    def show_view(self, id: str) -> None:
        """Show a saved view on its page."""
        for shown, _name, place, state in self._views():
            if shown == id:
                self.turn_to(place.partition("/")[2], id)
                page = self.page
                if isinstance(page, RecordPage):
                    page.views.show(id, state)

    def narrow(self, aim: Aim) -> None:
        """Narrow the list in view to the codes of an aim and what it seeks."""
        page = self.page
        if isinstance(page, RecordPage):
            page.list.take(ViewState(aim.search, tuple((name, tuple(codes)) for name, codes in aim.codes.items())))
            page.list.table.setFocus()
            if aim.begin:
                page.begin()

    def _views(self) -> list[Shown]:
        sheets = [page for page in self.tab.pages if isinstance(page, Sheet)]
        return views_of(self._office.records, [place_of(self.tab.name, sheet) for sheet in sheets])

    def _do_with_view(self, id: str, what: str) -> None:
        """Rename, change or remove a view, on its page."""
        place = next((place for shown, _name, place, _state in self._views() if shown == id), "")
        if place and place.partition("/")[2] != self._current:
            self.turn_to(place.partition("/")[2])
        page = self.page
        if isinstance(page, RecordPage):
            {"rename": page.views.rename, "change": page.views.change, "remove": page.views.remove}[what](id)

    def recount(self) -> None:
        """Count again what stands beside the pages and saved views."""
        records, pages = self._office.records, [self._now(page) for page in self.tab.pages]
        for page in pages:
            if page.count is not None:
                self.list.set_count(page.name, page.count(records), asks=page.asks)
        sheets = {place_of(self.tab.name, page): page for page in pages if isinstance(page, Sheet)}
        shown = [(id, name, records.count(state.listing(sheets[place]))) for id, name, place, state in self._views()]
        self.list.set_views(shown, {id for id, *_rest in shown if id.startswith(READY)})

    def reload(self, kinds: set[str]) -> None:
        """Records changed: the page in view reads again now, the others when they are shown."""
        for name, page in self._pages.items():
            if name == self._current and self.isVisible():
                page.reload(kinds)
            else:
                self._stale.setdefault(name, set()).update(kinds)
        if self.isVisible():
            self.recount()

    def open(self, kind: str, id: str) -> bool:
        """Show a record on the first page that lists its kind; False where none does."""
        if self.tab.reach and self.tab.reach(self._office, kind, id):
            self.renew()
        for declared in self.tab.pages:
            if kind in declared.kinds and (isinstance(declared, Sheet) or declared.name in self._pages):
                self.turn_to(declared.name)
                if self.page.open(id):
                    return True
        return False

    def keep_all(self) -> None:
        """Keep what is being typed on every page."""
        for page in self._pages.values():
            page.keep_all()

    def fit(self, width: int) -> None:
        """Show the list of pages narrow or whole, by the width of the window."""
        self.list.set_narrow(width < px(NARROW))
        if self.head is not None:
            self.head.set_narrow(width < px(NARROW))


class Tabs(Mapping[str, TabView]):
    """The tabs of a window by name, each made when it is first asked for."""

    def __init__(self, tabs: Iterable[Tab], make: Callable[[Tab], TabView]) -> None:
        self.declared = {tab.name: tab for tab in tabs}
        self._make, self._made = make, dict[str, TabView]()

    def __getitem__(self, name: str) -> TabView:
        if name not in self._made:
            self._made[name] = self._make(self.declared[name])
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self.declared

    def __iter__(self) -> Iterator[str]:
        return iter(self.declared)

    def __len__(self) -> int:
        return len(self.declared)

    def made(self) -> list[TabView]:
        """Those that were asked for by now."""
        return list(self._made.values())

    def showing(self, kind: str) -> str:
        """The name of the first tab that shows records of a kind, or an empty text."""
        return next((tab.name for tab in self.declared.values() if tab.shows(kind)), "")
