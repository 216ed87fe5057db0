"""A list for Brevo's import: its own attribute names, semicolons, UTF-8 (help.brevo.com, article 208729849).

EMAIL, FIRSTNAME, LASTNAME, SMS and EXT_ID are Brevo's; the others are attributes of ours, made while importing.
"""

import re
from pathlib import Path

from iopd_desktop.exchange.mailing.entry import Entry, Sending, Written
from iopd_desktop.exchange.mailing.service_csv import write_csv

COLUMNS = (
    "EMAIL", "FIRSTNAME", "LASTNAME", "SMS", "EXT_ID", "LANGUAGE", "SALUTATION", "ORGANISATION", "COUNTRY",
    "CONSENT_DATE",
)  # fmt: skip
_INTERNATIONAL = re.compile(r"\+[1-9][0-9]{6,14}")


def write(folder: Path, entries: list[Entry], sending: Sending) -> list[Written]:
    """Write the list into a folder."""
    seen: set[str] = set()
    lines = [_line(one, _sms(one, seen) if sending.mobiles else "") for one in entries]
    write_csv(folder / "brevo.csv", COLUMNS, lines, ";")
    return [Written("brevo.csv", "", len(entries))]


def _line(one: Entry, sms: str) -> list[str]:
    return [
        one.address, one.given_name, one.family_name, sms, one.id, one.language, one.salutation, one.organisation,
        one.country, "-".join(reversed(one.consented.split("-"))),
    ]  # fmt: skip


def _sms(one: Entry, seen: set[str]) -> str:
    """A mobile number with + and its country's number, digits alone; nothing for others, and each number once.

    Brevo refuses a whole contact for a number that is not so, or that another contact has.
    """
    number = re.sub(r"[ ()./\-]", "", one.mobile)
    if not _INTERNATIONAL.fullmatch(number) or number in seen:
        return ""
    seen.add(number)
    return number
