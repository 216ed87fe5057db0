"""JSON: an array of objects, one a record, keyed by the names of the fields."""

import json
from collections.abc import Mapping
from pathlib import Path

from iopd_desktop.exchange.limits import MOST_COLUMNS, MOST_ROWS
from iopd_desktop.exchange.table import Broken, Sheet, Table, small_enough
from iopd_desktop.words import _, number


def write(path: Path, sheet: Sheet) -> None:
    """Write objects, one on a line, so that a file can be looked at and compared."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("[")
        for place, one in enumerate(sheet.rows):
            file.write(",\n" if place else "\n")
            file.write(json.dumps(one, ensure_ascii=False, separators=(", ", ": ")))
        file.write("\n]\n")


def read(path: Path) -> Table:
    """Read an array of objects; the line of a row is its place in the array."""
    content = small_enough(path)
    try:
        said = json.loads(content)
    except json.JSONDecodeError as wrong:
        raise Broken(path, _("this is no JSON ({reason})").format(reason=wrong.msg), wrong.lineno) from wrong
    except (RecursionError, UnicodeDecodeError) as wrong:
        raise Broken(path, _("this is no JSON that can be read")) from wrong
    if not isinstance(said, list) or not all(isinstance(one, Mapping) for one in said):
        raise Broken(path, _("an array of objects is expected"))
    if len(said) > MOST_ROWS:
        raise Broken(path, _("it has more than {most} rows").format(most=number(MOST_ROWS)))
    headings = list(dict.fromkeys(name for one in said for name in one))
    if len(headings) > MOST_COLUMNS:
        raise Broken(path, _("it has more than {most} columns").format(most=MOST_COLUMNS))
    return Table(headings, [(line, [one.get(name) for name in headings]) for line, one in enumerate(said, 1)])
