"""At the desk: who comes is found by a code, a name or a ticket, counts once, and may walk in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iopd_desktop.actions.attending import attendance, not_exchanged, times_in
from iopd_desktop.actions.badge_codes import code_of, scanned, shown
from iopd_desktop.actions.checking_in import Desk, Stopped, check_in, check_out, registered
from iopd_desktop.actions.walking_in import parted, walk_in
from iopd_desktop.models.base import known_id
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Consent, ContactPoint, Organ, Organisation, Person, Wording
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import CheckIn, Registration

DOOR, BACK_DOOR = Desk("Laptop 1", "Ada"), Desk("Laptop 2", "Bo")
IDS = st.integers(0, 10_000).map(lambda n: known_id("registration", n))


@pytest.fixture
def hall(store):
    """An assembly that needs two members, with four registrations: two members, one guest, one who cancelled."""
    with store.work("Make") as work:
        organ = work.add(Organ, {"name": {"en": "Assembly"}, "quorum": 2})
        event = work.add(Event, {"title": {"en": "Assembly 2024"}, "organ": organ})
        bodies = [work.add(Organisation, {"name": n, "membership": "associate"}) for n in ("Riba Alta", "Mont")]
        told = (
            ("Maria Example", bodies[0], "PT", "registered"), ("Tomasz Example", bodies[1], "PL", "registered"),
            ("Ana Guest", None, "PT", "registered"), ("Ivo Away", None, "HR", "cancelled"),
        )  # fmt: skip
        ids = [
            work.add(Registration, {"event": event, "name": name, "member": body, "country": country, "state": state})
            for name, body, country, state in told
        ]
    return event, ids


@given(IDS)
def test_a_code_is_read_back_as_it_is_printed_typed_or_scanned(id):
    code = code_of(id)
    assert scanned(code) == scanned(shown(code).lower()) == scanned(f"IOPD:B:{code}") == code


@given(IDS, st.integers(0, 8), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_character_is_never_another_code(id, place, char):
    code = code_of(id)
    wrong = code[:place] + char + code[place + 1 :]
    if wrong != code:
        assert scanned(wrong) is None
        with pytest.raises(BadValue):
            scanned(f"IOPD:B:{wrong}")


def test_a_scan_lets_in_and_counts_once_however_often(store, hall):
    event, ids = hall
    with store.work("In") as work:
        check_in(work, registered(work, event, f"IOPD:B:{code_of(ids[0])}"), DOOR)
    with pytest.raises(Stopped, match="Maria Example is in since") as stopped, store.work("In") as work:
        check_in(work, ids[0], DOOR)
    assert stopped.value.why == "here"
    with store.work("At another door, sure") as work:
        check_in(work, ids[0], BACK_DOOR, sure=True)
    with store.read() as read:
        found = attendance(read, event)
        assert (found.expected, found.here, found.walk_ins, found.by_country) == (3, 1, 0, {"PT": 1})
        assert {row["desk"] for row in read.all(CheckIn)} == {"Laptop 1", "Laptop 2"}
        assert times_in(read, event)[ids[0]] == min(row["at"] for row in read.all(CheckIn))
        assert not_exchanged(read, event) == 6


def test_undo_of_a_check_in_makes_the_person_expected_again(store, hall):
    event, ids = hall
    with store.work("In") as work:
        check_in(work, ids[0], DOOR)
    store.undo()
    with store.read() as read:
        assert attendance(read, event).here == 0
        assert read.get(Registration, ids[0])["state"] == "registered"


def test_who_cancelled_stops_the_hand_and_comes_in_when_the_desk_is_sure(store, hall):
    event, ids = hall
    with pytest.raises(Stopped, match="Ivo Away has cancelled"), store.work("In") as work:
        check_in(work, ids[3], DOOR)
    with store.work("In") as work:
        check_in(work, ids[3], DOOR, sure=True)
    with store.read() as read:
        assert attendance(read, event).here == 1


def test_who_went_out_may_come_in_again(store, hall):
    _event, ids = hall
    with pytest.raises(Refused, match="is not in"), store.work("Out") as work:
        check_out(work, ids[0], DOOR)
    for deed in (check_in, check_out, check_in):
        with store.work("Through the door") as work:
            deed(work, ids[0], DOOR)
    with store.read() as read:
        assert read.get(Registration, ids[0])["state"] == "here"


def test_a_session_has_its_own_door(store, hall):
    _event, ids = hall
    session = Desk("Laptop 1", session=known_id("session", 1))
    with store.work("In") as work:
        check_in(work, ids[0], DOOR)
        check_in(work, ids[0], session)
    with pytest.raises(Stopped), store.work("In") as work:
        check_in(work, ids[0], session)


def test_what_is_not_registered_is_said_and_a_badge_of_another_event_is_named(store, hall):
    event, ids = hall
    with store.work("Make") as work:
        other = work.add(Event, {"title": {"en": "Webinar"}})
        work.edit(Registration, ids[1], {"ticket": "T-77"})
        assert registered(work, event, "t-77".upper()) == registered(work, event, "tomasz example") == ids[1]
        with pytest.raises(Refused, match="Maria Example is registered for Assembly 2024"):
            registered(work, other, code_of(ids[0]))
        with pytest.raises(Refused, match="Nobody is registered by “Nobody”"):
            registered(work, event, "Nobody")
        work.add(Registration, {"event": event, "name": "Maria Example"})
        with pytest.raises(Refused, match="2 registrations are called"):
            registered(work, event, "Maria Example")


def test_the_quorum_counts_members_once_and_names_who_is_missing(store, hall):
    event, ids = hall
    with store.work("In") as work:
        body = work.get(Registration, ids[0])["member"]
        work.add(Registration, {"event": event, "name": "A colleague", "member": body, "state": "here"})
        check_in(work, ids[0], DOOR)
    with store.read() as read:
        quorum = attendance(read, event).quorum
        assert (quorum.needed, quorum.here, quorum.missing, quorum.reached) == (2, 1, ("Mont",), False)
    with store.work("In") as work:
        check_in(work, ids[1], DOOR)
    with store.read() as read:
        assert attendance(read, event).quorum.reached


def test_a_walk_in_who_consents_becomes_a_person_with_the_words_that_were_shown(store, hall):
    event, _ids = hall
    with store.work("Make") as work:
        for version in ("2023-1", "2024-1"):
            work.add(Wording, {"purpose": "newsletter", "version": version, "language": "fr", "text": "Oui"})
    said = {"name": "Marie Okonjo", "given_name": "Marie", "organisation": "riba alta", "country": "NG",
            "email": "marie@example.org", "language": "fr"}  # fmt: skip
    with store.work("Walk-in") as work:
        id = walk_in(work, event, said, DOOR, ["newsletter", "newsletter"])
    with store.read() as read:
        row = read.get(Registration, id)
        person = read.get(Person, row["person"])
        assert (person["given_name"], person["family_name"]) == ("Marie", "Okonjo")
        assert read.title("organisation", row["member"]) == "Riba Alta"
        (consent,) = read.all(Consent)
        assert read.get(Wording, consent["wording"])["version"] == "2024-1"
        assert (consent["how"], consent["by"], consent["source"]) == ("screen", "Ada", "Assembly 2024")
        found = attendance(read, event)
        assert (found.here, found.walk_ins, found.expected) == (1, 1, 3)
    with pytest.raises(Stopped, match="registered with this e-mail"), store.work("Again") as work:
        walk_in(work, event, {"name": "M. Okonjo", "email": "MARIE@example.org"}, DOOR)
    store.undo()
    with store.read() as read:
        assert (read.count(Person), read.count(ContactPoint), read.count(CheckIn)) == (0, 0, 0)


def test_a_walk_in_without_consent_leaves_no_person_behind(store, hall):
    event, _ids = hall
    with store.work("Walk-in") as work:
        walk_in(work, event, {"name": "Somebody", "email": "somebody@example.org"}, DOOR)
    with store.read() as read:
        assert (read.count(Person), attendance(read, event).walk_ins) == (0, 1)


def test_the_same_walk_in_at_two_desks_counts_once_and_colleagues_of_one_address_twice(store, hall):
    event, _ids = hall
    told = {"name": "Marie Okonjo", "email": "office@example.org", "country": "NG"}
    with store.work("Walk-ins") as work:
        walk_in(work, event, told, DOOR)
        walk_in(work, event, told, BACK_DOOR, sure=True)
        walk_in(work, event, {**told, "name": "Paul Okonjo"}, DOOR, sure=True)
    with store.read() as read:
        found = attendance(read, event)
        assert (found.here, found.walk_ins, found.by_country) == (2, 2, {"NG": 2})


@pytest.mark.parametrize(
    ("name", "given_name", "said"),
    [
        ("Maria do Carmo Antunes", None, ("Maria do Carmo", "Antunes")),
        ("Ana García López", "Ana", ("Ana", "García López")), ("王小明", None, ("", "王小明")),
        ("Nagy Ágnes", "Ágnes", ("Ágnes", "Nagy")), ("Marie", "Marie", ("Marie", "Marie")),
    ],
)  # fmt: skip
def test_a_whole_name_is_parted_as_it_is_told(name, given_name, said):
    assert parted(name, given_name) == said
