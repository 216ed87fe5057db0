"""The agenda: a year month by month, what comes next, how long it is until then, and what stands against it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from iopd_desktop.actions.happenings import Happening, happenings
from iopd_desktop.actions.preparing import Due, preparations
from iopd_desktop.actions.settling import against
from iopd_desktop.models.fuzzy import Clash, FuzzyDate
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Mapping

_BY_DAYS, _MONTH = 60, 30.44


@dataclass(frozen=True)
class AgendaLine:
    """An entry with its countdown; `clashes` are the titles it falls together with, `may_clash` those it may.

    `due` is the first preparation still to be done; `follows` the title of the entry that it moves with.
    """

    entry: Happening
    countdown: str
    over: bool
    clashes: tuple[str, ...]
    may_clash: tuple[str, ...]
    due: Due | None
    follows: str


@dataclass(frozen=True)
class AgendaMonth:
    """A month from 1 to 12 with its entries; 0 holds what has no date."""

    number: int
    lines: tuple[AgendaLine, ...]


def agenda(read: Reader, year: int, today: date) -> list[AgendaMonth]:
    """The twelve months of a year with their entries, also the months without any; at last what has no date.

    An entry stands in the first month of the year that its date may mean.
    """
    found = happenings(read, year)
    first_due: dict[str, Due] = {}
    for due in preparations(read, [one.id for one in found]):
        if not due.done:
            first_due.setdefault(due.event, due)
    pairs = against(found)
    titles = {one.id: one.title for one in found}
    months: dict[int, list[AgendaLine]] = defaultdict(list)
    for one in found:
        month = 0 if one.when is None else one.when.earliest.month if one.when.earliest.year == year else 1
        months[month].append(_line(one, today, pairs, first_due.get(one.id), titles))
    listed = [*range(1, 13), *([0] if months[0] else [])]
    return [AgendaMonth(month, tuple(months[month])) for month in listed]


def _line(
    one: Happening, today: date, pairs: "Mapping[str, Sequence[tuple[Happening, Clash]]]", due: Due | None,
    titles: "Mapping[str, str]",
) -> AgendaLine:  # fmt: skip
    beside = pairs.get(one.id, ())
    return AgendaLine(
        entry=one,
        countdown=countdown(one.when, today) if one.when and one.state == "planned" else "",
        over=one.state != "planned" or (one.when is not None and one.when.passed(today)),
        clashes=tuple(other.title for other, clash in beside if clash == "clashes"),
        may_clash=tuple(other.title for other, clash in beside if clash == "may clash"),
        due=due,
        follows=titles.get(one.after or "", ""),
    )


def countdown(when: FuzzyDate, today: date) -> str:
    """How long it is until a date: "in 12 days", "in 3 to 33 days", "in 5 months"; empty where it is over."""
    if when.passed(today):
        return ""
    first, last = (when.earliest - today).days, (when.latest - today).days
    if first <= 0:
        if when.to_the_day:
            return _("today") if today in when.days else _("under way")
        return ngettext("in the next {count} day", "in the next {count} days", last + 1).format(count=number(last + 1))
    if first == 1 and when.to_the_day:
        return _("tomorrow")
    if first > _BY_DAYS:
        months = round(first / _MONTH)
        return ngettext("in {count} month", "in {count} months", months).format(count=number(months))
    if when.to_the_day or first == last:
        return ngettext("in {count} day", "in {count} days", first).format(count=number(first))
    return _("in {least} to {most} days").format(least=number(first), most=number(last))
