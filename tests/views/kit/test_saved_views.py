"""A view that the window keeps means the same to a command."""

from iopd_desktop.actions.lists import view_named
from iopd_desktop.models.desk import View
from iopd_desktop.models.members import Organisation
from iopd_desktop.store import listing as lists
from iopd_desktop.views.kit.saved_views import ViewState, place_of
from iopd_desktop.views.members import TAB


def test_a_kept_view_tells_its_kind_and_the_condition_of_its_page(store):
    page = TAB.pages[0]
    state = ViewState("riba", (("country", ("ES",)),), (("city", True),), ("name", "city"))
    with store.work("Members") as work:
        for name, country, membership in (
            ("Riba Alta", "ES", "associate"), ("Riba Baixa", "ES", "former"), ("Riba Nova", "PT", "associate"),
            ("Vila Clara", "ES", "associate"),
        ):  # fmt: skip
            work.add(Organisation, {"name": name, "country": country, "membership": membership})
        work.add(View, {"name": "Spanish", "of": place_of(TAB.name, page), "listing": state.written(page)})
    with store.read() as reader:
        wanted = view_named(reader, "spanish")
        numbers = lists.order(reader, wanted.listing)
        names = [row["name"] for row in lists.page(reader, "organisation", numbers, ["name"]).values()]
    assert (wanted.listing.record, wanted.columns, wanted.listing.order) == (
        Organisation, ("name", "city"), (("city", True),)
    )  # fmt: skip
    assert names == ["Riba Alta"]
    assert ViewState.read(state.written(page)) == state
