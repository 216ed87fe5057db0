"""The sample network is what it promises: large, varied, sound, hard to set, and the same every time."""

import unicodedata
from collections import Counter

import pytest

from iopd_desktop.actions.beginning import create
from iopd_desktop.actions.consents import standing
from iopd_desktop.actions.sample import DAY
from iopd_desktop.models import RECORDS
from iopd_desktop.models.awards import Assignment, Conflict, Criterion, Edition, Juror, Nomination, Score
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.countries import SECTIONS, section_of
from iopd_desktop.models.members import Organisation, Person, Seat
from iopd_desktop.models.missions import Delegate, Met
from iopd_desktop.models.registrations import CheckIn, Registration, Session, Speaking
from iopd_desktop.models.repository import Practice
from iopd_desktop.models.tasks import Task

OWN = ("ar", "zh", "ko", "ne")


@pytest.fixture(scope="module")
def rows(tmp_path_factory, sample_database):
    """The rows of the sample by kind."""
    from iopd_desktop.store.store import Store

    path = tmp_path_factory.mktemp("read") / "sample.iopd"
    path.write_bytes(sample_database)
    with Store.open(path) as store, store.read() as reader:
        return {record: reader.all(record) for record in RECORDS}


@pytest.fixture(scope="module")
def at_work(rows):
    """The nominations of the edition at work."""
    edition = next(row["id"] for row in rows[Edition] if row["number"] == 18)
    return [row for row in rows[Nomination] if row["edition"] == edition]


def test_it_is_as_large_as_a_secretariat(rows, at_work):
    assert (len(rows[Organisation]), len(rows[Person]), len(rows[Practice])) == (301, 800, 120)
    assert len(at_work) == 149
    assert len({row["country"] for row in at_work}) == 35
    assert 380 < len(rows[Registration]) < 480
    assert len({row["type"] for row in rows[Event]}) == 7
    assert len(rows[Seat]) > 25
    assert len({row["status"] for row in rows[Task]}) == 5


def test_every_kind_stage_and_region_is_there(rows):
    for name in ("type", "membership", "stage"):
        assert {row[name] for row in rows[Organisation]} == set(Organisation.fields[name].kind.choices)
    assert {section_of(row["country"]) for row in rows[Organisation]} == set(SECTIONS)


def test_names_come_in_six_scripts(rows):
    names = " ".join(f"{row['given_name']} {row['family_name']}" for row in rows[Person])
    scripts = {unicodedata.name(letter).split()[0] for letter in names if letter.isalpha()}
    assert scripts >= {"LATIN", "CYRILLIC", "GREEK", "ARABIC", "DEVANAGARI", "CJK", "HANGUL"}


def test_texts_are_whole_different_and_partly_translated(at_work):
    told = [row for row in at_work if row["language"] not in OWN]
    lengths = [len(row["description"][row["language"]]["text"].split()) for row in told]
    assert all(200 <= length <= 300 for length in lengths)
    summaries = {row["summary"][row["language"]]["text"].split(" ")[-4:][0] for row in told}
    assert len(summaries) > 25
    assert {row["language"] for row in told} == {"en", "es", "fr", "pt"}
    makers = {said["by"] for row in told for said in row["title"].values()}
    assert makers == {"person", "machine"}
    assert any(len(row["title"]) == 1 for row in told)
    assert any(len(row["description"]) > 1 for row in told)
    assert not any("{" in said["text"] for row in at_work for said in row["title"].values())


def test_what_is_hardest_to_set_is_there(rows, at_work):
    assert max(len(row["name"]) for row in rows[Organisation]) == 120
    assert max(len((row["address"] or "").splitlines()) for row in rows[Organisation]) == 7
    assert any(not row["given_name"] and not row["family_name"].isascii() for row in rows[Person])
    assert any(len(row["family_name"].split()) > 6 for row in rows[Person])
    assert {row["language"] for row in at_work} >= set(OWN)
    number = {row["id"]: row["number"] for row in rows[Edition]}
    assert Counter(number[row["edition"]] for row in rows[Criterion]) == {16: 3, 17: 11, 18: 8}


def test_the_jury_is_at_work(rows, at_work):
    ids = {row["id"] for row in at_work}
    reads = Counter(row["juror"] for row in rows[Assignment] if row["nomination"] in ids)
    done = Counter(row["juror"] for row in rows[Score] if row["nomination"] in ids)
    assert len(reads) == 20
    shares = [done[juror] / (8 * count) for juror, count in reads.items()]
    assert sum(share == 0 for share in shares) == 5
    assert sum(share > 0.85 for share in shares) >= 5
    assert sum(0.1 < share < 0.85 for share in shares) >= 5
    country = {row["id"]: row["country"] for row in [*rows[Juror], *at_work]}
    judged = [row for row in rows[Assignment] if row["nomination"] in ids]
    assert not any(country[row["juror"]] == country[row["nomination"]] for row in judged)
    assert any(row["abstained"] for row in judged)
    assert any(row["comment"] for row in judged)
    assert len(rows[Conflict]) == 6
    conflicts = {(row["nomination"], row["juror"]) for row in rows[Conflict]}
    assert not conflicts & {(row["nomination"], row["juror"]) for row in judged}


def test_some_allow_some_took_it_back_and_most_said_nothing(sample):
    with sample.read() as reader:
        allowed = standing(reader, "newsletter", DAY)
        assert 300 < len(allowed) < 550
    assert sample.check() == []


def test_halls_have_programmes_and_doors(rows):
    """Who is here came in, nobody else did, and who speaks is registered as one of those who do."""
    names = {row["name"]: row["part"] for row in rows[Registration] if row["part"] != "participant"}
    assert len({row["room"] for row in rows[Session]}) >= 5
    assert {row["role"] for row in rows[Speaking]} == {"speaker", "moderator", "rapporteur"}
    assert all(row["name"] in names for row in rows[Speaking])
    here = {row["id"] for row in rows[Registration] if row["state"] == "here"}
    came = [row["registration"] for row in rows[CheckIn] if row["act"] == "in" and not row["session"]]
    assert set(came) == here
    assert len(came) > len(here)
    assert any(row["session"] for row in rows[CheckIn])
    assert any(row["act"] == "out" for row in rows[CheckIn])


def test_a_mission_was_made_and_another_lies_ahead(rows):
    events = {row["id"]: row for row in rows[Event]}
    gone = [(events[row["event"]], row["outcome"]) for row in rows[Delegate]]
    assert all(event["type"] == "partner" for event, _outcome in gone)
    assert {bool(outcome) for _event, outcome in gone} == {True, False}
    assert all(bool(outcome) == (event["state"] == "held") for event, outcome in gone)
    assert any(row["task"] for row in rows[Met])
    bodies = {row["id"]: row["membership"] for row in rows[Organisation]}
    assert [bodies[row["prospect"]] for row in rows[Met] if row["prospect"]] == ["prospect"]


def test_everybody_is_plainly_invented(rows):
    told = [row["email"] for record in (Organisation, Registration, Juror, Met) for row in rows[record] if row["email"]]
    assert all(address.endswith("example.org") for address in told)


def test_two_samples_have_the_same_rows(rows, tmp_path):
    with create(tmp_path / "again.iopd", "sample") as store, store.read() as reader:
        for record in RECORDS:
            assert reader.all(record) == rows[record], record.kind
