"""The award: editions with their categories and criteria, nominations, jurors, and what jurors said."""

from iopd_desktop.models.base import Problems, Record, Values
from iopd_desktop.models.fields import field
from iopd_desktop.models.kinds import (
    Choice,
    Choices,
    Country,
    Day,
    Email,
    Files,
    Flag,
    Fuzzy,
    Link,
    LongText,
    Look,
    Number,
    Text,
    Texts,
)  # fmt: skip
from iopd_desktop.models.members import DOCUMENT_LANGUAGES, LANGUAGE_NAMES
from iopd_desktop.words import N_, _

JURY_PHASES = {"jury1": N_("First jury"), "jury2": N_("Second jury")}
PHASE_WORK = {
    "nominations": N_("Nominations come in"), "jury1": N_("The first jury scores"),
    "jury2": N_("The second jury scores"),
}  # fmt: skip
"""What is done until a phase ends: by this a nomination is late, and a jury's pace is held against a day."""


class Edition(Record):
    """One edition of the award, with its rules."""

    kind, label, plural = "edition", N_("Edition"), N_("Editions")
    sections = {"": N_("Edition"), "rules": N_("Rules")}
    number = field(Number(N_("Number"), least=1, most=999), required=True, listed=True, public=True)
    year = field(
        Number(N_("Year"), least=1990, most=2200, grouped=False), required=True, listed=True, public=True
    )  # fmt: skip
    name = field(Texts(N_("Name")), required=True, listed=True, searched=True, public=True)
    host = field(Text(N_("Ceremony")), listed=True, public=True)
    contact = field(Email(N_("Contact"), example="award@example.org"), public=True)
    rules = field(Texts(N_("Rules for jurors"), long=True), section="rules", public=True)
    lowest = field(Number(N_("Lowest score"), least=0, most=10), section="rules", default=0, required=True)
    highest = field(Number(N_("Highest score"), least=1, most=10), section="rules", default=5, required=True)
    readers = field(
        Number(N_("Readers of each nomination"), least=1, most=50), section="rules", default=3
    )  # fmt: skip
    finalists = field(Number(N_("Finalists at most"), least=1, most=1000), section="rules", default=40)
    return_by = field(Fuzzy(N_("Score sheets back by")), section="rules")
    destroy_by = field(Day(N_("Packets to be destroyed by")), section="rules")

    @classmethod
    def called(cls, values: Values, look: Look | None = None) -> str:
        name = cls.fields["name"].kind.format(values.get("name"))
        return name or " · ".join(str(values[k]) for k in ("number", "year") if values.get(k) is not None)

    @staticmethod
    def check(values: Values) -> Problems:
        lowest, highest = values.get("lowest"), values.get("highest")
        if lowest is not None and highest is not None and highest <= lowest:
            return {"highest": _("The highest score lies above the lowest")}
        return {}


class Phase(Record):
    """A step of an edition, such as the call or the first jury, with its fuzzy date."""

    kind, label, plural = "phase", N_("Phase"), N_("Phases")
    edition = field(Link(N_("Edition"), "edition"), required=True, listed=True, part=True)
    rank = field(Number(N_("Order"), least=0, most=1000), listed=True)
    name = field(Texts(N_("Name")), required=True, listed=True, public=True)
    date = field(Fuzzy(N_("Date")), listed=True, public=True)
    milestones = field(
        Choice(
            N_("In the calendar"),
            {"whole": N_("One entry"), "ends": N_("Its beginning and its deadline"), "end": N_("Its deadline"),
             "none": N_("Nothing")},
        ),
        default="whole",
    )  # fmt: skip
    after = field(Link(N_("Moves with"), "phase"))
    does = field(Choice(N_("What is done in it"), PHASE_WORK))
    rules = field(Texts(N_("Rules"), long=True), public=True)

    @staticmethod
    def check(values: Values) -> Problems:
        if values.get("after") and values.get("after") == values.get("id"):
            return {"after": _("A phase does not depend on itself")}
        return {}


class Category(Record):
    """A category of an edition, or a size of territory: nominations choose one of each."""

    kind, label, plural = "category", N_("Category"), N_("Categories")
    edition = field(Link(N_("Edition"), "edition"), required=True, listed=True, part=True)
    code = field(Text(N_("Code"), example="A"), listed=True, public=True)
    group = field(
        Choice(N_("Group"), {"theme": N_("Category"), "size": N_("Territory")}), required=True, listed=True,
        default="theme", public=True,
    )  # fmt: skip
    name = field(Texts(N_("Name")), required=True, listed=True, searched=True, public=True)


class Criterion(Record):
    """What jurors judge, with its weight and the words of its scale."""

    kind, label, plural = "criterion", N_("Criterion"), N_("Criteria")
    edition = field(Link(N_("Edition"), "edition"), required=True, listed=True, part=True)
    rank = field(Number(N_("Order"), least=0, most=1000), listed=True)
    name = field(Texts(N_("Name")), required=True, listed=True, searched=True, public=True)
    question = field(Texts(N_("Question to the juror"), long=True), public=True)
    weight = field(
        Number(N_("Weight"), least=0, most=1000, decimals=True), required=True, listed=True, default=1, public=True
    )  # fmt: skip
    levels = field(
        Texts(
            N_("Words of the scale"), long=True, help=N_("One line for each score, from the lowest to the highest")
        ),
        public=True,
    )


