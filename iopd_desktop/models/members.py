"""Members: the bodies and persons of the network, their organs, what was said with them and what they allowed."""

from typing import Any

from iopd_desktop.models.base import Problems, Record, Values, in_order
from iopd_desktop.models.countries import Section
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
    Phone,
    Text,
    Texts,
    Url,
)  # fmt: skip
from iopd_desktop.words import N_, _

LANGUAGE_NAMES = {
    "en": N_("English"), "es": N_("Spanish"), "fr": N_("French"), "ca": N_("Catalan"), "pt": N_("Portuguese"),
    "ar": N_("Arabic"), "de": N_("German"), "it": N_("Italian"), "ru": N_("Russian"), "zh": N_("Chinese"),
    "hi": N_("Hindi"), "el": N_("Greek"), "tr": N_("Turkish"), "ko": N_("Korean"), "ne": N_("Nepali"),
}  # fmt: skip
DOCUMENT_LANGUAGES = {code: LANGUAGE_NAMES[code] for code in ("en", "es", "fr", "ca", "pt")}
PURPOSES = {
    "newsletter": N_("Newsletter and news of the network"),
    "invitations": N_("Invitations to events and calls"),
    "directory": N_("Name and contact in the public directory"),
    "practice": N_("Publication of the practice with its contact"),
    "photos": N_("Photographs at events"),
}


class Organisation(Record):
    """A local government, research centre, association or movement: member, prospect or former member."""

    kind, label, plural = "organisation", N_("Organisation"), N_("Organisations")
    sections = {
        "": N_("Identity"), "membership": N_("Membership"), "place": N_("Place"), "contact": N_("Contact"),
        "needs": N_("Needs and notes"),
    }  # fmt: skip
    name = field(
        Text(N_("Name"), example=N_("Ajuntament de Riba Alta")), required=True, listed=True, searched=True, public=True
    )
    acronym = field(Text(N_("Acronym")), searched=True, public=True)
    other_names = field(
        LongText(N_("Other names"), help=N_("In other languages and scripts, one on each line")),
        searched=True, public=True,
    )  # fmt: skip
    type = field(
        Choice(
            N_("Kind"),
            {
                "local": N_("Local government"), "regional": N_("Regional government"),
                "association": N_("Association of governments"), "research": N_("Research centre"),
                "civil": N_("Civil society organisation"), "movement": N_("Social movement"),
                "platform": N_("Informal platform"),
            },
            short={
                "local": N_("Local"), "regional": N_("Regional"), "association": N_("Association"),
                "research": N_("Research"), "civil": N_("Civil society"), "movement": N_("Movement"),
                "platform": N_("Platform"),
            },
        ),
        listed=True, required=True, default="local", public=True,
    )  # fmt: skip
    city = field(Text(N_("City")), section="place", listed=True, searched=True, public=True)
    country = field(Country(N_("Country")), section="place", listed=True, searched=True, public=True)
    section = field(
        Section(N_("Region"), help=N_("Section of UCLG; empty means the section of the country")),
        section="place", public=True,
    )  # fmt: skip
    metropolis = field(Flag(N_("Metropolis"), help=N_("Belongs to the metropolitan section")), section="place")
    regions_forum = field(Flag(N_("Forum of Regions")), section="place")
    population = field(Number(N_("Inhabitants"), least=0, most=2_000_000_000), section="place", public=True)
    membership = field(
        Choice(
            N_("Membership"),
            {
                "associate": N_("Associate member"), "collaborating": N_("Collaborating member"),
                "promoter": N_("Promoter member"), "prospect": N_("Prospect"), "former": N_("Former member"),
            },
            short={
                "associate": N_("Associate"), "collaborating": N_("Collaborating"), "promoter": N_("Promoter"),
                "prospect": N_("Prospect"), "former": N_("Former"),
            },
        ),
        section="membership", listed=True, required=True, default="prospect", public=True,
    )  # fmt: skip
    stage = field(
        Choice(
            N_("Stage"),
            {
                "identified": N_("Identified"), "contacted": N_("Contacted"), "applied": N_("Application received"),
                "needs": N_("Needs asked"), "authorised": N_("Authorisation asked"), "contacts": N_("Contacts given"),
                "active": N_("Active"), "inactive": N_("Inactive"), "left": N_("Left"),
            },
        ),
        section="membership", listed=True, default="identified",
    )  # fmt: skip
    since = field(Fuzzy(N_("Member since")), section="membership", sorted=True)
    until = field(Fuzzy(N_("Member until")), section="membership")
    website = field(Url(N_("Website"), example="www.example.org"), section="contact", public=True)
    email = field(Email(N_("E-mail"), example="name@example.org"), section="contact", searched=True)
    phone = field(Phone(N_("Telephone"), example="+34 555 01 02 03"), section="contact")
    address = field(LongText(N_("Postal address")), section="contact")
    languages = field(Choices(N_("Languages"), LANGUAGE_NAMES), section="contact")
    needs = field(LongText(N_("Needs")), section="needs")
    notes = field(LongText(N_("Notes")), section="needs", searched=True)
    files = field(Files(N_("Files")), section="needs")

    @staticmethod
    def check(values: Values) -> Problems:
        return in_order(values, "since", "until")


