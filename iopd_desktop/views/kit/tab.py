"""How a tab and its pages are declared: a few lines of data from which the kit assembles the windows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from iopd_desktop.models import Record, parts_of
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.views.kit.columns import Counted
from iopd_desktop.views.kit.commands import Command
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.records import Records

if TYPE_CHECKING:
    from iopd_desktop.views.kit.record_form import Chips, Hints


@dataclass(frozen=True)
class Page:
    """A page of a tab. `label` is short and marked; `full` is its whole name for the tooltip.

    `build` makes the page; `count` gives the number in the list of pages; `asks` makes that number amber,
    because it asks for work; `kinds` are the kinds of records whose change changes the count.
    """

    name: str
    label: str
    icon: str
    build: Callable[[Office, Any], LivePage]
    full: str = ""
    count: Callable[[Records], int | None] | None = None
    asks: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """An ordinary page: a list of records of one kind with the form of one beside it.

    `where` is the page's own condition and `given` what a new record on it begins with; `columns`, `filters` and
    `order` name fields; `parts` are (kind, link) panels of the form, all the model's parts unless they are named.
    `marks` gives shapes to codes of a field, `counted` adds columns, `beside` adds them to parts by kind and `deeds`
    buttons there, `chips` and `hints` speak about one record.
    `empty` is a title and a sentence for a page with nothing on it; `build` makes a page of another class.
    """

    name: str
    label: str
    icon: str
    record: type[Record]
    full: str = ""
    new: str = ""
    where: tuple[Filter, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    columns: Sequence[str] = ()
    filters: Sequence[str] = ()
    order: tuple[tuple[str, bool], ...] = ()
    fields: Sequence[str] = ()
    parts: Sequence[tuple[str, str]] | None = None
    marks: Mapping[str, Mapping[str, tuple[str, str]]] = field(default_factory=dict)
    counted: Sequence[Counted] = ()
    beside: Mapping[str, Sequence[Counted]] = field(default_factory=dict)
    deeds: Mapping[str, Sequence[Command]] = field(default_factory=dict)
    chips: "Chips | None" = None
    hints: "Hints | None" = None
    commands: tuple[Command, ...] = ()
    empty: tuple[str, str] = ("", "")
    asks: bool = False
    build: Callable[[Office, Any], LivePage] | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of records whose change is seen on this page."""
        return (self.record.kind,)

    def panels(self) -> list[tuple[str, str]]:
        """The parts shown in the form: (kind, link)."""
        if self.parts is not None:
            return list(self.parts)
        return [(record.kind, link) for record, link in parts_of(self.record)]

    def listing(self) -> Listing:
        """What the page lists when nothing is sought or filtered."""
        order = self.order or ((self._first_sorted(), False),)
        return Listing(self.record.kind, "", self.where, tuple(each for each in order if each[0]))

    def _first_sorted(self) -> str:
        shown = [*self.columns, *self.record.fields]
        return next((name for name in shown if name in self.record.fields and self.record.fields[name].sorted), "")

    def count(self, records: Records) -> int | None:
        """How many records the page lists."""
        return records.count(self.listing())


class TabHead(QWidget):
    """What stands over the list of pages; `set_narrow` asks it to be as narrow as their icons."""

    def set_narrow(self, narrow: bool) -> None:
        """Be narrow, or whole."""


@dataclass(frozen=True)
class Tab:
    """One of the tabs of the window. `counted` is the page whose number stands beside its name; `help` is F1.

    `head` makes what stands over the list of pages, and is given what to call when the pages are to be made anew;
    `narrowed` gives a page as it stands now, such as within the edition in view; `reach` turns to where a record of
    a kind lives, and says whether the pages are to be made anew for that.
    """

    name: str
    label: str
    icon: str
    pages: tuple[Page | Sheet, ...]
    counted: str = ""
    help: str = ""
    head: Callable[[Office, Callable[[], None]], TabHead] | None = None
    narrowed: Callable[[Office, Page | Sheet], Page | Sheet] | None = None
    reach: Callable[[Office, str, str], bool] | None = None

    def shows(self, kind: str) -> bool:
        """Whether a page of this tab shows records of a kind."""
        return any(kind in page.kinds for page in self.pages)

    def count(self, office: Office, kinds: set[str] | None = None) -> int | None:
        """The number beside the tab's name; None where it has none, or where a change of `kinds` leaves it."""
        page = next((each for each in self.pages if each.name == self.counted), None)
        if page is None or (kinds is not None and not kinds & set(page.kinds)):
            return None
        now = self.narrowed(office, page) if self.narrowed else page
        return now.count(office.records) if now.count is not None else None
