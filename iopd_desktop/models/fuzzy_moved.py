"""A fuzzy date somewhere else: some days on, at a distance from another one, or with another end."""

from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_edtf import Point, Shape, Span, point, shaped
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _, language

Part = Literal["whole", "begin", "end"]
_DAYS_OF_A_MONTH, _DAYS_OF_A_YEAR = 365.2425 / 12, 365.2425
_MONTHS = 12


def moved(when: FuzzyDate, days: int) -> FuzzyDate:
    """A date some days on (back where less than 0), as vague as it was.

    What is told by months moves by whole months, what is told by years by whole years, the nearest to so many days:
    an assembly "in June" is a fortnight later still "in June". BadValue outside the calendar.
    """
    shape = when.shape
    spans = [Span(_moved(span.start, days), _moved(span.end, days)) for span in shape.spans]
    spans = [span if span.start.first <= span.end.last else Span(span.start, span.start) for span in spans]
    return said(replace(_again(shape, spans), uncertain=shape.uncertain, approximate=shape.approximate), when)


def apart(when: FuzzyDate | None, base: FuzzyDate, days: int) -> FuzzyDate:
    """A date so many days after the last day of `base`, or before its earliest where less than 0; `when` stood before.

    It keeps the number of days and the doubt that it had. Where `base` is not told to the day, the outcome is only
    about right: counted back from the earliest day, it is never too late.
    """
    long = timedelta(days=max(0, when.day_count - 1) if when else 0)
    if days < 0:
        last = _day(base.earliest, days)
        first = last - long
    else:
        first = _day(base.latest, days)
        last = first + long
    form: Literal["point", "interval"] = "point" if first == last else "interval"
    shape = shaped(
        form, [Span(_point(first), _point(last))],
        uncertain=bool(when and when.shape.uncertain), approximate=base.certainty != "fixed",
    )  # fmt: skip
    return said(shape, when)


def part_of(when: FuzzyDate, part: Part) -> FuzzyDate:
    """The whole of a date, its beginning or its end, each as precise as it is told."""
    if part == "whole":
        return when
    spans = sorted(when.shape.spans, key=lambda span: span.start.first)
    end = spans[0].start if part == "begin" else max((span.end for span in spans), key=lambda end: end.last)
    return said(replace(when.shape, form="point", spans=(Span(end, end),)), None)


def with_part(when: FuzzyDate | None, part: Part, to: FuzzyDate) -> FuzzyDate:
    """A date whose beginning or end has become another; the whole where it has no other end, or would end too early."""
    if part == "whole" or when is None:
        return to
    start, end = part_of(when, "begin").shape.spans[0].start, part_of(when, "end").shape.spans[-1].end
    if start == end:
        return to
    if part == "begin":
        start = to.shape.spans[0].start
    else:
        end = to.shape.spans[-1].end
    if start.first > end.last:
        return to
    doubts = when.shape.uncertain or to.shape.uncertain, when.shape.approximate or to.shape.approximate
    return said(shaped("interval", [Span(start, end)], uncertain=doubts[0], approximate=doubts[1]), when)


def said(shape: Shape, before: FuzzyDate | None) -> FuzzyDate:
    """A date of a shape, worded as its list cell says it; the year is told where the date before was of another one."""
    made = FuzzyDate.from_shape(shape)
    year = before.earliest.year if before else made.earliest.year
    return replace(made, wording=short(made, language(), year, roomy=True))


def _again(shape: Shape, spans: list[Span]) -> Shape:
    form = "interval" if shape.form == "point" and spans[0].start != spans[0].end else shape.form
    return shaped(form, spans)


def _moved(one: Point, days: int) -> Point:
    if one.day:
        return _point(_day(one.first, days))
    if one.month:
        number = one.number - 1 + round(days / _DAYS_OF_A_MONTH)
        return point(number // _MONTHS, number % _MONTHS + 1)
    return point(one.year + round(days / _DAYS_OF_A_YEAR))


def _day(one: date, days: int) -> date:
    try:
        found = one + timedelta(days=days)
    except OverflowError:
        found = None
    if found is None or not MINYEAR <= found.year <= MAXYEAR:
        raise BadValue(_("So many days from there the calendar ends"))
    return found


def _point(one: date) -> Point:
    return point(one.year, one.month, one.day)
