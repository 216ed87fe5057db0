"""The sample's members: about three hundred bodies of every kind, stage and region, and eight hundred persons."""

from datetime import date
from itertools import product
from typing import Any

from iopd_desktop.actions.sample.people import bring_people
from iopd_desktop.actions.sample.scene import Body, Dice, Row, Scene, Somebody, address_word
from iopd_desktop.models.members import Contact, Organisation

_KINDS = {"local": 62, "regional": 8, "association": 8, "research": 8, "civil": 7, "movement": 4, "platform": 3}
_ON_THE_WAY = ("identified", "contacted", "applied", "needs", "authorised", "contacts")
_GOVERNMENTS = ("local", "regional")
_FIRST, _LAST = date(2023, 5, 9), date(2024, 5, 7)
_METROPOLIS = 1_000_000


def bring_members(scene: Scene) -> tuple[list[Body], list[Somebody]]:
    """Bring the bodies, their persons, and what was said with them over a year."""
    cultures = {**scene.brought("cultures"), **scene.brought("scripts")}
    bodies = _bodies(scene, cultures)
    persons = bring_people(scene, bodies, cultures)
    _log(scene, bodies, persons)
    return bodies, persons


def _bodies(scene: Scene, cultures: dict[str, Any]) -> list[Body]:
    dice = Dice("bodies")
    places = {code: dice.mixed(_places(culture)) for code, culture in cultures.items()}
    made: list[Body] = []
    for country, told in scene.brought("network")["countries"].items():
        code = told["culture"]
        for _number in range(told["bodies"]):
            native, city = places[code].pop()
            values = {"country": country, "city": city, **_named(dice, cultures, code, country, (native, city))}
            values |= _standing(scene, dice, values["type"]) | _reached(dice, cultures[code], city)
            made.append(Body("", values, code, native))
    made += _worst(scene)
    for body, id in zip(made, scene.add(Organisation, (body.values for body in made)), strict=True):
        body.id = id
    return made


def _places(culture: Row) -> list[tuple[str, str]]:
    if "places" in culture:
        return [(native, latin) for native, latin in culture["places"]]
    glue = "" if culture.get("joined") or culture["tails"][0].startswith("-") else " "
    cities = [glue.join(parts) for parts in product(culture["heads"], culture["tails"])]
    return [(city, city) for city in cities]


def _named(dice: Dice, cultures: dict[str, Any], code: str, country: str, called: tuple[str, str]) -> Row:
    """The kind of a body, how many live there, and its name: in a script of its own with the English beside it."""
    kind, culture, (native, city) = dice.weighed(_KINDS), cultures[code], called
    values: Row = {"type": kind, "languages": culture["languages"]}
    if kind in _GOVERNMENTS:
        values["population"] = int(4_000 * 10 ** (dice.below(290) / 100)) // 50 * 50
        values["metropolis"] = values["population"] > _METROPOLIS
        values["regions_forum"] = kind == "regional"
    if "places" not in culture:
        pattern = culture.get(f"{kind}_in", {}).get(country) or dice.one(culture[kind])
        return {**values, "name": pattern.format(city=city)}
    if kind == "local":
        own, english = culture["local"]
        return {**values, "name": own.format(city=native), "other_names": english.format(city=city)}
    return {**values, "name": dice.one(cultures["en"][kind]).format(city=city), "other_names": native}


def _standing(scene: Scene, dice: Dice, kind: str) -> Row:
    """Membership, stage, and from when to when."""
    state = dice.weighed({"member": 72, "inactive": 9, "prospect": 13, "former": 6})
    if state == "prospect":
        return {"membership": "prospect", "stage": dice.one(_ON_THE_WAY)}
    joined = dice.between(2001, 2021 if state == "former" else 2023)
    since = scene.date(f"{joined}-{dice.between(1, 12):02}" if dice.happens(60) else str(joined))
    if state == "former":
        left = scene.date(str(dice.between(joined + 1, 2023)))
        return {"membership": "former", "stage": "left", "since": since, "until": left}
    promoter = kind == "local" and dice.happens(6)
    member = "promoter" if promoter else "associate" if kind in _GOVERNMENTS else "collaborating"
    return {"membership": member, "stage": "inactive" if state == "inactive" else "active", "since": since}


def _reached(dice: Dice, culture: Row, city: str) -> Row:
    web = address_word(city)
    values: Row = {"email": f"participation@{web}.example.org"}
    if dice.happens(75):
        values["website"] = f"https://www.{web}.example.org"
    if dice.happens(60):
        values["phone"] = f"555 {dice.between(1, 99):02} {dice.below(100):02} {dice.below(100):02}"
    if dice.happens(65):
        values["address"] = f"{culture['street']} {dice.between(1, 90)}\n{dice.between(10_000, 99_999)} {city}"
    if dice.happens(12):
        values["needs"] = dice.one(
            ["To learn how others pay for participation", "Exchange with towns of the same size",
             "Materials in the languages of the network", "Somebody who evaluates a first budget"]
        )  # fmt: skip
    return values


def _worst(scene: Scene) -> list[Body]:
    """Bodies as hard to set as any that come: the longest name, an address of seven lines, no Latin letter."""
    worst = scene.brought("worst")["organisations"]
    return [
        Body("", {name: value for name, value in row.items() if name != "culture"}
             | {"since": scene.date(row["since"])}, row["culture"], row["city"])
        for row in worst
    ]  # fmt: skip


def _log(scene: Scene, bodies: list[Body], persons: list[Somebody]) -> None:
    """What was said with members over the year, most of it by e-mail, more of it the nearer to the sample's day."""
    dice, subjects = Dice("log"), scene.brought("year")["contacts"]
    there: dict[str, list[Somebody]] = {}
    for somebody in persons:
        there.setdefault(somebody.body.id if somebody.body else "", []).append(somebody)
    rows: list[Row] = []
    for body in bodies:
        stage = body.values["stage"]
        known = {"active": 3, "inactive": 1, "identified": 0}.get(stage, 2)
        for turn in range(known + dice.below(2) * (known > 0)):
            told = subjects[0] if turn == 0 else dice.one(subjects[1:])
            values: Row = {
                "organisation": body.id, "channel": told["channel"], "subject": told["subject"][body.spoken],
                "date": dice.day(date(2024, 2, 12), date(2024, 2, 16)) if turn == 0 else dice.day(_FIRST, _LAST),
                "answered": dice.happens(15 if stage == "inactive" else 70), "by": dice.one(["Nadia", "João", "Pere"]),
            }  # fmt: skip
            if body.id in there and dice.happens(60):
                values["person"] = dice.one(there[body.id]).id
            if told["channel"] in ("call", "meeting") and dice.happens(40):
                values["next_step"] = dice.one(["Send the guide", "Ask again in June", "Invite to Valongo"])
            rows.append(values)
    scene.add(Contact, rows)
