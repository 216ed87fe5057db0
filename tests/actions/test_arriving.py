"""When those on a paper came: days and hours as people type them, at the clock of the place."""

from datetime import date, time, timedelta

import pytest

from iopd_desktop.actions.arriving import Beginning, arrival, beginning
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.models.registrations import Session
from iopd_desktop.words import LANGUAGES, day, speaking, today

TOKYO = Beginning(date(2024, 10, 17), time(9, 30), "Asia/Tokyo")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("17 October 2024 09:45", "2024-10-17T00:45:00+00:00"), ("2024-10-17", "2024-10-17T00:30:00+00:00"),
        ("18 October 2024, 8h05", "2024-10-17T23:05:00+00:00"), ("2024-10-18", "2024-10-18T03:00:00+00:00"),
    ],
)  # fmt: skip
def test_a_day_and_an_hour_are_those_of_the_place(text, at):
    assert arrival(text, TOKYO) == at


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_beginning_is_read_as_it_is_shown(language):
    with speaking(language):
        assert arrival(TOKYO.text, TOKYO) == "2024-10-17T00:30:00+00:00"


def test_empty_is_now_and_what_is_to_come_or_no_day_is_refused():
    assert arrival(" ", TOKYO) is None
    for text in (day(today() + timedelta(days=2)), "soon", "2024-10-17 25:00"):
        with pytest.raises(BadValue):
            arrival(text, TOKYO)


def test_a_session_begins_at_its_own_hour_and_an_event_on_its_day(store):
    with store.work("Hall") as work:
        event = work.add(Event, {"title": {"en": "Forum"}, "date": {"edtf": "2024-10-17/2024-10-19"}})
        at = {"at": "2024-10-18T11:00", "zone": "Europe/Lisbon"}
        session = work.add(Session, {"event": event, "title": {"en": "Workshop"}, "begins": at})
        other = work.add(Event, {"title": {"en": "Some time"}})
    with store.read() as read:
        assert beginning(read, event, session) == Beginning(date(2024, 10, 18), time(11), "Europe/Lisbon")
        assert beginning(read, event, None).day == date(2024, 10, 17)
        assert beginning(read, event, None).past
        assert beginning(read, other, None).text == ""
