"""What a file holds once it is read, and what is written to one: headings and rows of plain cells."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from iopd_desktop.exchange.limits import LARGEST_FILE, MOST_COLUMNS, MOST_ROWS
from iopd_desktop.models.refusal import Refused, barred
from iopd_desktop.words import _, number

# pretix tells company, address and country twice: of who comes, and of the invoice.
_REPEATS = {"order code", "invoice address name"}
Cell = Any  # a text, a number, a date, a flag, None; from JSON also what it nests
Row = tuple[int, list[Cell]]


@dataclass
class Table:
    """What was read: the headings, each row with its line in the file, and remarks for the person.

    What is `partial` never tells the whole of a record: an empty cell says nothing, also where rows have ids.
    """

    headings: list[str]
    rows: list[Row]
    remarks: list[str] = field(default_factory=list)
    partial: bool = False


@dataclass(frozen=True)
class Sheet:
    """What is to be written: a title, headings, the widths of the columns in characters, and the rows."""

    title: str
    headings: list[str]
    rows: Iterable[Any]
    widths: tuple[int, ...] = ()


class Broken(Refused):
    """A file that is not read: the sentence names the file, the line where there is one, and the reason."""

    def __init__(self, path: Path, reason: str, line: int | None = None) -> None:
        self.reason, self.line = reason, line
        sentence = (
            _("{file}: {reason}").format(file=path.name, reason=reason)
            if line is None
            else _("{file}, line {line}: {reason}").format(file=path.name, line=line, reason=reason)
        )
        super().__init__(sentence)


def small_enough(path: Path) -> bytes:
    """The bytes of a file of at most 20 MB; Broken where it is larger, missing or unreadable."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as wrong:
        raise Broken(path, barred(wrong)) from wrong
    if len(content) > LARGEST_FILE:
        raise Broken(path, _("a file may have {most} MB").format(most=LARGEST_FILE // 2**20))
    return content


def tabled(path: Path, lines: Iterable[Row], remarks: Iterable[str] = ()) -> Table:
    """The table of some lines, whose first one that holds anything is the headings; Broken past the caps."""
    filled = filter(_holds_something, lines)
    try:
        line, first = next(filled)
    except StopIteration:
        raise Broken(path, _("it holds nothing")) from None
    headings = [str(cell if cell is not None else "").strip() for cell in first]
    headings = _numbered(headings) if {heading.casefold() for heading in headings} >= _REPEATS else headings
    named = [heading for heading in headings if heading]
    twice = next((heading for heading in named if named.count(heading) > 1), None)
    if twice is not None:
        raise Broken(path, _("two columns are called “{heading}”").format(heading=twice[:80]), line)
    rows = list(islice(filled, MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise Broken(path, _("it has more than {most} rows").format(most=number(MOST_ROWS)), rows[-1][0])
    return Table(headings, rows, list(remarks))


def _numbered(headings: list[str]) -> list[str]:
    """The headings with those that come again numbered: Company, Company (2)."""
    seen: Counter[str] = Counter()
    found = []
    for heading in headings:
        seen[heading] += 1
        found.append(f"{heading} ({seen[heading]})" if heading and seen[heading] > 1 else heading)
    return found


def _holds_something(row: Row) -> bool:
    return any(row[1]) or any(cell not in ("", None) for cell in row[1])


def narrow_enough(path: Path, width: int, line: int | None = None) -> None:
    """Broken where a row has more columns than are read."""
    if width > MOST_COLUMNS:
        raise Broken(path, _("it has more than {most} columns").format(most=MOST_COLUMNS), line)
