"""Who comes to an event: its programme, who is registered, what they answered, when they came, and paper slips."""

from iopd_desktop.models.base import Problems, Record, Values
from iopd_desktop.models.fields import field
from iopd_desktop.models.kinds import (
    Choice,
    Country,
    Day,
    Email,
    Flag,
    Instant,
    Link,
    LongText,
    Moment,
    Number,
    Text,
    Texts,
)  # fmt: skip
from iopd_desktop.models.members import DOCUMENT_LANGUAGES, LANGUAGE_NAMES
from iopd_desktop.words import N_, _

PARTS = {
    "participant": N_("Participant"), "speaker": N_("Speaker"), "moderator": N_("Moderator"), "guest": N_("Guest"),
    "team": N_("Organisation team"),
}  # fmt: skip
"""What somebody is at an event, as the band of the badge says it."""

STATES = {
    "registered": N_("Registered"), "waiting": N_("Waiting list"), "here": N_("Here"), "cancelled": N_("Cancelled"),
    "absent": N_("Did not come"),
}  # fmt: skip
GENDERS = {"woman": N_("Woman"), "man": N_("Man"), "other": N_("Another")}
ASKED = {"text": N_("A text"), "yes": N_("Yes or no"), "choice": N_("One of several")}


class Session(Record):
    """A part of an event's programme, in a room from a time to a time."""

    kind, label, plural = "session", N_("Session of the programme"), N_("Programme")
    titled = ("title",)
    event = field(Link(N_("Event"), "event"), required=True, listed=True, part=True)
    title = field(Texts(N_("Title")), required=True, listed=True, searched=True, public=True)
    begins = field(Moment(N_("Begins"), example="2024-10-17 09:30 Europe/Lisbon"), listed=True, public=True)
    ends = field(Moment(N_("Ends"), example="2024-10-17 11:00 Europe/Lisbon"), public=True)
    room = field(Text(N_("Room")), listed=True, searched=True, public=True)
    about = field(Texts(N_("What it is about"), long=True), public=True)
    places = field(Number(N_("Places"), least=0, most=100_000))

    @staticmethod
    def check(values: Values) -> Problems:
        begins, ends = values.get("begins"), values.get("ends")
        if begins and ends and begins["zone"] == ends["zone"] and ends["at"] < begins["at"]:
            return {"ends": _("The end lies before the beginning")}
        return {}


class Speaking(Record):
    """Somebody's part in a session: speaker, moderator or rapporteur."""

    kind, label, plural = "speaking", N_("Part in a session"), N_("Parts in sessions")
    titled = ("name",)
    session = field(Link(N_("Session of the programme"), "session"), required=True, listed=True, part=True)
    name = field(Text(N_("Name")), required=True, listed=True, searched=True, public=True)
    person = field(Link(N_("Person"), "person"), part=True)
    organisation = field(Text(N_("Organisation")), listed=True, public=True)
    role = field(
        Choice(
            N_("Role"), {"speaker": N_("Speaker"), "moderator": N_("Moderator"), "rapporteur": N_("Rapporteur")}
        ),
        required=True, listed=True, default="speaker", public=True,
    )  # fmt: skip
    rank = field(Number(N_("Order"), least=0, most=1000), listed=True)


