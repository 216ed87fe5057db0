"""A year's targets against what the calendar holds: two or three own actions, three international events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from iopd_desktop.actions.happenings import Happening
from iopd_desktop.actions.plan_reads import plan_of
from iopd_desktop.models.calendar import Target
from iopd_desktop.models.kinds import chosen
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, number


@dataclass(frozen=True)
class Reached:
    """A target with its entries: all of them, those with agreed days, those that were held, those without a content."""

    id: str
    name: str
    type: str | None
    least: int
    most: int | None
    counted: tuple[Happening, ...]
    confirmed: int
    held: int
    lacking: tuple[Happening, ...]

    @property
    def short(self) -> int:
        """How many entries are still wanting."""
        return max(0, self.least - len(self.counted))

    @property
    def over(self) -> int:
        """How many entries there are beyond the most."""
        return max(0, len(self.counted) - self.most) if self.most is not None else 0

    def wanted(self) -> str:
        """How many are asked for, in words: "3", "2 to 3", "at most 3"."""
        if self.most is None or self.most == self.least:
            return number(self.least)
        return _("{least} to {most}").format(least=number(self.least), most=number(self.most))


def targets(read: Reader, year: int, found: Iterable[Happening], today: date) -> list[Reached]:
    """The targets of a year's plan against the entries of the year; what was called off does not count."""
    plan = plan_of(read, year)
    if plan is None:
        return []
    entries = [one for one in found if one.state != "cancelled"]
    return [_reached(row, entries, today) for row in read.all(Target, {"plan": plan})]


def _reached(row: Mapping[str, Any], entries: Sequence[Happening], today: date) -> Reached:
    counted = tuple(one for one in entries if _counts(row, one))
    held = [one for one in counted if one.state == "held" or (one.when is not None and one.when.passed(today))]
    return Reached(
        id=row["id"],
        name=chosen(row["name"])[0],
        type=row["type"],
        least=int(row["least"] or 0),
        most=None if row["most"] is None else int(row["most"]),
        counted=counted,
        confirmed=sum(one.when is not None and one.when.certainty == "fixed" for one in counted),
        held=len(held),
        lacking=tuple(one for one in counted if row["themed"] and not one.themed),
    )


def _counts(row: Mapping[str, Any], one: Happening) -> bool:
    """An entry counts towards the target that it names, or without one by its kind; without a date, in its own plan."""
    if one.series:
        return bool(one.series == row["id"])
    return bool(row["type"]) and one.type == row["type"] and (one.when is not None or one.plan == row["plan"])
