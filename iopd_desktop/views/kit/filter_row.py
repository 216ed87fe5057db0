"""The row under a page's title: the search, the filters with their values, the columns and saved views."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from iopd_desktop.actions.ready_views import ready_view
from iopd_desktop.models import Record
from iopd_desktop.models.fields import Field
from iopd_desktop.models.kinds import Choice, Choices, Country, Flag, Link, Terms
from iopd_desktop.store.listing import EMPTY, Filter
from iopd_desktop.views.kit.flow import Flow
from iopd_desktop.views.kit.lines import SearchLine
from iopd_desktop.views.kit.pick_list import Offer, PickList
from iopd_desktop.views.kit.pieces import arrow_behind, button, icon_button
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.style import say
from iopd_desktop.words import _, country_names, fold


def offers_of(made: Field, records: Records) -> Callable[[str], Sequence[Offer]]:
    """What a field can be filtered by, or filled with: codes and words, narrowed by a typed text."""
    kind = made.kind
    if isinstance(kind, Choice | Choices):
        return lambda _typed: [(code, _(shown)) for code, shown in kind.choices.items()]
    if isinstance(kind, Country):
        return lambda _typed: sorted(country_names().items(), key=lambda each: fold(each[1]))
    if isinstance(kind, Flag):
        return lambda _typed: [("1", _("yes")), ("0", _("no"))]
    if isinstance(kind, Terms):
        vocabulary = kind.vocabulary
        return lambda _typed: records.terms(vocabulary)
    if isinstance(kind, Link) and kind.to != "*":
        to = kind.to
        return lambda typed: records.offers(to, typed, 40)
    return lambda _typed: []


class FilterButton(QWidget):
    """One filter: its name with an arrow, or its name, its values and a clear."""

    changed = Signal()

    def __init__(self, made: Field, records: Records, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.values = made, list[str]()
        self._offers = offers_of(made, records)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._button = button(made.label, self._open, look="filter")
        arrow_behind(self._button)
        self._clear = icon_button("close", _("Clear the filter “{field}”").format(field=made.label), self.clear)
        row.addWidget(self._button)
        row.addWidget(self._clear)
        self._show()

    def filters(self) -> tuple[Filter, ...]:
        """The conditions that this filter asks for."""
        if not self.values:
            return ()
        if isinstance(self.field.kind, Flag):
            return (Filter(self.field.name, "in", [int(value) for value in self.values if value]),)
        return (Filter(self.field.name, "in", list(self.values)),)

    def set_values(self, values: Sequence[str]) -> None:
        """Filter by these codes, as a saved view does."""
        self.values = list(values)
        self._show()

    def clear(self) -> None:
        """Filter by nothing."""
        self.set_values([])
        self._button.setFocus()
        self.changed.emit()

    def _open(self) -> None:
        picks = PickList(self.field.label, self._offers, self.values, several=True, parent=self)
        picks.picked.connect(self._take)
        picks.under(self._button)

    def _take(self, values: list[str]) -> None:
        self.set_values(values)
        self.changed.emit()

    def _show(self) -> None:
        names = dict(self._offers("")) if self.values else {}
        shown = [_("not said") if value == EMPTY else names.get(value, value) for value in self.values]
        words = ", ".join(shown[:2]) + (f" +{len(shown) - 2}" if len(shown) > 2 else "")
        text = _("{field}: {values}").format(field=self.field.label, values=words) if shown else self.field.label
        self._button.setText(text.replace("&", "&&"))
        self._button.setAccessibleName(text if shown else _("Filter by {field}").format(field=text))
        self._clear.setVisible(bool(shown))
        say(self._button, "used", "true" if shown else "false")


class NarrowedBy(QWidget):
    """The view of the program's own by which a list is narrowed, with a clear; nothing where there is none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._button = button("", self.clear, look="filter")
        say(self._button, "used", "true")
        row.addWidget(self._button)
        row.addWidget(icon_button("close", _("Clear the view"), self.clear))
        self.show_view("")

    def filters(self) -> tuple[Filter, ...]:
        """The conditions of the view, as they are today."""
        ready = ready_view(self.name)
        return ready.filters() if ready else ()

    def show_view(self, name: str) -> None:
        """Narrow by a view, or by none."""
        ready = ready_view(name)
        self.name = ready.name if ready else ""
        words = _(ready.label) if ready else ""
        self._button.setText(words.replace("&", "&&"))
        self._button.setAccessibleName(words)
        self.setVisible(bool(ready))

    def clear(self) -> None:
        """Narrow by no view."""
        self.show_view("")
        self.changed.emit()


