"""How a fuzzy date is said: in full, to show how it was understood, and short, for a cell of a list.

What `reading` says is read back by the parser as the same date, in each language.
"""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_edtf import Point, Shape, Span
from iopd_desktop.words import N_, _, locale, ngettext, speaking

_NUMBERS = (
    N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"), N_("nine"), N_("ten"),
    N_("eleven"), N_("twelve"),
)  # fmt: skip
# A list cell has room for so many letters before the months are shortened.
_CELL = 14


def reading(fuzzy: FuzzyDate, language: str) -> str:
    """How a date was understood, in full: "15–18 May 2024, four days", "some time in May 2024"."""
    shape = fuzzy.shape
    with speaking(language):
        when = _whole(shape)
        if shape.approximate:
            when = _("about {when}").format(when=when)
        if fuzzy.day_count > 1:
            when = f"{when}, {_days(fuzzy.day_count)}"
        return _("{when}, to be confirmed").format(when=when) if shape.uncertain else when


def short(fuzzy: FuzzyDate, language: str, year: int | None = None, *, roomy: bool = False) -> str:
    """A date for a list cell: "15–18 May", "Jan or Feb", "15 September ?"; months are shortened where it is long.

    The year is written where the date passes from one into another, or lies outside `year` when that is told.
    Where there is room, as on paper, months stay whole.
    """
    years = {fuzzy.earliest.year, fuzzy.latest.year}
    dated = len(years) > 1 or (year is not None and years != {year})
    shape = fuzzy.shape
    with speaking(language):
        when = _Wording(year=dated, wide=True).listed(shape.spans, shape.form == "one of")
        if len(when) > _CELL and not roomy:
            when = _Wording(year=dated, wide=False).listed(shape.spans, shape.form == "one of")
    return ("~" if shape.approximate else "") + when + (" ?" if shape.uncertain else "")


def _whole(shape: Shape) -> str:
    """What is said of the time itself, before doubts and counts."""
    full = _Wording(year=True, wide=True)
    last = shape.spans[-1].end
    if shape.form == "within" and last.day:
        start, end = full.ends(shape.spans)[0]
        return _("between {start} and {end}").format(start=start, end=end)
    when = full.listed(_apart(shape), shape.form == "one of")
    if shape.form == "within" or (shape.form == "point" and not last.day and not shape.approximate):
        return _("some time in {when}").format(when=when)
    return when


def _apart(shape: Shape) -> Iterable[Span]:
    """A lone run of days is said one by one ("17, 18 and 19"), so that it is no range from one to another."""
    run = shape.spans[0]
    if shape.form != "all of" or len(shape.spans) > 1:
        return shape.spans
    return [Span(point, point) for point in _points(run)]


def _points(run: Span) -> Iterable[Point]:
    start = run.start
    for ahead in range(run.units):
        if start.day:
            day = date.fromordinal(start.number + ahead)
            yield Point(day.year, day.month, day.day)
        elif start.month:
            year, month = divmod(start.number - 1 + ahead, 12)
            yield Point(year, month + 1)
        else:
            yield Point(start.year + ahead)


def _days(count: int) -> str:
    said = _(_NUMBERS[count - 2]) if count - 2 < len(_NUMBERS) else str(count)
    return ngettext("{count} day", "{count} days", count).format(count=said)


class _Wording:
    """Says points and spans in the current language; what the next point repeats is left out of the one before."""

    def __init__(self, *, year: bool, wide: bool) -> None:
        self.year, self.wide = year, wide

    def listed(self, spans: Iterable[Span], choice: bool) -> str:
        """The spans as "a, b and c" or "a, b or c"."""
        from babel.lists import format_list

        whole = list(spans)
        said = [_joined(span, ends) for span, ends in zip(whole, self.ends(whole), strict=True)]
        text = str(format_list(said, style="or" if choice else "standard", locale=locale()))
        if locale().language == "es" and choice and said[-1].startswith("o"):
            return f"{text[: -len(said[-1]) - 2]}u {said[-1]}"
        return text

    def ends(self, spans: Iterable[Span]) -> list[list[str]]:
        """The words of each span: of both its ends, or of its one point."""
        points = [list(dict.fromkeys(span)) for span in spans]
        flat = [point for ends in points for point in ends]
        said = iter([self._point(point, after) for point, after in pairwise([*flat, None]) if point])
        return [[next(said) for _point in ends] for ends in points]

    def _point(self, point: Point, after: Point | None) -> str:
        near = after is not None and after.year == point.year
        month = not (near and point.day and after and after.day and after.month == point.month)
        year = (self.year or not point.month) and not (near and after and after.month)
        return self._said(point, month, year)

    def _said(self, point: Point, month: bool, year: bool) -> str:
        from babel.dates import format_date, format_skeleton

        first, here = point.first, locale()
        if not point.month:
            return str(point.year)
        if not month:
            return _ordinal(str(point.day), point, here.language)
        letters = "MMMM" if self.wide else "MMM"
        if not point.day:
            alone = letters.replace("M", "L")
            if year and self.wide:
                return str(format_skeleton("yMMMM", first, locale=here))
            return str(format_date(first, f"{alone} y" if year else alone, locale=here))
        if not self.wide:
            said = format_date(first, "d MMM y" if year else "d MMM", locale=here)
        else:
            said = format_date(first, "long", locale=here) if year else format_skeleton("MMMMd", first, locale=here)
        return _ordinal(str(said), point, here.language)


def _ordinal(said: str, point: Point, language: str) -> str:
    """In French the first of a month is the only one that is an ordinal."""
    return f"1er{said[1:]}" if language == "fr" and point.day == 1 else said


def _joined(span: Span, ends: list[str]) -> str:
    """A dash stands between spaces where an end has words of its own: "30 May – 2 June", but "15–18 May"."""
    tight = " " not in ends[0] and span.start.precision == span.end.precision
    return ("–" if tight else " – ").join(ends)
