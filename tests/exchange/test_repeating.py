"""Days of repetition agree with the library that everybody uses, and no rule takes long."""

from datetime import date, datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from iopd_desktop.exchange.repeating import Exhausted, Repeats, Unread

FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def days(start, rule, most=10_000, looks=1_000_000):
    parts = dict(one.split("=") for one in rule.split(";"))
    return Repeats(looks).days(start, {n: v.split(",") for n, v in parts.items()}, FIRST, LAST, most)[0]


def expected(start, rule):
    found = rrulestr(rule, dtstart=datetime.combine(start, datetime.min.time()))
    bounds = (datetime.combine(FIRST, datetime.min.time()), datetime.combine(LAST, datetime.min.time()))
    return [one.date() for one in found.between(*bounds, inc=True)]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=2MO",
        "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=5;BYDAY=1SU",
        "FREQ=YEARLY;BYDAY=20MO", "FREQ=DAILY;COUNT=5", "FREQ=DAILY;INTERVAL=10;UNTIL=20250301T000000",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", "FREQ=MONTHLY;COUNT=3;BYMONTHDAY=31",
    ],
)  # fmt: skip
@pytest.mark.parametrize("start", [date(2024, 1, 31), date(2021, 3, 2), date(2025, 12, 29)])
def test_the_usual_rules_mean_what_they_mean_elsewhere(start, rule):
    mine = rule.replace("20250301T000000", "2025-03-01")
    assert days(start, mine) == expected(start, rule)


@given(
    st.dates(date(2015, 1, 1), date(2026, 1, 1)),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 5),
    st.lists(st.sampled_from(DAYS), max_size=3, unique=True),
    st.lists(st.integers(1, 12), max_size=2, unique=True),
    st.one_of(st.none(), st.integers(1, 40)),
)
def test_any_rule_by_days_and_months_agrees(start, freq, interval, week_days, months, count):
    rule = f"FREQ={freq};INTERVAL={interval}"
    rule += f";BYDAY={','.join(week_days)}" if week_days else ""
    rule += f";BYMONTH={','.join(map(str, months))}" if months else ""
    rule += f";COUNT={count}" if count else ""
    assert days(start, rule) == expected(start, rule)


def test_a_rule_that_never_ends_is_cut_and_says_so():
    found, more = Repeats(10_000).days(date(2024, 1, 1), {"FREQ": ["DAILY"]}, FIRST, LAST, 60)
    assert (len(found), more) == (60, True)
    assert Repeats(10_000).days(date(2024, 1, 1), {"FREQ": ["YEARLY"]}, FIRST, LAST, 60) == (
        [date(2024, 1, 1), date(2025, 1, 1), date(2026, 1, 1)], True,
    )  # fmt: skip


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9", "FREQ=YEARLY;COUNT=1000000000;BYMONTH=2;BYMONTHDAY=31"]
)
def test_a_rule_that_finds_nothing_comes_to_an_end(rule):
    assert days(date(2024, 1, 1), rule) == []
    with pytest.raises(Exhausted):
        days(date(1, 1, 1), rule, looks=1000)


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY;COUNT=1000000000", "FREQ=MINUTELY", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=WEEKLY;BYDAY=XX",
             "FREQ=MONTHLY;BYMONTHDAY=first", "FREQ=DAILY;UNTIL=never", "COUNT=3"]
)  # fmt: skip
def test_what_is_not_read_is_said(rule):
    with pytest.raises(Unread):
        days(date(2024, 1, 1), rule)
