"""The calendar: what happens when, and how sure it is."""

from iopd_desktop.models.base import Problems, Record, Values
from iopd_desktop.models.fields import field
from iopd_desktop.models.kinds import (
    Choice,
    Country,
    Day,
    Files,
    Flag,
    Fuzzy,
    Link,
    LongText,
    Moment,
    Number,
    Terms,
    Text,
    Texts,
    Url,
)  # fmt: skip
from iopd_desktop.words import N_, _

EVENT_TYPES = {
    "award": N_("Award"), "own": N_("Own action"), "organ": N_("Organ meeting"), "uclg": N_("UCLG"),
    "partner": N_("Partner"), "deadline": N_("Deadline"), "conference": N_("Conference"),
}  # fmt: skip

AUDIENCES = {"public": N_("Everybody"), "internal": N_("Secretariat"), "jury": N_("Jury")}
EVENT_STATES = {"planned": N_("Planned"), "held": N_("Held"), "cancelled": N_("Called off")}
DECISIONS = {
    "going": N_("We go"), "considering": N_("We are considering it"), "declined": N_("We do not go"),
    "known": N_("For information only"),
}  # fmt: skip
PHASE_PARTS = {"whole": N_("The whole phase"), "begin": N_("Its beginning"), "end": N_("Its last day")}
FURTHEST = 3_660
"""So many days may lie between two entries of which one depends on the other."""


class Event(Record):
    """An entry of the calendar: a meeting, a phase of the award, a deadline, a partner's activity."""

    kind, label, plural = "event", N_("Calendar entry"), N_("Calendar entries")
    titled = ("title",)
    sections = {
        "": N_("Calendar entry"), "links": N_("Belongs to"), "depends": N_("Depends on"), "meeting": N_("Meeting"),
        "notes": N_("Notes"),
    }  # fmt: skip
    title = field(Texts(N_("Title")), required=True, listed=True, searched=True, public=True)
    type = field(Choice(N_("Kind"), EVENT_TYPES), required=True, listed=True, default="own", public=True)
    date = field(Fuzzy(N_("Date"), example=N_("January or February")), listed=True, public=True)
    moment = field(Moment(N_("Time and zone"), example="2024-05-15 12:00 UTC"), public=True)
    place = field(Text(N_("Place")), listed=True, searched=True, public=True)
    country = field(Country(N_("Country")), public=True)
    format = field(
        Choice(N_("Form"), {"place": N_("In person"), "online": N_("Online"), "hybrid": N_("In person and online")}),
        public=True,
    )  # fmt: skip
    link = field(Url(N_("Link")), public=True)
    partner = field(Text(N_("Partner")), listed=True, searched=True, public=True)
    audience = field(
        Choice(N_("Seen by"), AUDIENCES),
        required=True, listed=True, default="internal",
    )  # fmt: skip
    confirm_by = field(Day(N_("Fix it by")), sorted=True)
    state = field(Choice(N_("State"), EVENT_STATES), required=True, default="planned")
    decision = field(Choice(N_("Do we go?"), DECISIONS))
    destroy_by = field(Day(N_("Lists of persons to be destroyed by")))
    plan = field(Link(N_("Work plan"), "plan"), section="links", part=True)
    task = field(Link(N_("Task"), "task"), section="links", part=True)
    priority = field(Link(N_("Priority"), "priority"), section="links")
    edition = field(Link(N_("Edition"), "edition"), section="links", part=True)
    organ = field(Link(N_("Organ"), "organ"), section="links", part=True)
    series = field(Link(N_("Counts towards"), "target"), section="links", part=True)
    themes = field(Terms(N_("Priority contents"), "themes"), section="links", public=True)
    rank = field(Number(N_("Order"), least=0, most=100_000), section="links")
    after = field(Link(N_("Moves with"), "event"), section="depends")
    days = field(
        Number(
            N_("Days after it"), least=-FURTHEST, most=FURTHEST,
            help=N_("Less than 0: days before. Empty: it moves by as many days as the other one"),
        ),
        section="depends",
    )
    phase = field(Link(N_("Phase"), "phase"), section="depends", part=True)
    part = field(Choice(N_("Which part of it"), PHASE_PARTS), section="depends")
    convoked = field(Day(N_("Convocation sent on")), section="meeting")
    agenda = field(LongText(N_("Order of business")), section="meeting")
    minutes = field(LongText(N_("Minutes")), section="meeting")
    line = field(
        Text(N_("Line in the plan"), help=N_("Stands in the year's sheet instead of title and date")),
        section="notes",
    )  # fmt: skip
    notes = field(LongText(N_("Notes")), section="notes", searched=True)
    files = field(Files(N_("Files")), section="notes")
    uid = field(
        Text(N_("Name in the other calendar"), help=N_("By this a file of the other calendar finds the entry again")),
        section="notes", sorted=True,
    )  # fmt: skip

    @staticmethod
    def check(values: Values) -> Problems:
        if values.get("after") and values.get("after") == values.get("id"):
            return {"after": _("An entry does not depend on itself")}
        date, moment = values.get("date"), values.get("moment")
        if date and moment and not date["earliest"] <= moment["at"][:10] <= date["latest"]:
            return {"moment": _("The time lies outside the date")}
        return {}


class Preparation(Record):
    """What has to be done before an entry of the calendar, so many days before it: it moves with the entry."""

    kind, label, plural = "preparation", N_("Preparation"), N_("Preparations")
    titled = ("what",)
    event = field(Link(N_("Calendar entry"), "event"), required=True, listed=True, part=True)
    days = field(
        Number(
            N_("Days before"), least=-FURTHEST, most=FURTHEST,
            help=N_("Counted from the earliest day; less than 0: days after the last one"),
        ),
        required=True, listed=True, default=7,
    )  # fmt: skip
    what = field(Texts(N_("What")), required=True, listed=True, searched=True)
    owner = field(Text(N_("Owner")), listed=True, searched=True)
    done = field(Day(N_("Done on")), listed=True)


class Target(Record):
    """How many entries of a kind a year's plan asks for: two or three own actions, three international events."""

    kind, label, plural = "target", N_("Target"), N_("Targets")
    plan = field(Link(N_("Work plan"), "plan"), required=True, listed=True, part=True)
    name = field(Texts(N_("Name")), required=True, listed=True, searched=True, public=True)
    type = field(
        Choice(
            N_("Counts every"), EVENT_TYPES,
            help=N_("Entries of this kind count by themselves; without a kind, those that name the target"),
        ),
        listed=True,
    )  # fmt: skip
    least = field(Number(N_("At least"), least=0, most=1000), required=True, listed=True, default=1, public=True)
    most = field(Number(N_("At most"), least=0, most=1000), listed=True, public=True)
    themed = field(Flag(N_("Each has a priority content")), listed=True)

    @staticmethod
    def check(values: Values) -> Problems:
        least, most = values.get("least"), values.get("most")
        if least is not None and most is not None and most < least:
            return {"most": _("At most is less than at least")}
        return {}


RECORDS = (Target, Event, Preparation)
