"""Dealing out readings: a cheapest flow from what is to be read to those who read, by whole numbers alone.

Readings are dealt one after the other along the cheapest path (successive shortest paths). A path goes from
reader to reader, each handing one reading on to the next, so that the graph searched has only the readers as
its nodes: the time grows with the readings, and with the square of the readers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Costs = Mapping[tuple[int, int], int]
_ENTRY = -1


@dataclass(frozen=True)
class Deal:
    """Who reads what: `readers` of each entry in rising order, and how many each entry `lacks`."""

    readers: tuple[tuple[int, ...], ...]
    lacks: tuple[int, ...]


def deal(needs: Sequence[int], most: Sequence[int], costs: Costs, extra: int, given: Sequence[int] = ()) -> Deal:
    """Deal entries to readers as cheaply as possible; entries that want the most readers get their first ones first.

    `needs` says how many readers each entry wants, `most` how many entries a reader takes at most, `costs` what a
    pair (entry, reader) costs: a pair that is not there is not allowed. `given` are readings that a reader has
    already. The n-th reading of a reader costs `extra` times n on top, which makes loads even. Where not every
    entry finds its readers, as many as possible do, the earlier entries first.
    """
    flow = _Flow(most, costs, extra, given or [0] * len(most), len(needs))
    lacks = list(needs)
    for wanted in range(max(needs, default=0), 0, -1):
        for entry, lack in enumerate(lacks):
            # An entry that found no reader once finds none later either: what it reaches is full for good.
            if lack == wanted and flow.give(entry):
                lacks[entry] -= 1
    return Deal(tuple(tuple(sorted(held)) for held in flow.held), tuple(lacks))


class _Flow:
    """The readings dealt so far, and for each pair of readers the cheapest reading to hand from one to the other."""

    def __init__(self, most: Sequence[int], costs: Costs, extra: int, given: Sequence[int], entries: int) -> None:
        self._most, self._extra = most, extra
        self._load = list(given)
        self._costs: list[dict[int, int]] = [{} for _entry in range(entries)]
        for (entry, reader), cost in costs.items():
            self._costs[entry][reader] = cost
        self.held: list[set[int]] = [set() for _entry in range(entries)]
        self._read: list[set[int]] = [set() for _reader in most]
        # [from][to] -> (what handing on costs, the entry that is handed on)
        self._hand: list[dict[int, tuple[int, int]]] = [{} for _reader in most]

    def give(self, entry: int) -> bool:
        """Deal one more reading of an entry along the cheapest path; False where there is none."""
        far, before = self._distances(entry)
        ends = [(cost + self._extra * self._load[reader], reader)
                for reader, cost in far.items() if self._load[reader] < self._most[reader]]  # fmt: skip
        if not ends:
            return False
        reader = min(ends)[1]
        self._load[reader] += 1
        changed = {reader} | self.held[entry]
        while (source := before[reader]) != _ENTRY:
            moved = self._hand[source][reader][1]
            changed |= self.held[moved]
            self.held[moved].remove(source)
            self._take(moved, reader)
            self._read[source].remove(moved)
            reader = source
        self._take(entry, reader)
        for one in changed | {reader}:
            self._look_again(one)
        return True

    def _distances(self, entry: int) -> tuple[dict[int, int], dict[int, int]]:
        """The cheapest cost of a path from an entry to each reader, and the reader before it on that path."""
        far = {reader: cost for reader, cost in self._costs[entry].items() if reader not in self.held[entry]}
        before = dict.fromkeys(far, _ENTRY)
        waiting = sorted(far)
        while waiting:
            nearer: set[int] = set()
            for source in waiting:
                start = far[source]
                for target, (cost, _entry) in self._hand[source].items():
                    if target not in far or start + cost < far[target]:
                        far[target], before[target] = start + cost, source
                        nearer.add(target)
            waiting = sorted(nearer)
        return far, before

    def _take(self, entry: int, reader: int) -> None:
        self.held[entry].add(reader)
        self._read[reader].add(entry)

    def _look_again(self, source: int) -> None:
        """What this reader can hand on, and to whom at what cost."""
        best: dict[int, tuple[int, int]] = {}
        for entry in sorted(self._read[source]):
            costs, held = self._costs[entry], self.held[entry]
            mine = costs[source]
            for target, cost in costs.items():
                if target not in held and (target not in best or cost - mine < best[target][0]):
                    best[target] = (cost - mine, entry)
        self._hand[source] = best
