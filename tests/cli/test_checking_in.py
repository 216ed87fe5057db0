"""The event desk without a window: two doors, walk-ins and counts, for scripts."""

import re

import pytest

from tests.reports import seen


@pytest.fixture
def hall(begun):
    """The 2024 plan's database with an event and two registrations."""
    event = begun("add", "event", "title=Assembly of members", "--json").json["id"]
    ids = [
        begun("add", "registration", f"event={event}", f"name={name}", f"country={country}", "--json").json["id"]
        for name, country in (("Ada Example", "PT"), ("Bo Example", "FR"))
    ]
    return event, ids


def test_people_are_let_in_walk_in_and_are_counted(begun, hall):
    event, ids = hall
    first = begun("checkin", event, ids[0], "--json").json
    assert (first["name"], first["state"], first["already"]) == ("Ada Example", "here", False)
    again = begun("checkin", "assembly of members", "ada example", "--json")
    assert (again.json["already"], "is in since" in again.err) == (True, True)
    made = begun("walkin", event, "name=Cy Example", "country=PT", "email=cy@example.org",
                 "consents=newsletter,photos", "--json").json  # fmt: skip
    assert begun("checkin", event, made["code"], "--json").json["already"] is True
    counts = begun("attendance", event, "--json").json
    assert (counts["expected"], counts["here"], counts["walk_ins"]) == (2, 2, 1)
    assert counts["by_country"] == {"PT": 2}
    assert "2 here, 1 of them walk-ins; 2 expected" in begun("attendance", event).out
    assert len(begun("list", "consent", "--json").json) == 2
    assert begun("check").out.strip() == "0 problems"


def test_what_cannot_be_let_in_is_refused_and_changes_nothing(begun, hall):
    event, ids = hall
    begun("edit", "registration", ids[1], "state=cancelled")
    for words, reason in (
        (("checkin", event, "Nobody"), "Nobody is registered by"), (("checkin", event, ids[1]), "has cancelled"),
        (("checkin", "No such event", ids[0]), "There is no calendar entry"),
        (("walkin", event, "country=PT"), "is needed"), (("walkin", event, "name=X", "consents=nothing"), "no purpose"),
    ):  # fmt: skip
        said = begun(*words, ok=False)
        assert (said.code, reason in said.err) == (1, True), said.err
    assert begun("attendance", event, "--json").json["here"] == 0
    begun("checkin", event, ids[1], "--sure")
    assert begun("attendance", event, "--json").json["here"] == 1


def test_registrations_come_in_from_a_spreadsheet_for_one_event(begun, hall, tmp_path):
    event, _ids = hall
    path = tmp_path / "tickets.csv"
    path.write_text("Name;Country;Ticket\nDi Example;Spain;T-1\nAda Example;Portugal;\n", "utf-8")
    said = begun("import", path, "--as", "csv", "--into", "registration", "--event", event, "--json").json
    assert (said["new"], said["same"]) == (1, 1)
    again = begun("import", path, "--as", "csv", "--into", "registration", "--event", event, "--json").json
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 2)
    assert begun("attendance", event, "--json").json["expected"] == 3


def test_a_signed_sheet_is_printed_and_entered_back_by_its_rows(begun, hall, tmp_path):
    event, ids = hall
    out = tmp_path / "sheet.pdf"
    begun("report", "sign-in-sheet", "--event", event, "--out", out)
    code = re.search(r"Sheet ([0-9A-Z]{3} [0-9A-Z]{3} [0-9A-Z]{3})", seen.text(out))[1]
    said = begun("sheet", event, "1, 3", "--sheet", code, "--blank", "Nova Guest; Riba Alta; Spain",
                 "--at", "2024-03-01 10:00", "--json").json  # fmt: skip
    assert (said["came"], said["already"], said["walk_ins"]) == ([ids[0]], 0, 1)
    assert {row["at"][:10] for row in begun("list", "check_in", "--json").json} == {"2024-03-01"}
    assert begun("attendance", event, "--json").json["by_country"] == {"ES": 1, "PT": 1}
    wrong = begun("sheet", event, "99", "--sheet", code, ok=False)
    assert (wrong.code, "There is no row 99" in wrong.err) == (1, True)


def test_a_consent_slip_is_printed_and_entered_by_its_number(begun, hall, tmp_path):
    event, ids = hall
    out = tmp_path / "slips.pdf"
    begun("report", "consent-slips", "--event", event, "--count", "2", "--out", out)
    number = re.search(r"\b2-\d\b", seen.text(out))[0]
    said = begun("slip", event, number, "newsletter", "photos", "--who", ids[0], "--date", "2024-03-01", "--json").json
    assert (said["name"], said["purposes"], said["date"]) == ("Ada Example", ["newsletter", "photos"], "2024-03-01")
    assert {row["date"] for row in begun("list", "consent", "--json").json} == {"2024-03-01"}
    again = begun("slip", event, number, "--who", ids[1], ok=False)
    assert (again.code, "was entered on" in again.err) == (1, True)
    first = re.search(r"\b1-\d\b", seen.text(out))[0]
    assert "Bo Example allows nothing" in begun("slip", event, first, "--who", ids[1]).out
