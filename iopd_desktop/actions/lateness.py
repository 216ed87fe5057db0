"""Nominations that came after the last day of the call: marked, and admitted only with a reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from iopd_desktop.models.awards import Phase
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, day


@dataclass(frozen=True)
class Late:
    """A nomination that came late: when, after which day, and why it is admitted ("" where nobody said)."""

    received: date
    deadline: date
    reason: str

    @property
    def told(self) -> str:
        """It in a sentence."""
        words = _("Late: it came on {day}, after {deadline}")
        words = words.format(day=day(self.received), deadline=day(self.deadline))
        return f"{words}. {self.reason}" if self.reason else words


def last_days(read: Reader, edition: str, does: str) -> date | None:
    """The last day on which a work of an edition may be done: the latest that its phase may mean; None if untold."""
    dates = [FuzzyDate.of(row["date"]) for row in read.all(Phase, {"edition": edition, "does": does})]
    return max((when.latest for when in dates if when), default=None)


def lateness(read: Reader, nominations: Iterable[Mapping[str, Any]]) -> dict[str, Late]:
    """Which of these nominations came late, by id; none where nobody said when they came, or when the call ends."""
    ends: dict[str, date | None] = {}
    found = {}
    for row in nominations:
        if not row.get("received") or not row.get("edition"):
            continue
        if row["edition"] not in ends:
            ends[row["edition"]] = last_days(read, row["edition"], "nominations")
        last, came = ends[row["edition"]], date.fromisoformat(row["received"])
        if last is not None and came > last:
            found[row["id"]] = Late(came, last, row.get("late_reason") or "")
    return found


def noted(late: Late | None, notes: str | None) -> str:
    """The notes on eligibility as papers have them: first that it came late, where it did."""
    return "\n".join(filter(None, (late.told if late else "", notes or "")))
