"""A moment: a day, a time and a zone, with an hour wherever it is read."""

import pytest

from iopd_desktop.models.kinds.times import Moment
from iopd_desktop.models.refusal import BadValue


@pytest.mark.parametrize(
    "text",
    ["0001-01-01 00:00 Asia/Tokyo", "9999-12-31 23:59 America/Lima", "9999-12-31 12:00 UTC", "2023-02-29 10:00 UTC",
     "2024-05-15 12:00 ../../etc", "2024-05-15 24:00 UTC", "noon"],
)  # fmt: skip
def test_what_has_no_hour_somewhere_is_no_moment(text):
    with pytest.raises(BadValue, match="a day, a time and a zone"):
        Moment("When").parse(text)


@pytest.mark.parametrize("text", ["2024-02-29 23:59 Pacific/Kiritimati", "0002-01-01 00:00 Asia/Tokyo"])
def test_a_moment_is_sorted_by_utc(text):
    kind = Moment("When")
    assert kind.derive(kind.parse(text))[0] < kind.derive(kind.parse("2024-03-01 00:00 UTC"))[0]
