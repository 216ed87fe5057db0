"""The convocation: whoever holds a seat is called in their language, to a date as sure as it is, with the quorum."""

import pytest

from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organ, Organisation, Person, Seat
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.registrations import Session
from iopd_desktop.reports import convocation, make
from tests.reports import seen

MEETING = {
    "title": {"en": "First meeting", "fr": "Première réunion"}, "type": "organ", "date": {"edtf": "2024-06-11"},
    "moment": {"at": "2024-06-11 10:00", "zone": "Europe/Madrid"}, "place": "Barcelona", "agenda": "The minutes",
}  # fmt: skip


@pytest.fixture
def organ(store):
    """An organ of four seats: one held by a person, one by a body, one that ended, one that begins later."""
    with store.work("Organ") as work:
        id = work.add(Organ, {"name": {"en": "Committee", "fr": "Comité"}, "quorum": 2})
        riba = work.add(Organisation, {"name": "Riba Alta", "country": "BR", "languages": ["es"]})
        ada = work.add(Person, {"given_name": "Ada", "family_name": "Example", "language": "fr", "country": "PT",
                                "salutation": "Chère Ada,"})  # fmt: skip
        work.add(Seat, {"organ": id, "person": ada, "role": "Chair"})
        work.add(Seat, {"organ": id, "organisation": riba})
        for name, more in (("Gone", {"ends": {"edtf": "2023"}}), ("Later", {"begins": {"edtf": "2025"}})):
            body = work.add(Organisation, {"name": name})
            work.add(Seat, {"organ": id, "organisation": body, **more})
    return id


@pytest.fixture
def called(store, organ, tmp_path):
    """Makes the paper of a meeting; the words of its pages."""

    def made(each="member", **values):
        with store.work("Meeting") as work:
            event = work.add(Event, {**MEETING, "organ": organ, **values})
            work.add(Session, {"event": event, "title": {"en": "The jury"}, "room": "Room 1"})
        with store.read() as read:
            file = make(convocation.REPORT, read, tmp_path / "c.pdf", "en", event=event, each=each)
        return seen.pages(file.paths[0]), file

    return made


def test_each_member_is_called_in_their_language_with_the_hour_at_their_place(called):
    pages, file = called()
    ada, riba = pages
    told = ("Ada Example", "Comité: Chair", "Chère Ada,", "Première réunion", "Barcelona", "The jury", "2 membres")
    assert [text for text in told if text not in ada] == []
    assert "05:00" in riba
    assert "Brasil" in riba
    assert file.disclosure["count"] == 2
    assert "Gone" not in "".join(pages)
    assert "Later" not in "".join(pages)


def test_one_page_for_each_language_names_everybody(called):
    pages, _file = called("language")
    assert len(pages) == 2
    assert all("Ada Example" in page and "Riba Alta" in page for page in pages)


def test_a_date_that_is_not_fixed_says_so(called):
    pages, _file = called("language", date={"edtf": "[2024-06,2024-07]"}, moment=None)
    assert any("pas définitive" in page for page in pages)


def test_what_is_no_meeting_of_an_organ_is_refused(called):
    with pytest.raises(Refused, match="First meeting"):
        called(organ=None)
