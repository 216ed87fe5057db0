"""The order of an edition: ties, the number of readings, who does not count, and what leaving one juror out changes."""

import pytest

from iopd_desktop.actions.ranking import ranking
from iopd_desktop.models.awards import Assignment, Conflict, Score
from iopd_desktop.models.refusal import Refused
from tests.actions import juries

POINTS = {0: (8, 6, None), 1: (9, 9, 9), 2: (7, 7, None), 3: (None, None, None), 4: (2, None, 10)}


@pytest.fixture
def scored(store):
    """Five nominations and three jurors; the first and the third nomination come to the same mean."""
    with store.work("Set up") as work:
        of, criteria, nominations, jurors = juries.whole(work, 5, 3, weights=(3, 1))
        for place, points in POINTS.items():
            for juror, given in zip(jurors, points, strict=True):
                work.add(Assignment, {"nomination": nominations[place], "juror": juror})
                for criterion in criteria if given else ():
                    work.add(Score, {"nomination": nominations[place], "juror": juror, "criterion": criterion,
                                     "points": given})  # fmt: skip
        work.add(Conflict, {"nomination": nominations[4], "juror": jurors[2], "reason": "Own city"})
    return of, nominations, jurors


def told(store, phase="jury1"):
    with store.read() as read:
        return ranking(read, 90, phase)


def test_places_follow_the_means_ties_are_shared_and_the_unread_stand_last(store, scored):
    found = told(store)
    order = [(one.line.number, one.standing.rank, one.tied, len(one.values), one.asked) for one in found.places]
    assert order == [
        ("90-002", 1, False, 3, 3), ("90-001", 2, True, 2, 3), ("90-003", 2, True, 2, 3),
        ("90-005", 4, False, 1, 2), ("90-004", None, False, 0, 3),
    ]  # fmt: skip
    assert (found.ranked, found.shared) == (4, 1)
    assert found.sheets == (8, 14)


def test_a_juror_with_a_conflict_does_not_count(store, scored):
    last = next(one for one in told(store).places if one.line.number == "90-005")
    assert last.values == (2,)
    assert last.standing.mean == 2


def test_weights_are_told_in_per_cent_and_agreement_is_that_of_the_sheets(store, scored):
    found = told(store)
    assert [share for _name, share in found.shares] == [75, 25]
    assert 0 < found.agreement < 1


def test_a_jury_without_anything_is_empty_and_an_unknown_edition_refused(store, scored):
    found = told(store, "jury2")
    assert (found.places, found.sheets, found.agreement) == ((), (0, 0), None)
    with store.read() as read, pytest.raises(Refused, match="4"):
        ranking(read, 4)
