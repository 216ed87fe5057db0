"""Turns the items of a typed date into spans: what an item leaves out, it takes from its neighbours."""

from dataclasses import dataclass
from typing import NamedTuple

from iopd_desktop.models.fuzzy_edtf import Point, Span, point
from iopd_desktop.models.fuzzy_lexicon import FORTNIGHT, HALF, LAST, QUARTER, WEEK
from iopd_desktop.models.fuzzy_tokens import Misread, Token
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _

_WINTER = 4
# How many of each period there are to count from, by its kind.
_MOST = {QUARTER: 4, HALF: 2, FORTNIGHT: 2, WEEK: 4}
# Two neighbours in a list that step back by more than half a year have passed the new year.
_HALF_A_YEAR = 183


class Piece(NamedTuple):
    """A span, and whether it is only some time within it."""

    span: Span
    loose: bool


@dataclass
class Item:
    """What stands between two joints of a date: a day, a month, a year, a season, a part of one of them."""

    year: int = 0
    month: int = 0
    day: int = 0
    season: int = 0
    part: int = 0
    period: int = 0
    which: int = 0
    month_first: bool = False
    explicit: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was said yet."""
        return not (self.year or self.month or self.day or self.season or self.part or self.period)

    @property
    def waits_for_year(self) -> bool:
        """Whether a year after a comma belongs to it: "May 15, 2024"."""
        return not self.year and not self.empty

    @property
    def needs_month(self) -> bool:
        """Whether it says nothing without a month."""
        if self.month:
            return False
        return bool(self.day) or self.period in (FORTNIGHT, WEEK) or bool(self.part and not self.year)

    def take(self, token: Token) -> None:
        """Take in one token; what was said already is refused."""
        kind = "day" if token.kind == "nth" else token.kind
        if getattr(self, kind, True):  # what is counted, such as "eleven days", belongs behind a date
            raise Misread(_("“{word}” is one too many in this date"), token.text)
        if kind == "day":
            self.month_first = bool(self.month)
        setattr(self, kind, token.value or -1)
        if kind == "period":
            self.which = token.which
        self.explicit = self.explicit or kind == "year"

    def piece(self) -> Piece:
        """The span of days, months or years that it means; one that does not exist is refused."""
        if sum(map(bool, (self.day, self.part, self.season, self.period))) > 1:
            raise BadValue(_("The parts of this date do not go together"))
        if self.season:
            return self._months(self.season * 3, 3)
        if self.period:
            return self._of_period()
        if self.part:
            last = self.part == 3
            return self._days(self.part * 10 - 9, 10, last) if self.month else self._months(self.part * 4 - 3, 4)
        made = point(self.year, self.month, self.day)
        return Piece(Span(made, made), loose=False)

    def _of_period(self) -> Piece:
        which = _MOST[self.period] if self.which == LAST else self.which
        if not 1 <= which <= _MOST[self.period]:
            raise BadValue(_("Which part of the year or of the month is meant?"))
        if self.period == QUARTER and not self.month:
            return self._months(which * 3 - 2, 3)
        if self.period == HALF and not self.month:
            return self._months(which * 6 - 5, 6)
        if self.period == QUARTER:
            raise BadValue(_("The parts of this date do not go together"))
        if self.period == WEEK and self.which == LAST:
            last = point(self.year, self.month).last.day
            return self._days(last - 6, 7, to_end=True)
        return self._days(which * 7 - 6, 7) if self.period == WEEK else self._days(which * 15 - 14, 15, which == 2)

    def _months(self, first: int, count: int) -> Piece:
        last = first + count - 1
        end = point(self.year + (last - 1) // 12, (last - 1) % 12 + 1)
        return Piece(Span(point(self.year, first), end), loose=True)

    def _days(self, first: int, count: int, to_end: bool = False) -> Piece:
        month: Point = point(self.year, self.month)
        end = month.last.day if to_end else first + count - 1
        return Piece(Span(month._replace(day=first), month._replace(day=end)), loose=True)


def dated(items: list[Item], joints: list[str], year: int) -> list[Piece]:
    """The pieces of a date in order, "to" drawn together; `year` is meant where none is named."""
    _join_winter(items, joints)
    for at, item in enumerate(items):
        if item.needs_month:
            item.month = _month_near(items, at)
    _give_years(items, year)
    groups: list[list[Item]] = [[items[0]]]
    for joint, item in zip(joints, items[1:], strict=True):
        if joint == "to":
            groups[-1].append(item)
        else:
            groups.append([item])
    for group in groups:
        _pass_new_year_inside(group)
    _pass_new_year_between(groups)
    return [_piece(group) for group in groups]


def _join_winter(items: list[Item], joints: list[str]) -> None:
    """Winter 2024-2025 is one winter."""
    for at in range(len(joints) - 1, -1, -1):
        one, other = items[at], items[at + 1]
        if one.season == _WINTER and joints[at] in ("to", "or") and other == Item(year=one.year + 1, explicit=True):
            del items[at + 1], joints[at]


def _month_near(items: list[Item], at: int) -> int:
    """The month of the next item that names one ("17, 18 October"), or of the one before ("October 17, 18")."""
    own = [item.month for item in items]
    after = next((i for i in range(at + 1, len(items)) if own[i]), None)
    before = next((i for i in range(at - 1, -1, -1) if own[i]), None)
    if after is not None and not (before is not None and items[after].month_first):
        return own[after]
    if before is None:
        raise BadValue(_("Which month is meant?"))
    return own[before]


def _give_years(items: list[Item], year: int) -> None:
    named = [item.year for item in items]
    for at, item in enumerate(items):
        if not item.year:
            after = next((y for y in named[at + 1 :] if y), 0)
            before = next((y for y in reversed(named[:at]) if y), 0)
            item.year = after or before or year


def _pass_new_year_inside(group: list[Item]) -> None:
    """From December to January: the year that was not written is the one before or after the other."""
    if len(group) > 2:
        raise BadValue(_("A range has one beginning and one end"))
    if len(group) == 2:
        start, end = group
        same_month = start.month and start.month == end.month
        if not same_month and start.piece().span.start.first > end.piece().span.end.last:
            if end.explicit and not start.explicit:
                start.year -= 1
            elif not end.explicit:
                end.year += 1


def _pass_new_year_between(groups: list[list[Item]]) -> None:
    """December or January: the same in a list."""
    starts = [group[0].piece().span.start.first for group in groups]
    for at in range(1, len(groups)):
        if (starts[at - 1] - starts[at]).days > _HALF_A_YEAR:
            back = any(item.explicit for item in groups[at])
            for item in (item for group in (groups[:at] if back else groups[at:]) for item in group):
                item.year += 0 if item.explicit else -1 if back else 1
            return


def _piece(group: list[Item]) -> Piece:
    first, last = group[0].piece(), group[-1].piece()
    return Piece(Span(first.span.start, last.span.end), loose=first.loose or last.loose)
