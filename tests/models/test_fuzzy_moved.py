"""A date somewhere else keeps what it was: its vagueness, its doubt, its number of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_moved import apart, moved, part_of, with_part
from iopd_desktop.models.refusal import BadValue


def when(edtf):
    return FuzzyDate.from_edtf(edtf)


@pytest.mark.parametrize(
    ("edtf", "days", "after", "wording"),
    [
        ("2024-05-15", 14, "2024-05-29", "29 May"),
        ("2024-05-15/2024-05-18", 20, "2024-06-04/2024-06-07", "4–7 June"),
        ("{2024-10-17..2024-10-19}", -17, "{2024-09-30..2024-10-02}", "30 September – 2 October"),
        ("2024-09-15?", 1, "2024-09-16?", "16 September ?"),
        ("2024-06", 14, "2024-06", "June"),
        ("2024-06", 30, "2024-07", "July"),
        ("[2024-01,2024-02]", 61, "[2024-03,2024-04]", "March or April"),
        ("2024", 400, "2025", "2025"),
        ("2024-12", 31, "2025-01", "January 2025"),
    ],
)
def test_a_date_moves_as_vague_as_it_is_told(edtf, days, after, wording):
    found = moved(when(edtf), days)
    assert (found.edtf, found.wording) == (when(after).edtf, wording)
    assert found.certainty == when(edtf).certainty


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-3000, 3000))
def test_a_day_moves_there_and_back(day, days):
    assert moved(moved(when(day.isoformat()), days), -days).edtf == day.isoformat()


@pytest.mark.parametrize(
    ("before", "base", "days", "after"),
    [
        (None, "2024-10-17/2024-10-19", -30, "2024-09-17"),
        (None, "2024-10-17/2024-10-19", 7, "2024-10-26"),
        ("2024-05-01/2024-05-03", "2024-10-17/2024-10-19", -1, "2024-10-14/2024-10-16"),
        ("2024-05-01?", "2024-10-17", 0, "2024-10-17?"),
        (None, "2024-06", -14, "2024-05-18~"),
        ("2024-05", "[2024-01,2024-02]", 1, "2024-03-01~"),
    ],
)
def test_a_distance_is_counted_from_the_safe_side_of_a_vague_date(before, base, days, after):
    found = apart(when(before) if before else None, when(base), days)
    assert found.edtf == after


def test_a_period_has_a_beginning_and_an_end_each_as_precise_as_it_is_told():
    call = when("2024-02/2024-05-15")
    assert part_of(call, "begin").edtf == "2024-02"
    assert part_of(call, "end").edtf == "2024-05-15"
    assert with_part(call, "end", when("2024-05-31")).edtf == "2024-02/2024-05-31"
    assert with_part(call, "begin", when("2024-03-01")).edtf == "2024-03-01/2024-05-15"
    assert with_part(call, "begin", when("2024-06")).edtf == "2024-06"
    assert with_part(when("2024-05-31"), "end", when("2024-06-07")).edtf == "2024-06-07"
    assert with_part(None, "end", when("2024-06-07")).edtf == "2024-06-07"


def test_the_calendar_has_an_end():
    with pytest.raises(BadValue):
        moved(when("9999-12-31"), 1)
    with pytest.raises(BadValue):
        apart(None, when("9999-12-31"), 1)
