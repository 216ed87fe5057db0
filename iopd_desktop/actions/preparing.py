"""What has to be done before an entry of the calendar: checklists from templates, and when each thing is due."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.presets import bring, brought_rows
from iopd_desktop.models.base import known_id
from iopd_desktop.models.calendar import Event, Preparation
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.kinds import chosen
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work


@dataclass(frozen=True)
class Due:
    """A preparation with the day by which it is due; None where its entry has no date."""

    id: str
    event: str
    what: str
    owner: str
    day: date | None
    done: bool

    def late(self, today: date) -> bool:
        """Whether it is still to be done after its day."""
        return not self.done and self.day is not None and today > self.day


@dataclass(frozen=True)
class Checklist:
    """A template: its key and name, the kinds of entries it is meant for, and how many steps it has."""

    key: str
    name: str
    fits: tuple[str, ...]
    steps: int


def due_day(when: FuzzyDate | None, days: int) -> date | None:
    """The day that lies so many days before a date: before its earliest day, so that it is never too late.

    Less than 0 is after the last day. None without a date.
    """
    if when is None:
        return None
    return (when.earliest if days >= 0 else when.latest) - timedelta(days=days)


def preparations(read: Reader, events: Collection[str]) -> list[Due]:
    """The preparations of some entries, by the day they are due; those without a day last."""
    entries = read.some(Event, events)
    found = [_due(row, entries.get(row["event"])) for row in read.all(Preparation, {"event": sorted(events)})]
    return sorted(found, key=lambda one: (one.day or date.max, one.what, one.id))


def _due(row: Mapping[str, Any], event: Mapping[str, Any] | None) -> Due:
    when = FuzzyDate.of(event["date"]) if event else None
    if when is None and event and event["moment"]:
        when = FuzzyDate.from_edtf(event["moment"]["at"][: len("2024-05-15")])
    return Due(
        row["id"], row["event"], chosen(row["what"])[0], row["owner"] or "",
        due_day(when, int(row["days"] or 0)), row["done"] is not None,
    )  # fmt: skip


def checklists(type_: str | None = None) -> list[Checklist]:
    """The templates that the program brings; those meant for a kind of entry stand first."""
    found = [
        Checklist(one["key"], chosen(_said(one["name"]))[0], tuple(one["fits"]), len(one["steps"]))
        for one in brought_rows("checklists.toml")["checklists"]
    ]
    return sorted(found, key=lambda one: type_ not in one.fits)


def prepare(work: "Work", event: str, checklist: str) -> int:
    """Bring the steps of a checklist to an entry, those that are not there yet; how many came.

    Two laptops that bring the same list make the same rows. Missing where the entry is not there, Refused for an
    unknown list.
    """
    work.get(Event, event)
    named = [one for one in brought_rows("checklists.toml")["checklists"] if one["key"] == checklist]
    if not named:
        names = ", ".join(one.key for one in checklists())
        raise Refused(_("There is no checklist “{name}”; there are {names}").format(name=checklist[:40], names=names))
    before = work.count(Preparation, {"event": event})
    bring(work, Preparation, _rows(event, checklist, named[0]["steps"]))
    return work.count(Preparation, {"event": event}) - before


def _rows(event: str, checklist: str, steps: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, dict[str, Any]]]:
    for one in steps:
        id = known_id("preparation", event, checklist, one["key"])
        yield id, {"event": event, "days": one["days"], "what": one["what"]}


def _said(texts: Mapping[str, str]) -> dict[str, dict[str, str]]:
    return {code: {"text": text, "by": "person"} for code, text in texts.items()}
