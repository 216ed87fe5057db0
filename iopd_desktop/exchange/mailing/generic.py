"""A plain list: one CSV for each language, every text exactly as it is kept, for any program."""

import csv
from pathlib import Path

from iopd_desktop.exchange.mailing.entry import Entry, Sending, Written, by_language

COLUMNS = ("email", "given_name", "family_name", "salutation", "language", "organisation", "country", "id")


def write(folder: Path, entries: list[Entry], _sending: Sending) -> list[Written]:
    """Write the lists into a folder."""
    made = []
    for language, some in by_language(entries).items():
        path = folder / f"{language}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(COLUMNS)
            writer.writerows(
                (one.address, one.given_name, one.family_name, one.salutation, one.language, one.organisation,
                 one.country, one.id)
                for one in some
            )  # fmt: skip
        made.append(Written(path.name, language, len(some)))
    return made
