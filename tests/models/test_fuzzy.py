"""What a fuzzy date says of itself: bounds, parts, certainty, clashes."""

from datetime import date

import pytest
from hypothesis import given, settings

from iopd_desktop.models.fuzzy import FuzzyDate, clash
from iopd_desktop.models.refusal import BadValue
from tests.models.fuzzy_dates import dates


def of(edtf):
    return FuzzyDate.from_edtf(edtf)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "certainty"),
    [
        ("2024", "2024-01-01", "2024-12-31", "approximate"),
        ("2024-02", "2024-02-01", "2024-02-29", "approximate"),
        ("2024-05-15", "2024-05-15", "2024-05-15", "fixed"),
        ("2024-05-15/2024-05-18", "2024-05-15", "2024-05-18", "fixed"),
        ("2024-05/2024-06", "2024-05-01", "2024-06-30", "approximate"),
        ("[2024-01,2024-02]", "2024-01-01", "2024-02-29", "alternatives"),
        ("[2024-05..2024-06]", "2024-05-01", "2024-06-30", "approximate"),
        ("{2024-10-17..2024-10-19}", "2024-10-17", "2024-10-19", "fixed"),
        ("2024-09-15?", "2024-09-15", "2024-09-15", "uncertain"),
        ("2024-09-15~", "2024-09-15", "2024-09-15", "approximate"),
        ("[2024-01?,2024-02?]", "2024-01-01", "2024-02-29", "uncertain"),
    ],
)
def test_bounds_are_strict_and_certainty_follows_from_the_form(edtf, earliest, latest, certainty):
    assert of(edtf).plain() == {
        "wording": "",
        "edtf": edtf,
        "earliest": earliest,
        "latest": latest,
        "certainty": certainty,
    }


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("{2024-10-17,2024-10-18,2024-10-19}", "{2024-10-17..2024-10-19}"),
        ("{2024-10-25,2024-10-17..2024-10-18}", "{2024-10-17,2024-10-18,2024-10-25}"),
        ("{2024-10-01..2024-10-10}", "2024-10-01/2024-10-10"),
        ("[2024-02,2024-01,2024-02]", "[2024-01,2024-02]"),
        ("[2024-05]", "2024-05"),
        ("2024-05-15/2024-05-15", "2024-05-15"),
        ("{2024-12-31,2025-01-01,2025-01-02}", "{2024-12-31..2025-01-02}"),
        ("2024-05-15?/2024-05-18", "2024-05-15?/2024-05-18?"),
        (" 2024-05-15%", "2024-05-15%"),
    ],
)
def test_the_same_is_always_written_the_same(written, kept):
    assert of(written).edtf == kept


@pytest.mark.parametrize(
    "edtf",
    [
        "", "x", "2024-13", "2024-02-30", "2024-00", "0999", "20240515", "2024-05-18/2024-05-15", "2024-05/..",
        "[]", "{,}", "[2024", "2024-05-15T10:00", "٢٠٢٤", "9" * 5000, None, {"edtf": 1},
        "{" + ",".join(f"{year}-01" for year in range(1900, 1990)) + "}",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_a_sentence(edtf):
    with pytest.raises(BadValue, match=r"\w+ \w+"):
        FuzzyDate.from_edtf(edtf)


def test_each_possibility_and_each_piece_is_a_part():
    assert of("[2024-01,2024-03]").parts() == (
        (date(2024, 1, 1), date(2024, 1, 31)),
        (date(2024, 3, 1), date(2024, 3, 31)),
    )
    assert of("[2024-05..2024-06]").parts() == ((date(2024, 5, 1), date(2024, 6, 30)),)
    assert of("{2024-10-17..2024-10-19,2024-10-25}").parts() == (
        (date(2024, 10, 17), date(2024, 10, 19)),
        (date(2024, 10, 25), date(2024, 10, 25)),
    )


def test_days_are_counted_only_where_they_are_named():
    assert of("{2024-10-17,2024-10-25}").days == (date(2024, 10, 17), date(2024, 10, 25))
    assert of("2024-05-15/2024-05-18").day_count == 4
    assert of("2024-05").days == of("[2024-05-01..2024-05-10]").days == ()
    assert of("2024-05/2024-06").day_count == 0


def test_over_only_after_the_latest_day_it_may_mean():
    either = of("[2024-01,2024-03]")

    assert not either.passed(date(2024, 2, 15))
    assert not either.passed(date(2024, 3, 31))
    assert either.passed(date(2024, 4, 1))


def test_sorted_by_earliest_then_latest():
    order = ["2023-12-31/2024-06", "2024-01", "2024", "2024-05-15", "2024-05-15/2024-05-18", "2024-06"]

    assert [fuzzy.edtf for fuzzy in sorted(map(of, reversed(order)), key=lambda fuzzy: fuzzy.order)] == order


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2024-05-15/2024-05-18", "2024-05-18", "clashes"),
        ("2024-05-15/2024-05-18", "2024-05-19", None),
        ("2024-05", "2024-05-18", "may clash"),
        ("2024-05-15?", "2024-05-15", "may clash"),
        ("[2024-01,2024-03]", "2024-02-10", None),
        ("[2024-01,2024-03]", "2024-03-10", "may clash"),
        ("{2024-10-17,2024-10-25}", "2024-10-20", None),
        ("{2024-10-17,2024-10-25}", "2024-10-25", "clashes"),
    ],
)
def test_fixed_days_clash_and_the_rest_may(one, other, together):
    assert clash(of(one), of(other)) == clash(of(other), of(one)) == together


@settings(deadline=None)
@given(dates)
def test_a_plain_value_becomes_the_same_date_again(fuzzy):
    assert FuzzyDate.of(fuzzy.plain()) == fuzzy
    assert FuzzyDate.of(None) is None


@settings(deadline=None)
@given(dates)
def test_parts_lie_in_order_inside_the_bounds(fuzzy):
    parts = fuzzy.parts()

    assert list(parts) == sorted(parts)
    assert all(fuzzy.earliest <= first <= last <= fuzzy.latest for first, last in parts)
    assert fuzzy.earliest == parts[0][0]
    assert fuzzy.latest == max(last for _first, last in parts)
