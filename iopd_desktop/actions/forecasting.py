"""On which day a jury will have scored everything, at its pace so far."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import ceil
from typing import Any

from iopd_desktop.actions.figures import Share, progress_of_jurors
from iopd_desktop.actions.lateness import last_days
from iopd_desktop.store.reading import Reader
from iopd_desktop.store.steps import wall_ms
from iopd_desktop.words import _, day, number

_FURTHEST = 3_650
_SCORED = (
    "SELECT min(t.clock), max(t.clock) FROM score s JOIN juror j ON j.id = s.juror "
    "JOIN change c ON c.id = s.id AND c.act = 'new' JOIN step t ON t.n = c.step "
    "WHERE j.edition = ? AND j.phase = ? AND t.clock > 0"
)


@dataclass(frozen=True)
class Forecast:
    """How far a jury is, sheets a day, the day on which it ends at this pace, and how much is done on its last day.

    `behind` are the jurors who at their own pace do not end in time. Nothing is foretold before the first sheet, nor
    how much will be done on a day that is past.
    """

    phase: str
    done: int
    whole: int
    pace: float
    ends: date | None
    due: date | None
    by_due: int | None
    behind: tuple[Share, ...]

    @property
    def late(self) -> bool:
        """Whether the jury ends after its last day."""
        return self.ends is not None and self.due is not None and self.ends > self.due

    def told(self) -> str:
        """It in a sentence; "" where nothing can be foretold, or nothing is left."""
        if self.ends is None or self.done == self.whole:
            return ""
        told = self._at_pace().format(day=day(self.ends))
        if self.due and self.late:
            until = _("its last day was {day}") if self.by_due is None else _("{percent} % by {day}")
            told += "; " + until.format(percent=number(self.by_due or 0), day=day(self.due))
        return told + "."

    def _at_pace(self) -> str:
        """The sentence of the day, with the pace in sheets a day, or in days a sheet where it is slow."""
        if (sheets := round(self.pace, 1)) > 1:
            words = _("At this pace, {count} sheets a day, everything is scored on {day}")
            return words.replace("{count}", number(sheets))
        if (days := round(1 / self.pace)) > 1:
            words = _("At this pace, a sheet every {count} days, everything is scored on {day}")
            return words.replace("{count}", number(days))
        return _("At this pace, a sheet a day, everything is scored on {day}")

    def plain(self) -> dict[str, Any]:
        """It for scripts."""
        return {
            "phase": self.phase, "done": self.done, "whole": self.whole, "pace": round(self.pace, 2),
            "ends": self.ends.isoformat() if self.ends else None, "due": self.due.isoformat() if self.due else None,
            "by_due": self.by_due, "late": self.late,
            "behind": [{"juror": one.name, "done": one.done, "whole": one.whole} for one in self.behind],
        }  # fmt: skip


def forecast(read: Reader, edition: str, phase: str, on: date) -> Forecast:
    """The forecast for a jury of an edition as it stands on a day.

    The pace is the whole sheets over the days since the first score came in, that day and this one counted.
    """
    shares = progress_of_jurors(read, edition, phase)
    done, whole = sum(one.done for one in shares), sum(one.whole for one in shares)
    due = last_days(read, edition, phase)
    days = _days(read, edition, phase, on)
    if not done or days is None:
        return Forecast(phase, done, whole, 0.0, None, due, None, ())
    pace = done / days
    ends = on + timedelta(days=min(_FURTHEST, ceil((whole - done) / pace)))
    left = max(0, (due - on).days) if due else 0
    by_due = min(100, round(100 * (done + pace * left) / whole)) if due and due >= on else None
    behind = [one for one in shares if due and one.done + one.done / days * left < one.whole]
    return Forecast(phase, done, whole, pace, ends, due, by_due, tuple(behind))


def _days(read: Reader, edition: str, phase: str, on: date) -> int | None:
    """How many days there was scoring; where the day is told from outside, before the first score, to the last one."""
    ((first, last),) = read.rows(_SCORED, [edition, phase])
    if first is None:
        return None
    begun, latest = (datetime.fromtimestamp(wall_ms(int(clock)) / 1000, UTC).date() for clock in (first, last))
    return ((on if begun <= on else latest) - begun).days + 1
