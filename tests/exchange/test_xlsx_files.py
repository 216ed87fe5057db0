"""XLSX holds texts that no spreadsheet takes for formulas, and is read in a child with little of everything."""

import zipfile
from datetime import date

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from iopd_desktop.exchange import xlsx_cells, xlsx_files
from iopd_desktop.exchange.limits import MOST_COLUMNS
from iopd_desktop.exchange.table import Broken, Sheet
from tests.nasty import FORMULAS, SHORT


def test_every_text_is_read_back_as_it_was_written(tmp_path):
    path = tmp_path / "nasty.xlsx"
    texts = [*SHORT, "W" * xlsx_files.LONGEST_CELL, "\U0001f600" * xlsx_files.LONGEST_CELL]
    xlsx_files.write(path, Sheet("Nasty", ["a", "b"], [[text, "end"] for text in texts]))
    assert [cells for _line, cells in xlsx_files.read(path).rows] == [[text, "end"] for text in texts]


def test_no_formula_and_no_link_stands_in_the_file(tmp_path):
    path = tmp_path / "formulas.xlsx"
    xlsx_files.write(path, Sheet("Formulas", ["a"], [[text] for text in (*FORMULAS, "https://example.org")]))
    with zipfile.ZipFile(path) as zipped:
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    assert b"<f>" not in parts["xl/worksheets/sheet1.xml"]
    assert b"hyperlink" not in parts["xl/worksheets/sheet1.xml"]
    assert not [name for name in parts if "external" in name.casefold()]


def test_numbers_and_days_are_kept_as_such(tmp_path):
    path = tmp_path / "kinds.xlsx"
    xlsx_files.write(path, Sheet("Kinds", ["a", "b", "c"], [[7, 2.5, date(2024, 5, 15)], [None, "", date(1850, 1, 2)]]))
    assert xlsx_files.read(path).rows == [(2, [7, 2.5, "2024-05-15"]), (3, ["", "", "1850-01-02"])]


def test_a_sheet_that_begins_further_down_tells_the_lines_that_people_see(tmp_path):
    path = tmp_path / "lower.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        for line, cells in ((4, ["Name", "Members"]), (5, ["one", True]), (9, ["two", 1e300])):
            page.write_row(line, 2, cells)
    table = xlsx_files.read(path)
    assert (table.headings, table.rows) == (["Name", "Members"], [(6, ["one", True]), (10, ["two", 1e300])])


CELLS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=20), st.integers(-(10**14), 10**14), st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: not number.is_integer()),
)  # fmt: skip


@given(st.lists(CELLS, min_size=1, max_size=12))
def test_cells_travel_as_they_are(cells):
    travelled = xlsx_cells.unpacked(xlsx_cells.packed(list(cells)))
    assert [(type(cell), cell) for cell in travelled] == [(type(cell), cell) for cell in cells]


def test_the_same_rows_make_the_same_bytes(tmp_path):
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    for path in (one, other):
        xlsx_files.write(path, Sheet("Same", ["a"], [["x"], [1]]))
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("content", [b"", b"Name,City\n", b"PK\x03\x04 no archive", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_spreadsheet_is_refused(tmp_path, content):
    path = tmp_path / "members.xlsx"
    path.write_bytes(content)
    with pytest.raises(Broken, match=r"members\.xlsx"):
        xlsx_files.read(path)


def test_a_damaged_spreadsheet_is_refused(tmp_path):
    path = tmp_path / "members.xlsx"
    xlsx_files.write(path, Sheet("Members", ["a"], [[f"text {n}"] for n in range(500)]))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Broken, match="cannot be taken apart"):
        xlsx_files.read(path)


def test_what_inflates_beyond_reason_is_refused_before_it_is_parsed(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    with pytest.raises(Broken, match="inflates"):
        xlsx_files.read(path)


def test_an_archive_that_belittles_what_it_holds_is_counted_all_the_same(tmp_path):
    path = tmp_path / "liar.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    path.write_bytes(path.read_bytes().replace((30_000_000).to_bytes(4, "little"), (30).to_bytes(4, "little")))
    with pytest.raises(Broken, match="inflates"):
        xlsx_files.read(path)


def test_many_small_members_are_counted_together(tmp_path):
    path = tmp_path / "many.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for number in range(20):
            zipped.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * 1_500_000)
    with pytest.raises(Broken, match="inflates"):
        xlsx_files.read(path)


def test_what_is_too_wide_is_refused(tmp_path):
    path = tmp_path / "wide.xlsx"
    xlsx_files.write(path, Sheet("Wide", [f"c{n}" for n in range(MOST_COLUMNS + 1)], []))
    with pytest.raises(Broken, match="more than 500 columns"):
        xlsx_files.read(path)
