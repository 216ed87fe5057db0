"""Means, ranks and what leaving out one juror does to them, counted by hand beside."""

from hypothesis import given
from hypothesis import strategies as st

from iopd_desktop.actions.tally import Tally, ranked

WEIGHTS = {"a": 3.0, "b": 1.0}


def tally(points, weights=None):
    """A tally of {(nomination, juror): (points of a, points of b)}."""
    made = Tally(sorted({key[0] for key in points}), sorted({key[1] for key in points}), weights or WEIGHTS)
    for key, given_points in points.items():
        made.set(key, assigned=True, first=dict(zip("ab", given_points, strict=False)))
    return made


def test_the_mean_is_weighted_and_counts_whole_sheets_alone():
    made = tally({("n1", "j1"): (8, 4), ("n1", "j2"): (6, 6), ("n1", "j3"): (10,)})
    assert made.cell("n1", "j1").value == 7
    assert (made.cell("n1", "j3").state, made.cell("n1", "j3").value) == ("begun", 10)
    standing = made.standings["n1"]
    assert (standing.mean, standing.n, standing.rank) == (6.5, 2, 1)


def test_criteria_without_any_weight_count_alike():
    assert tally({("n1", "j1"): (8, 4)}, {"a": 0, "b": 0}).cell("n1", "j1").value == 6


def test_ties_share_a_rank_and_the_next_one_is_left_free():
    assert ranked({"x": 5.0, "y": 7.0, "z": 5.0, "w": 1.0}) == {"y": 1, "x": 2, "z": 2, "w": 4}
    assert ranked({"x": 0.1 + 0.2, "y": 0.3}) == {"x": 1, "y": 1}


def test_a_juror_who_decides_is_seen_in_the_ranks_between_which_a_nomination_falls():
    made = tally({
        ("n1", "j1"): (9, 9), ("n1", "j2"): (5, 5), ("n2", "j1"): (6, 6), ("n2", "j2"): (7, 7),
        ("n3", "j1"): (1, 1), ("n3", "j2"): (1, 1),
    })  # fmt: skip
    ranks = {one: (s.rank, s.best, s.worst) for one, s in made.standings.items()}
    assert ranks == {"n1": (1, 1, 2), "n2": (2, 1, 2), "n3": (3, 3, 3)}
    assert [made.standings[one].falls(1) for one in ("n1", "n2", "n3")] == ["cut", "cut", "out"]
    assert made.standings["n1"].falls(2) == "in"


def test_conflicts_and_abstentions_count_nowhere_and_are_not_awaited():
    made = tally({("n1", "j1"): (8, 8), ("n1", "j2"): (), ("n2", "j1"): (), ("n2", "j2"): ()})
    made.set(("n1", "j1"), assigned=False, barred="conflict", first={"a": 8, "b": 8})
    made.set(("n2", "j2"), assigned=True, barred="abstained")
    assert made.standings["n1"].n == 0
    assert (made.progress("j1"), made.progress("j2")) == ((0, 1), (0, 1))
    assert made.total() == (0, 2)


def test_two_entries_that_differ_are_named_by_criterion_and_still_count_as_entered():
    made = tally({("n1", "j1"): (8, 8)})
    made.set(("n1", "j1"), assigned=True, first={"a": 8, "b": 8}, second={"a": 8, "b": 7})
    assert made.cell("n1", "j1").state == "differs"
    assert made.cell("n1", "j1").differing == {"b"}
    assert made.differing() == [("n1", "j1")]
    assert made.waiting() == []
    made.set(("n1", "j1"), assigned=True, first={"a": 8, "b": 8}, second={"a": 8, "b": 8})
    assert made.cell("n1", "j1").state == "scored"


def test_who_has_done_least_is_waited_for_first():
    points = {(f"n{n}", juror): () for n in range(4) for juror in ("j1", "j2", "j3")}
    points |= {("n0", "j1"): (1, 1), ("n0", "j2"): (1, 1), ("n1", "j2"): (1, 1)}
    points |= {(f"n{n}", "j3"): (1, 1) for n in range(4)}
    assert tally(points).waiting() == ["j1", "j2"]


@given(st.dictionaries(st.tuples(st.sampled_from("wxyz"), st.sampled_from("ABC")), st.integers(0, 10), min_size=1))
def test_a_rank_lies_between_its_best_and_its_worst(points):
    made = tally({key: (value, value) for key, value in points.items()})
    for standing in made.standings.values():
        assert standing.best <= standing.rank <= standing.worst
    means = [s.mean for s in sorted(made.standings.values(), key=lambda s: s.rank)]
    assert means == sorted(means, reverse=True)
