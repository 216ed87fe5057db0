"""A list for Mailchimp's import: its own headings, language codes and tags (Mailchimp help, "Format Guidelines").

A text field holds 255 bytes of UTF-8 and is clipped beyond them: it is cut here, between two letters. Days are
written as YYYY-MM-DD, which is read alike whichever order of day and month an account has (help, "Format List Fields").
"""

from pathlib import Path

from iopd_desktop.exchange.mailing.entry import Entry, Sending, Written
from iopd_desktop.exchange.mailing.service_csv import write_csv

COLUMNS = (
    "Email Address", "First Name", "Last Name", "Phone Number", "Language", "Salutation", "Company", "Country",
    "Consent Date", "Tags",
)  # fmt: skip
LANGUAGES = {"en": "en", "es": "es_ES", "fr": "fr", "ca": "ca", "pt": "pt_PT"}
"""Mailchimp's own codes: its plain `es` is Mexico's Spanish and its plain `pt` Brazil's Portuguese."""
_LONGEST = 255


def write(folder: Path, entries: list[Entry], sending: Sending) -> list[Written]:
    """Write the list into a folder."""
    lines = [[_fitting(text) for text in _line(one, sending)] for one in entries]
    write_csv(folder / "mailchimp.csv", COLUMNS, lines)
    return [Written("mailchimp.csv", "", len(entries))]


def _line(one: Entry, sending: Sending) -> list[str]:
    return [
        one.address, one.given_name, one.family_name, one.mobile if sending.mobiles else "",
        LANGUAGES.get(one.language, one.language), one.salutation, one.organisation, one.country, one.consented,
        ",".join(filter(None, (sending.purpose, one.membership))),
    ]  # fmt: skip


def _fitting(text: str) -> str:
    return text.encode()[:_LONGEST].decode(errors="ignore")
