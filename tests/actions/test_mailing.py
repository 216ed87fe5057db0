"""Mailing lists: nobody is on one whose consent does not allow it, and everybody left out is told with a reason."""

import csv
from datetime import date

import pytest

from iopd_desktop.actions.lists import Wanted
from iopd_desktop.actions.mailing import mailing, write_mailing
from iopd_desktop.models.desk import Disclosure
from iopd_desktop.models.members import Consent, ContactPoint, Organisation, Person
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.listing import Filter, Listing

ON = date(2024, 6, 1)
ALL = Wanted("", Listing("person"), ())


@pytest.fixture
def person(store):
    """Add a person: person(name, *acts of consent, address=..., more fields)."""

    def add(name, *acts, address="", bounced=None, **values):
        with store.work("Person") as work:
            id = work.add(Person, {"family_name": name, **values})
            address = address or f"{name.lower()}@example.org"
            if address != "-":
                work.add(ContactPoint, {"person": id, "means": "email", "value": address, "bounced": bounced})
            for act, day, *expires in acts:
                told = {"person": id, "purpose": "newsletter", "act": act, "date": day}
                work.add(Consent, {**told, "expires": expires[0] if expires else None})
        return id

    return add


def outcome(store, wanted=ALL, on=ON):
    with store.read() as reader:
        made = mailing(reader, wanted, "newsletter", on)
    taken = {one.values["family_name"]: one.language for one in made.taken}
    return taken, {one.values["family_name"]: one.reason for one in made.left}


GIVEN = ("given", "2024-01-01")


def test_only_a_consent_that_stands_on_the_day_counts(store, person):
    person("Given", GIVEN)
    person("Never")
    person("Later", ("given", "2024-07-01"))
    person("Withdrawn", GIVEN, ("withdrawn", "2024-05-31"))
    person("Again", GIVEN, ("withdrawn", "2024-02-01"), ("given", "2024-03-01"))
    person("Expired", ("given", "2023-01-01", "2024-05-31"))
    person("Lasting", ("given", "2023-01-01", "2024-06-01"))
    taken, left = outcome(store)
    assert set(taken) == {"Given", "Again", "Lasting"}
    assert left == {
        "Never": "no consent", "Later": "no consent", "Withdrawn": "consent withdrawn", "Expired": "consent expired",
    }  # fmt: skip
    assert "Withdrawn" in outcome(store, on=date(2024, 5, 30))[0]


def test_a_consent_entered_by_mistake_is_none(store, person):
    id = person("Mistaken", GIVEN)
    with store.work("Mistake") as work:
        (consent,) = work.all(Consent, {"person": id})
        told = {"person": id, "purpose": "newsletter", "act": "mistake", "date": "2024-01-02", "of": consent["id"]}
        work.add(Consent, told)
    assert outcome(store) == ({}, {"Mistaken": "no consent"})


def test_consent_to_something_else_is_none(store, person):
    id = person("Other")
    with store.work("Consent") as work:
        work.add(Consent, {"person": id, "purpose": "photos", "act": "given", "date": "2024-01-01"})
    assert outcome(store)[1] == {"Other": "no consent"}


def test_addresses_are_there_well_formed_alive_and_once(store, person):
    person("Nowhere", GIVEN, address="-")
    person("Bounced", GIVEN, bounced="2024-02-02")
    person("First", GIVEN, address="same@example.org")
    person("Second", GIVEN, address="Same@Example.org")
    person("Gone", GIVEN, ended="2024-01-01")
    taken, left = outcome(store)
    assert set(taken) == {"First"}
    assert left == {
        "Nowhere": "no e-mail address", "Bounced": "address bounced", "Second": "address is on the list already",
        "Gone": "no longer there",
    }  # fmt: skip


def test_the_language_is_the_persons_else_the_organisations_else_the_countrys(store, person):
    with store.work("Places") as work:
        fr = work.add(Organisation, {"name": "Lac-Neuf", "country": "CA", "languages": ["fr"]})
        br = work.add(Organisation, {"name": "Cabo", "country": "BR", "languages": ["pt", "es"]})
    person("Own", GIVEN, language="ca", organisation=fr)
    person("Place", GIVEN, organisation=fr)
    person("Land", GIVEN, organisation=br)
    person("Arabic", GIVEN, language="ar", country="EG")
    taken, _left = outcome(store)
    assert taken == {"Own": "ca", "Place": "fr", "Land": "pt", "Arabic": "en"}


def test_of_organisations_it_is_every_person_there(store, person):
    with store.work("Places") as work:
        here = work.add(Organisation, {"name": "Here", "country": "PT"})
        there = work.add(Organisation, {"name": "There", "country": "ES"})
    person("A", GIVEN, organisation=here)
    person("B", GIVEN, organisation=there)
    wanted = Wanted("", Listing("organisation", where=(Filter("country", "is", "PT"),)), ())
    assert outcome(store, wanted) == ({"A": "pt"}, {})


def test_the_folder_has_a_list_for_each_language_the_reasons_and_a_readme(store, person, tmp_path):
    one = person("Example", GIVEN, language="fr", given_name="=Ada")
    person("Silent")
    made = write_mailing(store, ALL, tmp_path / "list", on=ON)
    assert sorted(path.name for path in (tmp_path / "list").iterdir()) == ["README.txt", "fr.csv", "suppressed.csv"]
    with (tmp_path / "list" / "fr.csv").open(newline="", encoding="utf-8") as file:
        (line,) = csv.DictReader(file)
    assert (line["email"], line["given_name"], line["id"]) == ("example@example.org", "=Ada", one)
    with (tmp_path / "list" / "suppressed.csv").open(newline="", encoding="utf-8") as file:
        assert [(line["family_name"], line["reason"]) for line in csv.DictReader(file)] == [("Silent", "no consent")]
    readme = (tmp_path / "list" / "README.txt").read_text("utf-8")
    for told in ("2024-06-01", "Ada Example", "On the list: 1", "Left out: 1", "no consent: 1", "Newsletter"):
        assert told in readme
    assert made.plain()["languages"] == {"fr": 1}
    with store.read() as reader:
        (told,) = reader.all(Disclosure)
    assert (told["count"], told["left_out"], told["by"], told["date"]) == (1, 1, "Ada Example", "2024-06-01")


def test_a_folder_with_files_in_it_is_refused_and_nothing_is_recorded(store, person, tmp_path):
    person("Example", GIVEN)
    (tmp_path / "other.txt").write_text("mine")
    with pytest.raises(Refused, match="not empty"):
        write_mailing(store, ALL, tmp_path, on=ON)
    with store.read() as reader:
        assert reader.all(Disclosure) == []


def test_what_is_no_list_of_people_or_no_purpose_is_refused(store):
    with store.read() as reader:
        with pytest.raises(Refused, match="persons or organisations"):
            mailing(reader, Wanted("", Listing("task"), ()), "newsletter", ON)
        with pytest.raises(Refused, match="There is no purpose"):
            mailing(reader, ALL, "anything", ON)
