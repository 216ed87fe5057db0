"""When those on a paper came: as somebody says it, at the clock of the place where it happened."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from iopd_desktop.models.calendar import Event
from iopd_desktop.models.kinds import Day
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.models.registrations import Session
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import N_, _, day, now

_HOUR = re.compile(r"[\s,]+([01]?\d|2[0-3])[:h]([0-5]\d)$")
_MIDDLE = time(12)
"""The hour of a day without one: no zone makes another day of it."""


@dataclass(frozen=True)
class Beginning:
    """The day and hour at which an event or one of its sessions begins, where they are known, and the clock there."""

    day: date | None = None
    hour: time | None = None
    zone: str = ""

    @property
    def text(self) -> str:
        """As somebody would type it."""
        if self.day is None:
            return ""
        return f"{day(self.day)} {self.hour:%H:%M}" if self.hour else day(self.day)

    @property
    def past(self) -> bool:
        """Whether it has begun."""
        return self.day is not None and self.instant(self.day, self.hour) <= now()

    def instant(self, on: date, at: time | None) -> datetime:
        """A day and an hour there; without an hour that of the beginning, where it is the same day."""
        hour = at or (self.hour if on == self.day else None) or _MIDDLE
        told = datetime.combine(on, hour)
        return (told.replace(tzinfo=ZoneInfo(self.zone)) if self.zone else told.astimezone()).astimezone(UTC)


def beginning(read: Reader, event: str, session: str | None) -> Beginning:
    """When an event or one of its sessions begins."""
    row = read.get(Event, event)
    moment = (read.get(Session, session)["begins"] if session else None) or row["moment"]
    if moment:
        at = datetime.fromisoformat(moment["at"])
        return Beginning(at.date(), at.time(), moment["zone"])
    when = row["date"]
    return Beginning(date.fromisoformat(when["earliest"])) if when and when["certainty"] == "fixed" else Beginning()


def arrival(text: str, begins: Beginning) -> str | None:
    """The second that a text means ("17 October 2024 09:30", "2024-10-17"), None for an empty one: it is now.

    BadValue for what is no day, and for a time to come.
    """
    text = text.strip()
    if not text:
        return None
    hour = _HOUR.search(text)
    told = Day(N_("When they came")).parse(text[: hour.start()] if hour else text)
    at = begins.instant(date.fromisoformat(str(told)), time(int(hour[1]), int(hour[2])) if hour else None)
    if at > now():
        raise BadValue(_("{day} is still to come").format(day=text))
    return at.isoformat(timespec="seconds")
