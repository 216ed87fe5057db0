"""What a year's calendar still lacks beside dates: entries for a target, contents, decisions, and what is overdue."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from iopd_desktop.actions.destroying import to_destroy
from iopd_desktop.actions.happenings import Happening, happenings
from iopd_desktop.actions.preparing import Due, preparations
from iopd_desktop.actions.settling import Open, to_settle
from iopd_desktop.actions.targets import Reached, targets
from iopd_desktop.models.fuzzy import FuzzyDate, clash
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, day, language, ngettext, number

_DECIDE = timedelta(days=120)
"""So long before a partner's event somebody should have decided whether to go."""


def open_questions(read: Reader, years: Sequence[int], today: date) -> list[Open]:
    """Everything to settle in some years from today on, what presses first."""
    found: dict[str, Happening] = {}
    lacks: list[Open] = []
    for year in years:
        here = happenings(read, year)
        found |= {one.id: one for one in here}
        if year >= today.year:
            for reached in targets(read, year, here, today):
                lacks += _of_target(reached, _free_months(here, year, today))
    entries = list(found.values())
    coming = {one.id: one for one in entries if one.state == "planned"}
    lacks += (_overdue(one, coming[one.event]) for one in preparations(read, coming) if one.late(today))
    lacks += (made for one in coming.values() for made in _of_partner(one, today))
    lacks += to_destroy(read, today)
    return sorted([*to_settle(entries, today), *lacks], key=lambda one: not one.urgent)


def _free_months(found: Sequence[Happening], year: int, today: date) -> list[FuzzyDate]:
    """The months of a year, from this one on, in which nothing happens."""
    months = [FuzzyDate.from_edtf(f"{year}-{month:02}") for month in range(1, 13)]
    dates = [one.when for one in found if one.when and one.state != "cancelled"]
    return [month for month in months if month.latest >= today and not any(clash(month, when) for when in dates)]


def _of_target(one: Reached, free: Sequence[FuzzyDate]) -> Iterator[Open]:
    count = len(one.counted)
    if one.short:
        words = _("{target}: {count} of {wanted}").format(target=one.name, count=number(count), wanted=one.wanted())
        note = ""
        if free:
            from babel.lists import format_list

            from iopd_desktop.words import locale

            names = format_list([short(month, language(), month.earliest.year) for month in free], locale=locale())
            note = ngettext("{months} is free", "{months} are free", len(free)).format(months=names)
        yield Open(words, note, "add", (), False, {"series": one.id, "type": one.type or "own"})
    elif one.over:
        words = _("{target}: {count}, more than the {wanted} of the plan")
        ids = tuple(each.id for each in one.counted)
        yield Open(words.format(target=one.name, count=number(count), wanted=one.wanted()), "", "show", ids, False)
    for each in one.lacking:
        words = _("“{title}” has no priority content").format(title=each.title)
        yield Open(words, one.name, "show", (each.id,), False)


def _overdue(one: Due, entry: Happening) -> Open:
    assert one.day is not None
    words = _("{what}: overdue for “{title}”").format(what=one.what, title=entry.title)
    note = _("was due on {day}").format(day=day(one.day))
    return Open(words, ", ".join(filter(None, (note, one.owner))), "show", (entry.id,), True)


def _of_partner(one: Happening, today: date) -> Iterator[Open]:
    """A partner's event belongs to a task or is for information only, and somebody decides whether to go."""
    if one.type not in {"partner", "uclg"} or one.when is None or one.when.passed(today):
        return
    if not one.decision and one.when.earliest - today <= _DECIDE:
        words = _("“{title}”: nobody has decided whether we go").format(title=one.title)
        yield Open(words, short(one.when, language()), "show", (one.id,), False)
    if not one.task and one.decision not in {"known", "declined"}:
        words = _("“{title}” belongs to no task").format(title=one.title)
        yield Open(words, _("link it, or mark it for information only"), "show", (one.id,), False)
