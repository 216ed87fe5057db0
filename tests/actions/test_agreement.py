"""Krippendorff's alpha: the published example, its ends, and that scale and order do not matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iopd_desktop.actions.agreement import alpha

# The four observers and twelve units of Krippendorff's own example; empty where an observer was silent.
EXAMPLE = (
    (1, 1, 1), (2, 2, 3, 2), (3, 3, 3, 3), (3, 3, 3, 3), (2, 2, 2, 2), (1, 2, 3, 4), (4, 4, 4, 4), (1, 1, 2, 1),
    (2, 2, 2, 2), (5, 5, 5), (1, 1), (3,),
)  # fmt: skip
READINGS = st.lists(st.lists(st.integers(0, 10), min_size=2, max_size=5), min_size=2, max_size=8)


def test_the_published_example():
    assert alpha(EXAMPLE) == pytest.approx(0.849, abs=0.0005)


def test_full_agreement_and_less_than_chance():
    assert alpha([(1, 1), (5, 5), (3, 3, 3)]) == pytest.approx(1)
    assert alpha([(1, 5), (5, 1)]) < 0


@pytest.mark.parametrize("nothing", [[], [(3,)], [(3,), (5,)], [(2, 2), (2, 2)]])
def test_nothing_can_be_told(nothing):
    assert alpha(nothing) is None


@given(READINGS, st.integers(1, 9), st.integers(-5, 5))
def test_neither_order_nor_scale_matters(readings, by, more):
    plain = alpha(readings)
    turned = alpha([[value * by + more for value in reversed(values)] for values in reversed(readings)])
    assert (plain is None) == (turned is None)
    if plain is not None:
        assert plain <= 1 + 1e-9
        assert turned == pytest.approx(plain, abs=1e-9)
