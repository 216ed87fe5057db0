"""The sample's juries: who reads what, what they said of it so far, and what they do not judge."""

from typing import Any

from iopd_desktop.actions.sample.scene import Dice, Row, Scene
from iopd_desktop.models.awards import Assignment, Conflict, Criterion, Juror, Score

_READERS, _ALL, _HALF = 3, 100, 50
# How far each of the twenty is, in hundredths of what they read.
_PROGRESS = (100, 100, 100, 100, 100, 100, 92, 80, 71, 60, 55, 48, 40, 25, 12, 0, 0, 0, 0, 0)
_COMMENTED, _ABSTAINS = 34, 4
_FORMER_JURORS, _FORMER_READERS = 6, 2


class Jury:
    """Brings jurors with their assignments, conflicts and scores."""

    def __init__(self, scene: Scene, award: Row) -> None:
        self._scene, self._award, self._dice = scene, award, Dice("jury")

    def at_work(self, edition: str, nominations: list[Row]) -> None:
        """The jury of the edition at work: some finished, some half-way, some not begun."""
        jurors = self._jurors(edition, len(self._award["jurors"]))
        sheets = self._dealt(jurors, nominations, _READERS)
        self._conflicts(jurors, nominations, sheets)
        self._said(edition, sheets, _PROGRESS, highest=5)

    def judged(self, edition: str, number: int, nominations: list[Row], highest: int) -> None:
        """The jury of a former edition, which read everything."""
        self._dice = Dice(f"jury {number}")
        jurors = self._jurors(edition, _FORMER_JURORS)
        sheets = self._dealt(jurors, nominations, _FORMER_READERS)
        self._said(edition, sheets, (_ALL,) * _FORMER_JURORS, highest=highest)
        self._dice = Dice("jury")

    def _jurors(self, edition: str, count: int) -> list[Row]:
        rows: list[Row] = [
            {"edition": edition, "name": name, "country": country, "language": language, "languages": reads.split(),
             "email": f"juror{place}@example.org", "load": 30 if place % 7 == 0 else None}
            for place, (name, country, language, reads) in enumerate(self._award["jurors"][:count], 1)
        ]  # fmt: skip
        ids = self._scene.add(Juror, rows)
        return [{**row, "id": id, "place": place} for place, (row, id) in enumerate(zip(rows, ids, strict=True))]

    def _dealt(self, jurors: list[Row], nominations: list[Row], readers: int) -> list[tuple[Row, Row]]:
        """Each nomination to those who read its language and have read least so far."""
        load = {juror["id"]: 0 for juror in jurors}
        sheets: list[tuple[Row, Row]] = []
        for nomination in nominations:
            known = [juror for juror in jurors if nomination["language"] in juror["languages"]]
            others = [juror for juror in jurors if juror not in known]
            by_load = sorted(known, key=lambda juror: load[juror["id"]])
            for juror in (by_load + sorted(others, key=lambda juror: load[juror["id"]]))[:readers]:
                load[juror["id"]] += 1
                sheets.append((nomination, juror))
        return sheets

    def _conflicts(self, jurors: list[Row], nominations: list[Row], sheets: list[tuple[Row, Row]]) -> None:
        reads = {(nomination["id"], juror["id"]) for nomination, juror in sheets}
        rows: list[Row] = []
        for place, conflict in enumerate(self._award["conflicts"]):
            juror = jurors[place * 3]
            free = [each for each in nominations if (each["id"], juror["id"]) not in reads]
            nomination = self._dice.one(free)
            rows.append({"nomination": nomination["id"], "juror": juror["id"], **conflict,
                         "declared": f"2024-05-{place + 2:02}"})  # fmt: skip
        self._scene.add(Conflict, rows)

    def _said(self, edition: str, sheets: list[tuple[Row, Row]], progress: tuple[int, ...], highest: int) -> None:
        """Assignments with justifications and abstentions, and the scores that are there."""
        criteria = [row["id"] for row in self._scene.work.all(Criterion, {"edition": edition}, "rank")]
        read = {place: sum(juror["place"] == place for _n, juror in sheets) for place in range(len(progress))}
        turn = dict.fromkeys(read, 0)
        assignments: list[Row] = []
        scores: list[Row] = []
        for nomination, juror in sheets:
            place = juror["place"]
            turn[place] += 1
            row: Row = {"nomination": nomination["id"], "juror": juror["id"], "origin": "dealt"}
            assignments.append(row)
            done = turn[place] * _ALL <= read[place] * progress[place]
            if done and self._dice.happens(_ABSTAINS):
                row["abstained"] = True
            elif done:
                scores += self._sheet(nomination, juror, criteria, highest)
                if self._dice.happens(_COMMENTED):
                    row["comment"] = self._comment(juror)
        self._scene.add(Assignment, assignments)
        self._scene.add(Score, scores)

    def _comment(self, juror: Row) -> str:
        comments: dict[str, list[str]] = self._award["comments"]
        return self._dice.one(comments.get(juror["language"], comments["es"]))

    def _sheet(self, nomination: Row, juror: Row, criteria: list[str], highest: int) -> list[dict[str, Any]]:
        """Points by how good the nomination is, how strict the juror, and how the day was."""
        good = Dice(nomination["number"]).between(35, 88)
        strict = juror["place"] % 5 * 4 - 8
        return [
            {"nomination": nomination["id"], "juror": juror["id"], "criterion": criterion, "round": 1,
             "points": min(highest, max(0, round((good - strict + self._dice.between(-22, 22)) * highest / _ALL)))}
            for criterion in criteria
        ]  # fmt: skip
