"""The sample's year: what happens beside the plan, who is registered for it, and how far the tasks are."""

from iopd_desktop.actions.sample.scene import Dice, Row, Scene, Somebody
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.registrations import Registration
from iopd_desktop.models.tasks import Occurrence, Relation, Task

_CONFERENCE, _TODAY = 196, "2024-05-08"
_CAME = {"here": 78, "absent": 15, "cancelled": 7}
_COMES = {"registered": 95, "cancelled": 5}
_PARTS = {"participant": 88, "speaker": 6, "moderator": 2, "guest": 2, "team": 2}
_MONTHS = ("2024-01", "2024-02", "2024-03", "2024-04")


def bring_year(scene: Scene, persons: list[Somebody]) -> list[Row]:
    """Bring the events with their registrations, and the progress of the plan; the registrations with their ids."""
    year = scene.brought("year")
    conference = next(row for row in scene.work.all(Event) if row["type"] == "conference")
    plan = conference["plan"]
    names = ("type", "audience", "place", "country", "partner", "title", "state")
    rows = [
        {**{name: told[name] for name in names if name in told}, "date": scene.date(told["date"]), "plan": plan}
        for told in year["events"]
    ]
    ids = scene.add(Event, rows)
    wanted = [
        (id, row["date"]["latest"], told["people"]) for id, row, told in zip(ids, rows, year["events"], strict=True)
    ]
    registered = _register(scene, persons, [*wanted, (conference["id"], conference["date"]["latest"], _CONFERENCE)])
    _tasks(scene, year["tasks"], conference["id"])
    return registered


def _register(scene: Scene, persons: list[Somebody], events: list[tuple[str, str, int]]) -> list[Row]:
    """The places taken at events: by persons of the network, and by some who walked in."""
    dice, rows = Dice("registrations"), []
    for event, last, count in events:
        over = last < _TODAY
        for somebody in dice.mixed(persons)[:count]:
            state = dice.weighed(_CAME if over else _COMES)
            row: Row = {
                "event": event, "person": somebody.id, "name": somebody.called, "state": state,
                "country": somebody.values.get("country"), "email": somebody.email or None,
                "language": somebody.values.get("language"), "given_name": somebody.values.get("given_name"),
                "other_form": somebody.values.get("other_form"), "part": dice.weighed(_PARTS),
                "organisation": somebody.body.values["name"] if somebody.body else None,
                "member": somebody.body.id if somebody.body else None,
            }  # fmt: skip
            if over and state == "here" and dice.happens(9):
                row |= {"walk_in": True, "person": None}
            rows.append(row)
    return [{**row, "id": id} for row, id in zip(rows, scene.add(Registration, rows), strict=True)]


def _tasks(scene: Scene, told: list[list[str | int]], conference: str) -> None:
    there = {row["number"]: row for row in scene.work.all(Task)}
    for number, owner, status, progress, begins, due in told:
        values = {"owner": owner or None, "status": status, "progress": progress, "due": scene.date(str(due))}
        begun = {"begins": scene.date(str(begins))} if begins else {}
        scene.work.edit(Task, there[number]["id"], values | begun)
    monthly = [row["id"] for row in there.values() if row["repeats"] == "monthly"]
    scene.add(Occurrence, ({"task": id, "period": month, "done": True} for id in monthly for month in _MONTHS))
    scene.add(Relation, [{"task": there["7a"]["id"], "to": f"event:{conference}", "note": "Prepares it"}])
