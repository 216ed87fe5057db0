"""What happens at the sample's events: sessions with those who speak in them, and who came in at which door."""

from collections import defaultdict, deque
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from iopd_desktop.actions.sample.scene import Dice, Row, Scene
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.registrations import CheckIn, Session, Speaking

_ROLES = ("speaker", "moderator", "rapporteur")
_LATE, _TWICE, _LEFT = timedelta(minutes=70), 4, 9
_AWAY = timedelta(hours=3)
_PEOPLE = ("Nadia", "João")


def bring_halls(scene: Scene, registrations: list[Row]) -> None:
    """Bring the programmes and the check-ins of events; each registration is told with its id."""
    events = {row["title"]["en"]["text"]: row["id"] for row in scene.work.all(Event)}
    theirs: defaultdict[str, list[Row]] = defaultdict(list)
    for row in registrations:
        theirs[row["event"]].append(row)
    dice, came = Dice("halls"), list[Row]()
    for title, hall in scene.brought("halls")["halls"].items():
        people = theirs[events[title]]
        here = [row["id"] for row in people if row["state"] == "here"]
        for id, told in _sessions(scene, hall, events[title], people):
            inside = [one for one in here if dice.happens(told.get("counted", 0))]
            came += _came(dice, hall, told["begins"], inside, id)
        if "opens" in hall:
            came += _came(dice, hall, hall["opens"], here, None)
    scene.add(CheckIn, came)


def _sessions(scene: Scene, hall: Row, event: str, people: list[Row]) -> list[tuple[str, Row]]:
    """The sessions of an event; who is registered as a speaker or moderator speaks in turn. Each with its id."""
    told = hall.get("sessions", [])
    rows = [
        {"event": event, **{name: each[name] for name in ("title", "about", "room", "places") if name in each},
         **{name: {"at": each[name], "zone": hall["zone"]} for name in ("begins", "ends")}}
        for each in told
    ]  # fmt: skip
    ids = scene.add(Session, rows)
    turn = _in_turn(people)
    parts: list[Row] = []
    for id, each in zip(ids, told, strict=True):
        for role in _ROLES:
            for _one in range(each.get(role, 0)):
                turn[role].rotate(-1)
                somebody = turn[role][-1]
                parts.append(
                    {"session": id, "role": role, "rank": len(parts), "name": somebody["name"],
                     "person": somebody["person"], "organisation": somebody["organisation"]}
                )  # fmt: skip
    scene.add(Speaking, parts)
    return list(zip(ids, told, strict=True))


def _in_turn(people: list[Row]) -> dict[str, deque[Row]]:
    """By role those who take it in turn: a rapporteur comes from the team, as a moderator does where there is none."""
    by_part: defaultdict[str, list[Row]] = defaultdict(list)
    for row in people:
        if row["state"] != "cancelled":
            by_part[row["part"]].append(row)
    team = by_part["team"] or by_part["guest"]
    wanted = {"speaker": by_part["speaker"], "moderator": by_part["moderator"] or team, "rapporteur": team}
    return {role: deque(rows) for role, rows in wanted.items()}


def _came(dice: Dice, hall: Row, opens: str, ids: list[str], session: str | None) -> list[dict[str, Any]]:
    """Who came in when and at which desk: a few at two desks, a few out again before the end."""
    first = datetime.fromisoformat(opens).replace(tzinfo=ZoneInfo(hall["zone"]))
    rows: list[Row] = []
    for id in ids:
        at = first + timedelta(seconds=dice.below(int(_LATE.total_seconds())))
        desks = dice.mixed(enumerate(hall["desks"]))[: 2 if dice.happens(_TWICE) else 1]
        for later, (place, desk) in enumerate(desks):
            came = (at + timedelta(seconds=40 * later)).isoformat()
            rows.append({"registration": id, "session": session, "act": "in", "at": came, "desk": desk})
            rows[-1]["by"] = _PEOPLE[place]
        if session is None and dice.happens(_LEFT):
            rows.append({**rows[-1], "act": "out", "at": (at + _AWAY).isoformat()})
    return rows
