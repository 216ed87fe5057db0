"""Two pieces of work timed in turns, so that a busy machine slows both alike."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Deed = Callable[[], object]


@dataclass(frozen=True)
class Measured:
    """The medians of our work and of its bare twin, in milliseconds, beside the ratios that were set."""

    work: str
    rows: int
    ours: float
    bare: float
    at_most: float
    aim: float

    @property
    def ratio(self) -> float:
        return self.ours / self.bare


def repeated(deed: Deed, rounds: int) -> float:
    """The median milliseconds of a deed, its first time unmeasured."""
    deed()
    return statistics.median(_timed(deed) for _round in range(rounds))


def _timed(deed: Deed) -> float:
    begun = time.perf_counter()
    deed()
    return (time.perf_counter() - begun) * 1000


def measured(work: str, rows: int, ours: Deed, bare: Deed, goals: tuple[float, float], rounds: int = 7) -> Measured:
    """Do both in turns, the first round unmeasured, and take the medians; `goals` are the ratio at most and the aim."""
    ours(), bare()
    times: tuple[list[float], list[float]] = ([], [])
    for _round in range(rounds):
        for deed, kept in zip((ours, bare), times, strict=True):
            kept.append(_timed(deed))
    return Measured(work, rows, statistics.median(times[0]), statistics.median(times[1]), *goals)
