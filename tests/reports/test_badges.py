"""Badges: inside their places, with the code of the registration, and told apart without colour."""

import pypdfium2
import pytest

from iopd_desktop.actions.badge_codes import PREFIX, code_of, shown
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import PARTS, Registration
from iopd_desktop.reports import make, report_named
from iopd_desktop.reports.page import qr_matrix
from iopd_desktop.reports.stock import STOCKS
from tests.reports import seen

TOLD = (
    ("Jeanne Delcourt", "Jeanne", None, "participant"), ("Chen Xiaoyu", "Xiaoyu", "陈晓雨", "speaker"),
    ("Ana Maria Costa Example", "Ana Maria", None, "moderator"), ("أمينة بن صالح", "أمينة", "Amina", "guest"),
    ("김민지", None, "Kim Min-ji", "team"), ("सीता गुरुङ", "सीता", "Sita Gurung", "participant"),
    ("Wolfeschlegelsteinhausen von und zu Hohenlohe-Langenburg-Beispiel", "Wolfeschlegelsteinhausen", None, "guest"),
    ("Оксана Шевченко", "Оксана", None, "speaker"), ("Zoë Zuletzt", "Zoë", None, "participant"),
)  # fmt: skip


@pytest.fixture
def hall(store):
    """An event with nine registrations in six scripts, one who waits, one who cancelled."""
    with store.work("Hall") as work:
        event = work.add(Event, {"title": {"en": "Forum of Examples"}, "place": "Riba Alta", "country": "ES",
                                 "date": {"edtf": "2024-10-17/2024-10-19"}})  # fmt: skip
        for name, given, other, part in TOLD:
            work.add(Registration, {"event": event, "name": name, "given_name": given, "other_form": other,
                                    "part": part, "organisation": f"Office of {part}", "country": "PT"})  # fmt: skip
        for name, state in (("Wim Waits", "waiting"), ("Cleo Cancelled", "cancelled")):
            work.add(Registration, {"event": event, "name": name, "state": state})
    return event


def printed(store, event, folder, language="en", **options):
    with store.read() as read:
        return make(report_named("badges"), read, folder / "badges.pdf", language, event=event, **options)


def one_named(store, name):
    with store.read() as read:
        return next(row["id"] for row in read.all(Registration) if row["name"] == name)


def read_squares(image, count, x, y, dpi=300):
    """The squares of a code of 21 mm at a place on the sheet, each looked at in its middle."""
    side = 21 / (count + 8)
    return tuple(
        tuple(seen.darkness(image, x + (j + 4.3) * side, y + (i + 4.3) * side, side * 0.4, side * 0.4, dpi) > 0.5
              for j in range(count))
        for i in range(count)
    )  # fmt: skip


def test_every_code_on_the_sheet_is_that_of_its_registration_in_the_order_of_family_names(store, hall, tmp_path):
    path = printed(store, hall, tmp_path).paths[0]
    image = seen.picture(path, 0, 300)
    order = ("Chen Xiaoyu", "Ana Maria Costa Example", "Jeanne Delcourt")
    for place, name in enumerate(order):
        id = one_named(store, name)
        x, y = (side * 25.4 / 72 for side in STOCKS["cut-8"].corner(place))
        wanted = qr_matrix(PREFIX + code_of(id))
        assert read_squares(image, len(wanted), x + 105 - 5 - 21, y + 5) == wanted
        assert shown(code_of(id)) in seen.text(path)


@pytest.mark.parametrize("sheet", ["cut-8", "A6"])
def test_nothing_prints_outside_its_badge(store, hall, tmp_path, sheet):
    made = printed(store, hall, tmp_path, sheet=sheet)
    high = 74.25 if sheet == "cut-8" else 148
    document = pypdfium2.PdfDocument(made.paths[0])
    assert len(document) == (2 if sheet == "cut-8" else 9)
    for page in document:
        for letter in seen.letters(page):
            x, y = letter.left / seen.MM % 105, letter.top / seen.MM % high
            assert 4.5 < x < x + (letter.right - letter.left) / seen.MM < 100.5
            assert 4.5 < y < y + (letter.bottom - letter.top) / seen.MM < high - 4.5
            assert letter.size >= 6.95
    document.close()
    assert made.missing == []


def test_who_has_no_place_gets_no_badge_unless_asked_for_by_name(store, hall, tmp_path):
    words = seen.text(printed(store, hall, tmp_path).paths[0])
    assert "Waits" not in words
    assert "Cancelled" not in words
    made = printed(store, hall, tmp_path, registration="Wim Waits", sheet="A6")
    assert made.pages == 1
    assert "Waits" in seen.text(made.paths[0])
    assert made.disclosure["count"] == 1


def test_a_used_sheet_is_begun_at_its_first_free_place(store, hall, tmp_path):
    assert printed(store, hall, tmp_path, start=8).pages == 2
    assert printed(store, hall, tmp_path, start=7).pages == 2
    with pytest.raises(BadValue, match="8"):
        printed(store, hall, tmp_path, start=9)


def test_five_bands_are_told_apart_in_grey(store, hall, tmp_path):
    path = printed(store, hall, tmp_path, sheet="A6").paths[0]
    words, bands = seen.pages(path), {}
    for part, label in PARTS.items():
        nth = next(i for i, page in enumerate(words) if f"Office of {part}" in page)
        assert label in words[nth]
        image = seen.picture(path, nth)
        stretch = image.crop((int(50 * 150 / 25.4), int(128 * 150 / 25.4), int(60 * 150 / 25.4), int(140 * 150 / 25.4)))
        pixels = sorted(stretch.tobytes())
        bands[part] = pixels[len(pixels) // 20], pixels[-len(pixels) // 20]
    shades = sorted(bands.values())
    assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) > 20 for a in shades for b in shades if a is not b)


def test_a_name_too_long_for_its_badge_is_said(store, hall, tmp_path):
    with store.work("Long") as work:
        work.add(Registration, {"event": hall, "name": "x" * 90 + " Example", "given_name": "x" * 90})
    assert any("too long" in sentence for sentence in printed(store, hall, tmp_path).missing)


def test_an_event_without_registrations_says_so(store, hall, tmp_path):
    with store.work("Empty") as work:
        event = work.add(Event, {"title": {"en": "Empty room"}, "destroy_by": "2025-01-31"})
    made = printed(store, event, tmp_path)
    assert "Nobody is registered, or" in seen.text(made.paths[0])
    assert "31 January 2025" in seen.text(made.paths[0])
    assert made.disclosure is None
    with pytest.raises(Refused):
        printed(store, "No such event", tmp_path)
