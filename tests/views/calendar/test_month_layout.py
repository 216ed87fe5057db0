"""A month in weeks: days hold what is told to the day, vaguer entries stand above, bars never cover each other."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from iopd_desktop.actions.happenings import Happening
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.views.calendar.month_layout import month_of


def entry(id, edtf, type_="own"):
    return Happening(id, id, type_, "own", FuzzyDate.from_edtf(edtf), "", "", "public", None)


def test_a_month_has_whole_weeks_from_monday():
    may = month_of((), 2024, 5)
    assert [week.days[0] for week in may.weeks] == [date(2024, 4, 29), *(date(2024, 5, n) for n in (6, 13, 20, 27))]
    assert all(len(week.days) == 7 for week in may.weeks)


def test_days_hold_what_is_told_to_the_day_and_vaguer_entries_stand_above():
    found = [entry("forum", "2024-05-15/2024-05-18"), entry("alda", "[2024-05..2024-06]"), entry("june", "2024-06"),
             entry("maybe", "[2024-05-15,2024-05-29]"), entry("doubt", "2024-05-31?")]  # fmt: skip
    may = month_of(found, 2024, 5)
    assert [one.id for one in may.vague] == ["alda"]
    assert may.on(date(2024, 5, 15)) == ["forum", "maybe"]
    assert may.on(date(2024, 5, 17)) == ["forum"]
    assert may.on(date(2024, 5, 29)) == ["maybe"]
    assert may.on(date(2024, 5, 31)) == ["doubt"]
    assert may.on(date(2024, 5, 1)) == []


def test_an_entry_over_a_weekend_goes_on_in_the_next_week():
    may = month_of([entry("camp", "2024-05-10/2024-05-14")], 2024, 5)
    first, second = (bar for week in may.weeks for bar in week.bars)
    assert (first.first, first.last, first.begins, first.ends) == (4, 6, True, False)
    assert (second.first, second.last, second.begins, second.ends) == (0, 1, False, True)


def test_three_named_days_in_a_row_are_one_bar():
    october = month_of([entry("conference", "{2024-10-17,2024-10-18,2024-10-19}")], 2024, 10)
    assert [(bar.first, bar.last) for week in october.weeks for bar in week.bars] == [(3, 5)]


@given(st.lists(st.tuples(st.integers(1, 31), st.integers(0, 12)), max_size=20))
def test_bars_of_a_week_never_cover_each_other(drawn):
    found = [
        entry(str(n), f"2024-07-{day:02}/2024-07-{min(31, day + more):02}" if more else f"2024-07-{day:02}")
        for n, (day, more) in enumerate(drawn)
        if not more or day < 31
    ]
    july = month_of(found, 2024, 7)
    shown = {bar.id for week in july.weeks for bar in week.bars}
    assert shown == {one.id for one in found}
    for week in july.weeks:
        for one in week.bars:
            for other in week.bars:
                if one is not other and one.row == other.row:
                    assert one.last < other.first or other.last < one.first
