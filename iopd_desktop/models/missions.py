"""Going to the events of others: who of us went, whom they met, and what follows from it."""

from iopd_desktop.models.base import Problems, Record, Values, in_order
from iopd_desktop.models.fields import field
from iopd_desktop.models.kinds import Choice, Country, Day, Email, Fuzzy, Link, LongText, Money, Text
from iopd_desktop.words import N_


class Delegate(Record):
    """One of ours at an event of others: in which role, when away, and what came of it."""

    kind, label, plural = "delegate", N_("Delegate"), N_("Delegation")
    titled = ("name",)
    event = field(Link(N_("Event"), "event"), required=True, listed=True, part=True)
    name = field(Text(N_("Name")), required=True, listed=True, searched=True)
    person = field(Link(N_("Person"), "person"), part=True)
    role = field(
        Choice(
            N_("Role"),
            {"speaker": N_("Speaker"), "moderator": N_("Moderator"), "stand": N_("At our stand"),
             "delegate": N_("Delegate"), "observer": N_("Observer")},
        ),
        required=True, listed=True, default="delegate",
    )  # fmt: skip
    leaves = field(Fuzzy(N_("Leaves")), listed=True)
    returns = field(Fuzzy(N_("Returns")), listed=True)
    cost = field(Money(N_("Cost")))
    outcome = field(LongText(N_("What came of it")), searched=True)

    @staticmethod
    def check(values: Values) -> Problems:
        return in_order(values, "leaves", "returns")


class Met(Record):
    """Somebody met at an event, and what is to follow: a task, a prospect, a practice to ask for."""

    kind, label, plural = "met", N_("Contact met"), N_("Contacts met")
    titled = ("name", "organisation")
    event = field(Link(N_("Event"), "event"), required=True, listed=True, part=True)
    name = field(Text(N_("Name")), required=True, listed=True, searched=True, personal=True)
    organisation = field(Text(N_("Organisation")), listed=True, searched=True)
    country = field(Country(N_("Country")), listed=True, personal=True)
    email = field(Email(N_("E-mail")), personal=True, searched=True)
    by = field(Text(N_("Met by")))
    about = field(LongText(N_("What it was about")), personal=True)
    follow = field(Text(N_("What is to follow")), listed=True)
    due = field(Day(N_("Until")), listed=True)
    task = field(Link(N_("Became the task"), "task"))
    prospect = field(Link(N_("Became the prospect"), "organisation"))


RECORDS = (Delegate, Met)
