"""The list half of an ordinary page: title, search and filters, the table, and what an empty place says."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from iopd_desktop.store.listing import Listing
from iopd_desktop.views.kit.columns import Column, columns
from iopd_desktop.views.kit.empty import EmptyPlace, Way
from iopd_desktop.views.kit.filter_row import FilterRow
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.painted import after_paint
from iopd_desktop.views.kit.pieces import button, ground, label
from iopd_desktop.views.kit.record_model import RecordModel
from iopd_desktop.views.kit.record_table import RecordTable
from iopd_desktop.views.kit.saved_views import ViewState
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.strips import Strip
from iopd_desktop.views.kit.tab import Sheet
from iopd_desktop.views.kit.title_row import TitleRow
from iopd_desktop.words import _, ngettext, number


class RecordList(QWidget):
    """What is listed and how: `begin` asks for a new record, `save_wanted` for the view to be kept."""

    chosen = Signal(list)
    begin = Signal()
    counted = Signal()

    def __init__(self, office: Office, sheet: Sheet, ways: Sequence[Way] = ()) -> None:
        super().__init__()
        ground(self, "surface")
        self._office, self.sheet, self._ways = office, sheet, ways
        kept = tuple(office.settings.get(self._kept("columns"), ())) or tuple(sheet.columns)
        self.model = RecordModel(office.records, sheet.record.kind, self._columns(kept))
        self.table = RecordTable(self.model, _(sheet.full or sheet.label))
        self.title = TitleRow(_(sheet.full or sheet.label))
        self.filters = FilterRow(sheet.record, sheet.filters, office.records)
        self.wrong = Strip("bad")
        self._order = sheet.listing().order
        self._body = QStackedWidget()
        for widget in (self.table, self._nothing_found(), self._nothing_yet()):
            self._body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.title, self.wrong, self.filters):
            column.addWidget(widget)
        column.addWidget(self._body, 1)
        self.filters.changed.connect(self.show_listing)
        self.filters.down.connect(self.table.setFocus)
        self.filters.columns_wanted.connect(self.choose_columns)
        self.table.typed.connect(self.filters.type_on)
        self.table.chosen.connect(self.chosen)
        self.table.order_wanted.connect(self._sort)
        self.model.refused.connect(self.wrong.complain)
        self.model.begun.connect(lambda: after_paint(self.table.viewport(), self.model.complete))
        self.model.completed.connect(self.show_counts)
        self.table.set_widths(office.settings.get(self._kept("widths"), {}))
        self.show_listing()

    def _kept(self, what: str) -> str:
        return f"{what}/{self.sheet.record.kind}/{self.sheet.name}"

    def _columns(self, names: tuple[str, ...]) -> list[Column]:
        return columns(self.sheet.record, names, self.sheet.counted, self.sheet.marks)

    def _nothing_found(self) -> QWidget:
        made = ground(QWidget(), "surface")
        column = QVBoxLayout(made)
        column.setContentsMargins(px(20), px(24), px(20), px(20))
        column.addWidget(label(_("Nothing is found by this search and these filters."), "body", "text2", wrap=True))
        clear = button(_("Clear the filters"), self.filters.clear, look="link")
        column.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        return made

    def _nothing_yet(self) -> QWidget:
        title, words = self.sheet.empty
        plural = _(self.sheet.record.plural).lower()
        return EmptyPlace(
            _(title) if title else _("No {kinds} yet").format(kinds=plural),
            _(words) if words else _("Write the first one, or bring in a list that you already keep."),
            _(self.sheet.new), self.begin.emit, key="Ctrl+N", ways=self._ways,
        )  # fmt: skip

    @property
    def listing(self) -> Listing:
        """What is listed now: the page's own condition, search, filters and order."""
        plain = self.sheet.listing()
        return Listing(plain.kind, self.filters.search.text(), (*plain.where, *self.filters.where()), self._order)

    def show_listing(self) -> None:
        """Read the list anew by its search, filters and order."""
        self.model.show(self.listing)
        self.table.show_order(*(self._order[0] if self._order else ("", False)))
        self.show_counts()
        if self.model.rowCount() and not self.table.ids():
            self.table.choose_place(0)

    def reload(self) -> None:
        """Read again after a change."""
        self.model.reload()
        self.show_counts()

    def show_counts(self) -> None:
        """Say how many there are, or what to do where there is nothing."""
        shown, sought = self.model.rowCount(), self.filters.used()
        if sought:
            known = None if self.filters.where() else self.model.order.unsought
            whole = number(self._office.records.count(self.sheet.listing()) if known is None else known)
            self.title.set_count(_("{shown} of {all}").format(shown=number(shown), all=whole))
        else:
            # The first rows of a long list are painted before anybody counts the others.
            whole = number(shown) if self.model.order.whole else ""
            self.title.set_count(whole if shown else _("none yet"))
        self._body.setCurrentIndex(0 if shown else 1 if sought else 2)
        self.filters.setVisible(bool(shown or sought))
        self.counted.emit()

    def status(self) -> str:
        """What the status line says of the list."""
        if not self.model.order.whole:
            return ""
        shown, selected = self.model.rowCount(), len(self.table.ids())
        record = self.sheet.record
        words = f"{number(shown)} {_(record.label if shown == 1 else record.plural).lower()}"
        if selected:
            words += "   " + ngettext("{count} selected", "{count} selected", selected).format(count=number(selected))
        return words

    def _sort(self, name: str, down: bool) -> None:
        self._order = ((name, down),)
        self.show_listing()

    def choose_columns(self) -> None:
        """Ask which columns the list shows."""
        from iopd_desktop.views.kit.dialogs.columns import choose_columns

        now = [column.name for column in self.model.columns]
        chosen = choose_columns(self, self.sheet.record, self.sheet.counted, now)
        if chosen is not None:
            self.table.set_columns(self._columns(tuple(chosen)))
            self._office.settings.set(self._kept("columns"), chosen)

    def keep_widths(self) -> None:
        """Keep the widths that a person gave to the columns."""
        self._office.settings.set(self._kept("widths"), self.table.widths())

    def state(self) -> ViewState:
        """The search, filters, order and columns, as a saved view keeps them."""
        values = tuple((name, tuple(codes)) for name, codes in self.filters.values().items())
        shown = tuple(column.name for column in self.model.columns)
        return ViewState(self.filters.search.text(), values, self._order, shown, self.filters.narrowed.name)

    def take(self, state: ViewState) -> None:
        """Show a saved view."""
        self.filters.take(state.search, {name: list(codes) for name, codes in state.values}, state.ready)
        self._order = state.order or self.sheet.listing().order
        if state.columns:
            self.table.set_columns(self._columns(state.columns))
        self.show_listing()
