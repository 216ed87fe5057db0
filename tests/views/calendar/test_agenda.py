"""The agenda by keys: what comes next, the year's targets, checklists and local times."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget

from iopd_desktop.models.calendar import Event, Preparation
from iopd_desktop.models.members import Organisation
from iopd_desktop.views.kit.pieces import QPushButton

KEY = Qt.Key
POPUPS = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "does not support raise", extend=True)


def event(store, words):
    with store.read() as reader:
        return next(row for row in reader.all(Event) if words in row["title"]["en"]["text"])


def test_the_next_entry_is_chosen_and_arrows_walk_the_year(seen, planned):
    page = seen("agenda")
    assert page.view.current() == event(planned, "Preparation")["id"]
    page.view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.view, KEY.Key_Down)
    assert page.form.id == event(planned, "Coordinating committee")["id"]
    assert "January or February" in page.view.accessibleDescription()
    QTest.keyClick(page.view, KEY.Key_End)
    assert page.form.id == event(planned, "Valongo")["id"]
    QTest.keyClick(page.view, KEY.Key_Return)
    assert page.form.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert QApplication.focusWidget() is page.view


def test_what_is_wanting_for_a_target_is_begun_from_its_row(seen, planned, qtbot):
    page = seen("agenda")
    add = next(b for b in page.targets.findChildren(QPushButton) if "International" in b.accessibleName())
    add.setFocus()
    QTest.keyClick(add, KEY.Key_Space)
    assert page.form.isAncestorOf(QApplication.focusWidget())
    QTest.keyClicks(QApplication.focusWidget(), "Forum of the rivers")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    made = event(planned, "Forum of the rivers")
    with planned.read() as reader:
        target = reader.value("SELECT id FROM target WHERE type IS NULL")
    assert (made["series"], made["type"]) == (target, "own")
    qtbot.waitUntil(lambda: any("1 of 3" in each.text() for each in page.targets.findChildren(QLabel)))


@POPUPS
def test_a_checklist_comes_to_the_chosen_entry(seen, planned, window, qtbot):
    page = seen("agenda")
    page.open(event(planned, "Coordinating committee")["id"])
    page.view.setFocus()
    QTest.keyClick(window, KEY.Key_L, Qt.KeyboardModifier.ControlModifier)
    offered = QApplication.activePopupWidget() or next(
        w for w in QApplication.topLevelWidgets() if w.isVisible() and w.findChildren(QListWidget)
    )
    listed = offered.findChild(QListWidget)
    assert listed.item(0).text() == "Organ meeting (6 steps)"
    QTest.keyClick(listed, KEY.Key_Return)
    with planned.read() as reader:
        assert reader.count(Preparation) == 6
    assert page.form._tabs.current() == "preparation"


def test_a_deadline_is_told_in_local_times_and_copied(seen, planned, window, qtbot):
    with planned.work("A member") as work:
        work.add(Organisation, {"name": "A", "country": "IN", "membership": "associate"})
        deadline = next(row["id"] for row in work.all(Event) if row["type"] == "deadline")
        work.edit(Event, deadline, {"moment": {"at": "2024-05-15T12:00", "zone": "UTC"}})
    page = seen("agenda")
    page.open(deadline)
    page.view.setFocus()
    QTimer.singleShot(0, lambda: QTest.keyClick(QApplication.activeModalWidget(), KEY.Key_Return))
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, KEY.Key_L, ctrl_shift)
    assert QApplication.clipboard().text() == "15 May 2024, 17:30\tUTC+5:30\tIndia\n"
