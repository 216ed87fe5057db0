"""The real window over a real database, worked by keys alone."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from iopd_desktop.models.awards import Assignment, Edition, Juror
from iopd_desktop.store.preferences import Preferences
from iopd_desktop.store.store import Store
from iopd_desktop.views.kit import colours, style
from iopd_desktop.views.kit.exchange import LIST_EXCHANGE, REPORT
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow
from iopd_desktop.views.tabs import TABS


class Secretary:
    """Somebody at the keyboard. No mouse, no call into the program but keys; looks only at what has the focus."""

    def __init__(self, qtbot, path):
        self._qtbot, self.path = qtbot, path
        self.window = self.store = None

    def start(self):
        self.store = Store.open(self.path, author="Ada Example")
        self.window = MainWindow(self.store, TABS, Settings(Preferences()), ordinary=LIST_EXCHANGE, commands=(REPORT,))
        self.window.resize(1366, 768)
        with self._qtbot.waitActive(self.window):
            self.window.show()
        self._qtbot.wait(1)

    def stop(self):
        self.window.put_away()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.store.close()
        self.window = self.store = None

    def restart(self):
        self.stop()
        self.start()

    @property
    def focus(self) -> QWidget:
        if QApplication.activeModalWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()  # as a desktop does when a dialog has closed
            QApplication.processEvents()
        return QApplication.focusWidget() or self.window

    def press(self, *keys):
        """Press keys by their names: "Ctrl+N", "Tab", "Return"."""
        for key in keys:
            *modifiers, name = key.split("+")
            held = Qt.KeyboardModifier.NoModifier
            for modifier in modifiers:
                held |= getattr(Qt.KeyboardModifier, {"Ctrl": "Control"}.get(modifier, modifier) + "Modifier")
            QTest.keyClick(self.focus, getattr(Qt.Key, "Key_" + name), held)
            QApplication.processEvents()

    def type(self, text):
        QTest.keyClicks(self.focus, text)
        QApplication.processEvents()

    def reach(self, name):
        """Tab on until the widget with this accessible name has the keyboard."""
        seen = []
        for _turn in range(250):
            if self.focus.accessibleName() == name:
                return
            seen.append(self.focus.accessibleName())
            self.press("Tab")
        raise AssertionError(f"no way by Tab to {name!r}; passed {list(dict.fromkeys(seen))}")

    def turn_to(self, section):
        """Turn to a section of the form: its tabs are one stop of Tab, and arrows move between them."""
        self.reach("Identity")
        for _turn in range(12):
            if self.focus.accessibleName().startswith(section):
                self.press("Space")
                return
            self.press("Right")
        raise AssertionError(f"no section {section!r}; the focus is on {self.focus.accessibleName()!r}")

    def fill(self, name, text):
        self.reach(name)
        self.press("Ctrl+A")
        self.type(text)

    def meanwhile(self, *steps):
        """Answer the dialogs that the next keys open: each step is done once a dialog waits, by keys again."""
        waiting = list(steps)
        timer = QTimer()
        timer.setInterval(20)

        def tick():
            if waiting and QApplication.activeModalWidget() is not None:
                waiting.pop(0)()
            if not waiting:
                timer.stop()

        timer.timeout.connect(tick)
        timer.start()
        self._timer = timer

    def read(self, record, **where):
        with self.store.read() as reader:
            return reader.all(record, where)

    def until(self, condition):
        self._qtbot.waitUntil(condition, timeout=20_000)


@pytest.fixture
def jury_secretary(qtbot, qapp, sample_path):
    """A secretary at the started program, on the sample network with a jury of three."""
    style.dress(qapp, colours.LIGHT)
    with Store.open(sample_path) as store, store.work("Three jurors") as work:
        edition = work.all(Edition, {"number": 18})[0]["id"]
        for place, juror in enumerate(work.all(Juror, {"edition": edition})):
            for assignment in work.all(Assignment, {"juror": juror["id"]})[5 if place < 3 else 0 :]:
                work.remove(Assignment, assignment["id"])
            if place >= 3:
                work.remove(Juror, juror["id"])
    made = Secretary(qtbot, sample_path)
    made.start()
    yield made
    if made.window is not None:
        made.stop()


@pytest.fixture
def secretary(qtbot, qapp, tmp_path, planned_database):
    """A secretary at the started program, on a database that began with the 2024 plan."""
    style.dress(qapp, colours.LIGHT)
    path = tmp_path / "secretariat.iopd"
    path.write_bytes(planned_database)
    made = Secretary(qtbot, path)
    made.start()
    yield made
    if made.window is not None:
        made.stop()
