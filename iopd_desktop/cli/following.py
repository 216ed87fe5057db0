"""Commands for after an event: its counts, its prospects, its lists destroyed, and what follows from whom we met."""

from iopd_desktop.actions.event_reads import event_named
from iopd_desktop.cli.desk import Desk
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.registrations import GENDERS, PARTS
from iopd_desktop.words import _, country_name, ngettext


def after(desk: Desk) -> None:
    """How an event was attended and which bodies were there that we do not know; prospects are made when asked."""
    from iopd_desktop.actions.afterwards import FEWEST, afterwards, make_prospects

    with desk.store().read() as reader:
        event = event_named(reader, desk.arguments.event)
        found, title = afterwards(reader, event), reader.title(Event.kind, event)
    made: list[str] = []
    if desk.arguments.prospects:
        with desk.store().work(_("Prospects from {event}").format(event=title)) as work:
            made = make_prospects(work, event)
    if desk.json:
        desk.give({**found.plain(), "made": made})
        return
    counts, membership = found.counts, Organisation.fields["membership"].kind
    desk.say(_("{here} here, {walk_ins} of them walk-ins; {expected} expected").format(
        here=counts.here, walk_ins=counts.walk_ins, expected=counts.expected
    ))  # fmt: skip
    few, untold = _("fewer than {count}").format(count=FEWEST), _("not told")
    for code, count in counts.by_country.items():
        desk.say(f"{country_name(code) if code else untold}\t{count}")
    for code, count in counts.by_part.items():
        desk.say(f"{_(PARTS[code])}\t{count}")
    for code, count in counts.by_membership.items():
        desk.say(f"{membership.format(code) if code else _('Not in our records')}\t{count}")
    for code, shown in found.by_gender.items():
        desk.say(f"{_(GENDERS[code]) if code else untold}\t{few if shown is None else shown}")
    for one in found.strangers:
        desk.say(f"{one.name}\t{country_name(one.country) if one.country else ''}\t{one.people}")
    if made:
        desk.say(ngettext("{count} prospect made", "{count} prospects made", len(made)).format(count=len(made)))


def destroy(desk: Desk) -> None:
    """Take names, addresses and answers out of the registrations of an event."""
    from iopd_desktop.actions.destroying import destroy as destroyed

    with desk.store().work(_("Destroy the list of persons")) as work:
        count = destroyed(work, event_named(work, desk.arguments.event))
    if desk.json:
        desk.give({"count": count})
        return
    words = ngettext("{count} registration no longer says who it was", "{count} registrations no longer say who it was",
                     count)  # fmt: skip
    desk.say(words.format(count=count))
    desk.warn(_("The history and the backups still hold the old values"))


def follow(desk: Desk) -> None:
    """Make a task or a prospect of somebody met at an event; its id."""
    from iopd_desktop.actions.following import become_prospect, become_task

    deed = {"task": become_task, "prospect": become_prospect}[desk.arguments.into]
    with desk.store().work(_("Follow up")) as work:
        id = deed(work, desk.arguments.id)
    if desk.json:
        desk.give({"id": id})
    else:
        desk.say(id)
