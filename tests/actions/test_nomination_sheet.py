"""A nomination on one sheet: its facts, its languages in order, its state; one of them, all of them, none."""

import pytest

from iopd_desktop.actions.nomination_sheet import nomination_sheets
from iopd_desktop.models.awards import Assignment, Category, Conflict, Nomination
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import speaking
from tests.actions import juries


@pytest.fixture
def three(store):
    """Three nominations of the 90th edition, the first one full, in three languages; their ids."""
    with store.work("Set up") as work:
        of, _criteria, nominations, jurors = juries.whole(work, 3, 2)
        town = work.add(Organisation, {"name": "Example Town"})
        theme = work.add(Category, {"edition": of, "code": "B", "name": {"en": "Care"}})
        work.edit(Nomination, nominations[0], {
            "title": {"ca": "Títol", "en": {"text": "Title", "by": "machine"}}, "language": "ca",
            "summary": {"ca": "Resum", "en": {"text": "Summary", "by": "machine"}, "fr": "Sommaire"},
            "description": {"ca": "Descripció"}, "organisation": town, "category": theme, "place": "Riba Alta",
            "country": "ES", "contact_name": "Ada Example", "status": "finalist", "eligibility": "eligible",
        })  # fmt: skip
        for juror in jurors:
            work.add(Assignment, {"nomination": nominations[0], "juror": juror})
        work.add(Conflict, {"nomination": nominations[0], "juror": jurors[0], "reason": "Own city"})
    return nominations


def sheets(store, **told):
    with store.read() as read:
        return nomination_sheets(read, **told)


def test_the_original_stands_first_then_the_readers_language_then_the_others(store, three):
    one = sheets(store, nomination=three[0])[0]
    told = [(each.language, each.made) for each in one.versions]
    assert told == [("ca", "original"), ("en", "machine"), ("fr", "person")]
    assert one.versions[0].texts == (("Resum", "Resum"), ("Descripció", "Descripció"))
    with speaking("fr"):
        assert [each.language for each in sheets(store, nomination=three[0])[0].versions] == ["ca", "fr", "en"]


def test_facts_are_those_that_are_told_with_the_state_of_the_jury(store, three):
    one = sheets(store, nomination=three[0])[0]
    facts = dict(one.facts)
    assert facts["Organisation"] == "Example Town"
    assert facts["Category"] == "B. Care"
    assert "Territory" not in facts
    assert (one.place, one.status, one.eligibility) == ("Riba Alta (Spain)", "Finalist", "Eligible")
    assert (one.readers, one.conflicts, one.contact) == (2, 1, True)


def test_an_edition_gives_all_its_sheets_by_number_and_a_number_gives_one(store, three):
    assert [one.number for one in sheets(store, edition=90)] == ["90-001", "90-002", "90-003"]
    assert [one.number for one in sheets(store, edition=90, nomination="90-002")] == ["90-002"]
    assert sheets(store, nomination=three[1]) == sheets(store, nomination="90-002")


def test_where_nothing_is_told_the_latest_edition_is_meant(store, three):
    assert sheets(store) == sheets(store, edition=90)
    with store.work("Another") as work:
        juries.nomination(work, juries.edition(work, number=91, name={"en": "91st Example Award"}), 1)
    assert [one.edition for one in sheets(store)] == ["91st Example Award"]


@pytest.mark.parametrize("told", [{}, {"edition": 4}, {"nomination": "90-999"}, {"edition": 91}])
def test_what_is_not_there_is_refused(store, three, told):
    with store.work("Another") as work:
        juries.edition(work, number=91)
    with pytest.raises(Refused):
        sheets(store, **told)
