"""XLSX: written for people with every text forced to be a text, read in a child from what may be anything."""

import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from iopd_desktop.exchange.child import read_in_child
from iopd_desktop.exchange.table import (
    LARGEST_INFLATED,
    MOST_ROWS,
    Broken,
    Cell,
    Sheet,
    Table,
    narrow_enough,
    small_enough,
    tabled,
)
from iopd_desktop.words import _, number

LONGEST_CELL = 16_000  # Excel keeps 32,767 UTF-16 units, and a character may take two
_LARGEST_RATIO, _RATIO_FROM = 100, 10 * 2**20
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
    import xlsxwriter

    options = {"constant_memory": True, "tmpdir": str(path.parent), "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"title": sheet.title, "created": _MADE})
        page = book.add_worksheet()
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
    return tabled(path, ((line, cells) for line, cells in read_in_child(read_rows, path)))


def read_rows(path: Path) -> Iterator[tuple[int, list[Cell]]]:
    """The rows of the first sheet with their lines; to be called in a child only."""
    import python_calamine as calamine

    inflated_enough(path)
    try:
        with calamine.CalamineWorkbook.from_path(str(path)) as book:
            sheet = book.get_sheet_by_index(0)
            if sheet.height > MOST_ROWS + 1:
                raise Broken(path, _("it has more than {most} rows").format(most=number(MOST_ROWS)))
            narrow_enough(path, sheet.width)
            first = sheet.start[0] if sheet.start else 0
            for place, row in enumerate(sheet.iter_rows() if sheet.start else ()):
                yield first + place + 1, [cell if type(cell) is str else _plain(cell) for cell in row]
    except calamine.PasswordError as wrong:
        raise Broken(path, _("it is locked with a password")) from wrong
    except (calamine.CalamineError, IndexError) as wrong:
        raise Broken(path, _("it cannot be taken apart ({reason})").format(reason=str(wrong)[:120])) from wrong


def _plain(cell: Any) -> Cell:
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < 10**15 else cell
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell) if isinstance(cell, timedelta) else cell


def inflated_enough(path: Path) -> None:
    """Broken where a ZIP inflates past the caps: its bytes are counted, not what it says of itself."""
    total, most = 0, max(_RATIO_FROM, _LARGEST_RATIO * path.stat().st_size)
    try:
        with zipfile.ZipFile(path) as zipped:
            for member in zipped.infolist():
                with zipped.open(member) as inflating:
                    while some := inflating.read(2**18):
                        total += len(some)
                        if total > min(LARGEST_INFLATED, most):
                            raise Broken(path, _("it inflates to more than is allowed"))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, RuntimeError, ValueError, zlib.error) as wrong:
        raise Broken(path, _("it cannot be taken apart ({reason})").format(reason=str(wrong)[:120])) from wrong
