"""Headings that no list ever had."""

import pytest

from iopd_desktop.actions.headings import column_named
from iopd_desktop.models.members import Organisation


@pytest.mark.parametrize("heading", ["[" * 1_000_000, "(" * 1_000_000, "Name" + " " * 1_000_000 + "x"])
def test_a_heading_as_long_as_a_book_means_nothing_and_is_not_pondered(heading):
    assert column_named(Organisation, heading) is None
