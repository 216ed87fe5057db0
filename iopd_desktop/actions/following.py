"""What follows from somebody met at an event: a task of the plan, or a prospect, linked back to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.afterwards import prospect
from iopd_desktop.actions.plan_reads import latest_plan, plan_of
from iopd_desktop.actions.registering import bodies_called
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.missions import Met
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.tasks import Relation, Task
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, country_name, day, fold, language, today

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work


@dataclass(frozen=True)
class Offer:
    """What can become of somebody met: "task" or "prospect", how it will be called, and a note beside it."""

    becomes: str
    met: str
    name: str
    called: str
    note: str


def offers(read: Reader, event: str) -> list[Offer]:
    """What can become of those met at an event and is not made yet, by their names."""
    found = []
    bodies = bodies_called(read)
    for row in sorted(read.all(Met, {"event": event}), key=lambda row: (fold(row["name"]), row["id"])):
        if row["follow"] and not (row["task"] and read.seek(Task, row["task"])):
            until = _("until {day}").format(day=day(date.fromisoformat(row["due"]))) if row["due"] else ""
            note = ", ".join(filter(None, (row["by"], until)))
            found.append(Offer("task", row["id"], row["name"], row["follow"], note))
        body = (row["organisation"] or "").strip()
        if body and not (row["prospect"] and read.seek(Organisation, row["prospect"])):
            known = bodies.get(fold(body), set())
            note = _("in our records already: they are tied to it") if known else ""
            note = note or (country_name(row["country"]) if row["country"] else "")
            found.append(Offer("prospect", row["id"], row["name"], body, note))
    return found


def follow_up(work: "Work", chosen: Iterable[Offer]) -> list[str]:
    """Make what was chosen of the offers, in one step; the ids. Refused as a whole where one of them is."""
    return [become_task(work, one.met) if one.becomes == "task" else become_prospect(work, one.met) for one in chosen]


def become_task(work: "Work", met: str) -> str:
    """Make a task of what is to follow, due on its day, tied to the event; the id of the task.

    It stands in the plan of the event, else of the year of its day, else in the latest. Refused where there is a
    task already, where nothing is to follow, and where there is no plan.
    """
    row = work.get(Met, met)
    if row["task"] and work.seek(Task, row["task"]):
        raise Refused(_("{name} became a task already").format(name=row["name"]))
    if not row["follow"]:
        raise Refused(_("Say first what is to follow with {name}").format(name=row["name"]))
    year = int(row["due"][:4]) if row["due"] else today().year
    plan = work.get(Event, row["event"])["plan"] or plan_of(work, year) or latest_plan(work)
    if plan is None:
        raise Refused(_("There is no work plan yet for the task"))
    values: dict[str, Any] = {"text": {language(): row["follow"]}, "plan": plan, "owner": row["by"]}
    if row["due"]:
        values["due"] = FuzzyDate.from_edtf(row["due"]).plain()
    whom = ", ".join(filter(None, (row["name"], row["organisation"], row["email"])))
    title = work.title(Event.kind, row["event"])
    values["notes"] = _("{whom}, met at {event}").format(whom=whom, event=title)
    task = work.add(Task, values)
    work.add(Relation, {"task": task, "to": row["event"]})
    work.edit(Met, met, {"task": task})
    return task


def become_prospect(work: "Work", met: str) -> str:
    """Make a prospect of the body that somebody was met from, or name the one that is known; its id.

    Refused where there is one already, where no organisation is told, and where several are called so.
    """
    row = work.get(Met, met)
    if row["prospect"] and work.seek(Organisation, row["prospect"]):
        raise Refused(_("{name} became a prospect already").format(name=row["name"]))
    name = (row["organisation"] or "").strip()
    if not name:
        raise Refused(_("Say first which organisation {name} is from").format(name=row["name"]))
    known = bodies_called(work).get(fold(name), set())
    if len(known) > 1:
        raise Refused(_("{count} organisations are called “{name}”").format(count=len(known), name=name[:60]))
    body = next(iter(known), None) or prospect(work, row["event"], name, row["country"])
    work.edit(Met, met, {"prospect": body})
    return body
