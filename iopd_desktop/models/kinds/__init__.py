"""The kinds of values that fields may have. A kind knows words and values, and no room."""

from iopd_desktop.models.kinds.amounts import Money, Number
from iopd_desktop.models.kinds.base import Flag, Kind, LongText, Look, Text
from iopd_desktop.models.kinds.choices import Choice, Choices, Country, Several, Terms
from iopd_desktop.models.kinds.links import Files, Link
from iopd_desktop.models.kinds.times import Day, Fuzzy, Instant, Moment
from iopd_desktop.models.kinds.written import Email, Phone, Texts, Url, chosen

__all__ = [
    "Choice", "Choices", "Country", "Day", "Email", "Files", "Flag", "Fuzzy", "Instant", "Kind", "Link", "LongText",
    "Look", "Moment", "Money", "Number", "Phone", "Several", "Terms", "Text", "Texts", "Url", "chosen",
]  # fmt: skip
