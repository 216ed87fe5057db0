"""Points are kept within the scale, for those who read and may judge, twice where wanted, and taken back."""


import pytest

from iopd_desktop.actions import assigning, edition_list, edition_reads, score_reads, scoring
from iopd_desktop.models.awards import Assignment, Conflict, Edition, Nomination, Score
from iopd_desktop.models.refusal import BadValue, Refused
from tests.actions import juries


@pytest.fixture
def jury(store):
    """An edition with two criteria (the first counts three times), four nominations and two jurors who read all."""
    with store.work("Set up") as work:
        edition, criteria, nominations, jurors = juries.whole(work, 4, 2, (3, 1))
        assigning.deal_out(work, edition, readers=2)
    return edition, criteria, nominations, jurors


def table(store, edition, **more):
    with store.read() as read:
        return score_reads.score_table(read, edition, **more)


def test_points_are_kept_changed_and_taken_back(store, jury):
    edition, (first, second), nominations, jurors = jury
    at = nominations[0], jurors[0]
    with store.work("Score") as work:
        scoring.enter_sheet(work, *at, {first: 8, second: 4}, comment="Clear and bold ")
    made = table(store, edition)
    assert (made.tally.cell(*at).state, made.tally.cell(*at).value) == ("scored", 7)
    assert (made.tally.progress(jurors[0]), made.tally.total()) == ((1, 4), (1, 8))
    with store.read() as read:
        assert score_reads.justification(read, *at) == "Clear and bold"
    with store.work("Score") as work:
        scoring.enter_score(work, *at, first, 10)
        scoring.enter_score(work, *at, second, None)
        score_reads.refresh_cell(work, made, *at)
        assert work.count(Score) == 1
    assert (made.tally.cell(*at).state, made.tally.cell(*at).value) == ("begun", 10)
    store.undo()
    assert table(store, edition).tally.cell(*at).value == 7


def test_points_outside_the_scale_are_refused_with_the_scale_in_the_sentence(store, jury):
    _edition, (first, _second), nominations, jurors = jury
    for points in (0, 11):
        with (
            pytest.raises(BadValue, match=f"from 1 to 10: {points} is not on it"),
            store.work("Score") as work,
        ):
            scoring.enter_score(work, nominations[0], jurors[0], first, points)
    with store.read() as read:
        assert read.count(Score) == 0


def test_who_declared_a_conflict_or_does_not_read_it_gives_no_points(store, jury):
    edition, (first, _second), nominations, jurors = jury
    with store.work("Declare") as work:
        said = scoring.conflict_today(work, nominations[0], jurors[0], "Cousin of the mayor")
        assert said == "Nobody else in this jury may read it"
        assigning.unassign(work, nominations[1], jurors[0])
        with pytest.raises(Refused, match="Juror A Example declared a conflict of interest with Example practice 1"):
            scoring.enter_score(work, nominations[0], jurors[0], first, 5)
        with pytest.raises(Refused, match="does not read Example practice 2: assign it first"):
            scoring.enter_score(work, nominations[1], jurors[0], first, 5)
    made = table(store, edition)
    assert made.tally.cell(nominations[0], jurors[0]).state == "conflict"
    assert made.tally.cell(nominations[1], jurors[0]).state == "none"


def test_a_second_entry_is_kept_beside_the_first_until_both_agree(store, jury):
    edition, (first, second), nominations, jurors = jury
    at = nominations[0], jurors[0]
    with store.work("Score") as work:
        scoring.enter_sheet(work, *at, {first: 8, second: 4})
        scoring.enter_sheet(work, *at, {first: 8, second: 5}, entry=scoring.SECOND)
    cell = table(store, edition).tally.cell(*at)
    assert (cell.state, cell.differing, cell.value) == ("differs", {second}, 7)
    with store.work("Settle") as work:
        scoring.agree(work, *at, second, 5)
    cell = table(store, edition).tally.cell(*at)
    assert (cell.state, cell.first[second], cell.second[second]) == ("scored", 5, 5)


def test_an_abstention_is_awaited_no_more(store, jury):
    edition, _criteria, nominations, jurors = jury
    with store.work("Abstain") as work:
        scoring.abstain(work, nominations[0], jurors[0])
        assert work.count(Assignment, {"abstained": True}) == 1
    assert table(store, edition).tally.progress(jurors[0]) == (0, 3)


def test_a_table_shows_one_category_with_its_own_ranks_and_the_cut_of_the_edition(store, jury):
    edition, (first, second), nominations, jurors = jury
    with store.work("Score") as work:
        work.edit(Edition, edition, {"finalists": 2})
        for place, nomination in enumerate(nominations):
            scoring.enter_sheet(work, nomination, jurors[0], {first: 9 - place, second: 5})
    whole = table(store, edition)
    assert whole.cut == 2
    assert [whole.tally.standings[one].rank for one in nominations] == [1, 2, 3, 4]
    assert [line.number for line in whole.lines] == ["90-001", "90-002", "90-003", "90-004"]
    assert [(column.name, column.short) for column in whole.columns] == [("Juror A Example", "JE"),
                                                                        ("Juror B Example", "JE2")]  # fmt: skip
    assert table(store, edition, category="none").lines == ()


def test_an_edition_at_a_glance_counts_what_there_is(store, jury):
    edition, (first, second), nominations, jurors = jury
    with store.work("Score") as work:
        scoring.enter_sheet(work, nominations[0], jurors[0], {first: 8, second: 4})
        work.edit(Nomination, nominations[0], {"country": "PT"})
        work.edit(Nomination, nominations[1], {"status": "withdrawn"})
        work.add(Conflict, {"nomination": nominations[2], "juror": jurors[1], "reason": "Friend"})
        seen = edition_reads.picture(work, edition)
        assert edition_list.editions(work) == [(edition, "90th Example Award")]
    assert (seen.nominations, seen.jurors, seen.conflicts) == (3, 2, 1)
    assert [(one.name, one.count) for one in seen.countries] == [("Portugal", 1), ("not said", 2)]
    assert [(one.name, one.count, one.code) for one in seen.languages] == [("English", 3, "en")]
    assert [seen.sheets(phase) for phase in ("jury1", "jury2")] == [(1, 5), (0, 0)]


def test_a_large_jury_is_read_whole(store):
    with store.work("Set up") as work:
        edition, criteria, nominations, jurors = juries.whole(work, 120, 20, (1,) * 6)
        assigning.deal_out(work, edition, readers=5)
        work.add_many(Score, [
            {"nomination": row["nomination"], "juror": row["juror"], "criterion": criterion, "points": 5}
            for row in work.all(Assignment) for criterion in criteria
        ])  # fmt: skip
    made = table(store, edition)
    assert made.tally.total() == (600, 600)
    assert made.tally.standings[nominations[0]].worst == 1
    assert made.tally.progress(jurors[0]) == (30, 30)
