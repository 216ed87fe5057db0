"""At its pace a jury ends on a day; a nomination that came late is marked, and admitted only with a reason."""

from datetime import UTC, datetime, timedelta

import pytest

from iopd_desktop.actions.assigning import deal_out
from iopd_desktop.actions.entering import change, enter
from iopd_desktop.actions.forecasting import forecast
from iopd_desktop.actions.lateness import lateness
from iopd_desktop.models.awards import Assignment, Nomination, Phase, Score
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import day
from tests.actions import juries

TODAY = datetime.now(UTC).date()


@pytest.fixture
def jury(store):
    """An edition of eight nominations with a reader each, whose first jury ends three days from now."""
    due = TODAY + timedelta(days=3)
    with store.work("Edition") as work:
        edition, criteria, *_rest = juries.whole(work, jurors=2)
        work.add(Phase, {"edition": edition, "name": {"en": "Jury"}, "does": "jury1", "date": {"edtf": f"{due}"}})
        deal_out(work, edition, "jury1", 1)
    return edition, criteria, due


def score(store, criteria, sheets):
    with store.work("Score") as work:
        for row in sorted(work.all(Assignment), key=lambda row: row["juror"])[:sheets]:
            for criterion in criteria:
                told = {name: row[name] for name in ("nomination", "juror")}
                work.put(Score, {**told, "criterion": criterion, "round": 1, "points": 7})


def seen(store, edition, on):
    with store.read() as read:
        return forecast(read, edition, "jury1", on)


def test_nothing_is_foretold_before_the_first_sheet(store, jury):
    edition, _criteria, due = jury
    found = seen(store, edition, TODAY)
    assert (found.done, found.whole, found.ends, found.due, found.told()) == (0, 8, None, due, "")


def test_the_pace_so_far_says_the_day_and_how_much_is_done_when_it_is_due(store, jury):
    edition, criteria, _due = jury
    score(store, criteria, 2)
    quick = seen(store, edition, TODAY)
    assert (quick.pace, quick.ends, quick.late, quick.by_due) == (2.0, TODAY + timedelta(days=3), False, 100)
    slow = seen(store, edition, TODAY + timedelta(days=1))  # the same two sheets after two days
    assert (slow.pace, slow.ends, slow.late, slow.by_due) == (1.0, TODAY + timedelta(days=7), True, 50)
    assert [one.done for one in slow.behind] == [0]  # the other one ends on the very day
    assert "50 %" in slow.told()


def test_a_slow_pace_is_told_in_days_a_sheet_and_nothing_is_foretold_of_a_day_that_is_past(store, jury):
    edition, criteria, due = jury
    score(store, criteria, 1)
    assert "a sheet a day, everything" in seen(store, edition, TODAY).told()
    later = seen(store, edition, due + timedelta(days=6))
    assert (later.late, later.by_due, [one.done for one in later.behind]) == (True, None, [0, 1])
    assert "a sheet every 10 days" in later.told()
    assert f"its last day was {day(due)}." in later.told()


def test_what_is_scored_whole_foretells_nothing(store, jury):
    edition, criteria, _due = jury
    score(store, criteria, 8)
    assert seen(store, edition, TODAY).told() == ""


@pytest.fixture
def call(store):
    """An edition whose call ends some time in May, and a nomination that came in June."""
    with store.work("Call") as work:
        edition = juries.edition(work)
        values = {"edition": edition, "name": {"en": "Call"}, "does": "nominations"}
        work.add(Phase, {**values, "date": {"edtf": "2024-02/2024-05"}})
        return edition, juries.nomination(work, edition, 1, received="2024-06-01")


def test_a_late_nomination_is_admitted_only_with_a_reason(store, call):
    edition, late = call
    with pytest.raises(BadValue, match="31 May 2024"), store.work("Admit") as work:
        change(work, Nomination, late, {"eligibility": "eligible"})
    with store.work("Admit") as work:
        change(work, Nomination, late, {"eligibility": "eligible", "late_reason": "The form was down."})
        enter(work, Nomination, {"edition": edition, "title": {"en": "In time"}, "received": "2024-05-31",
                                 "eligibility": "eligible"})  # fmt: skip
    with store.read() as read:
        found = lateness(read, read.all(Nomination))
    assert list(found) == [late]
    assert found[late].told.endswith("The form was down.")


def test_a_refused_admission_changes_nothing(store, call):
    edition, _late = call
    values = {"edition": edition, "title": {"en": "Late"}, "received": "2024-07-01", "eligibility": "eligible"}
    with pytest.raises(BadValue), store.work("Enter") as work:
        enter(work, Nomination, values)
    with store.read() as read:
        assert read.count(Nomination) == 1
