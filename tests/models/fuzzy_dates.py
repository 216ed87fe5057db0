"""Fuzzy dates of every form, for tests that hold for all of them."""

from datetime import date

from hypothesis import strategies as st

from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_edtf import Point, Span, shaped


def _points(first: int, last: int) -> st.SearchStrategy[Point]:
    days = st.dates(date(first, 1, 1), date(last, 12, 31))
    return st.builds(lambda day, precision: Point(*(day.year, day.month, day.day)[:precision]), days, st.integers(1, 3))


def _spans(first: int, last: int) -> st.SearchStrategy[Span]:
    points = _points(first, last)
    pairs = st.tuples(points, points).map(lambda ends: Span(*sorted(ends, key=lambda point: point.first)))
    return points.map(lambda point: Span(point, point)) | pairs


def _dates(first: int, last: int) -> st.SearchStrategy[FuzzyDate]:
    listed = st.lists(_spans(first, last), min_size=1, max_size=6)
    return st.builds(
        lambda form, spans, uncertain, approximate: FuzzyDate.from_shape(
            shaped(
                form,
                spans if form in ("one of", "all of") else spans[:1],
                uncertain=uncertain,
                approximate=approximate,
            )
        ),
        st.sampled_from(["interval", "within", "one of", "all of"]),
        listed,
        st.booleans(),
        st.booleans(),
    )


# Neighbouring years, so that the turn of the year and shared months come up; and any year that is kept.
dates = _dates(2023, 2025) | _dates(1000, 9999)
