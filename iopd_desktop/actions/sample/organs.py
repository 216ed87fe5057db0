"""Who holds a seat in which organ of the sample network."""

from iopd_desktop.actions.sample.scene import Body, Dice, Row, Scene, Somebody
from iopd_desktop.models.base import known_id
from iopd_desktop.models.countries import section_of
from iopd_desktop.models.members import Seat

# organ, seat, how many, region of the holder
_SEATS = (
    ("promoters", "Promoter member", 8, ""), ("coordinating-committee", "Member", 9, ""),
    ("presidency", "Presidency", 1, ""), ("presidency", "Co-presidency", 1, "latin_america"),
    ("general-secretary", "General secretary", 1, "europe"), ("office-africa", "Host of the office", 1, "africa"),
    ("office-latin-america", "Host of the office", 1, "latin_america"), ("scientific-committee", "Member", 6, ""),
)  # fmt: skip
_FORMER = 5


def bring_organs(scene: Scene, bodies: list[Body], persons: list[Somebody]) -> None:
    """Bring the seats: those held now, and some held before."""
    dice = Dice("organs")
    someone = {person.body.id: person for person in persons if person.body}
    rows: list[Row] = []
    for organ, role, count, section in _SEATS:
        fits = [body for body in bodies if _fits(body, organ, section)]
        rows += (
            {"organ": known_id("organ", organ), "role": role, "organisation": body.id,
             "person": someone[body.id].id, "begins": scene.date(str(dice.between(2021, 2023)))}
            for body in dice.mixed(fits)[:count]
        )  # fmt: skip
    for row in rows[:_FORMER]:
        before = dice.one(bodies).id
        rows.append(
            {**row, "organisation": before, "person": someone[before].id, "begins": scene.date("2018"),
             "ends": scene.date("2020")}
        )  # fmt: skip
    scene.add(Seat, rows)


def _fits(body: Body, organ: str, section: str) -> bool:
    values = body.values
    if values["stage"] != "active" or (section and section_of(values["country"]) != section):
        return False
    if organ == "promoters":
        return bool(values["membership"] == "promoter")
    return bool((values["type"] == "research") == (organ == "scientific-committee"))