class FilterRow(QWidget):
    """Search, filters, columns and "Save view" of a list; it says what is sought once typing pauses."""

    changed = Signal()
    columns_wanted = Signal()
    save_wanted = Signal()
    change_wanted = Signal()
    down = Signal()

    def __init__(
        self, record: type[Record], filters: Sequence[str], records: Records, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(4), px(16), px(6))
        row.setSpacing(px(8))
        plural = _(record.plural)
        self.search = SearchLine(
            _("Search in {kinds}").format(kinds=plural.lower()),
            _("Search  (Ctrl+F)"),
        )
        self.search.setMaximumWidth(px(260))
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.down.connect(self.down)
        self.filters = [FilterButton(record.fields[name], records) for name in filters]
        row.addWidget(self.search, 1)
        flow = QWidget()
        self._flow = Flow(flow, px(8))
        self.narrowed = NarrowedBy()
        self.narrowed.changed.connect(self.changed)
        self._flow.addWidget(self.narrowed)
        self.changed.connect(self._fit)
        for made in self.filters:
            made.changed.connect(self.changed)
            self._flow.addWidget(made)
        row.addWidget(flow, 4)
        self.columns_button = button(_("Columns"), self.columns_wanted.emit, look="flat", icon="columns")
        row.addWidget(self.columns_button)
        self.change_button = button(_("Save changes"), self.change_wanted.emit, look="flat", icon="tick")
        self._changed, self._folded = False, list[QPushButton]()
        row.addWidget(self.change_button)
        self.save_button = button(_("Save view"), self.save_wanted.emit, look="flat", icon="bookmark")
        row.addWidget(self.save_button)
        self.more_button = icon_button("more", _("Columns and views"), self._open_more)
        row.addWidget(self.more_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the filters have the room; columns and views stand in a menu at the end."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The buttons fold away: they do not keep the list from being made narrow."""
        return QSize(px(240), super().minimumSizeHint().height())

    def _fit(self) -> None:
        """The buttons stand in the row as far as they fit beside all filters, the others in the menu at its end."""
        mine = [*([self.change_button] if self._changed else []), self.save_button, self.columns_button]
        room = self.width() - px(44) - self.search.minimumWidth() - self._flow.sizeHint().width()
        if sum(made.sizeHint().width() + px(8) for made in mine) > room:
            room -= px(32)
        self.change_button.setVisible(self._changed)
        self._folded = []
        for made in mine:
            room -= made.sizeHint().width() + px(8)
            made.setVisible(room >= 0)
            if room < 0:
                self._folded.insert(0, made)
        self.more_button.setVisible(bool(self._folded))

    def _open_more(self) -> None:
        menu = QMenu(self)
        for made in self._folded:
            menu.addAction(made.icon(), made.text(), made.click)
        menu.exec(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
        menu.deleteLater()

    def show_changed(self, *, changed: bool) -> None:
        """Offer to save the changes of the view that is shown, or not."""
        self._changed = changed
        self._fit()

    def where(self) -> tuple[Filter, ...]:
        """All conditions that the filters ask for."""
        return (*(condition for made in self.filters for condition in made.filters()), *self.narrowed.filters())

    def used(self) -> bool:
        """Whether anything is sought or filtered."""
        return bool(self.search.text().strip() or self.narrowed.name or any(made.values for made in self.filters))

    def clear(self) -> None:
        """Seek and filter by nothing."""
        self.take("", {})
        self.changed.emit()

    def take(self, search: str, values: dict[str, list[str]], ready: str = "") -> None:
        """Show a search and filters, as a saved view does, and say nothing."""
        self.search.blockSignals(True)
        self.search.setText(search)
        self.search.blockSignals(False)
        self.narrowed.show_view(ready)
        for made in self.filters:
            made.set_values(values.get(made.field.name, []))
        self._fit()

    def values(self) -> dict[str, list[str]]:
        """The codes of each filter in use, for a saved view."""
        return {made.field.name: list(made.values) for made in self.filters if made.values}

    def type_on(self, text: str) -> None:
        """Letters typed in the list continue here."""
        self.search.setFocus()
        self.search.setText(self.search.text() + text)
