"""The year's sheet puts each event in its month and words it as the work plan does."""

import pytest

from iopd_desktop.actions.year_sheet import calendar_rows, printed
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


def test_an_event_that_moves_is_printed_with_its_new_date_in_its_new_month(planned):
    with planned.work("Later") as work:
        work.edit(Event, event("award-deadline"), {"date": when("3 June")})
        work.edit(Event, event("democracy-day"), {"line": "Democracy Day, to be seen"})
    with planned.read() as read:
        rows = calendar_rows(read, 2024)
    assert rows[4].lines[0] == "15-18 May: Global Forum on Modern Direct Democracy, Bucharest"
    assert rows[5].lines[0] == "3 June: Deadline for nominations for the OIDP Award"
    assert rows[8].lines == ["Democracy Day, to be seen"]


def test_what_a_row_says_of_an_event(planned):
    with planned.read() as read:
        vague = next(e for row in calendar_rows(read, 2024) for e in row.entries if e.id == event("alda-assembly"))
    assert (vague.type, vague.place, vague.edtf, vague.certainty, vague.audience) == (
        "partner", "Barcelona", "[2024-05..2024-06]", "approximate", "public",
    )  # fmt: skip
    assert (vague.earliest, vague.latest) == ("2024-05-01", "2024-06-30")


def test_months_without_entries_are_there_all_the_same(planned):
    with planned.read() as read:
        rows = calendar_rows(read, 2024)
        assert [row.month for row in rows if not row.entries] == [3, 4, 11, 12]
        assert [row.lines for row in calendar_rows(read, 2025)] == [[]] * 12


def test_the_sheet_of_an_audience_holds_nothing_else(planned):
    with planned.read() as read:
        public = calendar_rows(read, 2024, audiences=("public",))
        jury = calendar_rows(read, 2024, audiences=("public", "jury"))
    assert {entry.audience for row in public for entry in row.entries} == {"public"}
    assert sum(len(row.entries) for row in public) == 8
    assert sum(len(row.entries) for row in jury) == 11


def test_events_of_no_plan_or_over_new_year_or_with_a_time_alone(planned):
    with planned.work("More") as work:
        work.add(Event, {"title": {"es": "Taller"}, "date": when("15 December 2023 - 10 January 2024")})
        work.add(Event, {"title": "Call", "moment": {"at": "2024-03-05T12:00", "zone": "Europe/Madrid"}})
        work.add(Event, {"title": "Someday"})
    with planned.read() as read:
        rows = calendar_rows(read, 2024)
        of_plan = calendar_rows(read, 2024, plan=PLAN)
        before = calendar_rows(read, 2023)
    assert rows[0].lines[0] == "15 December 2023 - 10 January 2024: Taller"
    assert rows[2].lines == ["5 Mar 2024, 12:00 Europe/Madrid: Call"]
    assert before[11].lines == rows[0].lines[:1]
    assert [row.lines for row in of_plan][2] == []
    assert not any("Someday" in line for row in rows for line in row.lines)
