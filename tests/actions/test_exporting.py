"""What leaves the program: whole or not at all, and personal values only with a record of it."""

import csv
import json

import icalendar
import pytest

from iopd_desktop.actions.exporting import Why, export
from iopd_desktop.actions.importing import import_file
from iopd_desktop.actions.lists import Wanted
from iopd_desktop.exchange.formats import FORMATS, format_named
from iopd_desktop.models.awards import Category, Edition, Nomination
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.desk import Disclosure
from iopd_desktop.models.members import Consent, Organisation, Person
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.listing import Filter, Listing


@pytest.fixture
def persons(store):
    """Two persons at one organisation; the first consents to the newsletter."""
    with store.work("Persons") as work:
        place = work.add(Organisation, {"name": "Riba Alta", "country": "ES"})
        ada = work.add(Person, {"given_name": "Ada", "family_name": "Example", "organisation": place})
        bo = work.add(Person, {"given_name": "Bo", "family_name": "Example", "organisation": place})
        work.add(Consent, {"person": ada, "purpose": "newsletter", "act": "given", "date": "2024-01-01"})
    return ada, bo


def disclosures(store):
    with store.read() as reader:
        return reader.all(Disclosure)


def wanted(kind, *fields, where=()):
    return Wanted("", Listing(kind, where=tuple(where)), fields)


def test_personal_values_leave_with_purpose_basis_count_and_criteria(store, persons, tmp_path):
    made = export(store, wanted("person"), format_named("csv"), tmp_path / "p.csv", why=Why("Invitation", "Contract"))
    assert (made.count, made.persons, made.left_out) == (2, 2, 0)
    (told,) = disclosures(store)
    assert (told["purpose"], told["basis"], told["count"], told["by"]) == ("Invitation", "Contract", 2, "Ada Example")
    assert json.loads(told["criteria"]) == {"kind": "person"}
    assert "Family name" in told["what"]


def test_a_recorded_disclosure_is_not_taken_back(store, persons, tmp_path):
    export(store, wanted("person"), format_named("csv"), tmp_path / "p.csv")
    assert store.undo().title == "Persons"
    assert len(disclosures(store)) == 1


def test_a_purpose_of_consent_leaves_out_who_did_not_consent(store, persons, tmp_path):
    made = export(store, wanted("person", "family_name", "given_name"), format_named("csv"), tmp_path / "p.csv",
                  why=Why("newsletter"))  # fmt: skip
    assert (made.count, made.left_out) == (1, 1)
    with (tmp_path / "p.csv").open(newline="") as file:
        assert list(csv.reader(file)) == [["id", "family_name", "given_name"], [persons[0], "Example", "Ada"]]
    assert (disclosures(store)[0]["count"], disclosures(store)[0]["left_out"]) == (1, 1)


def test_a_link_that_names_a_person_is_personal_too(store, persons, tmp_path):
    assert export(store, wanted("consent", "person"), format_named("xlsx"), tmp_path / "c.xlsx").personal == ["person"]
    assert len(disclosures(store)) == 1


def test_what_names_nobody_leaves_without_ceremony(store, persons, tmp_path):
    made = export(store, wanted("organisation"), format_named("json"), tmp_path / "o.json")
    assert (made.count, made.personal, disclosures(store)) == (1, [], [])


def test_objects_have_the_shape_that_scripts_rely_on(planned, tmp_path):
    export(planned, wanted("task", where=[Filter("number", "is", "12c")]), format_named("json"), tmp_path / "t.json")
    (task,) = json.loads((tmp_path / "t.json").read_bytes())
    assert task["status"] == "open"
    assert task["text"]["en"].startswith("Receipt")
    assert task["parent"]["title"].startswith("12 ")
    assert set(task["parent"]) == {"id", "title"}


def test_stopping_leaves_no_file_and_no_disclosure(store, persons, tmp_path):
    def stop(done, whole):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(store, wanted("person"), format_named("xlsx"), tmp_path / "p.xlsx", told=stop)
    assert not (tmp_path / "p.xlsx").exists()
    assert [path.name for path in tmp_path.iterdir() if "partial" in path.name] == []
    assert disclosures(store) == []


