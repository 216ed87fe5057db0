"""To which events of others the sample's Secretariat went, whom it met there, and what is to follow."""

from iopd_desktop.actions.sample.scene import Body, Row, Scene
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.missions import Delegate, Met
from iopd_desktop.models.tasks import Task


def bring_missions(scene: Scene, bodies: list[Body]) -> None:
    """Bring the delegations and the contacts that they met; one became a task, one a prospect."""
    events = {row["title"]["en"]["text"]: row["id"] for row in scene.work.all(Event)}
    tasks = {row["number"]: row["id"] for row in scene.work.all(Task)}
    gone: list[Row] = []
    met: list[Row] = []
    for mission in scene.brought("halls")["missions"]:
        event = {"event": events[mission["event"]]}
        scene.work.edit(Event, event["event"], {"decision": mission["decision"]})
        for told in mission.get("delegates", ()):
            away = {name: scene.date(told[name]) for name in ("leaves", "returns")}
            cost = {"amount": told["cost"], "currency": "EUR"}
            gone.append({**told, **event, **away, "cost": cost, "outcome": told.get("outcome", "").strip() or None})
        for told in mission.get("met", ()):
            row = {**told, **event}
            if "task" in told:
                row["task"] = tasks[told["task"]]
            if "prospect" in told:
                row |= _prospect(bodies, told["prospect"])
            met.append(row)
    scene.add(Delegate, gone)
    scene.add(Met, met)


def _prospect(bodies: list[Body], countries: list[str]) -> Row:
    """Whom somebody speaks for: the first body of these countries that is not a member yet."""
    there = [body for country in countries for body in bodies if body.values["country"] == country]
    found = next(body for body in there if body.values["membership"] == "prospect")
    return {"prospect": found.id, "organisation": found.values["name"], "country": found.values["country"]}
