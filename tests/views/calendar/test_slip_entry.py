"""A stack of consent slips is entered by scanner and keys alone."""

import pytest
from PySide6.QtCore import Qt

from iopd_desktop.actions.badge_codes import SLIP_PREFIX
from iopd_desktop.actions.presets import seed_wordings
from iopd_desktop.actions.slips import slip_code, slip_number
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Consent
from iopd_desktop.models.registrations import Registration, Slip
from iopd_desktop.views.calendar.desk.slip_entry import SlipEntry

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hall(store):
    with store.work("Hall") as work:
        seed_wordings(work)
        event = work.add(Event, {"title": {"en": "Forum of Examples"}})
        ada = work.add(Registration, {"event": event, "name": "Ada Example"})
        work.add(Registration, {"event": event, "name": "Bo Example"})
        for number, registration in ((1, ada), (2, None)):
            work.put(Slip, {"event": event, "number": number, "language": "pt", "version": "2024-1",
                            "registration": registration})  # fmt: skip
    return event


@pytest.fixture
def entry(qtbot, store, hall):
    made = SlipEntry(None, store, hall, "Ada")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def consents(store):
    with store.read() as read:
        return sorted((row["purpose"], row["how"], row["by"]) for row in read.all(Consent))


def test_a_stack_goes_by_keys_alone(qtbot, store, hall, entry):
    qtbot.keyClicks(entry.code, SLIP_PREFIX + slip_code(hall, 1))
    qtbot.keyClick(entry.code, Qt.Key.Key_Return)
    assert "Ada Example" in entry.whose.text()
    assert "Portuguese" in entry.whose.text()
    assert entry.focusWidget() is entry.boxes["newsletter"], "the name is printed: the first box is next"
    assert consents(store) == [], "a scanner's Enter enters nothing"
    qtbot.keyClick(entry.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(entry.focusWidget(), Qt.Key.Key_Return, CONTROL)
    assert consents(store) == [("newsletter", "paper", "Ada")]
    assert (entry.code.text(), entry.code.hasFocus()) == ("", True)
    assert not entry.boxes["newsletter"].isChecked(), "nothing stays ticked for the next one"
    qtbot.keyClicks(entry.code, slip_number(hall, 2))
    qtbot.keyClick(entry.code, Qt.Key.Key_Return)
    qtbot.keyClicks(entry.focusWidget(), "Bo Example")
    qtbot.keyClick(entry.boxes["photos"], Qt.Key.Key_Space)
    qtbot.keyClick(entry.boxes["photos"], Qt.Key.Key_Return, CONTROL)
    assert len(consents(store)) == 2
    entry._undo.click()
    assert consents(store)[0][0] == "newsletter"
    with store.read() as read:
        assert [row["entered"] is None for row in read.all(Slip, order="number")] == [False, True]


def test_what_is_wrong_is_said_and_the_number_can_be_typed_over(qtbot, store, hall, entry):
    wrong = f"1-{(int(slip_number(hall, 1)[-1]) + 1) % 10}"
    qtbot.keyClicks(entry.code, wrong)
    qtbot.keyClick(entry.code, Qt.Key.Key_Return)
    assert "does not fit" in entry._wrong.text()
    assert entry.code.selectedText() == wrong
    qtbot.keyClicks(entry.code, slip_number(hall, 2))
    qtbot.keyClick(entry.code, Qt.Key.Key_Return, CONTROL)
    assert "say who signed" in entry._wrong.text()
    assert consents(store) == []
