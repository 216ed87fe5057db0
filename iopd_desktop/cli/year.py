"""Commands that tell a year of the calendar: its agenda, what is to settle, its targets; and an entry's own."""

from typing import Any

from iopd_desktop.actions.lists import found_record
from iopd_desktop.cli.dating import said
from iopd_desktop.cli.desk import Desk
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import _, ngettext, today


def agenda(desk: Desk) -> None:
    """A year month by month, with what stands against each entry."""
    from iopd_desktop.actions.agenda import agenda as months_of

    with desk.store().read() as reader:
        months = months_of(reader, _year(desk), today())
    lines = [line for month in months for line in month.lines]
    if desk.json:
        desk.give([
            {"id": line.entry.id, "title": line.entry.title,
             "date": line.entry.when.plain() if line.entry.when else None, "countdown": line.countdown,
             "over": line.over, "clashes": list(line.clashes), "may_clash": list(line.may_clash)}
            for line in lines
        ])  # fmt: skip
        return
    rows = ((said(line.entry.when), line.entry.label, line.countdown, ", ".join(line.clashes)) for line in lines)
    desk.table((_("Date"), _("What"), _("When"), _("Clashes with")), rows)


def to_settle(desk: Desk) -> None:
    """What somebody should settle in a year from today on, what presses first."""
    from iopd_desktop.actions.lacking import open_questions

    with desk.store().read() as reader:
        found = open_questions(reader, [_year(desk)], today())
    if desk.json:
        desk.give([
            {"sentence": one.sentence, "note": one.note, "urgent": one.urgent, "ids": list(one.ids)} for one in found
        ])  # fmt: skip
        return
    for one in found:
        desk.say(f"{'!' if one.urgent else '-'} {one.sentence}{f' ({one.note})' if one.note else ''}")


def targets(desk: Desk) -> None:
    """The targets of a year's plan against the calendar."""
    from iopd_desktop.actions.happenings import happenings
    from iopd_desktop.actions.targets import targets as reached

    with desk.store().read() as reader:
        year = _year(desk)
        found = reached(reader, year, happenings(reader, year), today())
    if desk.json:
        desk.give([
            {"id": one.id, "name": one.name, "least": one.least, "most": one.most, "planned": len(one.counted),
             "confirmed": one.confirmed, "held": one.held, "without_content": [each.title for each in one.lacking]}
            for one in found
        ])  # fmt: skip
        return
    headings = (_("Target"), _("Wanted"), _("Planned"), _("Confirmed"), _("Held"), _("Without a priority content"))
    rows = ((one.name, one.wanted(), *map(str, (len(one.counted), one.confirmed, one.held, len(one.lacking))))
            for one in found)  # fmt: skip
    desk.table(headings, rows)


def local_times(desk: Desk) -> None:
    """What the clocks show at the hour of an entry, in the countries of the members or in those named."""
    from iopd_desktop.actions.local_times import local_times as times_in
    from iopd_desktop.actions.local_times import member_countries

    told = desk.arguments
    with desk.store().read() as reader:
        event = reader.get(Event, found_record(reader, Event, told.id))
        if not event["moment"]:
            field = Event.fields["moment"].label
            raise Refused(_("This entry has no time yet: fill in “{field}”").format(field=field))
        countries = told.countries.upper().split(",") if told.countries else member_countries(reader)
    found = times_in(event["moment"], [code.strip() for code in countries])
    if desk.json:
        desk.give([
            {"at": f"{one.at:%Y-%m-%dT%H:%M}", "offset": one.offset, "places": list(one.places)} for one in found
        ])  # fmt: skip
        return
    rows = ((f"{one.at:%Y-%m-%d %H:%M}", one.offset, ", ".join(one.places)) for one in found)
    desk.table((_("Local time"), _("From UTC"), _("Where")), rows)


def checklist(desk: Desk) -> None:
    """Bring a checklist to an entry, or say which lists there are and what is due for it."""
    from iopd_desktop.actions.preparing import checklists, preparations, prepare

    told = desk.arguments
    with desk.store().read() as reader:
        event = reader.get(Event, found_record(reader, Event, told.id))
    if told.list:
        with desk.store().work(_("Checklist")) as work:
            count = prepare(work, event["id"], told.list)
        words = ngettext("{count} preparation added", "{count} preparations added", count)
        desk.warn(words.format(count=count))
    with desk.store().read() as reader:
        found = preparations(reader, [event["id"]])
    if desk.json:
        due: list[dict[str, Any]] = [
            {"id": one.id, "what": one.what, "due": one.day.isoformat() if one.day else None, "done": one.done,
             "owner": one.owner} for one in found
        ]  # fmt: skip
        desk.give({"lists": [one.key for one in checklists(event["type"])], "preparations": due})
        return
    if not found:
        desk.say(_("Lists: {names}").format(names=", ".join(one.key for one in checklists(event["type"]))))
    desk.table((_("Due"), _("What"), _("Owner"), _("Done")),
               ((one.day.isoformat() if one.day else "", one.what, one.owner, "x" if one.done else "")
                for one in found))  # fmt: skip


def _year(desk: Desk) -> int:
    return int(desk.arguments.year or today().year)
