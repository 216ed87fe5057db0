"""A month as weeks of days: which entries stand on days, in which row, and which are vaguer than that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from iopd_desktop.actions.bands import Paint, paint_of
from iopd_desktop.actions.happenings import Happening

_A_FORTNIGHT = 14
_WEEK = 7


@dataclass(frozen=True)
class Bar:
    """A piece of an entry in one week: its columns from 0 to 6, its row, and whether it begins or ends there."""

    id: str
    label: str
    first: int
    last: int
    row: int
    paint: Paint
    begins: bool
    ends: bool


@dataclass(frozen=True)
class Week:
    """Seven days from Monday, with the bars on them."""

    days: tuple[date, ...]
    bars: tuple[Bar, ...]

    def on(self, column: int) -> list[Bar]:
        """The bars on one day, in the order of their rows."""
        return sorted((bar for bar in self.bars if bar.first <= column <= bar.last), key=lambda bar: bar.row)


@dataclass(frozen=True)
class Month:
    """A month: the entries that are some time in it, and its weeks."""

    year: int
    number: int
    vague: tuple[Happening, ...]
    weeks: tuple[Week, ...]

    def on(self, day: date) -> list[str]:
        """The ids of the entries on a day."""
        for week in self.weeks:
            if day in week.days:
                return [bar.id for bar in week.on(week.days.index(day))]
        return []


def month_of(found: Sequence[Happening], year: int, number: int) -> Month:
    """Set out a month: entries told nearly to the day stand on their days, the others above them."""
    first = date(year, number, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    here = [one for one in found if one.when and any(a <= last and first <= b for a, b in one.when.parts())]
    vague = tuple(one for one in here if not _by_days(one))
    exact = [one for one in found if _by_days(one)]
    start = first - timedelta(days=first.weekday())
    weeks = []
    while start <= last:
        weeks.append(_week(start, exact))
        start += timedelta(days=_WEEK)
    return Month(year, number, vague, tuple(weeks))


def _by_days(one: Happening) -> bool:
    return one.when is not None and all((end - start).days < _A_FORTNIGHT for start, end in one.when.parts())


def _week(monday: date, found: Iterable[Happening]) -> Week:
    days = tuple(monday + timedelta(days=n) for n in range(_WEEK))
    taken: list[set[int]] = []
    bars = []
    for one, start, end in sorted(_pieces(found, days), key=lambda piece: (piece[1], -(piece[2] - piece[1]).days)):
        first, last = max(0, (start - monday).days), min(_WEEK - 1, (end - monday).days)
        columns = set(range(first, last + 1))
        row = next((n for n, used in enumerate(taken) if not used & columns), len(taken))
        if row == len(taken):
            taken.append(set())
        taken[row] |= columns
        assert one.when is not None
        paint = paint_of(one.when, deadline=one.deadline)
        bars.append(Bar(one.id, one.label, first, last, row, paint, start >= monday, end <= days[-1]))
    return Week(days, tuple(bars))


def _pieces(found: Iterable[Happening], days: Sequence[date]) -> list[tuple[Happening, date, date]]:
    made = []
    for one in found:
        for start, end in _joined(one.when.parts() if one.when else ()):
            if start <= days[-1] and end >= days[0]:
                made.append((one, start, end))
    return made


def _joined(parts: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """Days that follow each other are one bar."""
    joined: list[tuple[date, date]] = []
    for start, end in sorted(parts):
        if joined and start <= joined[-1][1] + timedelta(days=1):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
