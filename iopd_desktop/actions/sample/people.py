"""The sample's persons: eight hundred at the bodies, ways to reach them, and what they allowed."""

from datetime import date, timedelta
from typing import Any

from iopd_desktop.actions.sample.scene import Body, Dice, Row, Scene, Somebody, address_word
from iopd_desktop.models.members import DOCUMENT_LANGUAGES, Consent, ContactPoint, Person, Wording

_ALL = 800
_ROLES = {"political": 3, "technical": 5, "communication": 2, "international": 2}
_HOW = {"form": 40, "email": 35, "paper": 15, "spoken": 5, "screen": 5}
_ALLOWED = {"newsletter": 58, "directory": 38, "invitations": 30, "photos": 8}
_WITHDRAWN, _MISTAKEN, _EXPIRES = 11, 1, 6
_FIRST, _LAST = date(2023, 1, 10), date(2024, 4, 30)


def bring_people(scene: Scene, bodies: list[Body], cultures: dict[str, Any]) -> list[Somebody]:
    """Bring the persons: one at each body, the others where chance has them."""
    dice = Dice("people")
    where = [*bodies, *(dice.one(bodies) for _one in range(_ALL - len(bodies)))]
    worst = scene.brought("worst")["persons"]
    made = [Somebody("", _person(dice, body, cultures[body.culture]), body) for body in where[: _ALL - len(worst)]]
    made += [Somebody("", row, None) for row in worst]
    for somebody in made:
        if somebody.body:
            somebody.values["organisation"] = somebody.body.id
    for somebody, id in zip(made, scene.add(Person, (each.values for each in made)), strict=True):
        somebody.id = id
    scene.add(ContactPoint, _points(dice, made))
    _consents(scene, dice, made)
    return made


def _person(dice: Dice, body: Body, culture: Row) -> Row:
    given, family = dice.below(len(culture["given"])), dice.below(len(culture["family"]))
    values: Row = {"given_name": culture["given"][given], "family_name": culture["family"][family]}
    if "given_latin" in culture:
        values["other_form"] = f"{culture['given_latin'][given]} {culture['family_latin'][family]}"
    elif culture.get("double") and dice.happens(70):
        second = dice.one([name for name in culture["family"] if name != values["family_name"]])
        values["family_name"] += f" {second}"
    if dice.happens(5):
        values["ended"] = dice.day(_FIRST, _LAST)
    if dice.happens(3):
        values["notes"] = dice.one(["Prefers the telephone", "Speaks at conferences", "Away until June"])
    return {
        **values, "job": dice.one(culture["jobs"]), "roles": [dice.weighed(_ROLES)], "country": body.values["country"],
        "language": dice.one(body.values["languages"]),
    }  # fmt: skip


def _points(dice: Dice, persons: list[Somebody]) -> list[Row]:
    rows: list[Row] = []
    for number, somebody in enumerate(persons, 1):
        if dice.happens(94):
            web = address_word(somebody.body.values["city"]) if somebody.body else "people"
            somebody.email = f"person{number}@{web or 'place'}.example.org"
            rows.append({"person": somebody.id, "means": "email", "value": somebody.email, "preferred": True})
            if dice.happens(3):
                rows[-1] |= {"bounced": dice.day(_FIRST, _LAST), "preferred": False}
        for means, often in (("phone", 40), ("mobile", 28), ("web", 6)):
            if dice.happens(often):
                number_there = f"555 {dice.below(100):02} {dice.below(100):02} {dice.below(100):02}"
                value = f"https://www.example.org/people/{number}" if means == "web" else number_there
                rows.append({"person": somebody.id, "means": means, "value": value})
    return rows


def _consents(scene: Scene, dice: Dice, persons: list[Somebody]) -> None:
    """Most allowed something, many nothing, some took it back, and a few were entered by mistake."""
    shown = {(row["purpose"], row["language"]): row["id"] for row in scene.work.all(Wording)}
    given: list[Row] = []
    for somebody in persons:
        for purpose, often in _ALLOWED.items():
            if dice.happens(often):
                language = somebody.values.get("language")
                spoken = language if language in DOCUMENT_LANGUAGES else "en"
                on = date.fromisoformat(dice.day(_FIRST, _LAST))
                given.append(
                    {"person": somebody.id, "purpose": purpose, "act": "given", "date": on.isoformat(),
                     "how": dice.weighed(_HOW), "wording": shown.get((purpose, spoken)), "source": "Data check",
                     "expires": (on + timedelta(days=2 * 365)).isoformat() if dice.happens(_EXPIRES) else None}
                )  # fmt: skip
    ids = scene.add(Consent, given)
    after: list[Row] = []
    for id, row in zip(ids, given, strict=True):
        if dice.happens(_WITHDRAWN):
            later = dice.day(date.fromisoformat(row["date"]), date(2024, 5, 7))
            same = {name: row[name] for name in ("person", "purpose")}
            after.append({**same, "act": "withdrawn", "date": later, "how": "email"})
        elif dice.happens(_MISTAKEN):
            after.append(Consent.mistaken({**row, "id": id}, "2024-05-02"))
    scene.add(Consent, after)
