"""`make bench`: measure, print, and write docs/benchmarks.md. It judges nobody and never fails a build."""

import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.side_by_side import Measured

SIZES = (1_000, 10_000, 100_000)
CHANGES = 1_000_000
PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

Each line is work of ours beside its bare twin (the same query, the same library, an empty window), done in
turns in one run; medians. The ratio counts, the milliseconds are information. Made by `make bench` on {day}:
Python {python}, {cores} cores.

| Work | Rows | Ours, ms | Bare, ms | Ratio | At most | Aim |
|---|--:|--:|--:|--:|--:|--:|
"""

WHY = """
What is over its limit, and why, as far as it is known:

- Start to painted: about half of it is what an empty window costs; the rest are the enumerations of the Qt classes
  that we touch, which each process makes anew, and some hundred modules of our own (docs/decisions/0012).
- Start to usable against 1,000 rows: the letters typed are in every other row, so what grows is the search.
- A keystroke in a list: a delegate in Python paints 115 cells, 12 ms of it; of 100,000 rows half are then found.
- One saved edit: a step, a change and the search index are written beside the row, all in one commit. Beside the
  disk's share it is half a millisecond.
- CSV in: each cell is weighed and journalled; the bare side keeps neither rules nor undo.
- XLSX read: the file is read in a child process, whose start dominates small files.
- Many rows: each removal and each return is a change in the journal, and a return is folded from them.
"""


def all_of_it(folder: Path, sizes: tuple[int, ...]) -> Iterator["Measured"]:
    """The lines of the table, as they are measured."""
    from benchmarks.hall import hall
    from benchmarks.many import many
    from benchmarks.papers import papers
    from benchmarks.sheets import sheets
    from benchmarks.starting import starting
    from benchmarks.storing import editing, grown, importing, reading
    from benchmarks.windowed import windowed

    for count in sizes:
        yield from reading(folder, count)
        yield editing(folder, count)
        yield from windowed(folder, count)
        yield from starting(folder, count)
        yield importing(folder, count)
        yield from sheets(folder, count)
        yield from hall(folder, count)
        yield from many(folder, count)
    grown(folder / f"made-up-{max(sizes)}.iopd", CHANGES)
    yield editing(folder, max(sizes))
    yield papers(folder)


def line(found: "Measured") -> str:
    """A row of the table."""
    mark = "" if found.ratio <= found.at_most else " (over)"
    return (
        f"| {found.work} | {found.rows:,} | {found.ours:.2f} | {found.bare:.2f} | {found.ratio:.2f}{mark} "
        f"| {found.at_most} | {found.aim} |"
    )


def main() -> None:
    """Measure at every size, or at those that are named."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"IOPD_DESKTOP_DATA": folder, "IOPD_DESKTOP_CONFIG": folder}
        told = []
        for found in all_of_it(Path(folder), sizes):
            told.append(line(found))
            print(told[-1], flush=True)
    head = HEAD.format(day=date.today().isoformat(), python=platform.python_version(), cores=os.cpu_count())
    PAGE.write_text(head + "\n".join(told) + "\n" + WHY, encoding="utf-8")


if __name__ == "__main__":
    main()
