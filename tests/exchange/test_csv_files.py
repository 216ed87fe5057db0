"""CSV is written exactly, and read in what spreadsheets of five languages write."""

import pytest

from iopd_desktop.exchange import csv_files
from iopd_desktop.exchange.limits import LARGEST_FILE, MOST_COLUMNS, MOST_ROWS
from iopd_desktop.exchange.table import Broken, Sheet
from tests.nasty import NASTY


@pytest.fixture
def file(tmp_path):
    def write(content):
        path = tmp_path / "members.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_every_text_is_read_back_as_it_was_written(tmp_path):
    path = tmp_path / "nasty.csv"
    csv_files.write(path, Sheet("", ["a", "b"], [[text, "end"] for text in NASTY]))
    assert [cells for _line, cells in csv_files.read(path).rows] == [[text, "end"] for text in NASTY]


def test_lines_end_as_rfc_4180_says_and_no_mark_stands_before(tmp_path):
    path = tmp_path / "a.csv"
    csv_files.write(path, Sheet("", ["é", "b"], [["x,y", 'say "a"']]))
    assert path.read_bytes() == 'é,b\r\n"x,y","say ""a"""\r\n'.encode()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separators_and_encodings_are_recognised(file, delimiter, encoding):
    text = f'Name{delimiter}City\r\n"Açaí{delimiter} X"{delimiter}São Exemplo\r\n'
    table = csv_files.read(file(text.encode(encoding)))
    assert (table.headings, table.rows) == (["Name", "City"], [(2, [f"Açaí{delimiter} X", "São Exemplo"])])
    assert table.remarks == []


def test_an_old_encoding_is_read_and_said(file):
    table = csv_files.read(file("Name;City\nAna;Lyon\nZoë;Çà\n".encode("cp1252")))
    assert table.rows[1] == (3, ["Zoë", "Çà"])
    assert "line 3" in table.remarks[0]
    assert "Windows-1252" in table.remarks[0]


def test_the_line_is_that_of_the_file_also_after_a_cell_of_several_lines(file):
    table = csv_files.read(file('Name,Notes\n"A","one\ntwo"\n\nB,x\n'))
    assert [line for line, _cells in table.rows] == [2, 5]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "holds nothing"),
        (b"\n\n,,\n", "holds nothing"),
        (b'Name,City\n"Ada,Riba\nB,C\n', "line 2: a quote that opens here is never closed"),
        (b'Name,City\nA,B\n"x"y,z\n', "line 3: text follows"),
        (b"Name,City,Name\n", "two columns are called “Name”"),
        (b"PK\x03\x04 something", "this is no CSV file but XLSX"),
        (b"Name\n\x81\x8d\xff\n", "line 2: the text is neither"),
        (b"\xff\xfea", "the text is broken"),
    ],
)
def test_a_broken_file_is_refused_by_name_line_and_reason(file, content, said):
    with pytest.raises(Broken) as refused:
        csv_files.read(file(content))
    assert str(refused.value).startswith("members.csv")
    assert said in str(refused.value)


def test_too_much_is_refused_while_it_is_read(file):
    with pytest.raises(Broken, match="20 MB"):
        csv_files.read(file(b"x" * (LARGEST_FILE + 1)))
    with pytest.raises(Broken, match="columns"):
        csv_files.read(file(",".join(f"c{n}" for n in range(MOST_COLUMNS + 1))))
    with pytest.raises(Broken, match="200,000 rows"):
        csv_files.read(file("a\n" + "x\n" * (MOST_ROWS + 1)))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Broken, match=r"gone\.csv"):
        csv_files.read(tmp_path / "gone.csv")
