"""From the start of a process to the first painted rows, beside a window with an empty table."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.made_up import database
from benchmarks.side_by_side import Measured, measured

_OURS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from iopd_desktop.store.preferences import Preferences
from iopd_desktop.store.store import Store
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow
from iopd_desktop.views.tabs import TABS
store = Store.open(Path(sys.argv[1]), author="Bench")
window = MainWindow(store, TABS, Settings(Preferences()))
window.resize(1366, 768)
window.show()
for _turn in range(5):
    application.processEvents()
assert not window.grab().isNull()
import os
os._exit(0)
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.resize(1366, 768)
window.show()
for _turn in range(5):
    application.processEvents()
assert not window.grab().isNull()
import os
os._exit(0)
"""


def starting(folder: Path, count: int) -> Measured:
    """Start to painted, at one size."""
    path = folder / f"made-up-{count}.iopd"
    if not path.exists():
        database(folder, count)
    own = {"IOPD_DESKTOP_DATA": str(folder), "IOPD_DESKTOP_CONFIG": str(folder), "QT_QPA_PLATFORM": "offscreen"}

    def run(program: str) -> None:
        command = [sys.executable, "-c", program, str(path)]
        subprocess.run(command, env=os.environ | own, check=True, capture_output=True)

    return measured("start to painted", count, lambda: run(_OURS), lambda: run(_BARE), (2.0, 1.35), 7)
