"""What is drawn is counted as the lists count it, by the reader's names, beside the edition before."""

import pytest

from iopd_desktop import words
from iopd_desktop.actions import assigning, figures, scoring
from iopd_desktop.models.awards import Edition, Nomination
from iopd_desktop.models.members import Organisation
from iopd_desktop.store import listing
from iopd_desktop.store.listing import Filter, Listing
from tests.actions import juries

MEMBERS = (
    {"country": "ES"}, {"country": "ES", "type": "regional"}, {"country": "KE"},
    {"country": "ES", "section": "africa"}, {"country": None}, {"country": "FR", "membership": "prospect"},
)  # fmt: skip


@pytest.fixture
def members(store):
    with store.work("Add") as work:
        for at, values in enumerate(MEMBERS):
            given = {"name": f"Example {at}", "type": "local", "membership": "associate", "stage": "active"}
            work.add(Organisation, given | values)
    return store


def test_members_are_counted_by_region_whether_it_was_chosen_or_follows_from_the_country(members):
    with members.read() as read:
        found = figures.members_by_region(read)
        kinds, countries = figures.members_by_kind(read), figures.members_by_country(read)
    assert [(one.name, one.count, one.code) for one in found] == [
        ("Africa", 2, "africa"), ("Europe", 2, "europe"), ("Other places", 1, "")
    ]  # fmt: skip
    assert [(one.name, one.count) for one in kinds] == [("Local government", 4), ("Regional government", 1)]
    assert [(one.name, one.count) for one in countries] == [("Spain", 3), ("Kenya", 1), ("not said", 1)]


@pytest.mark.parametrize(("code", "names"), [("africa", {2, 3}), ("europe", {0, 1}), ("", {4})])
def test_a_list_narrowed_to_a_region_holds_those_that_are_counted_there(members, code, names):
    def found(test):
        wanted = Listing("organisation", where=(Filter("section", test, code), Filter("membership", "is", "associate")))
        with members.read() as read:
            page = listing.page(read, "organisation", listing.order(read, wanted), ["name"])
        return {row["name"] for row in page.values()}

    assert found("is") == {f"Example {at}" for at in names}
    assert found("not") == {f"Example {at}" for at in range(5)} - found("is")


def test_nominations_stand_beside_those_of_the_edition_before(store):
    with store.work("Set up") as work:
        now = juries.edition(work)
        before = work.add(Edition, {"number": 89, "year": 2089, "name": {"en": "89th Example Award"}})
        work.add(Edition, {"number": 12, "year": 2012, "name": {"en": "12th Example Award"}})
        for edition, places in ((now, ("FR", "FR", "KE", None)), (before, ("FR", "PT", "PT", "KE"))):
            for at, place in enumerate(places):
                juries.nomination(work, edition, at, country=place)
        gone = juries.nomination(work, now, 99, country="KE")
        work.edit(Nomination, gone, {"status": "withdrawn"})
    with store.read() as read, words.speaking("fr"):
        found = figures.nominations_by_country(read, now)
        first = figures.nominations_by_country(read, before)
    assert [(one.name, one.count, one.before) for one in found] == [
        ("France", 2, 1), ("Kenya", 1, 1), ("Portugal", 0, 2), ("non indiqué", 1, 0)
    ]  # fmt: skip
    assert {one.before for one in first} == {0}


def test_jurors_who_are_behind_stand_first(store):
    with store.work("Set up") as work:
        edition, (first, second), nominations, jurors = juries.whole(work, 4, 2)
        assigning.deal_out(work, edition, readers=2)
        for nomination in nominations:
            scoring.enter_sheet(work, nomination, jurors[0], {first: 5, second: 5})
    with store.read() as read:
        found = figures.progress_of_jurors(read, edition, "jury1")
    assert [(one.name, one.done, one.whole, one.percent) for one in found] == [
        ("Juror B Example", 0, 4, 0), ("Juror A Example", 4, 4, 100)
    ]  # fmt: skip
