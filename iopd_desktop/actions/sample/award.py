"""The sample's award: the edition at work with its nominations and jury, and the two editions before it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from iopd_desktop.actions.sample.jury import Jury
from iopd_desktop.actions.sample.scene import Body, Dice, Row, Scene, Somebody
from iopd_desktop.actions.sample.texts import FIELDS, Tales, language_of
from iopd_desktop.models.awards import Category, Criterion, Edition, Nomination, Phase

_AT_WORK = 18
_CALL, _LAST = date(2024, 2, 20), date(2024, 5, 7)
_STATES = {"jury": 126, "received": 15, "correct": 4, "refused": 3}
_SIZES = ((50_000, "S"), (250_000, "M"), (1_000_000, "L"))
# The phases of a former edition, by their order in today's.
_PHASES = {1: "{year}-02/{year}-05", 3: "{year}-05/{year}-06", 7: "{year}-10"}
_PRIZES = ("winner",) * 5 + ("mention",) * 6 + ("finalist",) * 24
# Nominations that a former edition's jury is kept for.
_JUDGED = 30


@dataclass
class Contest:
    """An edition of the sample: its values, its nominations with their ids, and its categories by code."""

    id: str
    number: int
    categories: dict[str, str]
    nominations: list[Row] = field(default_factory=list)


def bring_award(scene: Scene, bodies: list[Body], persons: list[Somebody]) -> list[Contest]:
    """Bring the editions, the one at work last, with who judges them."""
    award, tales = scene.brought("award"), Tales(scene)
    jury = Jury(scene, award)
    contests = []
    for told in award["editions"]:
        contest = _former(scene, told)
        _nominate_former(scene, contest, told, _mostly_asked(bodies, told["number"]), tales)
        jury.judged(contest.id, contest.number, contest.nominations[:_JUDGED], told["highest"])
        contests.append(contest)
    edition = scene.work.all(Edition, {"number": _AT_WORK})[0]["id"]
    contest = Contest(edition, _AT_WORK, _categories(scene, edition))
    _nominate(scene, contest, _asked(bodies, scene), tales, persons)
    jury.at_work(edition, [row for row in contest.nominations if row["status"] == "jury"])
    return [*contests, contest]


def _categories(scene: Scene, edition: str) -> dict[str, str]:
    return {row["code"]: row["id"] for row in scene.work.all(Category, {"edition": edition})}


def _former(scene: Scene, told: Row) -> Contest:
    """A former edition: its categories and dates as today's, its criteria its own."""
    now = scene.work.all(Edition, {"number": _AT_WORK})[0]
    names = ("number", "year", "host", "highest", "name")
    edition = scene.add(Edition, [{**{name: told[name] for name in names}, "rules": now["rules"]}])[0]
    same = {"edition": now["id"]}
    scene.add(
        Category,
        [{"edition": edition, **{name: row[name] for name in ("code", "group", "name")}}
         for row in scene.work.all(Category, same)],
    )  # fmt: skip
    _criteria(scene, edition, told)
    names_of = {row["rank"]: row["name"] for row in scene.work.all(Phase, same)}
    scene.add(
        Phase,
        ({"edition": edition, "rank": rank, "name": names_of[rank], "date": scene.date(when.format(year=told["year"]))}
         for rank, when in _PHASES.items()),
    )  # fmt: skip
    return Contest(edition, told["number"], _categories(scene, edition))


def _criteria(scene: Scene, edition: str, told: Row) -> None:
    now = scene.brought("award")["criteria"]
    at_work = scene.work.all(Criterion, {"edition": scene.work.all(Edition, {"number": _AT_WORK})[0]["id"]}, "rank")
    keys = ("innovation", "transferability", "feasibility", "relevance", "coordination", "responsibility",
            "evaluation", "impact")  # fmt: skip
    names = {**now, **{key: row["name"] for key, row in zip(keys, at_work, strict=True)}}
    scene.add(
        Criterion,
        ({"edition": edition, "rank": rank, "name": names[key], "weight": 1}
         for rank, key in enumerate(told["criteria"], 1)),
    )  # fmt: skip


def _asked(bodies: list[Body], scene: Scene) -> list[Body]:
    """The bodies that are put forward this year, a country as often as it is told."""
    dice, countries = Dice("asked"), scene.brought("network")["countries"]
    asked: list[Body] = []
    for country, told in countries.items():
        there = [body for body in bodies if body.values["country"] == country]
        asked += (there * 2)[: told["nominations"]]
    return dice.mixed(asked)


