"""A partner's calendar comes in, is known again by its UID, and goes out and comes back as it was."""

from datetime import date

import pytest

from iopd_desktop import words
from iopd_desktop.actions.exporting import export
from iopd_desktop.actions.importing import import_file
from iopd_desktop.actions.lists import Wanted
from iopd_desktop.exchange.formats import format_named
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.listing import Listing
from iopd_desktop.store.store import Store

FILE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
BEGIN:VEVENT
UID:assembly@example.org
SUMMARY:General Assembly
DTSTART;VALUE=DATE:{day}
LOCATION:{place}
END:VEVENT
BEGIN:VEVENT
UID:call@example.org
SUMMARY:Call closes
DTSTART;TZID=Europe/Brussels:20240901T170000
END:VEVENT
END:VCALENDAR
"""
ICS = format_named("ics")


@pytest.fixture(autouse=True)
def day():
    words.live_on(date(2024, 1, 8))


@pytest.fixture
def partner(tmp_path):
    def written(day="20240612", place="Barcelona"):
        path = tmp_path / "partner.ics"
        path.write_text(FILE.format(day=day, place=place).replace("\n", "\r\n"), encoding="utf-8")
        return path

    return written


def events(store):
    with store.read() as reader:
        return {row["uid"]: row for row in reader.all(Event)}


def counts(verdict):
    return (len(verdict.new), len(verdict.changed), verdict.same, len(verdict.refused))


def test_a_file_is_weighed_brought_in_known_again_and_taken_back(store, partner):
    assert counts(import_file(store, partner(), ICS, Event, dry_run=True)) == (2, 0, 0, 0)
    assert events(store) == {}
    assert counts(import_file(store, partner(), ICS, Event)) == (2, 0, 0, 0)
    first = events(store)["assembly@example.org"]
    assert (first["type"], first["audience"], first["date"]["edtf"]) == ("partner", "internal", "2024-06-12")
    assert events(store)["call@example.org"]["moment"] == {"at": "2024-09-01T17:00", "zone": "Europe/Brussels"}
    with store.work("Ours") as work:
        work.edit(Event, first["id"], {"type": "uclg", "notes": "Ours", "decision": "going"})
    assert counts(import_file(store, partner(), ICS, Event)) == (0, 0, 2, 0)
    assert counts(import_file(store, partner(day="20240619"), ICS, Event)) == (0, 1, 1, 0)
    moved = events(store)["assembly@example.org"]
    assert (moved["id"], moved["date"]["edtf"], moved["notes"], moved["type"]) == (
        first["id"], "2024-06-19", "Ours", "uclg",
    )  # fmt: skip
    store.undo()
    assert events(store)["assembly@example.org"]["date"]["edtf"] == "2024-06-12"


def test_our_own_calendar_comes_back_the_same_and_whole_elsewhere(planned, tmp_path, empty_database):
    with planned.work("Times") as work:
        deadline = next(row["id"] for row in work.all(Event) if row["type"] == "deadline")
        work.edit(Event, deadline, {"moment": {"at": "2024-05-15T12:00", "zone": "Europe/Madrid"}, "notes": "Closed"})
        bureau = next(row["id"] for row in work.all(Event) if "Bureau" in str(row["title"]))
        work.edit(Event, bureau, {"state": "cancelled"})
    path = tmp_path / "ours.ics"
    export(planned, Wanted("", Listing("event"), ()), ICS, path, audience="internal")
    assert counts(import_file(planned, path, ICS, Event)) == (0, 0, 15, 0)
    other = tmp_path / "other.iopd"
    other.write_bytes(empty_database)
    with Store.open(other, author="Other") as there:
        assert counts(import_file(there, path, ICS, Event)) == (15, 0, 0, 0)
        with there.read() as reader, planned.read() as ours:
            for row in ours.all(Event):
                back = reader.get(Event, row["id"])
                for name in ("type", "place", "moment", "audience", "state"):
                    assert back[name] == row[name], name
                assert back["date"]["edtf"] == row["date"]["edtf"]
                assert back["title"]["en"]["text"] == row["title"]["en"]["text"]


def test_a_date_that_cannot_be_read_is_refused_by_its_line_and_kept_as_a_list(store, tmp_path):
    path = tmp_path / "partner.ics"
    path.write_text(FILE.format(day="20241345", place="").replace("\n", "\r\n"), encoding="utf-8")
    verdict = import_file(store, path, ICS, Event, refused_to=tmp_path / "refused.ics")
    assert (counts(verdict), verdict.refused[0].line) == ((1, 0, 0, 1), 4)
    assert set(events(store)) == {"call@example.org"}
    assert "20241345" in (tmp_path / "refused.csv").read_text(encoding="utf-8")


def test_a_calendar_holds_only_entries(store, partner):
    with pytest.raises(Refused, match="ics"):
        import_file(store, partner(), ICS, Organisation)
