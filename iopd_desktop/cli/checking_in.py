"""Commands of the event desk: who is let in, who walks in, and how many came."""

import platform
from datetime import datetime
from typing import Any

from iopd_desktop.actions.event_reads import event_named, session_told
from iopd_desktop.actions.lists import condition_parts
from iopd_desktop.cli.changing import typed_values
from iopd_desktop.cli.desk import Desk
from iopd_desktop.models.members import PURPOSES
from iopd_desktop.models.registrations import Registration
from iopd_desktop.words import _, country_name

BEGINNING = "beginning"


def check_in(desk: Desk) -> None:
    """Let somebody in by the code on the badge, an id, a ticket or a whole name; twice is said, and counts once."""
    from iopd_desktop.actions import checking_in as hall

    with desk.store().read() as reader:
        event = event_named(reader, desk.arguments.event)
        registration = hall.registered(reader, event, desk.arguments.code)
        name = reader.get(Registration, registration)["name"]
    already = False
    try:
        with desk.store().work(_("Check in {name}").format(name=name)) as work:
            hall.check_in(work, registration, _here(desk), sure=desk.arguments.sure)
    except hall.Stopped as stopped:
        if stopped.why != "here":
            raise
        already = True
        desk.warn(str(stopped))
    with desk.store().read() as reader:
        said = hall.last_said(reader, registration, None)
    at = said["at"] if said else None
    if desk.json:
        desk.give({"registration": registration, "name": name, "state": "here", "at": at, "already": already})
    elif not already and at:
        since = datetime.fromisoformat(at).astimezone()
        desk.say(_("{name} is in since {time}").format(name=name, time=f"{since:%H:%M}"))


def walk_in(desk: Desk) -> None:
    """Register somebody at the door and let them in."""
    from iopd_desktop.actions import walking_in
    from iopd_desktop.actions.allowing import known_purposes
    from iopd_desktop.actions.badge_codes import code_of

    told = [pair for pair in desk.arguments.fields if not pair.startswith("consents=")]
    consents = [
        purpose for pair in desk.arguments.fields if pair.startswith("consents=")
        for purpose in condition_parts(pair)[1].replace(" ", "").split(",") if purpose
    ]  # fmt: skip
    known_purposes(consents)
    with desk.store().work(_("Walk-in")) as work:
        event = event_named(work, desk.arguments.event)
        values = typed_values(work, Registration, told, {})
        kept = {name: value for name, value in values.items() if value is not None}
        id = walking_in.walk_in(work, event, kept, _here(desk), consents, sure=desk.arguments.sure)
    if desk.json:
        desk.give({"id": id, "code": code_of(id)})
    else:
        desk.say(f"{id}\t{code_of(id)}")


def sheet(desk: Desk) -> None:
    """Let in whoever signed a sheet, by the numbers of the rows, and whoever wrote into its blank ones."""
    from iopd_desktop.actions import entering_sheets as paper
    from iopd_desktop.actions.arriving import arrival, beginning

    told = desk.arguments
    rows = paper.rows_told(told.rows)
    blanks = [paper.blank_told(text) for text in told.blank]
    with desk.store().work(_("Sign-in sheet")) as work:
        event = event_named(work, told.event)
        session = session_told(work, event, told.session).id if told.session else None
        session = session or paper.sheet_session(work, event, told.sheet)
        begins = beginning(work, event, session)
        at = arrival(begins.text if told.at == BEGINNING else told.at, begins)
        done = paper.enter_sheet(work, event, session, told.sheet, rows, blanks, by=desk.author, at=at)
    if desk.json:
        desk.give({"came": list(done.came), "already": done.already, "walk_ins": done.walk_ins})
    else:
        words = _("{came} let in, {already} were in already, {walk_ins} without a registration")
        desk.say(words.format(came=len(done.came), already=done.already, walk_ins=done.walk_ins))


def slip(desk: Desk) -> None:
    """Enter what a consent slip allows, by its number; without a purpose nothing is allowed."""
    from iopd_desktop.actions import slips

    told = desk.arguments
    purposes = [purpose for text in told.purposes for purpose in text.replace(",", " ").split()]
    day = slips.day_told(told.date)
    with desk.store().work(_("Consent slip {number}").format(number=told.number)) as work:
        event = event_named(work, told.event)
        given = slips.Given(purposes, day, told.who)
        registration = slips.enter_slip(work, event, told.number, given, by=desk.author)
        name = work.get(Registration, registration)["name"]
    if desk.json:
        desk.give({"registration": registration, "name": name, "purposes": purposes, "date": day.isoformat()})
    elif purposes:
        allowed = ", ".join(_(PURPOSES[purpose]) for purpose in purposes)
        desk.say(_("{name} allows: {purposes}").format(name=name, purposes=allowed))
    else:
        desk.say(_("{name} allows nothing").format(name=name))


def attendance(desk: Desk) -> None:
    """The counts of an event."""
    from iopd_desktop.actions.attending import attendance as counted

    with desk.store().read() as reader:
        found = counted(reader, event_named(reader, desk.arguments.event))
    if desk.json:
        desk.give(found.plain())
        return
    desk.say(_("{here} here, {walk_ins} of them walk-ins; {expected} expected").format(
        here=found.here, walk_ins=found.walk_ins, expected=found.expected
    ))  # fmt: skip
    if quorum := found.quorum:
        desk.say(_("Quorum: {here} members of {needed}").format(here=quorum.here, needed=quorum.needed))
    for code, count in found.by_country.items():
        desk.say((country_name(code) if code else _("not told")) + f"\t{count}")


def _here(desk: Desk) -> Any:
    from iopd_desktop.actions.checking_in import Desk as Door

    return Door(platform.node(), desk.author or "")
