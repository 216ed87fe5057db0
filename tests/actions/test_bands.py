"""Bands: where fuzzy dates stand on the line of a year, and that packed bands and labels never touch."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iopd_desktop.actions.bands import Axis, Band, band_of, free_months, packed, paint_of, pieces, row_count
from iopd_desktop.models.fuzzy import FuzzyDate

YEAR = Axis.of_year(2024, 732.0)  # two pixels a day
PLAN_2024 = (
    "[2024-01,2024-02]", "2024-01", "2024-02", "2024-05-15", "2024-05-15/2024-05-18", "2024-05-31",
    "[2024-05..2024-06]", "2024-06", "2024-07", "2024-08", "2024-09-15?", "{2024-10-17..2024-10-19}",
)  # fmt: skip


def when(edtf):
    return FuzzyDate.from_edtf(edtf)


def test_months_follow_each_other_over_the_whole_line():
    months = YEAR.months()
    assert [number for number, _start, _end in months] == list(range(1, 13))
    assert months[0][1] == 0
    assert months[-1][2] == 732
    assert months[1][1:] == (62, 62 + 29 * 2)
    assert all(one[2] == other[1] for one, other in pairwise(months))


@pytest.mark.parametrize(
    ("edtf", "paint"),
    [
        ("2024-05-15", "fixed"),
        ("{2024-10-17..2024-10-19}", "fixed"),
        ("2024-01", "month"),
        ("[2024-05..2024-06]", "range"),
        ("[2024-01,2024-02]", "choice"),
        ("2024-09-15?", "doubt"),
        ("2024", "range"),
    ],
)
def test_each_certainty_has_its_paint(edtf, paint):
    assert paint_of(when(edtf)) == paint


def test_only_a_deadline_on_one_sure_day_is_a_diamond():
    assert paint_of(when("2024-05-15"), deadline=True) == "deadline"
    assert paint_of(when("2024-05"), deadline=True) == "month"
    assert paint_of(when("2024-05-15/2024-05-18"), deadline=True) == "fixed"
    band = band_of("d", "Deadline", when("2024-05-15"), YEAR, deadline=True)
    day = YEAR.at(date(2024, 5, 15))
    assert band.whole == (day + 1 - 7, day + 1 + 7)


def test_alternatives_are_pieces_of_their_own_and_days_in_a_row_are_one():
    assert pieces(when("[2024-01,2024-02]"), YEAR) == ((0, 62), (62, 120))
    days = pieces(when("{2024-10-17,2024-10-18,2024-10-19}"), YEAR)
    start = YEAR.at(date(2024, 10, 17))
    assert days == ((start, start + 6),)


def test_a_single_day_is_wide_enough_to_be_seen_even_at_the_edges():
    for day in ("2024-01-01", "2024-12-31", "2024-06-15"):
        ((start, end),) = pieces(when(day), YEAR)
        assert end - start == pytest.approx(5)
        assert start >= 0
        assert end <= 732


def test_what_lies_outside_the_year_has_no_band_and_what_reaches_in_is_cut():
    assert band_of("x", "x", when("2023-12-30"), YEAR) is None
    assert pieces(when("2023-12-30/2024-01-10"), YEAR) == ((0, 20),)


def test_a_label_stands_inside_else_after_else_before():
    wide = Band("w", "x" * 10, "fixed", ((0.0, 200.0),))
    thin = Band("t", "x" * 10, "fixed", ((300.0, 305.0),))
    late = Band("l", "x" * 10, "fixed", ((700.0, 705.0),))
    sides = {one.band.id: one.side for one in packed([wide, thin, late], lambda text: 10.0 * len(text), 732)}
    assert sides == {"w": "inside", "t": "after", "l": "before"}


def test_the_plan_of_2024_needs_few_rows_and_first_comes_first():
    bands = [band_of(edtf, "Some words", when(edtf), YEAR) for edtf in PLAN_2024]
    placed = packed(bands, lambda text: 7.0 * len(text), 732)
    assert placed[0].row == 0
    assert row_count(placed) <= 5


@given(
    st.lists(
        st.tuples(st.floats(0, 700), st.floats(5, 300), st.integers(0, 900), st.sampled_from(["fixed", "month"])),
        max_size=25,
    )
)
def test_no_band_or_label_ever_overlaps_another_in_its_row(drawn):
    bands = [
        Band(str(n), "x" * length, paint, ((start, min(732.0, start + width)),))
        for n, (start, width, length, paint) in enumerate(drawn)
    ]
    placed = packed(bands, lambda text: float(len(text)), 732)
    assert sorted(one.band.id for one in placed) == sorted(band.id for band in bands)
    for one in placed:
        assert one.label[0] >= 0
        if one.side == "inside":
            assert one.band.whole[0] < one.label[0]
            assert one.label[1] < one.band.whole[1]
        for other in placed:
            if one is not other and one.row == other.row:
                (a, b), (c, d) = _taken(one), _taken(other)
                assert b < c or d < a


def _taken(one):
    return min(one.band.whole[0], one.label[0]), max(one.band.whole[1], one.label[1])


def test_free_months_are_those_that_no_date_may_fall_in():
    assert free_months(map(when, PLAN_2024), 2024) == [3, 4, 11, 12]
    assert free_months([], 2024) == list(range(1, 13))
    assert free_months([when("2023-11/2024-02")], 2024) == list(range(3, 13))


@pytest.mark.parametrize(("done", "side"), [(0.3, "rest"), (0.9, "inside")])
def test_time_to_work_in_that_fills_the_year_has_its_label_within(done, side):
    band = band_of("w", "A year of newsletters", when("2024"), YEAR, done=done, span=True)

    (placed,) = packed([band], lambda _label: 120.0, YEAR.width)

    middle = YEAR.width * done
    assert placed.side == side
    assert placed.label[1] - placed.label[0] == pytest.approx(120)
    within = (middle, YEAR.width) if side == "rest" else (0, middle)
    assert within[0] < placed.label[0] < placed.label[1] < within[1]
