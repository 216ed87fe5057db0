"""The jury's table as it is read: nominations against jurors, and what each juror has scored."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from iopd_desktop.actions.pairing import jury
from iopd_desktop.actions.tally import Tally
from iopd_desktop.models.awards import (
    Assignment,
    Conflict,
    Criterion,
    Nomination,
)
from iopd_desktop.models.kinds import chosen
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import country_name

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Line:
    """A nomination in the table."""

    id: str
    number: str
    title: str
    place: str
    category: str | None


@dataclass(frozen=True)
class Column:
    """A juror in the table; `short` are initials that no other juror of the jury has."""

    id: str
    name: str
    short: str
    language: str


@dataclass(frozen=True)
class Asked:
    """A criterion in the table, with its words of the scale from the lowest score on."""

    id: str
    name: str
    weight: float
    levels: tuple[str, ...]


@dataclass(frozen=True)
class ScoreTable:
    """Nominations against jurors. `cut` is the place after which nominations are not finalists, 0 where all are."""

    edition: str
    phase: str
    lowest: int
    highest: int
    cut: int
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    criteria: tuple[Asked, ...]
    tally: Tally


def score_table(read: Reader, edition: str, phase: str = "jury1", category: str | None = None) -> ScoreTable:
    """The table of a jury, of one category where it is told; Missing where the edition is not there."""
    whole = jury(read, edition, phase)
    shown = [one for one in whole.nominations if category is None or one["category"] == category]
    asked = tuple(
        Asked(one["id"], chosen(one["name"])[0], float(one["weight"] or 0), _lines(one))
        for one in read.all(Criterion, {"edition": edition}, "rank")
    )
    tally = Tally([n["id"] for n in shown], [j["id"] for j in whole.jurors], {one.id: one.weight for one in asked})
    points = _points(read, edition)
    known = {one["id"] for one in shown}
    for key in {*whole.assignments, *whole.conflicts, *points}:
        if key[0] in known:
            _set(tally, key, whole.assignments.get(key), key in whole.conflicts, points.get(key, {}))
    cut = int(whole.edition.get("finalists") or 0)
    return ScoreTable(
        edition, phase, int(whole.edition["lowest"]), int(whole.edition["highest"]),
        cut if phase == "jury1" and cut < len(shown) else 0,
        tuple(_line(one) for one in shown), columns(whole.jurors), asked, tally,
    )  # fmt: skip


def refresh_cell(read: Reader, table: ScoreTable, nomination: str, juror: str) -> None:
    """Read one cell of a table again, after points were entered."""
    key = {"nomination": nomination, "juror": juror}
    rows = read.rows("SELECT criterion, round, points FROM score WHERE nomination = ? AND juror = ?", key.values())
    points = {(criterion, int(entry)): value for criterion, entry, value in rows}
    given = read.all(Assignment, key)
    _set(table.tally, (nomination, juror), given[0] if given else None, bool(read.count(Conflict, key)), points)


def justification(read: Reader, nomination: str, juror: str) -> str:
    """What a juror wrote about a nomination; an empty text where nothing was."""
    found = read.all(Assignment, {"nomination": nomination, "juror": juror})
    return str(found[0]["comment"] or "") if found else ""


def _set(
    tally: Tally, key: tuple[str, str], given: Row | None, conflict: bool, points: Mapping[tuple[str, int], float]
) -> None:  # fmt: skip
    barred: Literal["", "conflict", "abstained"] = ""
    if conflict:
        barred = "conflict"
    elif given and given["abstained"]:
        barred = "abstained"
    tally.set(
        key, assigned=given is not None, barred=barred,
        first={one: value for (one, entry), value in points.items() if entry == 1},
        second={one: value for (one, entry), value in points.items() if entry == 2},
    )  # fmt: skip


def _points(read: Reader, edition: str) -> dict[tuple[str, str], dict[tuple[str, int], float]]:
    sql = (
        "SELECT s.nomination, s.juror, s.criterion, s.round, s.points FROM score s "
        "JOIN nomination n ON n.id = s.nomination WHERE n.edition = ?"
    )
    found: dict[tuple[str, str], dict[tuple[str, int], float]] = {}
    for nomination, juror, criterion, entry, points in read.rows(sql, [edition]):
        found.setdefault((nomination, juror), {})[criterion, int(entry)] = points
    return found


def _line(row: Row) -> Line:
    country = country_name(row["country"]) if row["country"] else ""
    place = ", ".join(part for part in (row["place"], country) if part)
    return Line(row["id"], row["number"] or "", Nomination.called(row), place, row["category"])


def _lines(criterion: Row) -> tuple[str, ...]:
    return tuple(line.strip() for line in chosen(criterion["levels"])[0].splitlines() if line.strip())


def columns(jurors: Sequence[Row]) -> tuple[Column, ...]:
    """The jurors in the order of their names, each with short letters of its own."""
    made: list[Column] = []
    used: Counter[str] = Counter()
    for one in sorted(jurors, key=lambda row: (row["name"].casefold(), row["id"])):
        words = one["name"].split()
        letters = (words[0][:1] + words[-1][:1] if len(words) > 1 else one["name"][:2]).upper()
        used[letters] += 1
        short_name = letters if used[letters] == 1 else f"{letters}{used[letters]}"
        made.append(Column(one["id"], one["name"], short_name, one["language"] or ""))
    return tuple(made)
