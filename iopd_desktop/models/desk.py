"""What the program itself keeps beside the work: attached files, saved views, disclosures, the network's name."""

from iopd_desktop.models.base import Record
from iopd_desktop.models.fields import field
from iopd_desktop.models.kinds import Country, Day, Email, LongText, Number, Phone, Text, Texts, Url
from iopd_desktop.words import N_


class File(Record):
    """An attached file; its bytes stand once for each content, found by the hash (SHA-256)."""

    kind, label, plural = "file", N_("File"), N_("Files")
    name = field(Text(N_("File name")), required=True, listed=True, searched=True)
    mime = field(Text(N_("Type")), listed=True)
    size = field(Number(N_("Size in bytes"), least=0), listed=True)
    hash = field(Text(N_("Hash")), required=True)
    credit = field(Text(N_("Credit")))


class View(Record):
    """A saved view of a list: what is sought, filtered, shown and sorted, as JSON."""

    kind, label, plural = "view", N_("Saved view"), N_("Saved views")
    name = field(Text(N_("Name")), required=True, listed=True, searched=True)
    of = field(Text(N_("List")), required=True, listed=True)
    listing = field(LongText(N_("Search, filters and columns")), required=True)


class Disclosure(Record):
    """Personal values that left the program: to whom, why, on what consent, how many."""

    kind, label, plural = "disclosure", N_("Disclosure"), N_("Disclosures")
    append_only = True
    titled = ("date", "purpose")
    date = field(Day(N_("On")), required=True, listed=True)
    what = field(Text(N_("What")), required=True, listed=True, searched=True)
    purpose = field(Text(N_("Purpose")), required=True, listed=True)
    basis = field(Text(N_("Basis")), required=True, listed=True)
    count = field(Number(N_("Persons"), least=0), required=True, listed=True)
    left_out = field(Number(N_("Left out"), least=0), listed=True)
    by = field(Text(N_("By")), listed=True)
    criteria = field(LongText(N_("Criteria")))


class Network(Record):
    """Whose work this database is: the name and the post of the network, as they stand on its papers. There is one."""

    kind, label, plural = "network", N_("Network"), N_("Networks")
    titled = ("acronym", "name")
    sections = {"": N_("Name"), "post": N_("Post")}
    name = field(Texts(N_("Name")), required=True, listed=True, searched=True, public=True)
    acronym = field(Texts(N_("Acronym")), listed=True, public=True)
    address = field(LongText(N_("Postal address")), section="post", public=True)
    return_line = field(
        Text(
            N_("Return line"), help=N_("One line over the address in an envelope's window"),
            example=N_("IOPD, Plaza del Ejemplo 1, 08000 Barcelona"),
        ),
        section="post", public=True,
    )  # fmt: skip
    country = field(
        Country(N_("Country"), help=N_("Letters go out from here: countries on labels are named in its language")),
        section="post", listed=True, public=True,
    )  # fmt: skip
    email = field(Email(N_("E-mail"), example="name@example.org"), section="post", public=True)
    phone = field(Phone(N_("Telephone"), example="+34 555 01 02 03"), section="post", public=True)
    website = field(Url(N_("Website"), example="www.example.org"), section="post", public=True)


RECORDS = (File, View, Disclosure, Network)
