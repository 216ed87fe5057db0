"""The CSV that a sending service imports: exact texts, each in one line.

A text that begins with = or + stays as it is: the service greets people by it, and a mark put before it would be
read out in every letter. Such a file belongs into the service and not into a spreadsheet; README says so.
"""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from iopd_desktop.exchange.mailing.entry import one_line


def write_csv(path: Path, columns: Sequence[str], lines: Iterable[Sequence[str]], delimiter: str = ",") -> None:
    """Write a table in UTF-8; `delimiter` is the one that the service's own sample uses."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows([one_line(text) for text in line] for line in lines)