class Person(Record):
    """Someone the Secretariat knows, at an organisation or alone."""

    kind, label, plural = "person", N_("Person"), N_("Persons")
    titled = ("given_name", "family_name")
    sections = {"": N_("Identity"), "role": N_("Role"), "notes": N_("Notes")}
    given_name = field(Text(N_("Given name")), listed=True, searched=True, personal=True)
    family_name = field(Text(N_("Family name")), required=True, listed=True, searched=True, personal=True)
    other_form = field(Text(N_("Name in another script")), searched=True, personal=True)
    salutation = field(Text(N_("Salutation"), example=N_("Dear Ms Example")), personal=True)
    organisation = field(Link(N_("Organisation"), "organisation"), section="role", listed=True, part=True)
    job = field(Text(N_("Function"), example=N_("Head of participation")), section="role", personal=True, listed=True)
    roles = field(
        Choices(
            N_("Roles"),
            {
                "political": N_("Political"), "technical": N_("Technical"), "communication": N_("Communication"),
                "international": N_("International"),
            },
        ),
        section="role",
    )  # fmt: skip
    language = field(Choice(N_("Language"), LANGUAGE_NAMES), section="role", listed=True)
    country = field(Country(N_("Country")), section="role", personal=True)
    ended = field(Day(N_("No longer there since")), section="role")
    notes = field(LongText(N_("Notes")), section="notes", personal=True, searched=True)
    files = field(Files(N_("Files")), section="notes", personal=True)

    @classmethod
    def called(cls, values: Values, look: Look | None = None) -> str:
        return " ".join(values[name] for name in cls.titled if values.get(name))


class ContactPoint(Record):
    """A way to reach a person: an address, a number, a profile."""

    kind, label, plural = "contact_point", N_("Contact point"), N_("Contact points")
    titled = ("value",)
    person = field(Link(N_("Person"), "person"), required=True, part=True, listed=True)
    means = field(
        Choice(N_("Means"), {"email": N_("E-mail"), "phone": N_("Telephone"), "mobile": N_("Mobile"),
                             "post": N_("Post"), "web": N_("Web")}),
        required=True, listed=True, default="email",
    )  # fmt: skip
    value = field(Text(N_("Address or number")), required=True, listed=True, searched=True, personal=True)
    preferred = field(Flag(N_("Preferred")), listed=True)
    bounced = field(Day(N_("Bounced on")))

    @staticmethod
    def check(values: Values) -> Problems:
        forms = {"email": Email(""), "phone": Phone(""), "mobile": Phone(""), "web": Url("")}
        form = forms.get(values.get("means") or "")
        try:
            if form and values.get("value"):
                form.clean(values["value"])
        except ValueError as wrong:
            return {"value": str(wrong)}
        return {}


class Organ(Record):
    """A body of the network, such as the Assembly or the Scientific Committee."""

    kind, label, plural = "organ", N_("Organ"), N_("Organs")
    name = field(Texts(N_("Name")), required=True, listed=True, searched=True, public=True)
    duties = field(Texts(N_("Duties"), long=True), public=True)
    quorum = field(Number(N_("Quorum"), least=0, most=100_000), listed=True)