def test_a_spreadsheet_speaks_the_readers_language(store, tmp_path):
    from iopd_desktop.exchange.xlsx_files import read
    from iopd_desktop.words import speaking

    with store.work("Member") as work:
        work.add(Organisation, {"name": "Riba", "country": "DE", "languages": ["ca", "es"], "metropolis": True})
    with speaking("fr"):
        export(store, wanted("organisation", "country", "metropolis"), format_named("xlsx"), tmp_path / "o.xlsx")
        label = Organisation.fields["country"].label
    table = read(tmp_path / "o.xlsx")
    assert table.headings[1] == label
    assert table.rows[0][1][1:] == ["Allemagne", "oui"]


@pytest.mark.parametrize(("audience", "seen"), [("public", {"P"}), ("jury", {"P", "J"}), ("internal", {"P", "J", "I"})])
def test_a_calendar_shows_an_audience_what_is_for_it(store, tmp_path, audience, seen):
    with store.work("Entries") as work:
        for title, audience_ in (("P", "public"), ("J", "jury"), ("I", "internal")):
            values = {"title": {"en": title}, "audience": audience_, "notes": f"secret {title}"}
            work.add(Event, {**values, "date": {"edtf": "2024-05-15", "wording": ""}})
        work.add(Event, {"title": {"en": "Undated"}, "audience": "public"})
    made = export(store, wanted("event"), format_named("ics"), tmp_path / "y.ics", audience=audience)
    content = (tmp_path / "y.ics").read_bytes()
    assert {str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(content).walk("VEVENT")} == seen
    assert made.count == len(seen)
    assert (b"secret" in content) == (audience == "internal")


def test_a_later_calendar_updates_the_earlier_one(store, tmp_path):
    def read():
        export(store, wanted("event"), format_named("ics"), tmp_path / "y.ics")
        (event,) = icalendar.Calendar.from_ical((tmp_path / "y.ics").read_bytes()).walk("VEVENT")
        return event

    with store.work("Entry") as work:
        values = {"title": {"en": "Call"}, "audience": "public", "date": {"edtf": "2024-05-15", "wording": ""}}
        id = work.add(Event, values)
    first = read()
    with store.work("Later") as work:
        work.edit(Event, id, {"place": "Riba"})
    second = read()
    store.undo()
    third = read()
    assert [one["SEQUENCE"] for one in (first, second, third)] == [0, 1, 2]
    assert first["UID"] == second["UID"] == third["UID"] == id
    assert first["DTSTAMP"].dt <= second["DTSTAMP"].dt <= third["DTSTAMP"].dt


def test_a_format_that_does_not_fit_is_refused(store, tmp_path):
    with pytest.raises(Refused, match="cannot be written as ics"):
        export(store, wanted("person"), format_named("ics"), tmp_path / "p.ics")
    with pytest.raises(Refused, match="There is no format"):
        format_named("docx")


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
def test_the_same_records_make_the_same_bytes(planned, tmp_path, format):
    one, other = tmp_path / "one", tmp_path / "other"
    for path in (one, other):
        export(planned, wanted("event"), format, path, audience="internal")
    assert one.read_bytes() == other.read_bytes()
    assert one.stat().st_size > 1000


def test_a_category_is_named_where_its_edition_is_told_and_read_back_as_the_one_of_that_edition(store, tmp_path):
    with store.work("Two editions") as work:
        for number in (17, 18):
            edition = work.add(Edition, {"name": f"Edition {number}", "number": number, "year": 2006 + number})
            category = work.add(Category, {"edition": edition, "name": {"en": "Cities"}})
            work.add(Nomination, {"edition": edition, "title": {"en": f"N{number}"}, "category": category})
    path = tmp_path / "nominations.xlsx"
    with store.read() as reader:
        before = {row["id"]: row["category"] for row in reader.all(Nomination)}
    export(store, wanted("nomination"), format_named("xlsx"), path)
    table = format_named("xlsx").read(path)
    place = table.headings.index("Category")
    assert [cells[place] for _line, cells in table.rows] == ["Cities", "Cities"]
    verdict = import_file(store, path, format_named("xlsx"), Nomination)
    assert (verdict.refused, verdict.same) == ([], 2)
    with store.read() as reader:
        assert {row["id"]: row["category"] for row in reader.all(Nomination)} == before
