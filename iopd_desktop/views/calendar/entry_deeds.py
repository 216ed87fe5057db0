"""What can be done with an entry of the calendar on every page: a checklist brought to it, its hour told elsewhere."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from iopd_desktop.actions.local_times import LocalTime, local_times, member_countries
from iopd_desktop.actions.preparing import checklists, prepare
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import Registration
from iopd_desktop.store.reading import Missing
from iopd_desktop.views.kit.dialogs.asked import shown, table
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.exchange.columns_named import Into
from iopd_desktop.views.kit.exchange.importing import ask_import
from iopd_desktop.views.kit.pick_list import PickList
from iopd_desktop.views.kit.pieces import label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _, day, ngettext, number

_WIDE, _HIGH = 760, 560


def ask_checklist(page: Any) -> None:
    """Offer the checklists for the chosen entry, those meant for its kind first."""
    id = next(iter(page.selected()), None)
    event = page.office.records.seek(Event.kind, id) if id else None
    if event is None:
        page.complain(_("Choose an entry first"))
        return
    offers = [
        (one.key, ngettext("{name} ({count} step)", "{name} ({count} steps)", one.steps).format(
            name=one.name, count=number(one.steps)))
        for one in checklists(event["type"])
    ]  # fmt: skip
    picks = PickList(_("Checklist"), lambda _typed: offers, parent=page)
    picks.picked.connect(lambda picked: bring_checklist(page, event["id"], picked[0]))
    picks.under(QApplication.focusWidget() or page)


def bring_checklist(page: Any, event: str, key: str) -> None:
    """Bring the steps of a checklist to an entry as one step, and show them."""
    try:
        with page.office.store.work(_("Checklist")) as work:
            count = prepare(work, event, key)
    except (BadValue, Refused, Missing) as wrong:
        page.complain(str(wrong))
        return
    words = ngettext("{count} preparation added", "{count} preparations added", count)
    page.office.say(words.format(count=number(count)))
    if page.form.id == event:
        page.form.turn_to("preparation")


def ask_registrations(page: Any) -> None:
    """Ask for a list of a ticket system, or any other, that registers people for the chosen entry."""
    id = next(iter(page.selected()), None)
    if id is None:
        page.complain(_("Choose an entry first"))
        return
    ask_import(page, Into(Registration, {"event": id}))


def enter_sheets(page: Any) -> None:
    """Enter the signed sheets of the chosen entry, one after the other."""
    from iopd_desktop.views.calendar.desk.sheet_entry import SheetEntry

    _enter(page, SheetEntry)


def enter_slips(page: Any) -> None:
    """Enter the consent slips of the chosen entry, one after the other."""
    from iopd_desktop.views.calendar.desk.slip_entry import SlipEntry

    _enter(page, SlipEntry)


def _enter(page: Any, entry: Callable[..., Dialog]) -> None:
    id = next(iter(page.selected()), None)
    if id is None:
        page.complain(_("Choose an entry first"))
        return
    shown(entry(page, page.office.store, id, page.office.store.author))


def show_local_times(page: Any) -> None:
    """Say what the clocks show at the chosen entry's hour in the countries of the members."""
    id = next(iter(page.selected()), None)
    event = page.office.records.seek(Event.kind, id) if id else None
    if event is None or not event["moment"]:
        page.complain(_("This entry has no time yet: fill in “{field}”").format(field=Event.fields["moment"].label))
        return
    with page.office.store.read() as reader:
        found = local_times(event["moment"], member_countries(reader))
    title = Event.called(event)
    hour = Event.fields["moment"].kind.format(event["moment"])
    dialog = Dialog(page, _("Local times"), f"{title}, {hour}", _("Copy"), tells=True)
    if not found:
        dialog.explain(_("No member has a country yet."))
    table(dialog, [(*_row(one)[:2], _places(one)) for one in found], _("Local times"))
    dialog.resize(min(px(_WIDE), page.window().width()), min(px(_HIGH), page.window().height()))
    if shown(dialog):
        QApplication.clipboard().setText(as_text(found))


def _row(one: LocalTime) -> tuple[str, str, str]:
    return (f"{day(one.at.date(), 'medium')}, {one.at:%H:%M}", one.offset, ", ".join(one.places))


def _places(one: LocalTime) -> QWidget:
    """The places of a time, in as many lines as they take."""
    made = label(", ".join(one.places), "small", wrap=True)
    made.setMinimumWidth(px(_WIDE - 290))
    return made


def as_text(found: Sequence[LocalTime]) -> str:
    """The table as lines with tabs, to be put into a letter or a page of the call."""
    return "\n".join("\t".join(_row(one)) for one in found) + "\n"
