"""The nominations of an edition in the order of their scores, with how many read each and how far they agree."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from iopd_desktop.actions.agreement import alpha
from iopd_desktop.actions.packets import edition_numbered
from iopd_desktop.actions.score_reads import Line, ScoreTable, score_table
from iopd_desktop.actions.tally import Standing
from iopd_desktop.models.awards import JURY_PHASES, Edition
from iopd_desktop.store.reading import Reader

_LAST = 1_000_000


@dataclass(frozen=True)
class Place:
    """A nomination in its place; `tied` where another has the same mean, `values` are the means of its sheets.

    `asked` is how many jurors are to read it, those left out who have a conflict or abstain.
    """

    line: Line
    standing: Standing
    tied: bool
    values: tuple[float, ...]
    asked: int


@dataclass(frozen=True)
class Ranking:
    """All places, those without any score last; `shares` are the criteria with their weights in per cent.

    `cut` is the place after which nominations are not finalists, 0 where all are; `agreement` is Krippendorff's
    alpha over the means of the sheets, None where it cannot be told.
    """

    name: str
    year: int
    phase: str
    lowest: int
    highest: int
    cut: int
    shares: tuple[tuple[str, float], ...]
    places: tuple[Place, ...]
    sheets: tuple[int, int]
    differing: int
    agreement: float | None

    @property
    def ranked(self) -> int:
        """How many nominations have a place."""
        return sum(one.standing.rank is not None for one in self.places)

    @property
    def shared(self) -> int:
        """How many places are shared by several nominations."""
        ranks = {one.standing.rank for one in self.places if one.tied}
        return len(ranks)


def ranking(read: Reader, number: int, phase: str = "jury1") -> Ranking:
    """The order of a jury's nominations as the tally counts it; Refused where there is no edition of that number."""
    edition = read.get(Edition, edition_numbered(read, number))
    table = score_table(read, edition["id"], phase)
    places = _places(table)
    return Ranking(
        name=Edition.called(edition),
        year=int(edition["year"]),
        phase=JURY_PHASES[phase],
        lowest=table.lowest,
        highest=table.highest,
        cut=table.cut,
        shares=_shares(table),
        places=places,
        sheets=table.tally.total(),
        differing=len(table.tally.differing()),
        agreement=alpha(one.values for one in places),
    )


def _places(table: ScoreTable) -> tuple[Place, ...]:
    tally = table.tally
    held = Counter(one.rank for one in tally.standings.values() if one.rank)
    made = []
    for line in table.lines:
        standing = tally.standings[line.id]
        cells = [tally.cell(line.id, juror) for juror in tally.jurors]
        asked = sum(cell.state not in ("none", "conflict", "abstained") for cell in cells)
        made.append(Place(line, standing, held[standing.rank or 0] > 1, tally.values(line.id), asked))
    return tuple(sorted(made, key=lambda one: (one.standing.rank or _LAST, one.line.number, one.line.id)))


def _shares(table: ScoreTable) -> tuple[tuple[str, float], ...]:
    """The criteria with their weight in per cent; as the tally counts, alike where no weight is told."""
    whole = sum(one.weight for one in table.criteria)
    return tuple((one.name, _share(one.weight, whole, table.criteria)) for one in table.criteria)


def _share(weight: float, whole: float, criteria: Sequence[object]) -> float:
    return 100 * weight / whole if whole else 100 / len(criteria)
