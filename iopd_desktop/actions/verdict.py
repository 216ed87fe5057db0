"""What an import makes of each line of a file: new, changed, the same, or refused with a reason."""

from dataclasses import dataclass, field
from typing import Any

from iopd_desktop.exchange.table import Table
from iopd_desktop.models import Record


@dataclass
class Line:
    """One line of the file as it is understood: whom it is about, what it says, and what that was called before."""

    line: int
    id: str
    values: dict[str, Any]
    reached: dict[str, str] = field(default_factory=dict)
    called: str = ""
    answers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Refusal:
    """A line that is not taken, and why."""

    line: int
    reason: str


@dataclass
class Verdict:
    """What a file would do, or did: new and changed lines, how many stay the same, the refused ones; what was read."""

    record: type[Record]
    new: list[Line] = field(default_factory=list)
    changed: list[Line] = field(default_factory=list)
    same: int = 0
    refused: list[Refusal] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    table: Table | None = None

    def plain(self) -> dict[str, Any]:
        """The counts, and the refused lines with their reasons."""
        refused = [{"line": one.line, "reason": one.reason} for one in self.refused]
        return {"new": len(self.new), "changed": len(self.changed), "same": self.same, "refused": refused}
