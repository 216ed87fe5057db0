"""The year for the wall: the entries that lie in it with some date, as sure as they are, for those who may see them."""

from dataclasses import dataclass

from iopd_desktop.actions.happenings import Happening, happenings
from iopd_desktop.actions.year_reads import may_see
from iopd_desktop.store.reading import Reader


@dataclass(frozen=True)
class YearWall:
    """A year's dated entries by their days; `undated` is how many others have no date at all yet."""

    year: int
    entries: tuple[Happening, ...]
    undated: int


def year_wall(read: Reader, year: int, audience: str | None = None) -> YearWall:
    """The entries of a year; with `audience` those alone that it may see."""
    found = [one for one in happenings(read, year) if may_see(audience, one.audience)]
    dated = tuple(one for one in found if one.when)
    return YearWall(year, dated, len(found) - len(dated))