class Seat(Record):
    """A seat in an organ, held by an organisation, a person, or both, from a date to a date."""

    kind, label, plural = "seat", N_("Seat"), N_("Seats")
    titled = ("organ", "role")
    organ = field(Link(N_("Organ"), "organ"), required=True, listed=True, part=True)
    role = field(Text(N_("Seat"), example=N_("Co-presidency")), listed=True)
    person = field(Link(N_("Person"), "person"), listed=True, part=True)
    organisation = field(Link(N_("Organisation"), "organisation"), listed=True, part=True)
    begins = field(Fuzzy(N_("From")), listed=True)
    ends = field(Fuzzy(N_("To")), listed=True)

    @staticmethod
    def check(values: Values) -> Problems:
        if not values.get("person") and not values.get("organisation"):
            return {"person": _("A seat is held by a person or an organisation")}
        return in_order(values, "begins", "ends")


class Contact(Record):
    """One exchange with a member: a call, a letter, a meeting, and what came of it."""

    kind, label, plural = "contact", N_("Contact"), N_("Contacts")
    titled = ("date", "subject")
    organisation = field(Link(N_("Organisation"), "organisation"), listed=True, part=True)
    person = field(Link(N_("Person"), "person"), listed=True, part=True)
    date = field(Day(N_("Date")), required=True, listed=True)
    channel = field(
        Choice(
            N_("Channel"),
            {
                "email": N_("E-mail"), "call": N_("Call"), "meeting": N_("Meeting"), "letter": N_("Letter by post"),
                "newsletter": N_("Newsletter"), "platform": N_("Platform"), "event": N_("Event"),
                "social": N_("Social media"),
            },
        ),
        listed=True, default="email",
    )  # fmt: skip
    subject = field(Text(N_("Subject")), required=True, listed=True, searched=True)
    answered = field(Flag(N_("Answered")), listed=True)
    notes = field(LongText(N_("Notes")), searched=True)
    next_step = field(Text(N_("Next step")))
    by = field(Text(N_("By")))

    @staticmethod
    def check(values: Values) -> Problems:
        if not values.get("person") and not values.get("organisation"):
            return {"organisation": _("A contact is with an organisation or a person")}
        return {}


class Wording(Record):
    """The words by which a consent was asked: one version in one language, never changed once used."""

    kind, label, plural = "wording", N_("Wording"), N_("Wordings")
    key = ("purpose", "version", "language")
    titled = ("purpose", "version", "language")
    purpose = field(Choice(N_("Purpose"), PURPOSES), required=True, listed=True, public=True)
    version = field(Text(N_("Version"), example="2024-1"), required=True, listed=True, public=True)
    language = field(Choice(N_("Language"), DOCUMENT_LANGUAGES), required=True, listed=True, public=True)
    text = field(LongText(N_("Text")), required=True, searched=True, public=True)


class Consent(Record):
    """What a person allowed, for one purpose: given, or withdrawn, never changed afterwards."""

    kind, label, plural = "consent", N_("Consent"), N_("Consents")
    append_only = True
    titled = ("purpose", "date")
    person = field(Link(N_("Person"), "person"), required=True, listed=True, part=True)
    purpose = field(Choice(N_("Purpose"), PURPOSES), required=True, listed=True, default="newsletter")
    act = field(
        Choice(N_("What"), {"given": N_("Given"), "withdrawn": N_("Withdrawn"), "mistake": N_("Entered by mistake")}),
        required=True, listed=True, default="given",
    )  # fmt: skip
    date = field(Day(N_("On")), required=True, listed=True)
    how = field(
        Choice(
            N_("How"),
            {
                "paper": N_("On paper"), "form": N_("Web form"), "email": N_("By e-mail"), "spoken": N_("Spoken"),
                "screen": N_("On this screen"),
            },
        ),
        required=True, default="email",
    )  # fmt: skip
    by = field(Text(N_("Recorded by")))
    source = field(Text(N_("Source"), example=N_("Slip 0318, Valongo conference")), personal=True)
    wording = field(Link(N_("Wording shown"), "wording"))
    scope = field(Text(N_("Scope"), example=N_("Name and logo only")))
    expires = field(Day(N_("Valid until")), listed=True)
    of = field(Link(N_("Corrects"), "consent"))

    @classmethod
    def mistaken(cls, values: Values, on: str) -> dict[str, Any]:
        same = {name: values[name] for name in ("person", "purpose", "how")}
        return {**same, "act": "mistake", "date": on, "of": values["id"]}

    @staticmethod
    def check(values: Values) -> Problems:
        if values.get("expires") and values.get("date") and values["expires"] < values["date"]:
            return {"expires": _("The end lies before the beginning")}
        return {}


RECORDS = (Organisation, Person, ContactPoint, Organ, Seat, Contact, Wording, Consent)
