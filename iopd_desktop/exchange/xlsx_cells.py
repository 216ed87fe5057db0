"""The cells of a spreadsheet, on their way from the child that takes the file apart to the program.

The first piece says how high and wide the sheet is. Each other piece is some whole rows as one text: a character that
stands in no cell, then every cell between two of it, and last the places and values of those that are no texts, as
JSON. So packing and unpacking are one call each, whatever the cells hold.
"""

from itertools import chain, count, islice

from iopd_desktop.exchange.inflating import inflated_enough
from iopd_desktop.exchange.limits import Unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:  # the child does without what only describes
    from collections.abc import Iterator
    from typing import Any

_AT_ONCE = 2000


def pieces(path: str) -> "Iterator[bytes]":
    """The first sheet of a file, in pieces; to be called in a child only."""
    import python_calamine as calamine

    with open(path, "rb") as file:  # noqa: PTH123 - the child does without pathlib
        inflated_enough(file.read())
    try:
        with calamine.CalamineWorkbook.from_path(path) as book:
            sheet = book.get_sheet_by_index(0)
            yield f"{sheet.height} {sheet.width}".encode()
            rows = iter(sheet.iter_rows() if sheet.start else ())
            while some := list(islice(rows, _AT_ONCE)):
                yield packed(list(chain.from_iterable(some)))
    except calamine.PasswordError as wrong:
        raise Unreadable("locked") from wrong
    except (calamine.CalamineError, IndexError) as wrong:
        raise Unreadable("torn", str(wrong)) from wrong


def packed(cells: "list[Any]") -> bytes:
    """Cells as one piece."""
    others = []
    for place, cell in enumerate(cells):
        if type(cell) is not str:
            cells[place], value = _plain(cell)
            if value:
                others.append(f"[{place},{value}]")
    cells.append(f"[{','.join(others)}]")
    whole = "".join(cells)
    apart = next(character for character in map(chr, count()) if character not in whole)
    return (apart + apart.join(cells)).encode()


def unpacked(piece: bytes) -> "list[Any]":
    """The cells of a piece, as they were packed."""
    text = piece.decode()
    cells: list[Any] = text[1:].split(text[0])
    others = cells.pop()
    if others != "[]":
        import json

        for place, value in json.loads(others):
            cells[place] = value
    return cells


def _plain(cell: "Any") -> tuple[str, str]:
    """A cell as a text, and as JSON where it is a number or a flag."""
    if isinstance(cell, bool):
        return "", "true" if cell else "false"
    if isinstance(cell, float):
        if cell.is_integer() and abs(cell) < 10**15:
            return "", str(int(cell))
        return ("", repr(cell)) if abs(cell) < float("inf") else (str(cell), "")
    if isinstance(cell, int):
        return "", str(cell)
    from datetime import date, datetime, time

    if isinstance(cell, datetime):
        return (cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")), ""
    return (cell.isoformat() if isinstance(cell, date | time) else str(cell)), ""
