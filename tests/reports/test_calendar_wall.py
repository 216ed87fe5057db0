"""The year for the wall: one lying sheet, bands that differ without colour, names that fit or are listed by number."""

from itertools import pairwise

import pypdfium2
import pytest

from iopd_desktop.actions.year_wall import year_wall
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.calendar_wall.drawing import KEY, paint_band
from iopd_desktop.reports.calendar_wall.layout import days_of, set_out, sheets
from iopd_desktop.words import LANGUAGES
from tests.reports import seen
from tests.reports.conftest import printed
from tests.reports.test_page import printed as drawn

LONG = "The United Association of the Very Small Municipalities of the Upper Valley and of the Seven Lakes, North"
NAME = paper.Style(8.5, 11)


def add(store, *entries, audience="public"):
    with store.work("Add") as work:
        for i, (title, edtf) in enumerate(entries):
            kind = ("award", "own", "organ", "uclg", "partner")[i % 5]
            date = FuzzyDate.from_edtf(edtf, edtf).plain() if edtf else None
            work.add(Event, {"title": {"en": title}, "type": kind, "date": date, "audience": audience})


def many(count):
    return [(f"Meeting {i}", f"2031-{1 + i % 12:02d}-{1 + i % 27:02d}") for i in range(count)]


def sizes(path):
    document = pypdfium2.PdfDocument(path)
    found = [tuple(round(side / seen.MM) for side in page.get_size()) for page in document]
    document.close()
    return found


@pytest.mark.parametrize(("sheet", "size"), [("a4", (297, 210)), ("a3", (420, 297))])
def test_the_plans_year_stands_on_one_lying_sheet(planned, tmp_path, sheet, size):
    path = printed(planned, tmp_path, "calendar-wall", paper=sheet).paths[0]
    assert sizes(path) == [size]
    words = seen.text(path)
    with planned.read() as read:
        titles = [one.title for one in year_wall(read, 2024).entries]
    assert len(titles) == 15
    assert all(title in words for title in titles)
    for said in ("Calendar 2024", "15–18 Global Forum", "Fixed days", "One of these", "Not confirmed", "January"):
        assert said in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_each_language(planned, tmp_path, language):
    made = printed(planned, tmp_path, "calendar-wall", language)
    assert made.pages == 1
    assert not made.missing


def test_what_does_not_fit_is_numbered_and_listed_with_its_date(store, tmp_path):
    add(store, *many(130), (LONG * 2, "2031-06"))
    words = seen.text(printed(store, tmp_path, "calendar-wall", year=2031).paths[0])
    assert f"{LONG * 2}: June" in words.replace("\n", " ")
    assert all(f"Meeting {i}" in words for i in range(130))


def test_a_crowded_year_keeps_to_its_rows_and_is_parted_over_sheets(store):
    add(store, *many(300))
    with store.read() as read:
        entries = year_wall(read, 2031).entries
    wide = set_out(entries[:10], 2031, 640, 20, NAME)
    assert wide.rows <= 20
    assert not wide.numbered
    crowded = set_out(entries, 2031, 640, 20, NAME)
    assert [name.number for name in crowded.numbered] == list(range(1, 301))
    parted = sheets(crowded, 8)
    assert sum(lane.last - lane.first for lanes in parted for lane in lanes) == crowded.rows
    assert all(sum(lane.last - lane.first for lane in lanes) <= 8 for lanes in parted)


def test_a_year_on_several_sheets_says_that_it_goes_on(store, tmp_path):
    add(store, *many(500))
    first, *others = seen.pages(printed(store, tmp_path, "calendar-wall", year=2031).paths[0])
    charts = [page for page in others if "Calendar 2031, continued" in page]
    assert charts
    assert "Continued on the next sheet." in first
    assert "Continued on the next sheet." not in charts[-1]


def test_an_empty_year_and_undated_entries_are_said(store, tmp_path):
    add(store, ("Someday", ""))
    words = seen.text(printed(store, tmp_path, "calendar-wall", year=2031).paths[0])
    assert "The calendar of 2031 has no entry yet." in words
    assert "1 entry has no date yet and is not drawn." in words
    assert "Month without an entry" in words


def test_the_public_sees_what_is_for_everybody(store, tmp_path):
    add(store, ("Open day", "2031-05-04"))
    add(store, ("Closed day", "2031-05-05"), audience="internal")
    words = seen.text(printed(store, tmp_path, "calendar-wall", year=2031, audience="public").paths[0])
    assert "Open day" in words
    assert "Closed day" not in words


def test_every_script_has_its_letters(store, tmp_path):
    names = ("بلدية المثال", "青石市会议", "Зустріч", "वडा नागरिक सभा", "주민 회의", "Łąkowice ?")
    add(store, *((name, f"2031-0{i + 1}") for i, name in enumerate(names)))
    made = printed(store, tmp_path, "calendar-wall", year=2031)
    assert not made.missing
    assert "青石市会议" in seen.text(made.paths[0])


def test_paints_differ_in_grey(tmp_path):
    def paint(ink, x, y, width):
        for i, name in enumerate(KEY):
            paint_band(ink, name, [(0, 80)], (x, y + 20 + 30 * i), 20)

    path, _missing = drawn(tmp_path, paper.Drawing(220, paint))
    image = seen.picture(path, 0, 60)
    greys = {}
    for i, name in enumerate(KEY):
        left, top = 25 + 2, 28 + (20 + 30 * i - 8) / seen.MM
        box = [round(side * 60 / 25.4) for side in (left, top, left + 24, top + 5)]
        counts = image.crop(box).histogram()
        greys[name] = sum(grey * count for grey, count in enumerate(counts)) / sum(counts)
    greys.pop("deadline")
    assert min(greys, key=greys.get) == "fixed"
    assert all(after - before > 8 for before, after in pairwise(sorted(greys.values())))


def test_days_of_a_fixed_date_stand_before_the_name(store):
    add(store, ("a", "2031-05-15/2031-05-18"), ("b", "{2031-10-03,2031-10-17}"), ("c", "2031-02"), ("d", "2031-09-15?"))
    with store.read() as read:
        assert [days_of(one) for one in year_wall(read, 2031).entries] == ["", "15–18", "", "3, 17"]
