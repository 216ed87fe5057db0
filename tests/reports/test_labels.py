"""Address labels: sheets that fit on A4, blocks that fit their label, used sheets, countries, consent."""

import pypdfium2
import pytest

from iopd_desktop.actions.addressing import Address, addresses
from iopd_desktop.actions.lists import narrowed
from iopd_desktop.models.desk import Disclosure
from iopd_desktop.models.members import Consent, ContactPoint, Organisation, Person
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.repository import Practice
from iopd_desktop.reports import make, record, report_named
from iopd_desktop.reports.address_labels import fit
from iopd_desktop.reports.page import MM, Style, text_width
from iopd_desktop.reports.stock import STOCKS, places
from iopd_desktop.words import today
from tests.reports import seen

LONG = "The Association of the Very Small Municipalities of the Upper Valley, the Seven Lakes, and of the North Sea"
SEVEN = "Room 12\nParticipation Office\nSecond Floor\nHarbour Road 101\nBarangay San Isidro\nMeridia\n1234"


@pytest.fixture
def post(network):
    """The network with addresses: one of Spain, one of Morocco in seven lines, one with a long name."""
    with network.work("Post") as work:
        riba, tamrirt = work.all(Organisation, order="name")
        work.edit(Organisation, riba["id"], {"address": "Plaça Major 1\n43999 Riba Alta"})
        work.edit(Organisation, tamrirt["id"], {"address": SEVEN})
        work.add(Organisation, {"name": LONG, "country": "NP", "address": "वडा १", "membership": "associate"})
        work.add(Organisation, {"name": "Nowhere", "country": "FR", "membership": "associate"})
    return network


def printed(store, folder, **options):
    """The labels of a list."""
    with store.read() as read:
        if "kind" in options:
            options["listed"] = narrowed(read, options.pop("kind"), None, "", options.pop("where", ()))
        return make(report_named("address-labels"), read, folder / "labels.pdf", "fr", **options)


@pytest.mark.parametrize("stock", STOCKS.values(), ids=STOCKS)
def test_every_sheet_fits_on_its_paper(stock):
    assert stock.fits()
    assert stock.count == len({stock.corner(place) for place in range(stock.count)})


def test_a_sheet_that_does_not_fit_is_known():
    stock = STOCKS["L7173"]
    assert not type(stock)(stock.label, 2, 5, 99.1, 57.0, 4.65, 13.0, 101.6, 57.0).fits()
    assert not type(stock)(stock.label, 3, 5, 99.1, 57.0, 4.65, 6.0, 101.6, 57.0).fits()


@pytest.mark.parametrize(("start", "count", "sheets"), [(1, 24, [24]), (3, 24, [22, 2]), (24, 1, [1]), (1, 0, [])])
def test_a_used_sheet_is_begun_at_its_first_free_label(start, count, sheets):
    made = list(places(STOCKS["L7159"], start, count))
    assert [len(one) for one in made] == sheets
    assert not made or made[0][0] == start - 1
    assert all(one[0] == 0 for one in made[1:])


def test_a_short_address_is_set_at_nine_a_long_line_smaller_a_longer_one_broken_at_a_comma():
    stock = STOCKS["L7159"]
    room = stock.width * MM - 10 * MM
    short = fit(Address("1", ("Riba Alta", "Plaça Major 1")), stock)
    assert (short.size, short.broken) == (9.0, False)
    wide = fit(Address("1", ("Laboratoire de la délibération de Lac-Neuf", "x")), stock)
    assert 7.0 <= wide.size < 9.0
    broken = fit(Address("1", (LONG, "x")), stock)
    assert broken.size == 7.0
    assert broken.broken
    assert broken.lines[-2][0].endswith("North Sea")
    assert any(text.endswith(",") for text, _weight in broken.lines)
    for made in (short, wide, broken):
        assert all(text_width(text, Style(made.size, 9, weight)) <= room for text, weight in made.lines)
        assert made.height <= stock.height * MM - 5 * MM
    assert " ".join(text for text, _weight in broken.lines[:-1]) == LONG


