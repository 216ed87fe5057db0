"""The score sheet, looked at as a scanner sees it and read as a form."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from iopd_desktop.reports import Sheaf, jury_packet, make
from iopd_desktop.reports.jury_packet import score_sheet
from iopd_desktop.reports.jury_packet.running import check_digit, sheet_code
from iopd_desktop.reports.page import MM, qr_matrix
from iopd_desktop.reports.report import Report
from tests.reports import seen
from tests.reports.made_up import criteria, entry, packet


def printed(tmp_path, one, *, forms=True):
    """A packet's file."""
    report = Report(
        "jury-packet", "Jury packets", personal=True, options=(), rows=lambda _read: [one], story=jury_packet.story,
        sheaves=lambda rows: [Sheaf("packet.pdf", rows, one.language, forms)],
    )  # fmt: skip
    return make(report, None, tmp_path, "en").paths[0]


def sheet_numbers(path):
    return [i for i, words in enumerate(seen.pages(path)) if "One cross in one box per row" in words]


def test_four_marks_and_only_one_of_them_hollow(tmp_path):
    path = printed(tmp_path, packet(2))
    for number in sheet_numbers(path):
        image = seen.picture(path, number)
        for x, y in ((10, 10), (195, 10), (10, 282)):
            assert seen.darkness(image, x, y, 5, 5) > 0.85
        assert 0.2 < seen.darkness(image, 195, 282, 5, 5) < 0.45
        assert seen.darkness(image, 196, 283, 3, 3) < 0.1


def crossed(tmp_path, path, name, state):
    """The file with one box crossed, as a juror's program saves it."""
    writer = PdfWriter(clone_from=path)
    group = next(f for f in writer.root_object["/AcroForm"]["/Fields"] if f.get_object().get("/T") == name).get_object()
    group[NameObject("/V")] = NameObject(state)
    for kid in group["/Kids"]:
        if state in kid.get_object()["/AP"]["/N"]:
            kid.get_object()[NameObject("/AS")] = NameObject(state)
    out = tmp_path / "crossed.pdf"
    writer.write(out)
    return out


def test_a_crossed_box_is_told_from_forty_seven_empty_ones(tmp_path):
    path = crossed(tmp_path, printed(tmp_path, packet(1)), "score_E001_c3", "/4")
    image = seen.picture(path, sheet_numbers(path)[0])
    dark = {}
    for row in range(8):
        for place in range(6):
            x, y = (side / MM for side in score_sheet.box_corner(6, place, row, 8))
            dark[row, place] = seen.darkness(image, x + 1, y + 1, 4, 4)
    assert dark.pop((2, 4)) > 0.25
    assert max(dark.values()) < 0.02
    assert seen.fields(path)["score_E001_c3"]["/V"] == "/4"


def test_the_boxes_stand_where_the_reader_of_scans_looks_for_them():
    for row in range(8):
        for place in range(6):
            x, y = score_sheet.box_corner(6, place, row, 8)
            assert x / MM == pytest.approx(119 + 12 * place, abs=0.01)
            assert y / MM == pytest.approx(58.2 + 12.5 * row, abs=0.01)


@pytest.mark.parametrize("forms", [True, False])
def test_paper_and_screen_show_the_same_boxes(tmp_path, forms):
    path = printed(tmp_path, packet(1), forms=forms)
    assert bool(seen.fields(path)) is forms
    image = seen.picture(path, sheet_numbers(path)[0])
    for place in range(6):
        x, y = (side / MM for side in score_sheet.box_corner(6, place, 0, 8))
        assert 0.1 < seen.darkness(image, x - 0.3, y - 0.3, 6.6, 6.6) < 0.4


def test_the_code_on_the_sheet_is_the_code_of_its_fields(tmp_path):
    one = packet(1)
    path = printed(tmp_path, one)
    code, digit = sheet_code(one, "E001", 1)
    assert code == f"IOPD:1:P-2024-J2-07:E001:S1:{digit}"
    assert digit == check_digit("IOPD:1:P-2024-J2-07:E001:S1")
    assert check_digit("IOPD:1:P-2024-J2-07:E010:S1") != digit
    assert seen.fields(path)["meta_packet"]["/V"] == one.id
    assert read_squares(seen.picture(path, sheet_numbers(path)[0], 300), len(qr_matrix(code))) == qr_matrix(code)
    assert f"Sheet E001-S1, check {digit}" in seen.text(path)


def read_squares(image, count):
    """The squares of the code at its place on the sheet, each looked at in its middle."""
    side = 28 / (count + 8)
    return tuple(
        tuple(seen.darkness(image, 162 + (j + 4.3) * side, 15 + (i + 4.3) * side, side * 0.4, side * 0.4, 300) > 0.5
              for j in range(count))
        for i in range(count)
    )  # fmt: skip


def test_fields_have_names_of_their_own_tooltips_and_no_value(tmp_path):
    path = printed(tmp_path, packet(3))
    found = seen.fields(path)
    expected = {f"score_E{n:03d}_{part}" for n in (1, 2, 3) for part in ("comment", "abstain", "mention")}
    expected |= {f"score_E{n:03d}_c{k}" for n in (1, 2, 3) for k in range(1, 9)}
    expected |= {f"coi_E{n:03d}" for n in (1, 2, 3)} | {f"coi_E{n:03d}_reason" for n in (1, 2, 3)}
    assert set(found) == expected | {"meta_packet"}
    for name, field in found.items():
        assert re.fullmatch(r"[A-Za-z0-9_]+", name)
        assert field.get("/TU")
        if name != "meta_packet":
            assert field.get("/V") in (None, "", "/Off")
    widgets = [w.get_object() for page in PdfReader(path).pages for w in page.get("/Annots") or []]
    names = [w.get("/T") for w in widgets if w.get("/T")]
    assert len(names) == len(set(names))
    for widget in widgets:
        left, low, right, high = (float(side) for side in widget["/Rect"])
        if widget.get("/FT") == "/Btn" or "/Parent" in widget:
            assert right - left >= 5 * MM
            assert high - low >= 5 * MM


def test_a_wrong_click_can_be_taken_back(tmp_path):
    group = seen.fields(printed(tmp_path, packet(1)))["score_E001_c1"]
    assert group["/Ff"] == 1 << 15


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (3, 1), (11, 1), (12, 2)])
def test_rows_fit_the_sheet_whatever_the_number_of_criteria(tmp_path, count, sheets):
    path = printed(tmp_path, packet(1, criteria=criteria(count)))
    numbers = sheet_numbers(path)
    assert len(numbers) == sheets
    assert all(number % 2 == 0 for number in numbers)
    assert {f"score_E001_c{k}" for k in range(1, count + 1)} <= set(seen.fields(path))
    assert score_sheet.row_height(min(count, 11)) / MM * min(count, 11) <= 100.01


@pytest.mark.parametrize(("lowest", "highest"), [(0, 5), (1, 10), (0, 10), (1, 2)])
def test_boxes_of_any_scale_stay_inside_the_corner_marks(lowest, highest):
    count = highest - lowest + 1
    corners = [score_sheet.box_corner(count, place, 0, 8)[0] / MM for place in range(count)]
    assert corners[0] > 100
    assert corners[-1] + 6 <= 188.01
    assert all(b - a > 6.5 for a, b in pairwise(corners))


def test_every_score_sheet_can_be_torn_out(tmp_path):
    path = printed(tmp_path, replace(packet(3), entries=(entry(1), entry(2, passages=()), entry(3))))
    pages = seen.pages(path)
    for number in sheet_numbers(path):
        assert number % 2 == 0
        assert len(pages[number + 1]) < 120
