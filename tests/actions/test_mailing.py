"""Mailing lists: nobody is on one whose consent does not allow it, and everybody left out is told with a reason."""

import csv
from datetime import date

import pytest

from iopd_desktop.actions.lists import Wanted
from iopd_desktop.actions.mailing import mailing
from iopd_desktop.actions.mailing_folder import write_mailing
from iopd_desktop.actions.network import OURS, seed_network
from iopd_desktop.exchange.mailing.entry import Letter, Sending
from iopd_desktop.exchange.mailing.targets import TARGETS, target_named
from iopd_desktop.models.desk import Disclosure, Network
from iopd_desktop.models.members import Consent, ContactPoint, Organisation, Person
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.words import speaking

ON = date(2024, 6, 1)
ALL = Wanted("", Listing("person"), ())
PLAIN = Sending("newsletter", ON)


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
    person("Silent", given_name="=Cy")
    wanted = Wanted("Readers", Listing("person", "e", (Filter("language", "in", ["fr", "es"]),)), ())
    made = write_mailing(store, wanted, tmp_path / "no one else", PLAIN)
    assert made.plain()["count"] == 1
    made = write_mailing(store, ALL, tmp_path / "list", PLAIN)
    assert sorted(path.name for path in (tmp_path / "list").iterdir()) == ["README.txt", "fr.csv", "suppressed.csv"]
    with (tmp_path / "list" / "fr.csv").open(newline="", encoding="utf-8") as file:
        (line,) = csv.DictReader(file)
    assert (line["email"], line["given_name"], line["id"]) == ("example@example.org", "=Ada", one)
    with (tmp_path / "list" / "suppressed.csv").open(newline="", encoding="utf-8-sig") as file:
        (line,) = csv.DictReader(file)
    assert (line["given_name"], line["family_name"], line["reason"]) == ("'=Cy", "Silent", "no consent")
    readme = (tmp_path / "list" / "README.txt").read_text("utf-8")
    for told in (
        "1 June 2024", "Ada Example", "On the list: 1", "French: 1", "Left out: 1", "no consent: 1", "Newsletter",
        "Destroy by: 1 July 2024", "fr.csv: 1 person",
    ):  # fmt: skip
        assert told in readme
    asked = (tmp_path / "no one else" / "README.txt").read_text("utf-8")
    for told in ("Persons", "Saved view: Readers", "Sought: “e”", "Language: French, Spanish"):
        assert told in asked
    assert "{" not in readme + asked
    assert made.plain()["languages"] == {"fr": 1}
    with store.read() as reader:
        told = reader.all(Disclosure)[-1]
    assert (told["count"], told["left_out"], told["by"], told["date"]) == (1, 1, "Ada Example", "2024-06-01")


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_whoever_takes_it_nobody_is_on_a_list_without_a_consent_that_stands(store, person, tmp_path, target):
    person("Given", GIVEN, given_name="Ada", language="es")
    for name, *acts in (
        ("Never",), ("Withdrawn", GIVEN, ("withdrawn", "2024-05-01")), ("Expired", (*GIVEN, "2024-02-01")),
        ("Later", ("given", "2024-07-01")),
    ):  # fmt: skip
        person(name, *acts)
    sending = Sending("newsletter", ON, mailbox="desk@example.org", letters={"es": Letter("Hola", "Texto")})
    made = write_mailing(store, ALL, tmp_path / "list", sending, target)
    files = {path.name: path.read_text("utf-8-sig") for path in (tmp_path / "list").iterdir()}
    left, readme = files.pop("suppressed.csv"), files.pop("README.txt")
    assert len(files) == 1
    for text in (*files.values(), readme):
        for name in ("never@", "withdrawn@", "expired@", "later@"):
            assert name not in text.lower()
    assert ["given@example.org" in text for text in files.values()] == [True]
    assert (left.count("@example.org"), len(made.taken), made.left_out) == (4, 1, 4)
    with store.read() as reader:
        (told,) = reader.all(Disclosure)
    assert target.label in told["what"]


def test_what_a_target_cannot_take_is_left_out_with_that_reason(store, person):
    person("Accented", GIVEN, address="josé@example.org")
    with store.read() as reader:
        made = {t.name: mailing(reader, ALL, "newsletter", ON, t).left_out for t in TARGETS}
        (one,) = mailing(reader, ALL, "newsletter", ON, target_named("brevo")).left
    assert made == {"generic": 0, "bcc": 0, "eml": 1, "brevo": 1, "mailchimp": 1}
    assert one.reason == "letters before the @ that this target does not take"


def test_reasons_are_in_the_readers_language(store, person, tmp_path):
    person("Silent")
    with speaking("es"):
        write_mailing(store, ALL, tmp_path / "list", PLAIN)
    assert "sin consentimiento" in (tmp_path / "list" / "suppressed.csv").read_text("utf-8")


def test_a_draft_needs_a_mailbox_and_takes_the_networks(store, person, tmp_path):
    person("Given", GIVEN)
    with pytest.raises(Refused, match="your own mailbox"):
        write_mailing(store, ALL, tmp_path / "list", PLAIN, target_named("eml"))
    with store.work("Network") as work:
        seed_network(work)
        work.edit(Network, OURS, {"email": "secretariat@example.org"})
    write_mailing(store, ALL, tmp_path / "list", PLAIN, target_named("eml"))
    assert b"<secretariat@example.org>" in (tmp_path / "list" / "en.eml").read_bytes()


def test_a_folder_with_files_in_it_is_refused_and_nothing_is_recorded(store, person, tmp_path):
    person("Example", GIVEN)
    (tmp_path / "other.txt").write_text("mine")
    with pytest.raises(Refused, match="not empty"):
        write_mailing(store, ALL, tmp_path, PLAIN)
    with store.read() as reader:
        assert reader.all(Disclosure) == []


def test_what_is_no_list_of_people_or_no_purpose_is_refused(store):
    with store.read() as reader:
        with pytest.raises(Refused, match="persons or organisations"):
            mailing(reader, Wanted("", Listing("task"), ()), "newsletter", ON)
        with pytest.raises(Refused, match="There is no purpose"):
            mailing(reader, ALL, "anything", ON)
