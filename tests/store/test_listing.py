"""Lists: search in every script, filters, order, titles."""

import pytest

from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.models.registrations import Registration
from iopd_desktop.models.repository import Practice
from iopd_desktop.store import listing
from iopd_desktop.store.listing import Filter, Listing


def add(store, values=None):
    with store.work("Add") as work:
        return work.add(Organisation, {"name": "Riba Alta", "type": "local", **(values or {})})


@pytest.mark.parametrize(
    ("typed", "found"),
    [("munster", "Münster"), ("lodz", "Łódź"), ("臺北", "臺北市政府"), ("府", "臺北市政府"), ("nster", "Münster"),
     ("Δήμος", "Δήμος Αθηναίων"), ("αθη", "Δήμος Αθηναίων"), ("m", "Münster"), ('"zz', None), ("a* OR b", None),
     ("صفاقس", "بلدية صفاقس"), ("नगर", "तिलोत्तमा नगरपालिका")],
)  # fmt: skip
def test_search_is_blind_to_accents_and_knows_parts_of_words_in_every_script(store, typed, found):
    with store.work("Add") as work:
        for name in ("Münster", "Łódź", "臺北市政府", "Δήμος Αθηναίων", "بلدية صفاقس", "तिलोत्तमा नगरपालिका"):
            work.add(Organisation, {"name": name, "type": "local"})
    with store.read() as reader:
        numbers = listing.order(reader, Listing("organisation", typed))
        names = [row["name"] for row in listing.page(reader, "organisation", numbers, ["name"]).values()]
    assert names == ([found] if found else [])


def test_search_follows_edits_and_undo(store):
    id = add(store)
    with store.work("Edit") as work:
        work.edit(Organisation, id, {"name": "Baixa"})

    def hits(typed):
        with store.read() as reader:
            return len(listing.order(reader, Listing("organisation", typed)))

    assert (hits("alta"), hits("baixa")) == (0, 1)
    store.undo()
    assert (hits("alta"), hits("baixa")) == (1, 0)


def test_lists_filter_and_sort_with_empty_values_last(store):
    for name, city, population in (("Bb", "Zed", 10), ("Áa", None, 30), ("Cc", "Abc", 20)):
        add(store, {"name": name, "city": city, "population": population, "languages": ["fr"] if city else None})

    def names(**more):
        with store.read() as reader:
            numbers = listing.order(reader, Listing("organisation", **more))
            page = listing.page(reader, "organisation", numbers, ["name"])
            return [page[n]["name"] for n in numbers]

    assert names(order=(("name", False),)) == ["Áa", "Bb", "Cc"]
    assert names(order=(("city", False),)) == ["Cc", "Bb", "Áa"]
    assert names(order=(("city", True),)) == ["Bb", "Cc", "Áa"]
    assert names(where=(Filter("languages", "has", ["fr"]),), order=(("name", False),)) == ["Bb", "Cc"]
    assert names(where=(Filter("languages", "not", "fr"),)) == ["Áa"]
    assert names(where=(Filter("city", "empty"),)) == ["Áa"]
    assert names(where=(Filter("population", "from", 20),), order=(("name", True),)) == ["Cc", "Áa"]


def test_records_link_by_title_in_any_language(store):
    with store.work("Add") as work:
        work.add(Practice, {"title": {"en": "River", "fr": "Fleuve"}})
    with store.read() as reader:
        assert reader.find("practice", "fleuve") == reader.find("practice", "RIVER")
        assert reader.find("practice", "lake") is None


def test_records_that_are_called_by_another_one_too_are_found_by_the_whole_of_it(store):
    """Anna is registered for two events: only her name and the event's together mean one registration."""
    with store.work("Add") as work:
        events = [work.add(Event, {"title": {"en": name}}) for name in ("Spring call", "Autumn call")]
        ids = [work.add(Registration, {"event": event, "name": "Anna Example"}) for event in events]
    with store.read() as reader:
        assert [reader.find("registration", reader.title("registration", id)) for id in ids] == ids
        with pytest.raises(BadValue):
            reader.find("registration", "Anna Example")


def test_a_search_narrows_an_order_that_is_there_to_what_it_would_find_by_itself(store):
    with store.work("Many") as work:
        work.add_many(Organisation, [{"name": f"Town {n % 1500} of {n}", "country": "ES"} for n in range(3_000)])
    with store.read() as reader:
        for where in ((), (Filter("country", "is", "ES"),), (Filter("country", "is", "FR"),)):
            for down in (False, True):
                plain = Listing("organisation", "", where, (("name", down),))
                unsought = listing.order(reader, plain)
                for typed in ("town", "town 7", "own", "town nowhere", "of 2999", " "):
                    sought = Listing("organisation", typed, where, (("name", down),))
                    found = listing.order(reader, sought)
                    assert listing.narrowed(reader, sought, unsought) == found
                    assert listing.count(reader, sought) == len(found)
                    assert set(found) <= set(unsought)
                    assert sorted(found) == sorted(n for n in unsought if n in set(found))
