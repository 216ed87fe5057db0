"""The roster of the organs: who holds a seat on a day, and which seats nobody holds."""

import pytest

from iopd_desktop.actions.organ_reads import roster
from iopd_desktop.models.members import Organ, Organisation, Person, Seat
from iopd_desktop.words import today
from tests.reports import seen
from tests.reports.conftest import printed


@pytest.fixture
def seated(planned):
    """An organ with a seat held by a person, one by an organisation alone, one that ended, one yet to begin."""
    with planned.work("Seats") as work:
        organ = work.add(Organ, {"name": {"en": "Bench of Examples", "fr": "Banc des exemples"}, "quorum": 3})
        place = work.add(Organisation, {"name": "Ajuntament de Riba Alta", "country": "ES"})
        ada, ben = (work.add(Person, {"given_name": name, "family_name": "Example"}) for name in ("Ada", "Ben"))
        for role, person, organisation, begins, ends in (
            ("Chair", ada, place, "2023", None),
            ("Treasurer", None, place, "2022", None),
            ("Secretary", ben, None, "2019", "2022-06"),
            ("Chair", ben, None, "2018", "2022"),
            ("Herald", ben, None, "2090", None),
        ):
            work.add(
                Seat,
                {"organ": organ, "role": role, "person": person, "organisation": organisation,
                 "begins": {"edtf": begins}, "ends": {"edtf": ends} if ends else None},
            )  # fmt: skip
    return planned


def bench(store):
    with store.read() as read:
        return next(organ for organ in roster(read, today()).organs if organ.name == "Bench of Examples")


def test_held_seats_come_first_and_a_seat_that_ended_is_vacant(seated):
    seats = bench(seated).seats
    assert [(seat.role, seat.vacant) for seat in seats] == [("Chair", False), ("Treasurer", False), ("Secretary", True)]
    assert seats[0].person == "Ada Example"
    assert seats[2].holder == "Ben Example"


def test_the_page_says_who_and_what_is_vacant(seated, tmp_path):
    words = seen.text(printed(seated, tmp_path, "organ-roster", as_of=today().isoformat()).paths[0])
    for told in ("Bench of Examples", "Quorum: 3", "2 seats are held, 1 is vacant", "Ada Example",
                 "vacant; last held by Ben Example", "not named", "no seat is filled yet"):  # fmt: skip
        assert told in words
    assert "Herald" not in words
    assert "Banc des exemples" in seen.text(printed(seated, tmp_path, "organ-roster", "fr").paths[0])


def test_who_left_their_post_leaves_the_seat_to_the_organisation_else_vacant(seated):
    with seated.work("Gone") as work:
        ada = work.all(Person, {"given_name": "Ada"})[0]["id"]
        work.edit(Person, ada, {"ended": "2024-01-01"})
    chair = bench(seated).seats[0]
    assert (chair.role, chair.person, chair.vacant) == ("Chair", "", False)
    with seated.work("Alone") as work:
        seat = work.all(Seat, {"person": ada})[0]["id"]
        work.edit(Seat, seat, {"organisation": None})
    assert {seat.role: seat.vacant for seat in bench(seated).seats}["Chair"]


def test_a_network_without_organs_says_so(store, tmp_path):
    assert "There are no organs yet." in seen.text(printed(store, tmp_path, "organ-roster").paths[0])