def test_nothing_prints_outside_its_label(post, tmp_path):
    made = printed(post, tmp_path, sheet="L7159", start=23, countries="always")
    stock = STOCKS["L7159"]
    document = pypdfium2.PdfDocument(made.paths[0])
    pages = [list(seen.letters(page)) for page in document]
    document.close()
    assert len(pages) == 2
    for nth, letters in enumerate(pages):
        used = range(22, 24) if not nth else range(1)
        frames = [stock.corner(place) for place in used]
        for letter in letters:
            assert any(
                x + 4.5 * MM <= letter.left and letter.right <= x + (stock.width - 4.5) * MM
                and y + 2 * MM <= letter.top and letter.bottom <= y + (stock.height - 2) * MM
                for x, y in frames
            )  # fmt: skip
            assert letter.size >= 6.95


def test_countries_are_in_the_senders_language_and_may_be_left_out(post, tmp_path):
    words = seen.text(printed(post, tmp_path).paths[0])
    assert "MARRUECOS" in words
    assert "ESPAÑA" not in words
    assert "ESPAÑA" in seen.text(printed(post, tmp_path, countries="always").paths[0])
    assert "MARRUECOS" not in seen.text(printed(post, tmp_path, countries="never").paths[0])


def test_who_has_no_address_is_named_with_the_reason(post, tmp_path):
    made = printed(post, tmp_path)
    assert any("Nowhere" in sentence for sentence in made.missing)
    assert any(LONG in sentence for sentence in made.missing)
    assert made.disclosure is None


def test_persons_are_written_to_at_their_own_post_or_at_their_organisation(post):
    with post.work("Own") as work:
        person = work.all(Person, order="family_name")[0]
        work.add(ContactPoint, {"person": person["id"], "means": "post", "value": "Own Street 3; 08000 Barcelona"})
        gone = work.all(Person, {"organisation": person["organisation"]})[1]
        work.edit(Person, gone["id"], {"ended": "2020-01-01"})
    with post.read() as read:
        found = addresses(read, narrowed(read, Person, None, "", ()), on=today())
    blocks = {one.id: one.lines for one in found.found}
    name = Person.called(person)
    assert blocks[person["id"]] == (name, "Own Street 3", "08000 Barcelona")
    assert gone["id"] not in blocks
    assert any(lines[0] == "Commune de Tamrirt" and len(lines) == 9 for lines in blocks.values())


def test_only_who_consented_gets_a_letter_where_a_purpose_asks_for_it(post, tmp_path):
    with post.work("Consent") as work:
        someone = next(row for row in work.all(Person) if row["given_name"] == "Open")
        work.add(Consent, {"person": someone["id"], "purpose": "invitations", "date": "2024-01-01"})
    made = printed(post, tmp_path, kind=Person, purpose="invitations")
    assert made.disclosure["count"] == 1
    assert made.disclosure["left_out"] == 3
    record(post, made, today(), "Ada Example")
    with post.read() as read:
        (told,) = read.all(Disclosure)
    assert told["count"] == 1
    assert printed(post, tmp_path, kind=Person).disclosure["count"] == 4


def test_a_test_sheet_shows_outlines_and_spends_no_address(post, tmp_path):
    made = printed(post, tmp_path, test="yes", sheet="L7163", shift_x="-0.5", shift_y="1,5")
    words = seen.text(made.paths[0])
    assert made.pages == 1
    assert all(str(number) in words for number in range(1, 15))
    assert "Plaça Major" not in words
    image = seen.picture(made.paths[0], 0)
    assert seen.darkness(image, 4.65 - 0.5 - 0.3, 15.1 + 1.5 + 10, 0.6, 1) > 0.1


def test_what_cannot_be_printed_is_refused(network, tmp_path):
    with pytest.raises(BadValue, match="24"):
        printed(network, tmp_path, start=25)
    with pytest.raises(BadValue):
        printed(network, tmp_path, sheet="L0000")
    with pytest.raises((Refused, BadValue)):
        printed(network, tmp_path, kind=Practice)


def test_a_list_without_addresses_says_so_on_a_page(network, tmp_path):
    with network.work("No addresses") as work:
        for row in work.all(Organisation):
            work.edit(Organisation, row["id"], {"address": None})
    assert "1/1" in seen.text(printed(network, tmp_path).paths[0])
