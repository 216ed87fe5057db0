"""The year's sheet puts each event in its month and words it as the work plan does."""

import pytest

from iopd_desktop.actions.year_reads import YearSheet, printed, year_sheet
from iopd_desktop.models.base import known_id
from iopd_desktop.models.calendar import Event

PLAN = known_id("plan", 2024)


def event(key) -> str:
    return known_id("event", 2024, key)


def when(text, year=2024):
    return Event.fields["date"].kind.read(text, year)


@pytest.mark.parametrize(
    ("wording", "lines"),
    [
        ("January", ["Forum"]),
        ("15 May", ["15 May: Forum"]),
        ("15-18 May", ["15-18 May: Forum"]),
        ("15 September ?", ["15 September: Forum ?"]),
        ("September ?", ["Forum ?"]),
        ("17, 18 and 19 October", ["Forum", "17, 18 and 19 October"]),
        ("January or February", ["Forum (January or February)"]),
        ("15 or 22 May", ["Forum (15 or 22 May)"]),
        ("May-June", ["Forum (May-June)"]),
        ("spring", ["Forum (spring)"]),
    ],
)
def test_how_a_date_stands_by_its_title(wording, lines):
    assert printed("Forum", wording, when(wording)["edtf"]) == lines


def lines(sheet: YearSheet) -> list[list[str]]:
    return [[line for entry in row.entries for line in entry.lines] for row in sheet.months]


def test_an_event_that_moves_is_printed_with_its_new_date_in_its_new_month(planned):
    with planned.work("Later") as work:
        work.edit(Event, event("award-deadline"), {"date": when("3 June")})
        work.edit(Event, event("democracy-day"), {"line": "Democracy Day, to be seen"})
    with planned.read() as read:
        rows = lines(year_sheet(read, 2024))
    assert rows[4][0] == "15-18 May: Global Forum on Modern Direct Democracy, Bucharest"
    assert rows[5][0] == "3 June: Deadline for nominations for the OIDP Award"
    assert rows[8] == ["Democracy Day, to be seen"]


def test_how_sure_each_date_is_said(planned):
    with planned.read() as read:
        sheet = year_sheet(read, 2024)
    sure = {entry.id: entry.sure for row in sheet.months for entry in row.entries}
    assert {key: sure[event(key)] for key in ("award-call", "conference", "democracy-day")} == {
        "award-call": "month", "conference": "fixed", "democracy-day": "to confirm",
    }  # fmt: skip
    assert (sure[event("coordinating-committee")], sure[event("alda-assembly")]) == ("one of", "some time in")
    assert sheet.sureness == ["fixed", "month", "one of", "some time in", "to confirm"]


def test_months_without_entries_are_there_all_the_same(planned):
    with planned.read() as read:
        sheet = year_sheet(read, 2024)
        assert [row.month for row in sheet.months if not row.entries] == [3, 4, 11, 12]
        assert lines(year_sheet(read, 2025)) == [[]] * 12


def test_the_sheet_of_an_audience_holds_nothing_else(planned):
    with planned.read() as read:
        ids = {
            audience: {entry.id for row in year_sheet(read, 2024, audience=audience).months for entry in row.entries}
            for audience in (None, "public", "jury")
        }
        seen = {row["id"]: row["audience"] for row in read.all(Event)}
    assert {seen[id] for id in ids["public"]} == {"public"}
    assert {seen[id] for id in ids["jury"]} == {"public", "jury"}
    assert [len(ids[audience]) for audience in ("public", "jury", None)] == [8, 11, 15]


def test_days_stand_before_vaguer_dates_whatever_their_planned_place(planned):
    with planned.work("A day in June") as work:
        work.add(Event, {"title": "Workshop", "date": when("20 June"), "rank": 90})
    with planned.read() as read:
        rows = lines(year_sheet(read, 2024))
    assert rows[5][:2] == ["20 June: Workshop", "Open public vote IOPD Award"]


def test_events_of_no_plan_or_over_new_year_or_with_a_time_alone(planned):
    with planned.work("More") as work:
        work.add(Event, {"title": {"es": "Taller"}, "date": when("15 December 2023 - 10 January 2024")})
        work.add(Event, {"title": "Call", "moment": {"at": "2024-03-05T12:00", "zone": "Europe/Madrid"}})
        work.add(Event, {"title": "Someday"})
        work.add(Event, {"title": "Planned some day", "plan": PLAN})
    with planned.read() as read:
        rows = lines(year_sheet(read, 2024))
        of_plan = year_sheet(read, 2024, plan=PLAN)
        before = lines(year_sheet(read, 2023))
    assert rows[0][0] == "15 December 2023 - 10 January 2024: Taller"
    assert rows[2] == ["5 Mar 2024, 12:00 Europe/Madrid: Call"]
    assert before[11] == rows[0][:1]
    assert (len(rows), lines(of_plan)[2]) == (12, [])
    assert of_plan.months[-1].month == 0
    assert lines(of_plan)[-1] == ["Planned some day"]
