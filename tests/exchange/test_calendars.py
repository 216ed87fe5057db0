"""What other calendars read: sure days as sure, the rest as tentative, and never a day that nobody named."""

import icalendar
import pytest

from iopd_desktop.exchange import calendars
from iopd_desktop.exchange.table import Sheet
from iopd_desktop.models.fuzzy import FuzzyDate
from tests.nasty import SHORT


@pytest.fixture
def read_back(tmp_path):
    def write_and_read(*entries):
        path = tmp_path / "year.ics"
        calendars.write(path, Sheet("The year", [], entries))
        content = path.read_bytes()
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        return icalendar.Calendar.from_ical(content).walk("VEVENT")

    return write_and_read


def entry(edtf, wording="", **more):
    date = FuzzyDate.from_edtf(edtf, wording).plain()
    stamp = {"uid": "0f", "stamp": "20240102T030405Z", "sequence": 3, "summary": "Assembly", "wording": wording}
    return {**stamp, "date": date, **more}


def test_a_sure_day_ends_on_the_day_after(read_back):
    (event,) = read_back(entry("2024-05-15/2024-05-18"))
    assert (str(event.decoded("DTSTART")), str(event.decoded("DTEND"))) == ("2024-05-15", "2024-05-19")
    assert (event["STATUS"], event["TRANSP"], event["SUMMARY"]) == ("CONFIRMED", "OPAQUE", "Assembly")
    assert (event["UID"], event["SEQUENCE"]) == ("0f", 3)


@pytest.mark.parametrize(
    ("edtf", "wording", "first", "after"),
    [
        ("2024-09-15?", "15 September ?", "2024-09-15", "2024-09-16"),
        ("[2024-01,2024-02]", "January or February", "2024-01-01", "2024-03-01"),
        ("2024-06", "June", "2024-06-01", "2024-07-01"),
    ],
)
def test_a_date_that_is_not_sure_is_tentative_and_keeps_its_wording(read_back, edtf, wording, first, after):
    (event,) = read_back(entry(edtf, wording))
    assert (str(event.decoded("DTSTART")), str(event.decoded("DTEND"))) == (first, after)
    assert (event["STATUS"], event["TRANSP"]) == ("TENTATIVE", "TRANSPARENT")
    assert event["SUMMARY"] == f"{wording}: Assembly"
    assert FuzzyDate.from_edtf(str(event["X-IOPD-EDTF"])).edtf == FuzzyDate.from_edtf(edtf).edtf
    assert event["X-IOPD-CERTAINTY"] != "fixed"


def test_days_with_days_between_are_repeated_and_not_bridged(read_back):
    (event,) = read_back(entry("{2024-10-17,2024-10-24}"))
    assert str(event.decoded("DTEND")) == "2024-10-18"
    assert [str(one.dt) for one in event["RDATE"].dts] == ["2024-10-24"]


def test_days_that_follow_each_other_are_one(read_back):
    (event,) = read_back(entry("{2024-10-17,2024-10-18,2024-10-19}"))
    assert str(event.decoded("DTEND")) == "2024-10-20"
    assert "RDATE" not in event


def test_a_time_is_told_in_utc(read_back):
    (event,) = read_back(entry("2024-05-15", utc="2024-05-15T10:00+00:00"))
    assert event.decoded("DTSTART").isoformat() == "2024-05-15T10:00:00+00:00"


@pytest.mark.parametrize("text", SHORT)
def test_no_text_breaks_out_of_its_line(read_back, text):
    (event,) = read_back(entry("2024-05-15", summary=text + "é" * 60, location=text, url="https://example.org/\r\nX:1"))
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in lines if c == "\n" or (c >= " " and c != "\x7f"))
    assert event["SUMMARY"] == kept + "é" * 60
    assert "X" not in event


def test_a_deadline_rings(read_back):
    (event,) = read_back(entry("2024-05-15", alarm=True))
    assert event.walk("VALARM")
