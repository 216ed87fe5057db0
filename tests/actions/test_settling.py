"""The calendar's open questions: clashes, open dates, and the deeds that settle them."""

from datetime import date

import pytest

from iopd_desktop.actions import planning
from iopd_desktop.actions.happenings import happenings, years_with_entries
from iopd_desktop.actions.settling import confirm, possibilities, settle_on, to_settle
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.refusal import Refused

NEW_YEAR = date(2024, 1, 1)


@pytest.fixture
def planned(store):
    with store.work("Plan", act="origin") as work:
        planning.seed_plan(work)
    return store


def read(store, year=2024):
    with store.read() as reader:
        return happenings(reader, year)


def called(store, words):
    return next(one for one in read(store) if words in one.title)


def test_the_plan_of_2024_has_its_entries_in_order_and_in_lanes(planned):
    found = read(planned)
    assert len(found) == 15
    assert [one.when.order for one in found] == sorted(one.when.order for one in found)
    assert {one.lane for one in found} == {"award", "own", "organ", "uclg", "partner"}
    assert called(planned, "Deadline").lane == "award"
    assert called(planned, "Valongo").lane == "own"
    with planned.read() as reader:
        assert years_with_entries(reader) == [2024]
    assert read(planned, 2025) == []


def test_an_entry_without_a_date_stands_last_and_one_with_only_a_time_on_its_day(store):
    with store.work("Two") as work:
        work.add(Event, {"title": {"en": {"text": "Some day", "by": "person"}}})
        moment = {"at": "2024-05-15T12:00", "zone": "UTC"}
        work.add(Event, {"title": {"en": {"text": "Call closes", "by": "person"}}, "type": "deadline",
                         "moment": moment})  # fmt: skip
    first, last = read(store)
    assert (first.title, first.when.edtf, first.label) == ("Call closes", "2024-05-15", "Call closes, 12:00 UTC")
    assert (last.title, last.when) == ("Some day", None)
    assert "no date yet" in last.told()


def test_what_is_open_is_said_with_its_deed_and_what_presses_first(planned):
    found = to_settle(read(planned), NEW_YEAR)
    assert found[0].urgent
    assert "Deadline" in found[0].sentence
    assert "Global Forum" in found[0].sentence
    assert found[0].note == "clashes on 15 May"
    deeds = {one.deed: one for one in found}
    assert deeds["confirm"].sentence == "“Democracy Day - virtual meeting OIDP” is not confirmed"
    assert deeds["fix"].sentence == "“Coordinating committee meetings” still has 2 possible dates"
    assert any(one.sentence.startswith("4 entries may clash in June") for one in found)


def test_nothing_is_to_settle_once_the_year_has_passed(planned):
    assert to_settle(read(planned), date(2025, 1, 1)) == []


def test_a_passed_fix_it_by_day_presses(planned):
    id = called(planned, "Coordinating").id
    with planned.work("By") as work:
        work.edit(Event, id, {"confirm_by": "2024-01-15"})
    before = next(one for one in to_settle(read(planned), NEW_YEAR) if one.deed == "fix")
    assert (before.note, before.urgent) == ("fix it by 15 January 2024", False)
    after = next(one for one in to_settle(read(planned), date(2024, 1, 20)) if one.deed == "fix")
    assert (after.note, after.urgent) == ("was to be fixed by 15 January 2024", True)


def test_confirming_takes_the_question_mark_off_and_can_be_undone(planned):
    id = called(planned, "Democracy Day").id
    with planned.work("Confirm") as work:
        confirm(work, id)
    assert called(planned, "Democracy Day").when == FuzzyDate.from_edtf("2024-09-15", "15 September")
    with pytest.raises(Refused), planned.work("Again") as work:
        confirm(work, id)
    planned.undo()
    assert called(planned, "Democracy Day").when.certainty == "uncertain"


def test_one_of_several_is_fixed_on_one_possibility(planned):
    one = called(planned, "Coordinating")
    assert [each.edtf for each in possibilities(one.when)] == ["2024-01", "2024-02"]
    with planned.work("Fix") as work:
        settle_on(work, one.id, "2024-02")
    when = called(planned, "Coordinating").when
    assert (when.edtf, when.wording) == ("2024-02", "February")
    assert possibilities(when) == []
