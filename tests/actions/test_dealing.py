"""Dealing out is optimal, fair, lawful and the same every time."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from iopd_desktop.actions.dealing import deal

EXTRA = 10


def cost(readers, costs, most, start):
    """What a dealing costs; every reading of a reader costs as many EXTRA as it has before."""
    loads = list(start)
    total = 0
    for entry, held in enumerate(readers):
        for reader in held:
            total += costs[entry, reader] + EXTRA * loads[reader]
            loads[reader] += 1
    assert all(load <= max(limit, given) for load, limit, given in zip(loads, most, start, strict=True))
    return total


def every_dealing(counts, readers, costs, most, start):
    """Every lawful dealing in which each entry has as many readers as counted."""
    sets = [
        [held for held in itertools.combinations(range(readers), count) if all((entry, one) in costs for one in held)]
        for entry, count in enumerate(counts)
    ]
    for held in itertools.product(*sets):
        loads = [start[one] + sum(one in some for some in held) for one in range(readers)]
        if all(load <= max(limit, given) for load, limit, given in zip(loads, most, start, strict=True)):
            yield held


@st.composite
def cases(draw):
    entries, readers = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    pairs = draw(st.sets(st.sampled_from(list(itertools.product(range(entries), range(readers))))))
    costs = {pair: draw(st.integers(0, 60)) for pair in sorted(pairs)}
    needs = draw(st.lists(st.integers(0, 3), min_size=entries, max_size=entries))
    most = draw(st.lists(st.integers(0, 4), min_size=readers, max_size=readers))
    start = draw(st.lists(st.integers(0, 2), min_size=readers, max_size=readers))
    return needs, most, costs, start


@given(cases())
@settings(max_examples=300, deadline=None)
def test_no_other_dealing_is_cheaper_or_larger(case):
    needs, most, costs, start = case
    dealt = deal(needs, most, costs, EXTRA, start)
    counts = [len(held) for held in dealt.readers]
    assert [need - lack for need, lack in zip(needs, dealt.lacks, strict=True)] == counts
    mine = cost(dealt.readers, costs, most, start)
    assert mine == min(cost(held, costs, most, start) for held in every_dealing(counts, len(most), costs, most, start))
    for entry, lack in enumerate(dealt.lacks):
        larger = [count + (place == entry) for place, count in enumerate(counts)]
        assert not lack or next(every_dealing(larger, len(most), costs, most, start), None) is None


@given(cases())
@settings(max_examples=60, deadline=None)
def test_pairs_that_are_not_allowed_are_never_dealt_and_nobody_reads_twice(case):
    needs, most, costs, start = case
    dealt = deal(needs, most, costs, EXTRA, start)
    assert all((entry, one) in costs for entry, held in enumerate(dealt.readers) for one in held)
    assert all(len(set(held)) == len(held) for held in dealt.readers)
    assert dealt == deal(needs, most, dict(reversed(costs.items())), EXTRA, start)


def test_first_readers_come_before_second_ones():
    costs = {(entry, 0): 0 for entry in range(3)} | {(0, 1): 0}
    dealt = deal([2, 2, 2], [3, 3], costs, EXTRA)
    assert dealt.lacks == (0, 1, 1)
    assert deal([2, 2], [2], {(0, 0): 0, (1, 0): 0}, EXTRA).lacks == (1, 1)


def test_a_whole_edition_is_dealt_out_evenly():
    entries, readers = 150, 20
    costs = {(e, r): (e * 7 + r * 13) % 16 for e in range(entries) for r in range(readers) if (e * 3 + r) % 11}
    dealt = deal([3] * entries, [1000] * readers, costs, 10_000)
    loads = [sum(reader in held for held in dealt.readers) for reader in range(readers)]
    assert sum(loads) == 450
    assert max(loads) - min(loads) <= 1
