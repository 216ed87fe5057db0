"""How far readers agree who each read some of the same things."""

from collections.abc import Iterable, Sequence


def alpha(readings: Iterable[Sequence[float]]) -> float | None:
    """Krippendorff's alpha for interval values, from the values that each thing was given by its readers.

    1 is full agreement, 0 what chance would give, below 0 worse than chance. A thing with fewer than two values tells
    nothing and is left out. None where nothing was read twice, or where all values are the same, so that neither
    agreement nor chance can be told. Source: K. Krippendorff, Content Analysis, 3rd ed., 2013, chapter 12: one minus
    the observed disagreement over the expected one, the mean squared difference within things over that of all values.
    """
    paired = [sorted(values) for values in readings if len(values) > 1]
    every = sorted(value for values in paired for value in values)
    if len(every) < 2:
        return None
    expected = _squares(every) / (len(every) - 1)
    if not expected:
        return None
    observed = sum(_squares(values) / (len(values) - 1) for values in paired)
    return 1 - observed / expected


def _squares(values: Sequence[float]) -> float:
    """The sum of the squared differences of all pairs, each taken once, from the distances to their mean."""
    mean = sum(values) / len(values)
    return len(values) * sum((value - mean) ** 2 for value in values)
