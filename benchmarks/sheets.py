"""Spreadsheets read and written, beside the libraries that do it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.made_up import organisations
from benchmarks.side_by_side import Measured, measured
from iopd_desktop.exchange import xlsx_files
from iopd_desktop.exchange.table import Sheet


def sheets(folder: Path, count: int) -> Iterator[Measured]:
    """XLSX written and read at one size."""
    rows = [tuple(row.values()) for row in organisations(count)]
    headings = ["Name", "City", "Country", "Type"]
    path, plain = folder / f"sheet-{count}.xlsx", folder / f"bare-{count}.xlsx"
    rounds = 3 if count > 10_000 else 5
    yield measured(
        "XLSX written", count, lambda: xlsx_files.write(path, Sheet("Made up", headings, rows)),
        lambda: _bare_write(plain, headings, rows), (1.15, 1), rounds,
    )  # fmt: skip
    yield measured("XLSX read", count, lambda: xlsx_files.read(path), lambda: _bare_read(path), (1.5, 1), rounds)


def _bare_write(path: Path, headings: list[str], rows: list[Any]) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        page = book.add_worksheet()
        for line, row in enumerate((headings, *rows)):
            for place, text in enumerate(row):
                page.write_string(line, place, text)


def _bare_read(path: Path) -> None:
    from python_calamine import CalamineWorkbook

    CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
