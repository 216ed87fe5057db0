"""The list in view, for paper: with its columns, its order, its search and its filters as they are shown."""

from typing import Any

from iopd_desktop.actions.list_reads import AsShown, Beside
from iopd_desktop.actions.lists import Wanted, view_named
from iopd_desktop.models import by_kind
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.desk import View
from iopd_desktop.models.refusal import Refused
from iopd_desktop.reports import Option
from iopd_desktop.store.listing import Listing
from iopd_desktop.views.kit.record_list import RecordList
from iopd_desktop.words import _


def list_in_view(page: Any) -> AsShown:
    """What a page lists now; every record of its kind where the page is no list."""
    listed = getattr(page, "list", None)
    if not isinstance(listed, RecordList):
        return AsShown("", Listing(page.exchanged.kind), ())
    columns = listed.model.columns
    beside = {
        column.name: Beside(column.counted.label, column.counted.values, column.counted.look)
        for column in columns
        if column.counted
    }
    title = _(listed.sheet.full or listed.sheet.label)
    return AsShown("", listed.listing, tuple(column.name for column in columns), title, beside)


def lists_for(window: Any, option: Option) -> list[tuple[str, Wanted]]:
    """The lists that a report may be of: the one in view, the whole of each kind, the saved views."""
    found: list[tuple[str, Wanted]] = []
    if hasattr(window.page, "exchanged"):
        shown = list_in_view(window.page)
        if not option.choices or shown.listing.kind in option.choices:
            found.append((_("The list in view: {title}").format(title=shown.title or _plural(shown)), shown))
    for kind in option.choices:
        order = tuple((name, False) for name in by_kind(kind).titled[-1:])
        whole = Wanted("", Listing(kind, order=order), ())
        found.append((_("All: {kinds}").format(kinds=_plural(whole)), whole))
    with window.store.read() as reader:
        for name in sorted({row["name"] for row in reader.all(View)}):
            try:
                view = view_named(reader, name)
            except Refused:
                continue
            if not option.choices or view.listing.kind in option.choices:
                found.append((_("View: {name}").format(name=name), view))
    return found


def events_offered(records: Any) -> list[tuple[str, str]]:
    """The entries of the calendar with their dates, those with people registered first, the latest of them first."""
    rows = records.all("event", order="date")
    coming = {row["event"] for row in records.all("registration")}
    rows.sort(key=lambda row: (row["date"] or {}).get("latest", ""), reverse=True)
    rows.sort(key=lambda row: row["id"] not in coming)
    dated = Event.fields["date"].kind
    return [(", ".join(filter(None, (Event.called(row), dated.format(row["date"])))), row["id"]) for row in rows]


def _plural(wanted: Wanted) -> str:
    return _(wanted.listing.record.plural)
