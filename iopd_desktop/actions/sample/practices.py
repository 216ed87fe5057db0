"""The sample's repository: a hundred and twenty practices, some of them from the award, at every stage."""

from iopd_desktop.actions.sample.award import Contest
from iopd_desktop.actions.sample.scene import Body, Dice, Row, Scene
from iopd_desktop.actions.sample.texts import Tales, language_of
from iopd_desktop.models.base import known_id
from iopd_desktop.models.repository import Practice

_ALL, _FROM_AWARD = 120, 70
_STAGES = {"published": 45, "validated": 20, "coproduced": 15, "described": 25, "candidate": 15}
_PRIZES = ("nominated", "finalist", "mention", "winner")
_OBJECTIVES = ("equality", "community", "unorganised", "rights", "decisions", "accountability", "trust")


def bring_practices(scene: Scene, bodies: list[Body], contests: list[Contest]) -> None:
    """Bring practices: those that former editions brought in first, then what members sent in."""
    dice, tales = Dice("practices"), Tales(scene)
    by_id = {body.id: body for body in bodies}
    former = [(contest, row) for contest in contests[:-1] for row in contest.nominations]
    prized = sorted(former, key=lambda one: one[1]["status"] in ("out", "withdrawn"))[:_FROM_AWARD]
    rows: list[Row] = []
    for contest, nomination in prized:
        status = nomination["status"]
        outcome = status if status in _PRIZES else "nominated"
        source = {"edition": contest.id, "outcome": outcome, "source": f"Nomination {nomination['number']}"}
        rows.append({**_practice(scene, dice, tales, by_id[nomination["organisation"]]), **source})
    active = [body for body in bodies if body.values["stage"] == "active"]
    for body in dice.mixed(active)[: _ALL - _FROM_AWARD]:
        source = {"source": dice.one(["Sent in by the member", "Found on the member's website", "Peer-learning days"])}
        rows.append({**_practice(scene, dice, tales, body), **source})
    scene.add(Practice, rows)


def _practice(scene: Scene, dice: Dice, tales: Tales, body: Body) -> Row:
    tale = tales.next(body, language_of(body))
    began = dice.between(2014, 2022)
    values: Row = {
        **tale.texts(body, dice), "organisation": body.id, "place": body.values["city"],
        "country": body.values["country"], "type": tale.told["type"], "sdgs": tale.told["sdgs"],
        "themes": [known_id("term", "themes", tale.told["theme"])],
        "methods": [known_id("term", "methods", tale.told["method"])],
        "objectives": [known_id("term", "objectives", dice.one(_OBJECTIVES))],
        "begins": scene.date(f"{began}-{dice.between(1, 12):02}" if dice.happens(50) else str(began)),
        "stage": dice.weighed(_STAGES),
    }  # fmt: skip
    if dice.happens(35):
        values["ends"] = scene.date(str(dice.between(began + 1, 2024)))
    if body.values.get("website") and dice.happens(60):
        values["link"] = f"{body.values['website']}/participation"
    return values
