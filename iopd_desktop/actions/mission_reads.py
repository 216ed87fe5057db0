"""What came of going to an event of others: who of us went, whom they met, and what is to follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from iopd_desktop.actions.event_reads import EventTold, event_told
from iopd_desktop.models.missions import Delegate, Met
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import country_name, fold


@dataclass(frozen=True)
class Gone:
    """One of ours who went, in words."""

    name: str
    role: str
    away: str
    cost: str
    outcome: str


@dataclass(frozen=True)
class ContactMet:
    """Somebody met there; `due` is the day by which the follow-up is done (ISO, or empty)."""

    name: str
    place: str
    by: str
    about: str
    follow: str
    due: str
    done: str


@dataclass(frozen=True)
class Mission:
    """An event with those who went and those whom they met, each in the order of their names."""

    event: EventTold
    gone: tuple[Gone, ...]
    met: tuple[ContactMet, ...]

    @property
    def follow_ups(self) -> list[ContactMet]:
        """What is to follow, the earliest day first, those without one last."""
        return sorted((one for one in self.met if one.follow), key=lambda one: (one.due or "9999", fold(one.name)))


def mission(read: Reader, event: str) -> Mission:
    """The mission to an event, by its id or title; Refused where there is none."""
    told = event_told(read, event)
    where = {"event": told.id}
    gone = sorted(read.all(Delegate, where), key=lambda row: (fold(row["name"]), row["id"]))
    met = sorted(read.all(Met, where), key=lambda row: (fold(row["name"]), row["id"]))
    return Mission(told, tuple(map(_gone, gone)), tuple(_met(read, row) for row in met))


def _gone(row: Mapping[str, Any]) -> Gone:
    said = {name: Delegate.fields[name].kind.format(row[name]) for name in ("role", "leaves", "returns", "cost")}
    away = " – ".join(part for part in (said["leaves"], said["returns"]) if part)
    return Gone(row["name"], said["role"], away, said["cost"], row["outcome"] or "")


def _met(read: Reader, row: Mapping[str, Any]) -> ContactMet:
    land = country_name(row["country"]) if row["country"] else ""
    place = ", ".join(part for part in (row["organisation"], land) if part)
    links = (("task", "task"), ("prospect", "organisation"))
    became = [read.title(kind, row[name]) for name, kind in links if row[name]]
    return ContactMet(
        row["name"], place, row["by"] or "", row["about"] or "", row["follow"] or "", row["due"] or "",
        ", ".join(became),
    )  # fmt: skip