class Nomination(Record):
    """A practice put forward for the award."""

    kind, label, plural = "nomination", N_("Nomination"), N_("Nominations")
    titled = ("number", "title")
    sections = {
        "": N_("Nomination"), "texts": N_("Texts"), "nominator": N_("Nominator"), "state": N_("State"),
    }  # fmt: skip
    edition = field(Link(N_("Edition"), "edition"), required=True, part=True)
    number = field(Text(N_("No."), example="18-042"), listed=True, searched=True, public=True)
    title = field(Texts(N_("Title")), required=True, listed=True, searched=True, public=True)
    organisation = field(Link(N_("Organisation"), "organisation"), listed=True, part=True)
    place = field(Text(N_("Place")), listed=True, searched=True, public=True)
    country = field(Country(N_("Country")), listed=True, searched=True, public=True)
    category = field(Link(N_("Category"), "category"), listed=True)
    territory = field(Link(N_("Territory"), "category"))
    language = field(Choice(N_("Language"), LANGUAGE_NAMES), listed=True, default="en")
    summary = field(Texts(N_("Summary"), long=True), section="texts", searched=True, public=True)
    description = field(Texts(N_("Description"), long=True), section="texts", searched=True, public=True)
    nominator = field(Link(N_("Nominator"), "person"), section="nominator", part=True)
    contact_name = field(Text(N_("Contact")), section="nominator", personal=True)
    contact_email = field(Email(N_("E-mail of the contact")), section="nominator", personal=True)
    received = field(Day(N_("Received")), section="state", sorted=True)
    eligibility = field(
        Choice(
            N_("Eligibility"),
            {"open": N_("Not yet checked"), "eligible": N_("Eligible"), "correct": N_("Correction asked"),
             "refused": N_("Not eligible")},
        ),
        section="state", required=True, default="open",
    )  # fmt: skip
    eligibility_notes = field(LongText(N_("Notes on eligibility")), section="state")
    late_reason = field(
        LongText(N_("Why it is admitted though late"), help=N_("Needed where it came after the last day of the call")),
        section="state",
    )  # fmt: skip
    status = field(
        Choice(
            N_("Status"),
            {"received": N_("Received"), "jury": N_("With the jury"), "finalist": N_("Finalist"),
             "mention": N_("Special mention"), "winner": N_("Winner"), "out": N_("Not chosen"),
             "withdrawn": N_("Withdrawn")},
        ),
        section="state", listed=True, required=True, default="received",
    )  # fmt: skip
    decidim = field(Number(N_("Decidim number"), least=1, grouped=False), section="state", sorted=True)
    files = field(Files(N_("Files")), section="state")

    @classmethod
    def called(cls, values: Values, look: Look | None = None) -> str:
        return cls.fields["title"].kind.format(values.get("title")) or values.get("number") or ""


class Juror(Record):
    """Someone who judges an edition."""

    kind, label, plural = "juror", N_("Juror"), N_("Jurors")
    sections = {"": N_("Juror"), "notes": N_("Expertise")}
    edition = field(Link(N_("Edition"), "edition"), required=True, part=True)
    name = field(Text(N_("Name")), required=True, listed=True, searched=True, personal=True)
    person = field(Link(N_("Person"), "person"), part=True)
    organisation = field(Link(N_("Organisation"), "organisation"), listed=True, part=True)
    country = field(Country(N_("Country")), listed=True, personal=True)
    email = field(Email(N_("E-mail")), personal=True)
    phase = field(Choice(N_("Phase"), JURY_PHASES), listed=True, required=True, default="jury1")
    languages = field(Choices(N_("Reads"), LANGUAGE_NAMES), listed=True)
    language = field(
        Choice(N_("Language of the packet"), DOCUMENT_LANGUAGES), listed=True, required=True, default="en"
    )  # fmt: skip
    load = field(Number(N_("Nominations at most"), least=0, most=1000))
    expertise = field(LongText(N_("Expertise")), section="notes", personal=True)


class Assignment(Record):
    """A nomination that a juror reads."""

    kind, label, plural = "assignment", N_("Assignment"), N_("Assignments")
    key = ("nomination", "juror")
    titled = ("nomination", "juror")
    nomination = field(Link(N_("Nomination"), "nomination"), required=True, listed=True, part=True)
    juror = field(Link(N_("Juror"), "juror"), required=True, listed=True, part=True)
    origin = field(
        Choice(N_("How"), {"dealt": N_("Dealt out"), "hand": N_("By hand")}), listed=True, default="hand"
    )  # fmt: skip
    abstained = field(Flag(N_("Abstains")))
    comment = field(LongText(N_("Justification")), searched=True)


class Conflict(Record):
    """A reason why a juror does not judge a nomination."""

    kind, label, plural = "conflict", N_("Conflict of interest"), N_("Conflicts of interest")
    key = ("nomination", "juror")
    titled = ("nomination", "juror")
    nomination = field(Link(N_("Nomination"), "nomination"), required=True, listed=True, part=True)
    juror = field(Link(N_("Juror"), "juror"), required=True, listed=True, part=True)
    reason = field(Text(N_("Reason")), required=True, listed=True, personal=True)
    declared = field(Day(N_("Declared on")), listed=True)


class Score(Record):
    """The points that a juror gives to a nomination for one criterion."""

    kind, label, plural = "score", N_("Score"), N_("Scores")
    key = ("nomination", "juror", "criterion", "round")
    titled = ("nomination", "juror", "criterion")
    nomination = field(Link(N_("Nomination"), "nomination"), required=True, listed=True, part=True)
    juror = field(Link(N_("Juror"), "juror"), required=True, listed=True, part=True)
    criterion = field(Link(N_("Criterion"), "criterion"), required=True, listed=True)
    round = field(Number(N_("Round"), least=1, most=9), required=True, default=1)
    points = field(Number(N_("Points"), least=0, most=10, decimals=True), required=True, listed=True)
    comment = field(LongText(N_("Comment")), searched=True)


RECORDS = (Edition, Phase, Category, Criterion, Nomination, Juror, Assignment, Conflict, Score)
