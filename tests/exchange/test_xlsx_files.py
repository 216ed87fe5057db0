"""XLSX holds texts that no spreadsheet takes for formulas, and is read in a child with little of everything."""

import zipfile
from datetime import date

import pytest

from iopd_desktop.exchange import xlsx_files
from iopd_desktop.exchange.child import read_in_child
from iopd_desktop.exchange.table import Broken, Sheet
from tests.nasty import FORMULAS, SHORT


def forever(path):
    while True:
        pass
    yield path


def greedy(path):
    hoard = [bytearray(2**24) for _n in range(2**10)]
    yield len(hoard)


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


def test_reading_that_takes_too_long_is_ended(tmp_path):
    with pytest.raises(Broken, match="more than 1 seconds"):
        list(read_in_child(forever, tmp_path / "slow.xlsx", seconds=1))


def test_reading_that_takes_too_much_memory_is_ended(tmp_path):
    with pytest.raises(Broken, match="memory"):
        list(read_in_child(greedy, tmp_path / "large.xlsx"))
