"""CSV: written exactly (RFC 4180, UTF-8) for machines, read in what spreadsheets write."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from iopd_desktop.exchange.table import Broken, Row, Sheet, Table, narrow_enough, small_enough, tabled
from iopd_desktop.words import _

_LONGEST_CELL = 2_000_000
_FEWEST_FOR_A_GUESS = 2
_BINARY = {b"PK\x03\x04": "XLSX", b"\xd0\xcf\x11\xe0": "XLS", b"%PDF": "PDF", b"SQLi": "SQLite"}


def write(path: Path, sheet: Sheet) -> None:
    """Write a table; every text is kept as it is, so that a machine reads back what was there."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(sheet.headings)
        writer.writerows(sheet.rows)


def read(path: Path) -> Table:
    """Read a table; Broken names the file, the line and the reason."""
    content = small_enough(path)
    if known := _BINARY.get(content[:4]):
        raise Broken(path, _("this is no CSV file but {format}").format(format=known))
    text, remarks = _decoded(path, content)
    return tabled(path, _lines(path, text), remarks)


def _decoded(path: Path, content: bytes) -> tuple[str, list[str]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
    try:
        return content.decode(encoding), []
    except UnicodeDecodeError as wrong:
        if encoding == "utf-16":
            raise Broken(path, _("the text is broken")) from wrong
        line = content.count(b"\n", 0, wrong.start) + 1
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        raise Broken(path, _("the text is neither UTF-8 nor Windows-1252"), line) from None
    remark = _("{file} is not UTF-8 (line {line}); it was read as Windows-1252: look at the accents")
    return text, [remark.format(file=path.name, line=line)]


def _lines(path: Path, text: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line = 1
    try:
        for cells in reader:
            narrow_enough(path, len(cells), line)
            yield line, list(cells)
            line = reader.line_num + 1
    except csv.Error as wrong:
        raise Broken(path, _reason(str(wrong)), line) from wrong


def _reason(said: str) -> str:
    if "unexpected end" in said:
        return _("a quote that opens here is never closed")
    if "expected after" in said:
        return _("text follows a closing quote")
    return _("it cannot be taken apart ({reason})").format(reason=said)


def _delimiter(text: str) -> str:
    """The separator by which the first line has most columns; a comma where nothing tells."""
    found = {}
    for delimiter in (",", ";", "\t"):
        try:
            first = next(csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=delimiter), [])
        except csv.Error:
            first = []
        found[delimiter] = len(first)
    best = max(found, key=lambda delimiter: found[delimiter])
    return best if found[best] >= _FEWEST_FOR_A_GUESS else ","
