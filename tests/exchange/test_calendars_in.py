"""Calendar files as partners send them, and as somebody sends them who means harm."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iopd_desktop import words
from iopd_desktop.exchange import calendar_parts, calendars_in
from iopd_desktop.exchange.limits import Unreadable
from iopd_desktop.exchange.table import Broken

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n"


@pytest.fixture(autouse=True)
def day():
    words.live_on(date(2024, 1, 8))


@pytest.fixture
def read(tmp_path):
    def made(*events, head=HEAD):
        path = tmp_path / "partner.ics"
        body = "".join(f"BEGIN:VEVENT\r\n{event.strip()}\r\nEND:VEVENT\r\n".replace("\n", "\r\n").replace("\r\r", "\r")
                       for event in events)  # fmt: skip
        path.write_bytes(f"{head}{body}END:VCALENDAR\r\n".encode())
        table = calendars_in.read(path)
        told = (zip(table.headings, cells, strict=True) for _line, cells in table.rows)
        rows = [{name: cell for name, cell in cells if cell} for cells in told]
        return rows, table.remarks

    return made


def one(read, event):
    (row,), _remarks = read(event)
    return row


@pytest.mark.parametrize(
    ("times", "edtf", "moment"),
    [
        ("DTSTART;VALUE=DATE:20240515", "2024-05-15", None),
        ("DTSTART;VALUE=DATE:20240515\nDTEND;VALUE=DATE:20240519", "2024-05-15/2024-05-18", None),
        ("DTSTART:20240515T120000Z\nDTEND:20240515T140000Z", "2024-05-15", "2024-05-15 12:00 UTC"),
        ("DTSTART;TZID=Europe/Madrid:20240515T200000\nDURATION:PT2H", "2024-05-15", "2024-05-15 20:00 Europe/Madrid"),
        ("DTSTART;TZID=W. Europe Standard Time:20240515T200000", "2024-05-15", "2024-05-15 20:00 Europe/Berlin"),
        ("DTSTART:20240515T090000\nDTEND:20240517T000000", "2024-05-15/2024-05-16", "2024-05-15 09:00 UTC"),
        ("DTSTART;VALUE=DATE:20240515\nDURATION:P3D", "2024-05-15/2024-05-17", None),
        ("DTSTART;VALUE=DATE:20240515\nSTATUS:TENTATIVE", "2024-05-15?", None),
        ("DTSTART;VALUE=DATE:20240515\nDTEND;VALUE=DATE:20240101", "2024-05-15", None),
    ],
)
def test_days_times_and_zones(read, times, edtf, moment):
    row = one(read, f"UID:a@example.org\nSUMMARY:Forum\n{times}")
    assert (row["uid"], row["title"], row["date/edtf"], row.get("moment")) == ("a@example.org", "Forum", edtf, moment)


def test_texts_are_unescaped_and_told_in_their_language(read):
    row = one(read, "UID:a\nSUMMARY;LANGUAGE=fr-FR:Rencontres\\, les 8es\nDTSTART;VALUE=DATE:20240601\n"
                    "LOCATION:Grenoble\\; centre\nURL:https://example.org/a\nDESCRIPTION:Une ligne\\nune autre\n"
                    "STATUS:CANCELLED")  # fmt: skip
    assert row["title/fr"] == "Rencontres, les 8es"
    assert (row["place"], row["link"]) == ("Grenoble; centre", "https://example.org/a")
    assert (row["notes"], row["state"]) == ("Une ligne\nune autre", "cancelled")


def test_an_entry_repeats_within_bounds_without_what_was_dropped_and_with_what_was_changed(read):
    rows, remarks = read(
        "UID:m\nSUMMARY:Board\nDTSTART;TZID=Europe/Paris:20240103T100000\nRRULE:FREQ=MONTHLY;COUNT=4\n"
        "EXDATE;TZID=Europe/Paris:20240203T100000",
        "UID:m\nRECURRENCE-ID;TZID=Europe/Paris:20240303T100000\nSUMMARY:Board, moved\n"
        "DTSTART;TZID=Europe/Paris:20240305T150000",
    )
    assert [(row["uid"], row["title"], row["moment"]) for row in rows] == [
        ("m/2024-01-03", "Board", "2024-01-03 10:00 Europe/Paris"),
        ("m/2024-03-03", "Board, moved", "2024-03-05 15:00 Europe/Paris"),
        ("m/2024-04-03", "Board", "2024-04-03 10:00 Europe/Paris"),
    ]
    assert remarks == []


def test_what_repeats_for_ever_is_cut_and_what_is_not_read_is_taken_once(read):
    rows, remarks = read(
        "UID:d\nSUMMARY:Daily\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY",
        "UID:s\nSUMMARY:Bomb\nDTSTART:20240101T000000Z\nRRULE:FREQ=SECONDLY;COUNT=1000000000",
    )
    daily = [row for row in rows if row["title"] == "Daily"]
    assert (len(daily), daily[0]["date/edtf"]) == (calendars_in.MOST_DAYS, "2024-01-01")
    assert [row["date/edtf"] for row in rows if row["title"] == "Bomb"] == ["2024-01-01"]
    assert "60 days are taken" in remarks[0]
    assert "“Bomb” repeats in a way that is not read" in remarks[1]


def test_many_rules_that_find_nothing_share_one_measure(read):
    bombs = [f"UID:b{n}\nSUMMARY:B{n}\nDTSTART;VALUE=DATE:19000101\nRRULE:FREQ=DAILY;COUNT=9;BYMONTH=2;BYMONTHDAY=30"
             for n in range(40)]  # fmt: skip
    rows, remarks = read(*bombs)
    assert any("too often" in remark for remark in remarks)
    assert len(rows) <= len(bombs)


@pytest.mark.parametrize(
    "content",
    [b"", b"BEGIN:VCARD\r\nEND:VCARD\r\n", b"PK\x03\x04", HEAD.encode() + b"END:VCALENDAR\r\n",
     HEAD.encode() + b"BEGIN:VEVENT\r\nSUMMARY", b"BEGIN:VCALENDAR\r\n\xff\xfe\x00", b"BEGIN:VCALENDAR"],
)  # fmt: skip
def test_what_is_no_calendar_is_refused_with_its_name(tmp_path, content):
    path = tmp_path / "partner.ics"
    path.write_bytes(content)
    with pytest.raises(Broken, match=r"partner\.ics"):
        calendars_in.read(path)


def test_too_much_of_it_is_refused(tmp_path):
    path = tmp_path / "large.ics"
    path.write_bytes(HEAD.encode() + b"X-A:" + b"a" * calendars_in.LARGEST)
    with pytest.raises(Broken, match="5 MB"):
        calendars_in.read(path)
    path.write_bytes(HEAD.encode() + b"BEGIN:VEVENT\r\n" * (calendar_parts.MOST_COMPONENTS + 1))
    with pytest.raises(Broken, match="more entries"):
        calendars_in.read(path)


@settings(max_examples=60)
@given(st.lists(st.sampled_from([
    "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "UID:a", "SUMMARY:x", "DTSTART:20240515",
    "DTSTART;VALUE=DATE:20240515", "DTSTART;TZID=Nowhere/None:20240515T120000", "DTSTART:99999999", "DTEND:1",
    "DURATION:P1X", "RRULE:FREQ=", "RRULE:FREQ=DAILY;COUNT=x", "EXDATE:x", "RECURRENCE-ID:x", "RDATE:20240516",
    " continued", "X-IOPD-EDTF:[", ":", "\x00", "A" * 300,
]), max_size=30))  # fmt: skip
def test_no_order_of_lines_breaks_the_reading(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("ics") / "x.ics"
    path.write_bytes("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]).encode())
    with suppress(Unreadable):
        assert all(piece.startswith(b"{") for piece in calendar_parts.pieces(str(path)))
