"""From the start of a process to the first painted rows, and to a search that is answered, beside an empty table."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.made_up import database
from benchmarks.side_by_side import Measured, measured

# The program itself, as it is started with a file's name; what looks on is an event filter at the table.
_OURS = """
import os
import sys
from pathlib import Path

from iopd_desktop.__main__ import app

started = app().started

from PySide6.QtCore import QEvent, QObject, QTimer

SOUGHT = sys.argv[2:]


class Onlooker(QObject):
    typed, before = False, None

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self.look)
        return False

    def look(self):
        list_ = program.window.page.list
        shown = [list_.model.row(place)["name"] for place in range(30)]
        if not SOUGHT:
            os._exit(0)
        if not self.typed:
            self.typed, self.before = True, shown
            list_.filters.search.setFocus()
            list_.filters.search.insert(SOUGHT[0])
        elif shown != self.before:
            os._exit(0)


application, program = started(Path(sys.argv[1]))
onlooker = Onlooker()
program.window.page.list.table.viewport().installEventFilter(onlooker)
QTimer.singleShot(60_000, lambda: os._exit(3))
application.exec()
"""
_BARE = """
import os

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class Onlooker(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False


application = QApplication([])
window, table = QMainWindow(), QTableView()
window.setCentralWidget(table)
window.resize(1366, 768)
window.show()
onlooker = Onlooker()
table.viewport().installEventFilter(onlooker)
application.exec()
"""


def starting(folder: Path, count: int) -> Iterator[Measured]:
    """Start to painted and start to usable, at one size, and both against the smallest size."""
    few, many = _made(folder, 1_000), _made(folder, count)
    for work, sought, goals in (("painted", (), (2.0, 1.35)), ("usable", ("zur",), (4, 3))):
        yield measured(f"start to {work}", count, _run(_OURS, many, *sought), _run(_BARE), goals, 7)
        if count > 1_000:
            name = f"start to {work}, against 1,000 rows"
            yield measured(name, count, _run(_OURS, many, *sought), _run(_OURS, few, *sought), (1.15, 1.0), 7)


def _made(folder: Path, count: int) -> Path:
    path = folder / f"made-up-{count}.iopd"
    return path if path.exists() else database(folder, count)


def _run(program: str, path: Path | None = None, *told: str) -> "Run":
    return Run([sys.executable, "-c", program, *([str(path)] if path else []), *told])


class Run:
    """A process from its start to its end. It writes its byte code, as a program that was installed has it."""

    def __init__(self, command: list[str]) -> None:
        self._command = command
        self._notes = [Path(told + ".open") for told in command if told.endswith(".iopd")]
        self._environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        self._environment["QT_QPA_PLATFORM"] = "offscreen"

    def __call__(self) -> None:
        # The one before was stopped as soon as it had painted: it must not be taken for a crash.
        for note in self._notes:
            note.unlink(missing_ok=True)
        subprocess.run(self._command, env=self._environment, check=True, capture_output=True, timeout=120)
