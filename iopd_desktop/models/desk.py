"""What the program itself keeps beside the work: attached files, saved views, disclosures, settings."""

from iopd_desktop.models.base import Record
from iopd_desktop.models.fields import field
from iopd_desktop.models.kinds import Day, LongText, Number, Text
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


class Setting(Record):
    """A setting of the whole network, such as its name."""

    kind, label, plural = "setting", N_("Setting"), N_("Settings")
    key = ("name",)
    name = field(Text(N_("Name")), required=True, listed=True)
    value = field(Text(N_("Value")), listed=True)


RECORDS = (File, View, Disclosure, Setting)
