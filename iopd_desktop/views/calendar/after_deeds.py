"""After the event: who came in counts, prospects of bodies we did not know, thanks, and lists that are destroyed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from iopd_desktop.actions.afterwards import FEWEST, Afterwards, afterwards, make_prospects, those_who_came
from iopd_desktop.actions.destroying import destroy, still_named
from iopd_desktop.actions.following import follow_up, offers
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import GENDERS, PARTS
from iopd_desktop.store.reading import Missing
from iopd_desktop.views.kit.dialogs.asked import facts, shown, table
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.exchange.mailing import ask_mailing
from iopd_desktop.views.kit.pieces import button, label
from iopd_desktop.views.kit.ticks import TickBox
from iopd_desktop.words import _, country_name, ngettext, number

_MOST_COUNTRIES = 8
_WIDE = 680


def show_after(page: Any) -> None:
    """Say how the chosen entry was attended; prospects are made from here, and thanks sent."""
    event = _chosen(page)
    if event is None:
        return
    with page.office.store.read() as reader:
        found = afterwards(reader, event["id"])
    count = len(found.strangers)
    deed = ngettext("Make {count} prospect", "Make {count} prospects", count).format(count=number(count))
    dialog = Dialog(page, _("After the event"), _told(event, found), deed if count else "")
    facts(dialog, *_counts(found))
    if found.strangers:
        dialog.body.addWidget(label(_("Came, but are not in our records yet"), "body"))
        rows = [
            (one.name, country_name(one.country) if one.country else "",
             ngettext("{count} person", "{count} persons", one.people).format(count=number(one.people)))
            for one in found.strangers
        ]  # fmt: skip
        table(dialog, rows, _("Came, but are not in our records yet"))

    def thank() -> None:
        dialog.reject()
        ask_mailing(page, those_who_came(event["id"]))

    if found.counts.here:
        dialog.body.addWidget(button(_("Thank-you list…"), thank, icon="envelope"))
    if shown(dialog):
        _step(page, _("Prospects from {event}").format(event=Event.called(event)),
              lambda work: make_prospects(work, event["id"]))  # fmt: skip


def _told(event: Mapping[str, Any], found: Afterwards) -> str:
    words = _("{here} here, {walk_ins} of them walk-ins; {expected} expected")
    counts = found.counts
    told = words.format(here=number(counts.here), walk_ins=number(counts.walk_ins), expected=number(counts.expected))
    return f"{Event.called(event)}: {told}"


def _counts(found: Afterwards) -> list[list[tuple[str, str]]]:
    """Two columns of counts: countries, and beside them parts, memberships and genders."""
    counts, untold, few = found.counts, _("not told"), _("fewer than {count}").format(count=FEWEST)
    membership = Organisation.fields["membership"].kind
    countries = [(country_name(code) if code else untold, number(n)) for code, n in counts.by_country.items()]
    if len(countries) > _MOST_COUNTRIES:
        rest = sum(list(counts.by_country.values())[_MOST_COUNTRIES:])
        countries = [*countries[:_MOST_COUNTRIES], (_("Other countries"), number(rest))]
    parts = [(_(PARTS[code]), number(n)) for code, n in counts.by_part.items()]
    members = [
        (membership.format(code) if code else _("Not in our records"), number(n))
        for code, n in counts.by_membership.items()
    ]
    genders = [
        (_(GENDERS[code]) if code else _("Gender not told"), few if n is None else number(n))
        for code, n in found.by_gender.items()
    ]
    return [countries, [*parts, *members, *genders]]


def ask_follow(page: Any) -> None:
    """Show what will be made of each contact met at the chosen entry, all ticked, and make it as one step."""
    event = _chosen(page)
    if event is None:
        return
    with page.office.store.read() as reader:
        found = offers(reader, event["id"])
    if not found:
        page.complain(_("No contact met here has something to follow, or an organisation, that is not done yet"))
        return
    words = _("What is ticked is made, and stays tied to the contact. It is one step that can be taken back.")
    dialog = Dialog(page, _("Follow up contacts met"), f"{Event.called(event)}. {words}", _("Make what is ticked"))
    ticks = [TickBox() for _one in found]
    rows: list[tuple[str | QWidget, ...]] = []
    for tick, one in zip(ticks, found, strict=True):
        what = _("Task") if one.becomes == "task" else _("Prospect")
        tick.setChecked(True)
        tick.setAccessibleName(f"{what}: {one.called}, {one.name}")
        rows.append((tick, what, one.called, one.name, one.note))
    table(dialog, rows, _("What will be made"), _WIDE)
    dialog.checked_by(lambda: "" if any(tick.isChecked() for tick in ticks) else _("Nothing is ticked"))
    if shown(dialog):
        wanted = [one for tick, one in zip(ticks, found, strict=True) if tick.isChecked()]
        _step(page, _("Follow up contacts met"), lambda work: follow_up(work, wanted))


def ask_destroy(page: Any, event: str) -> None:
    """Say what is taken out of the registrations of an event and what stays, then do it as one step."""
    with page.office.store.read() as reader:
        count, title = len(still_named(reader, event)), reader.title(Event.kind, event)
    words = _(
        "Names, e-mail addresses, organisations as written, genders, tickets, notes and answers are taken out. "
        "Country, part, state and the member somebody came for stay for the counts: "
        "print what you need by gender first."
    )
    deed = ngettext("Empty {count} registration", "Empty {count} registrations", count).format(count=number(count))
    dialog = Dialog(page, title, words, deed, danger=True)
    dialog.explain(_("The history keeps the old values, and so do the backups, until they are erased."))
    if shown(dialog):
        _step(page, _("Destroy the list of persons"), lambda work: destroy(work, event))


def _chosen(page: Any) -> Mapping[str, Any] | None:
    id = next(iter(page.selected()), None)
    event: Mapping[str, Any] | None = page.office.records.seek(Event.kind, id) if id else None
    if event is None:
        page.complain(_("Choose an entry first"))
    return event


def _step(page: Any, title: str, deed: Any) -> None:
    """Do something as one step that the toast takes back; a refusal stands on the page."""
    try:
        with page.office.store.work(title) as work:
            deed(work)
    except (BadValue, Refused, Missing) as wrong:
        page.complain(str(wrong))
        return
    page.office.say(title)
