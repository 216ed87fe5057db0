"""The days on which an entry of a calendar file repeats (RFC 5545, RRULE), never more than are asked for.

Every day that a rule may mean is looked at once and costs one of a number that the whole file shares, so that no rule,
however it is made, takes long.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

Rule = Mapping[str, Sequence[Any]]

_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"})
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MONTHS, _DAYS = 12, 7


class Unread(Exception):
    """Raised for a rule that is not read: by hours or by weeks of the year, or broken."""


class Exhausted(Exception):
    """Raised where a file's repetitions ask for more days to be looked at than there are."""


class Repeats:
    """Finds the days of rules; `looks` is how many days may be looked at for all of them together."""

    def __init__(self, looks: int) -> None:
        self._left = looks

    def days(self, start: date, rule: Rule, first: date, last: date, most: int) -> tuple[list[date], bool]:
        """The first days of a rule from `first` to `last`, at most so many, and whether there are more.

        Unread for a rule that is not read, Exhausted past the looks of the file.
        """
        limit = _number(rule, "COUNT", 0)
        until = _until(rule)
        found: list[date] = []
        for count, day in enumerate(self._all(start, _Rule(start, rule), first, last, counted=bool(limit)), 1):
            if (limit and count > limit) or (until and day > until):
                break
            if day >= first:
                if len(found) == most:
                    return found, True
                found.append(day)
        return found, self._goes_on(found, last, until, limit)

    def _goes_on(self, found: list[date], last: date, until: date | None, limit: int) -> bool:
        return bool(found) and not limit and (until is None or until > last)

    def _all(self, start: date, rule: "_Rule", first: date, last: date, *, counted: bool) -> Iterator[date]:
        """Every day of a rule up to the last; what lies before the first is skipped where nothing is counted."""
        turn = 0 if counted else rule.turn_before(first)
        while True:
            days = rule.period(turn)
            if days is None or days[0] > last:
                return
            self._left -= len(days)
            if self._left < 0:
                raise Exhausted
            for day in rule.chosen(days):
                if start <= day <= last:
                    yield day
            turn += 1


class _Rule:
    """A rule taken apart: which days belong to its turns, and which of them it means."""

    def __init__(self, start: date, rule: Rule) -> None:
        self.start = start
        self.freq = str(rule.get("FREQ", [""])[0]).upper()
        if set(rule) - _KNOWN or self.freq not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
            raise Unread
        self.interval = max(1, _number(rule, "INTERVAL", 1))
        self.months = _numbers(rule, "BYMONTH")
        self.month_days = _numbers(rule, "BYMONTHDAY")
        self.week_days = [_week_day(text) for text in rule.get("BYDAY", ())]
        self.places = _numbers(rule, "BYSETPOS")
        self.week_start = _WEEK.index(str(rule["WKST"][0]).upper()) if rule.get("WKST") else 0
        self._fill_in()

    def _fill_in(self) -> None:
        """What a rule leaves out is said by the first day: its weekday, its day of the month, its month."""
        told = self.month_days or self.week_days
        if self.freq == "WEEKLY" and not self.week_days:
            self.week_days = [(0, self.start.weekday())]
        elif self.freq in {"MONTHLY", "YEARLY"} and not told:
            self.month_days = [self.start.day]
            if self.freq == "YEARLY" and not self.months:
                self.months = [self.start.month]

    def turn_before(self, first: date) -> int:
        """A turn that lies before a day, or the first one."""
        away = (first - self.start).days
        longest = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}[self.freq] * self.interval
        return max(0, away // longest - 1)

    def period(self, turn: int) -> list[date] | None:
        """The days of a turn, from which the rule chooses; None past the end of the calendar."""
        step = turn * self.interval
        try:
            if self.freq == "DAILY":
                return [self.start + timedelta(days=step)]
            if self.freq == "WEEKLY":
                monday = self.start - timedelta(days=(self.start.weekday() - self.week_start) % _DAYS)
                return [monday + timedelta(days=step * _DAYS + n) for n in range(_DAYS)]
            if self.freq == "MONTHLY":
                number = self.start.year * _MONTHS + self.start.month - 1 + step
                return _month(number // _MONTHS, number % _MONTHS + 1)
            months = [_month(self.start.year + step, month) for month in range(1, _MONTHS + 1)]
            return [day for month in months for day in month]
        except (OverflowError, ValueError):
            return None

    def chosen(self, days: Sequence[date]) -> list[date]:
        """The days of a turn that the rule means."""
        found = [day for day in days if self._means(day)]
        if not self.places:
            return found
        picked = {place - 1 if place > 0 else len(found) + place for place in self.places if place}
        return [day for place, day in enumerate(found) if place in picked]

    def _means(self, day: date) -> bool:
        if self.months and day.month not in self.months:
            return False
        length = monthrange(day.year, day.month)[1]
        if self.month_days and not {day.day, day.day - length - 1} & set(self.month_days):
            return False
        return not self.week_days or any(self._falls_on(day, *one, length) for one in self.week_days)

    def _falls_on(self, day: date, which: int, week_day: int, length: int) -> bool:
        """Whether a day is a weekday of the rule: every one, or the so manieth of its month or year."""
        if day.weekday() != week_day:
            return False
        if not which or self.freq in {"DAILY", "WEEKLY"}:
            return True
        place, whole = day.day, length
        if self.freq == "YEARLY" and not self.months:
            place, whole = day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday
        return which in ((place - 1) // _DAYS + 1, -((whole - place) // _DAYS + 1))


def _month(year: int, month: int) -> list[date]:
    return [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]


def _week_day(text: Any) -> tuple[int, int]:
    said = str(text).strip().upper()
    try:
        return int(said[:-2] or 0), _WEEK.index(said[-2:])
    except ValueError:
        raise Unread from None


def _numbers(rule: Rule, name: str) -> list[int]:
    try:
        return [int(one) for one in rule.get(name, ())]
    except (TypeError, ValueError):
        raise Unread from None


def _number(rule: Rule, name: str, default: int) -> int:
    return next(iter(_numbers(rule, name)), default)


def _until(rule: Rule) -> date | None:
    told = rule.get("UNTIL")
    try:
        return date.fromisoformat(str(told[0])[:10]) if told else None
    except ValueError:
        raise Unread from None