def _mostly_asked(bodies: list[Body], number: int) -> list[Body]:
    """The bodies that were put forward in a former edition: chance, and not every country each time."""
    dice = Dice(f"asked {number}")
    return [body for body in dice.mixed(bodies) if (ord(body.values["country"][1]) + number) % 4]


def _nominate_former(scene: Scene, contest: Contest, told: Row, bodies: list[Body], tales: Tales) -> None:
    dice = Dice(f"nominations {contest.number}")
    count = told["nominations"]
    results = [*_PRIZES, *("out",) * (count - len(_PRIZES) - 1), "withdrawn"]
    rows: list[Row] = []
    for place, (body, status) in enumerate(zip(bodies[:count], results, strict=True), 1):
        language = language_of(body)
        tale = tales.next(body, language)
        rows.append(
            {**_about(contest, body, tale.told["category"]), **tale.texts(body, dice, fields=("title", "summary")),
             "number": f"{contest.number}-{place:03}", "language": language, "status": status,
             "eligibility": "eligible", "received": dice.day(date(told["year"], 2, 15), date(told["year"], 5, 15))}
        )  # fmt: skip
    _keep(scene, contest, rows)


def _nominate(
    scene: Scene, contest: Contest, bodies: list[Body], tales: Tales, persons: list[Somebody]
) -> None:  # fmt: skip
    dice, strange = Dice("nominations"), scene.brought("award")["scripts"]
    someone = {person.body.id: person for person in persons if person.body}
    days = sorted(dice.day(_CALL, _LAST) for _body in bodies)
    states = dice.mixed([state for state, count in _STATES.items() for _one in range(count)] + ["withdrawn"])
    rows: list[Row] = []
    for place, (body, day, state) in enumerate(zip(bodies, days, states, strict=True), 1):
        own = next((one for one in strange if one["country"] == body.values["country"]), None)
        if own is not None:
            strange.remove(own)
            told = _in_own_script(own, body, contest)
        else:
            tale = tales.next(body, language_of(body))
            told = {**_about(contest, body, tale.told["category"]), **tale.texts(body, dice, fields=FIELDS)}
            told["language"] = tale.language
        rows.append(
            {**told, **_state(state), "number": f"{contest.number}-{place:03}", "received": day,
             **_nominator(dice, someone.get(body.id))}
        )  # fmt: skip
    _keep(scene, contest, rows)


def _keep(scene: Scene, contest: Contest, rows: list[Row]) -> None:
    ids = scene.add(Nomination, rows)
    contest.nominations = [{**row, "id": id} for row, id in zip(rows, ids, strict=True)]


def _about(contest: Contest, body: Body, category: str) -> Row:
    values = body.values
    people = values.get("population") or 30_000
    size = "R" if values["type"] == "regional" else next((code for most, code in _SIZES if people <= most), "XL")
    return {
        "edition": contest.id, "organisation": body.id, "place": values["city"], "country": values["country"],
        "category": contest.categories[category], "territory": contest.categories[size],
    }  # fmt: skip


def _in_own_script(own: Row, body: Body, contest: Contest) -> Row:
    """A nomination told in a language that the Secretariat does not write, read through a machine at best."""
    texts: dict[str, Any] = {}
    for place, name in enumerate(("title", "summary")):
        texts[name] = {own["language"]: own[name].replace("{city}", body.native_city)}
        if "english" in own:
            made = own["english"][place].replace("{city}", body.values["city"])
            texts[name]["en"] = {"text": made, "by": "machine"}
    return {**_about(contest, body, "A"), **texts, "language": own["language"]}


def _state(state: str) -> Row:
    if state in ("jury", "withdrawn"):
        return {"status": state, "eligibility": "eligible"}
    notes = {"correct": "The summary is longer than a page", "refused": "Not about participation"}
    eligibility = "open" if state == "received" else state
    return {
        "status": "out" if state == "refused" else "received", "eligibility": eligibility,
        "eligibility_notes": notes.get(state),
    }  # fmt: skip


def _nominator(dice: Dice, somebody: Somebody | None) -> Row:
    if somebody is None or not somebody.email:
        return {}
    values: Row = {"nominator": somebody.id} if dice.happens(70) else {}
    return {**values, "contact_name": somebody.called, "contact_email": somebody.email}
