"""A member's region is that of its country, unless staff said otherwise."""

import pytest

from iopd_desktop.views.members.states import membership_chips


@pytest.mark.parametrize(
    ("values", "region"),
    [({"country": "PT"}, "Europe"), ({"country": "TN"}, "Africa"), ({"country": "PT", "section": "africa"}, "Africa"),
     ({"section": "eurasia"}, "Eurasia")],
)  # fmt: skip
def test_the_region_follows_the_country_until_it_is_overruled(values, region):
    chips = membership_chips({"stage": "active", "membership": "associate", **values})
    assert [words for words, _tone, _icon in chips] == ["Active", "Associate member", region]


def test_without_country_and_region_nothing_is_claimed():
    assert len(membership_chips({"stage": "active", "membership": "associate"})) == 2
