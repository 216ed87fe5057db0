"""An edition in figures: every count comes to the nominations that there are, beside the edition before."""

import pytest

from iopd_desktop.actions.edition_summary import edition_summary
from iopd_desktop.models.awards import Assignment, Category, Conflict, Edition, Nomination, Score
from iopd_desktop.models.refusal import Refused
from tests.actions import juries


@pytest.fixture
def two_editions(store):
    """The 90th edition with seven nominations, one of them withdrawn, and the 89th with three."""
    with store.work("Set up") as work:
        earlier = juries.edition(work, number=89, year=2088, name={"en": "89th Example Award"})
        for number, country in enumerate(("FR", "FR", "PE"), 1):
            juries.nomination(work, earlier, number, country=country)
        of, criteria, _none, jurors = juries.whole(work, 0, 2)
        theme = work.add(Category, {"edition": of, "code": "A", "name": {"en": "Care"}})
        made = [
            juries.nomination(work, of, number, country=country, language=language, category=theme)
            for number, (country, language) in enumerate((("FR", "fr"), ("FR", "fr"), ("CM", "fr"), ("ES", "ca")), 1)
        ]
        made.append(juries.nomination(work, of, 5, eligibility="refused"))
        made.append(juries.nomination(work, of, 6, country="ES", status="winner", eligibility="eligible"))
        juries.nomination(work, of, 7, country="JP", status="withdrawn")
        for one in made[:3]:
            work.add(Assignment, {"nomination": one, "juror": jurors[0]})
        for criterion in criteria:
            work.add(Score, {"nomination": made[0], "juror": jurors[0], "criterion": criterion, "points": 7})
        work.add(Conflict, {"nomination": made[5], "juror": jurors[1], "reason": "Own city"})
    return of


def test_every_list_of_counts_comes_to_the_nominations(store, two_editions):
    with store.read() as read:
        found = edition_summary(read, 90)
        there = sum(one["status"] != "withdrawn" for one in read.all(Nomination, {"edition": two_editions}))
    assert found.nominations == there == 6
    assert found.withdrawn == 1
    for counts in (found.by_country, found.by_region, found.by_category, found.by_language):
        assert sum(one.count for one in counts) == 6
    assert sum(found.eligibility.values()) == 6
    assert sum(one.before for one in found.by_country) == found.nominations_before == 3


def test_countries_stand_beside_the_edition_before_and_those_that_are_gone_are_told(store, two_editions):
    with store.read() as read:
        found = edition_summary(read, 90)
    assert found.before == 2088
    assert [(one.name, one.count, one.before) for one in found.by_country] == [
        ("France", 2, 2), ("Spain", 2, 0), ("Cameroon", 1, 0), ("Peru", 0, 1), ("not said", 1, 0),
    ]  # fmt: skip
    assert found.countries == (3, 2)
    assert {one.name: one.count for one in found.by_region} == {"Europe": 4, "Africa": 1, "not said": 1}


def test_without_an_edition_before_nothing_is_compared(store, two_editions):
    with store.read() as read:
        found = edition_summary(read, 89)
    assert found.before == 0
    assert {one.before for one in found.by_country} == {None}


def test_the_jury_is_told_juror_by_juror(store, two_editions):
    with store.read() as read:
        found = edition_summary(read, 90)
    told = [(one.name, one.done, one.whole, found.conflicts[one.code]) for one in found.juries["jury1"]]
    assert told == [("Juror A Example", 1, 3, 0), ("Juror B Example", 0, 0, 1)]
    assert found.sheets == (1, 3)


def test_an_edition_without_anything_is_all_noughts_and_an_unknown_one_refused(store):
    with store.work("Set up") as work:
        work.add(Edition, {"number": 3, "year": 2003, "name": {"en": "Third"}})
    with store.read() as read:
        found = edition_summary(read, 3)
        assert (found.nominations, found.by_country, found.sheets) == (0, (), (0, 0))
        with pytest.raises(Refused, match="4"):
            edition_summary(read, 4)
