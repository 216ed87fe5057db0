"""The calendar: what happens when, how sure it is, and who is registered."""

from iopd_desktop.models.base import Problems, Record, Values
from iopd_desktop.models.fields import field
from iopd_desktop.models.kinds import (
    Choice,
    Country,
    Day,
    Email,
    Files,
    Flag,
    Fuzzy,
    Link,
    LongText,
    Moment,
    Number,
    Text,
    Texts,
    Url,
)  # fmt: skip
from iopd_desktop.models.members import LANGUAGE_NAMES
from iopd_desktop.words import N_, _

EVENT_TYPES = {
    "award": N_("Award"), "own": N_("Own action"), "organ": N_("Organ meeting"), "uclg": N_("UCLG"),
    "partner": N_("Partner"), "deadline": N_("Deadline"), "conference": N_("Conference"),
}  # fmt: skip

AUDIENCES = {"public": N_("Everybody"), "internal": N_("Secretariat"), "jury": N_("Jury")}


class Event(Record):
    """An entry of the calendar: a meeting, a phase of the award, a deadline, a partner's activity."""

    kind, label, plural = "event", N_("Calendar entry"), N_("Calendar entries")
    titled = ("title",)
    sections = {"": N_("Calendar entry"), "links": N_("Belongs to"), "notes": N_("Notes")}
    title = field(Texts(N_("Title")), required=True, listed=True, searched=True, public=True)
    type = field(Choice(N_("Kind"), EVENT_TYPES), required=True, listed=True, default="own", public=True)
    date = field(Fuzzy(N_("Date"), example=N_("January or February")), listed=True, public=True)
    moment = field(Moment(N_("Time and zone"), example="2024-05-15 12:00 UTC"), public=True)
    place = field(Text(N_("Place")), listed=True, searched=True, public=True)
    country = field(Country(N_("Country")), public=True)
    link = field(Url(N_("Link")), public=True)
    partner = field(Text(N_("Partner")), listed=True, searched=True, public=True)
    audience = field(
        Choice(N_("Seen by"), AUDIENCES),
        required=True, listed=True, default="internal",
    )  # fmt: skip
    confirm_by = field(Day(N_("Fix it by")), sorted=True)
    plan = field(Link(N_("Work plan"), "plan"), section="links", part=True)
    task = field(Link(N_("Task"), "task"), section="links", part=True)
    priority = field(Link(N_("Priority"), "priority"), section="links")
    edition = field(Link(N_("Edition"), "edition"), section="links", part=True)
    organ = field(Link(N_("Organ"), "organ"), section="links", part=True)
    rank = field(Number(N_("Order"), least=0, most=100_000), section="links")
    line = field(
        Text(N_("Line in the plan"), help=N_("Stands in the year's sheet instead of title and date")),
        section="notes",
    )  # fmt: skip
    notes = field(LongText(N_("Notes")), section="notes", searched=True)
    files = field(Files(N_("Files")), section="notes")

    @staticmethod
    def check(values: Values) -> Problems:
        date, moment = values.get("date"), values.get("moment")
        if date and moment and not date["earliest"] <= moment["at"][:10] <= date["latest"]:
            return {"moment": _("The time lies outside the date")}
        return {}


class Registration(Record):
    """Someone's place at an event."""

    kind, label, plural = "registration", N_("Registration"), N_("Registrations")
    titled = ("name", "event")
    event = field(Link(N_("Event"), "event"), required=True, listed=True, part=True)
    person = field(Link(N_("Person"), "person"), part=True)
    name = field(Text(N_("Name")), required=True, listed=True, searched=True, personal=True)
    organisation = field(Text(N_("Organisation")), listed=True, searched=True)
    country = field(Country(N_("Country")), listed=True, personal=True)
    email = field(Email(N_("E-mail")), personal=True, searched=True)
    language = field(Choice(N_("Language"), LANGUAGE_NAMES))
    state = field(
        Choice(
            N_("State"),
            {"registered": N_("Registered"), "here": N_("Here"), "cancelled": N_("Cancelled"),
             "absent": N_("Did not come")},
        ),
        required=True, listed=True, default="registered",
    )  # fmt: skip
    walk_in = field(Flag(N_("Walk-in")), listed=True)
    notes = field(LongText(N_("Notes")), personal=True)


RECORDS = (Event, Registration)
