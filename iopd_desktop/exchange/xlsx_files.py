"""XLSX: written for people with every text forced to be a text, read in a child from what may be anything."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from iopd_desktop.exchange import xlsx_cells
from iopd_desktop.exchange.child import read_in_child
from iopd_desktop.exchange.limits import MOST_ROWS
from iopd_desktop.exchange.table import Broken, Cell, Row, Sheet, Table, narrow_enough, small_enough, tabled
from iopd_desktop.words import _, number

LONGEST_CELL = 16_000  # Excel keeps 32,767 UTF-16 units, and a character may take two
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the same rows give the same bytes; the day of making is not told
_FIRST_YEAR = 1901  # Excel's own calendar begins in 1900, and begins wrong


def write(path: Path, sheet: Sheet) -> None:
    """Write a table: headings that stay in sight, filters, texts that no spreadsheet takes for formulas."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        _write(path, sheet)
    except FileCreateError as wrong:  # it hides what the disk said
        raise wrong.args[0] from None


def _write(path: Path, sheet: Sheet) -> None:
    # What it notes on the way goes when it fails too; the archive is small enough for memory, where no disk is full.
    whole = BytesIO()
    with TemporaryDirectory(prefix=".", dir=path.parent) as notes:
        _fill(whole, notes, sheet)
    path.write_bytes(whole.getbuffer())


def _fill(whole: BytesIO, notes: str, sheet: Sheet) -> None:
    import xlsxwriter

    options = {"constant_memory": True, "tmpdir": notes, "default_date_format": "yyyy-mm-dd"}
    book = xlsxwriter.Workbook(whole, options)
    book.set_properties({"title": sheet.title, "created": _MADE})
    page = book.add_worksheet()
    try:
        page.freeze_panes(1, 0)
        for place, width in enumerate(sheet.widths):
            page.set_column(place, place, width)
        bold = book.add_format({"bold": True, "bottom": 1})
        for place, heading in enumerate(sheet.headings):
            page.write_string(0, place, heading, bold)
        last = 0
        for last, row in enumerate(sheet.rows, 1):
            for place, cell in enumerate(row):
                _write_cell(page, last, place, cell)
        if sheet.headings:
            page.autofilter(0, 0, max(last, 1), len(sheet.headings) - 1)
        book.close()
    finally:
        with suppress(OSError):
            page.row_data_fh.close()


def _write_cell(page: Any, row: int, column: int, cell: Cell) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        page.write_string(row, column, cell)
    elif isinstance(cell, date) and cell.year >= _FIRST_YEAR:
        page.write_datetime(row, column, cell)
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        page.write_number(row, column, cell)
    else:
        page.write_string(row, column, str(cell))


def read(path: Path) -> Table:
    """Read the first sheet, in a child; Broken names the file, the line and the reason."""
    if not small_enough(path).startswith(b"PK"):
        raise Broken(path, _("this is no XLSX file; save it as XLSX and try again"))
    return tabled(path, _rows(path))


def _rows(path: Path) -> Iterator[Row]:
    """The rows with their lines, as the child hands them over."""
    handed = read_in_child(xlsx_cells.pieces, path)
    height, width = map(int, next(handed).split())
    if height > MOST_ROWS + 1:
        raise Broken(path, _("it has more than {most} rows").format(most=number(MOST_ROWS)))
    narrow_enough(path, width)
    line = 0
    for piece in handed:
        cells = xlsx_cells.unpacked(piece)
        for start in range(0, len(cells), width):
            line += 1
            yield line, cells[start : start + width]
