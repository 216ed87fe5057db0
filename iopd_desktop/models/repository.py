"""The repository: practices of participation, and the vocabularies by which they are described."""

from iopd_desktop.models.base import Problems, Record, Values, in_order
from iopd_desktop.models.fields import field
from iopd_desktop.models.kinds import (
    Choice,
    Choices,
    Country,
    Files,
    Flag,
    Fuzzy,
    Link,
    LongText,
    Number,
    Terms,
    Text,
    Texts,
    Url,
)  # fmt: skip
from iopd_desktop.words import N_

SDGS = {
    "1": N_("1 No poverty"), "2": N_("2 Zero hunger"), "3": N_("3 Health"), "4": N_("4 Education"),
    "5": N_("5 Gender equality"), "6": N_("6 Water"), "7": N_("7 Energy"), "8": N_("8 Decent work"),
    "9": N_("9 Industry and innovation"), "10": N_("10 Fewer inequalities"), "11": N_("11 Sustainable cities"),
    "12": N_("12 Responsible consumption"), "13": N_("13 Climate"), "14": N_("14 Oceans"), "15": N_("15 Land"),
    "16": N_("16 Peace and strong institutions"), "17": N_("17 Partnerships"),
}  # fmt: skip


class Vocabulary(Record):
    """A list of terms that staff keep: themes, methods, objectives."""

    kind, label, plural = "vocabulary", N_("Vocabulary"), N_("Vocabularies")
    code = field(Text(N_("Code")), required=True, listed=True, public=True)
    name = field(Texts(N_("Name")), required=True, listed=True, searched=True, public=True)
    version = field(Text(N_("Version")), listed=True, public=True)
    notes = field(LongText(N_("Notes")))


class Term(Record):
    """One term of a vocabulary, with its words in languages and its place under a broader one."""

    kind, label, plural = "term", N_("Term"), N_("Terms")
    vocabulary = field(Link(N_("Vocabulary"), "vocabulary"), required=True, listed=True, part=True)
    name = field(Texts(N_("Term")), required=True, listed=True, searched=True, public=True)
    definition = field(Texts(N_("Definition"), long=True), public=True)
    broader = field(Link(N_("Broader term"), "term"), listed=True)
    retired = field(Flag(N_("Retired")), listed=True)
    rank = field(Number(N_("Order"), least=0, most=10_000), sorted=True)


class Practice(Record):
    """An experience of participation: what was done, where, by whom, and what is known of it."""

    kind, label, plural = "practice", N_("Practice"), N_("Practices")
    titled = ("title",)
    sections = {
        "": N_("Texts"), "where": N_("Where and when"), "about": N_("Description"), "state": N_("Source and state"),
    }  # fmt: skip
    title = field(Texts(N_("Title")), required=True, listed=True, searched=True, public=True)
    summary = field(Texts(N_("Summary"), long=True), searched=True, public=True)
    description = field(Texts(N_("Description"), long=True), searched=True, public=True)
    organisation = field(Link(N_("Organisation"), "organisation"), section="where", listed=True, part=True)
    place = field(Text(N_("Place")), section="where", listed=True, searched=True, public=True)
    country = field(Country(N_("Country")), section="where", listed=True, searched=True, public=True)
    latitude = field(Number(N_("Latitude"), least=-90, most=90, decimals=True), section="where", public=True)
    longitude = field(Number(N_("Longitude"), least=-180, most=180, decimals=True), section="where", public=True)
    begins = field(Fuzzy(N_("Start")), section="where", listed=True, public=True)
    ends = field(Fuzzy(N_("End")), section="where", public=True)
    type = field(
        Choice(
            N_("Type"),
            {
                "process": N_("Participatory process"), "budget": N_("Participatory budget"),
                "council": N_("Council or forum"), "assembly": N_("Citizens' assembly"),
                "consultation": N_("Consultation"), "initiative": N_("Citizens' initiative"),
                "platform": N_("Digital platform"), "policy": N_("Policy or regulation"), "other": N_("Other"),
            },
            short={
                "process": N_("Process"), "budget": N_("Budget"), "council": N_("Council"), "assembly": N_("Assembly"),
                "initiative": N_("Initiative"), "platform": N_("Platform"), "policy": N_("Policy"),
            },
        ),
        section="about", listed=True, public=True,
    )  # fmt: skip
    themes = field(Terms(N_("Themes"), "themes"), section="about", public=True)
    methods = field(Terms(N_("Methods"), "methods"), section="about", public=True)
    objectives = field(Terms(N_("Objectives"), "objectives"), section="about", public=True)
    sdgs = field(Choices(N_("SDGs"), SDGS, help=N_("Sustainable Development Goals")), section="about", public=True)
    stage = field(
        Choice(
            N_("Stage"),
            {
                "candidate": N_("Candidate"), "described": N_("In description"),
                "coproduced": N_("With the local actor"), "validated": N_("Validated"), "published": N_("Published"),
            },
        ),
        section="state", listed=True, required=True, default="candidate",
    )  # fmt: skip
    source = field(Text(N_("Source")), section="state", searched=True)
    link = field(Url(N_("Link")), section="state", public=True)
    more_links = field(LongText(N_("More links"), help=N_("One on each line")), section="state", public=True)
    edition = field(Link(N_("Edition of the award"), "edition"), section="state", part=True)
    outcome = field(
        Choice(
            N_("Outcome"),
            {
                "nominated": N_("Nominated"), "finalist": N_("Finalist"), "mention": N_("Special mention"),
                "winner": N_("Winner"),
            },
        ),
        section="state", listed=True, public=True,
    )  # fmt: skip
    files = field(Files(N_("Files")), section="state")

    @staticmethod
    def check(values: Values) -> Problems:
        return in_order(values, "begins", "ends")


RECORDS = (Practice, Vocabulary, Term)
