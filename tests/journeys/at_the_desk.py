"""A desk in a process of its own, worked by keys alone: it says of each person that they are in, until it is killed."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iopd_desktop.store.store import Store
from iopd_desktop.views.calendar.desk.window import DeskWindow
from iopd_desktop.views.kit import colours, style
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.records import Records


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)


def work_through(path: Path, event: str, lines: list[str]) -> None:
    """Let in whom each line names: "in TEXT" for what is scanned or typed, "walk GIVEN|FAMILY|E-MAIL"."""
    application = QApplication([])
    style.dress(application, colours.LIGHT)
    with Store.open(path, author="Desk") as store:
        desk = DeskWindow(Office(store, Records(store), None, None, None, None, None, None), event, author="Desk")
        desk.show()
        desk.activateWindow()
        for place, line in enumerate(lines):
            application.processEvents()
            deed, _space, text = line.partition(" ")
            desk.queue.field.setFocus()
            if deed == "in":
                QTest.keyClicks(desk.queue.field, text)
                press(Qt.Key.Key_Return)
            else:
                desk._walk_in()
                for part, line_edit in zip(text.split("|"), (desk.form.given, desk.form.family, desk.form.email),
                                           strict=True):  # fmt: skip
                    line_edit.setFocus()
                    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
                    QTest.keyClicks(line_edit, part)
                press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
                desk.form.clear()
            desk.queue.clear()
            print(place, flush=True)
        desk.shut()


if __name__ == "__main__":
    work_through(Path(sys.argv[1]), sys.argv[2], sys.stdin.read().splitlines())
