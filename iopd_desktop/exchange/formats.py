"""The formats that there are; a new one is a file and a line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from iopd_desktop.exchange import calendars, calendars_in, csv_files, json_files, xlsx_files
from iopd_desktop.exchange.table import Sheet, Table
from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import N_, _

Shape = Literal["exact", "people", "objects", "entries"]


@dataclass(frozen=True)
class Format:
    """A file format.

    `shape` says what its rows are: exact texts in columns, the reader's words in columns, objects, or entries of a
    calendar. `longest` is the longest text that a cell takes; `kinds` the kinds of record it is for, none: any.
    `fresh` are values of new records that its files never tell.
    """

    name: str
    label: str
    shape: Shape
    write: Callable[[Path, Sheet], None]
    read: Callable[[Path], Table] | None = None
    longest: int | None = None
    kinds: tuple[str, ...] = ()
    fresh: Mapping[str, Any] = field(default_factory=dict)

    def fits(self, kind: str) -> bool:
        """Whether records of a kind can be written in it."""
        return not self.kinds or kind in self.kinds


FORMATS = (
    Format("csv", N_("CSV, exact, for other programs"), "exact", csv_files.write, csv_files.read),
    Format(
        "xlsx", N_("Spreadsheet (XLSX), for people"), "people", xlsx_files.write, xlsx_files.read,
        xlsx_files.LONGEST_CELL,
    ),
    Format("json", N_("JSON, for scripts"), "objects", json_files.write, json_files.read),
    Format("ics", N_("Calendar (iCalendar)"), "entries", calendars.write, calendars_in.read, kinds=("event",),
           fresh={"type": "partner", "audience": "internal"}),
)  # fmt: skip


def format_named(name: str) -> Format:
    """The format of this name; Refused where there is none."""
    for one in FORMATS:
        if one.name == name.casefold().lstrip("."):
            return one
    names = ", ".join(one.name for one in FORMATS)
    raise Refused(_("There is no format “{name}”; there are {names}").format(name=name[:40], names=names))
