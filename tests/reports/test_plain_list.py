"""The list in view on paper: what it says of itself, which way the sheet lies, what leaves of persons."""

import pypdfium2
import pytest

from iopd_desktop.actions.list_reads import AsShown, Beside, read_list
from iopd_desktop.actions.lists import narrowed
from iopd_desktop.models.desk import Disclosure
from iopd_desktop.models.members import Organisation, Person
from iopd_desktop.reports import make, record, report_named
from iopd_desktop.words import speaking, today
from tests.reports import seen


def printed(store, folder, kind, where=(), columns=(), search="", language="en"):
    """The list of a kind on paper."""
    with store.read() as read:
        wanted = narrowed(read, kind, None, search, where).showing(columns)
        return make(report_named("list"), read, folder / f"list-{language}.pdf", language, listed=wanted)


def size(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return document[0].get_size()
    finally:
        document.close()


def test_the_heading_says_what_was_asked_for(network, tmp_path):
    made = printed(network, tmp_path, Organisation, ["country=ES", "membership!=former"], search="riba")
    words = seen.text(made.paths[0])
    assert "Organisations" in words
    assert "1 record, sorted by Name" in words
    for told in ("Search: “riba”", "Country: Spain", "Membership: not Former member", "Ajuntament de Riba Alta"):
        assert told in words
    assert "Commune de Tamrirt" not in words


def test_a_list_of_nothing_says_so(network, tmp_path):
    words = seen.text(printed(network, tmp_path, Organisation, search="nobody is called so").paths[0])
    assert "0 records" in words
    assert "The list is empty." in words


def test_columns_stand_as_they_are_shown_those_that_no_field_holds_too(network, tmp_path):
    with network.read() as read:
        plain = narrowed(read, Organisation, None, "", ())
        shown = AsShown(
            "", plain.listing, ("hints", "name"), "All members",
            {"hints": Beside("Hints", lambda _read, ids: dict.fromkeys(ids[:1], 7), "hints")},
        )  # fmt: skip
        listed = read_list(read, shown)
    assert listed.title == "All members"
    assert [(column.label, column.trailing) for column in listed.columns] == [("Hints", True), ("Name", False)]
    assert listed.rows == (("7", "Ajuntament de Riba Alta"), ("", "Commune de Tamrirt"))


def test_many_columns_lie_across_and_very_many_are_set_record_by_record(network, tmp_path):
    few = size(printed(network, tmp_path, Organisation, columns=["name", "city", "country"]).paths[0])
    assert few[0] < few[1]
    some = ["name", "other_names", "type", "city", "country", "membership", "stage", "since", "website", "email"]
    wide = size(printed(network, tmp_path, Organisation, columns=some).paths[0])
    assert wide[0] > wide[1]
    every = printed(network, tmp_path, Organisation, columns=list(Organisation.fields)).paths[0]
    assert size(every) == few
    words = seen.text(every)
    assert "Other names: بلدية" in words or "Other names:" in words
    assert "E-mail: office@example.org" in words


def test_a_list_of_persons_says_so_at_its_foot_and_is_recorded(network, tmp_path):
    made = printed(network, tmp_path, Person)
    assert all("Holds personal data" in page and "Destroy by" in page for page in seen.pages(made.paths[0]))
    record(network, made, today(), "Ada Example")
    with network.read() as read:
        (told,) = read.all(Disclosure)
    assert told["count"] == 4
    assert "Family name" in told["what"]
    assert "person" in told["criteria"]


def test_a_list_that_names_nobody_has_no_such_foot_and_leaves_no_trace(network, tmp_path):
    made = printed(network, tmp_path, Organisation)
    assert "Holds personal data" not in seen.text(made.paths[0])
    assert made.disclosure is None


@pytest.mark.parametrize(("code", "words"), [("fr", "Espagne"), ("es", "España"), ("pt", "Espanha")])
def test_values_are_said_in_the_readers_language(network, tmp_path, code, words):
    with speaking(code):
        assert words in seen.text(printed(network, tmp_path, Organisation, language=code).paths[0])


def test_a_long_list_repeats_its_head_and_counts_its_pages(planned, tmp_path):
    with planned.work("Many") as work:
        for i in range(400):
            name = f"Municipality {i:03d} of the Upper Valley"
            work.add(Organisation, {"name": name, "city": "Riba", "country": "ES"})
    pages = seen.pages(printed(planned, tmp_path, Organisation).paths[0])
    assert len(pages) > 8
    assert all("Membership" in page and f"{i}/{len(pages)}" in page for i, page in enumerate(pages, start=1))
    words = " ".join(pages)
    assert all(f"Municipality {i:03d}" in words for i in range(400))