class Registration(Record):
    """Someone's place at an event."""

    kind, label, plural = "registration", N_("Registration"), N_("Registrations")
    titled = ("name", "event")
    sections = {"": N_("Registration"), "desk": N_("At the desk"), "notes": N_("Notes")}
    event = field(Link(N_("Event"), "event"), required=True, listed=True, part=True)
    person = field(Link(N_("Person"), "person"), part=True)
    name = field(Text(N_("Name")), required=True, listed=True, searched=True, personal=True)
    given_name = field(
        Text(N_("Given name"), help=N_("As it begins or ends the name: it stands large on the badge")), personal=True
    )
    other_form = field(Text(N_("Name in another script")), searched=True, personal=True)
    organisation = field(Text(N_("Organisation")), listed=True, searched=True)
    member = field(
        Link(N_("Comes for"), "organisation", help=N_("The body in our records: a member counts for the quorum")),
        part=True,
    )
    country = field(Country(N_("Country")), listed=True, searched=True, personal=True)
    email = field(Email(N_("E-mail")), personal=True, searched=True)
    language = field(Choice(N_("Language"), LANGUAGE_NAMES))
    part = field(Choice(N_("Comes as"), PARTS), listed=True, required=True, default="participant")
    gender = field(
        Choice(N_("Gender"), GENDERS, help=N_("As they say themselves, if they wish; only counts are ever shown")),
        personal=True,
    )
    state = field(Choice(N_("State"), STATES), required=True, listed=True, default="registered")
    walk_in = field(Flag(N_("Walk-in")), section="desk", listed=True)
    no_photos = field(Flag(N_("No photographs")), section="desk")
    printed = field(Instant(N_("Badge printed")), section="desk")
    ticket = field(
        Text(N_("Ticket"), help=N_("The number in the ticket system, by which a second import knows it again")),
        section="desk", searched=True,
    )
    notes = field(LongText(N_("Notes")), section="notes", personal=True)


class CheckIn(Record):
    """Someone came in or went out, at one desk; several desks may say so of the same person, the earliest counts."""

    kind, label, plural = "check_in", N_("Check-in"), N_("Check-ins")
    titled = ("at",)
    registration = field(Link(N_("Registration"), "registration"), required=True, listed=True, part=True)
    session = field(Link(N_("Session of the programme"), "session"), listed=True)
    act = field(Choice(N_("What"), {"in": N_("Came in"), "out": N_("Went out")}), required=True, default="in")
    at = field(Instant(N_("At")), required=True, listed=True)
    desk = field(Text(N_("Desk"), help=N_("The laptop or the sheet of paper that says so")), listed=True)
    by = field(Text(N_("By")))


class Question(Record):
    """Something more that an event asks of those who register, such as what they eat."""

    kind, label, plural = "question", N_("Question"), N_("Questions")
    titled = ("text",)
    event = field(Link(N_("Event"), "event"), required=True, listed=True, part=True)
    rank = field(Number(N_("Order"), least=0, most=1000), listed=True)
    text = field(Texts(N_("Question")), required=True, listed=True, public=True)
    form = field(Choice(N_("Answered by"), ASKED), required=True, listed=True, default="text")
    offers = field(LongText(N_("To choose from"), help=N_("One on each line")))
    at_desk = field(Flag(N_("Asked at the desk")), listed=True)


class Answer(Record):
    """What somebody answered to a question of an event."""

    kind, label, plural = "answer", N_("Answer"), N_("Answers")
    key = ("registration", "question")
    titled = ("question", "text")
    registration = field(Link(N_("Registration"), "registration"), required=True, listed=True, part=True)
    question = field(Link(N_("Question"), "question"), required=True, listed=True)
    text = field(Text(N_("Answer")), required=True, listed=True, personal=True)


class Slip(Record):
    """A numbered paper on which somebody allows something; what it says is entered afterwards by its number."""

    kind, label, plural = "slip", N_("Consent slip"), N_("Consent slips")
    key = ("event", "number")
    titled = ("number",)
    event = field(Link(N_("Event"), "event"), required=True, listed=True, part=True)
    number = field(Number(N_("Number"), least=1, most=99_999, grouped=False), required=True, listed=True)
    language = field(Choice(N_("Language"), DOCUMENT_LANGUAGES), listed=True)
    version = field(Text(N_("Version"), example="2024-1"))
    registration = field(Link(N_("Registration"), "registration"), listed=True, part=True)
    entered = field(Day(N_("Entered on")), listed=True)


RECORDS = (Session, Speaking, Registration, CheckIn, Question, Answer, Slip)
