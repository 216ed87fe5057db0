"""A signed sheet is entered back from the window: shown by name first, one step, and the hour of the sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from iopd_desktop.actions.attending import attendance
from iopd_desktop.actions.badge_codes import SHEET_PREFIX
from iopd_desktop.actions.checking_in import Desk, check_in
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.registrations import CheckIn, Registration, Session
from iopd_desktop.reports.sign_in_sheet import rows as sheet_rows
from iopd_desktop.views.calendar.desk.sheet_entry import SheetEntry

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hall(store):
    """An event of October 2024 with a session and four registrations, the second of whom is here."""
    with store.work("Hall") as work:
        event = work.add(Event, {"title": {"en": "Forum of Examples"}, "date": {"edtf": "2024-10-17"}})
        at = {"at": "2024-10-17T11:00", "zone": "UTC"}
        session = work.add(Session, {"event": event, "title": {"en": "Workshop"}, "begins": at})
        names = [f"{name} Example" for name in ("Ada", "Bo", "Cy", "Di")]
        ids = [work.add(Registration, {"event": event, "name": name}) for name in names]
        check_in(work, ids[1], Desk("Laptop"))
    return event, session, ids


@pytest.fixture
def entry(qtbot, store, hall):
    made = SheetEntry(None, store, hall[0], "Ada")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def code(store, event, session=None):
    with store.read() as read:
        return SHEET_PREFIX + sheet_rows(read, event=event, session=session).code


def shown(entry):
    return " ".join(each.text() for each in entry.signers.findChildren(QLabel))


def typed(qtbot, entry, sheet, rows, blanks=""):
    qtbot.keyClicks(entry.code, sheet)
    qtbot.keyClick(entry.code, Qt.Key.Key_Return)
    qtbot.keyClicks(entry.focusWidget(), rows)
    qtbot.keyClicks(entry.blanks, blanks)


def test_who_signed_is_shown_by_name_and_let_in_as_one_step_at_the_hour_of_the_event(qtbot, store, hall, entry):
    event, _session, _ids = hall
    typed(qtbot, entry, code(store, event), "1-2 4", "Nova Guest; Riba Alta; Spain")
    assert "rows 1 to 4, blank ones 5 to 14" in entry.whose.text()
    qtbot.waitUntil(lambda: "Nova Guest" in shown(entry))
    assert "Ada Example" in shown(entry)
    assert "Cy Example" not in shown(entry)
    assert "Come in: 2. In already: 1. Without a registration: 1." in entry._sum.text()
    assert entry.when.text().startswith("17 October 2024")
    qtbot.keyClicks(entry.when, " 09:15")
    with store.read() as read:
        assert attendance(read, event).here == 1, "nothing before it is asked for"
    qtbot.waitUntil(lambda: not entry._soon.isActive())
    qtbot.keyClick(entry.blanks, Qt.Key.Key_Return, CONTROL)
    with store.read() as read:
        found = attendance(read, event)
        assert (found.here, found.walk_ins) == (4, 1)
        said = [row for row in read.all(CheckIn) if row["desk"].startswith("Sheet")]
    assert len(said) == 3
    assert {row["at"][:10] for row in said} == {"2024-10-17"}
    assert (entry.code.text(), entry.code.hasFocus(), entry.rows.text()) == ("", True, "")
    entry._undo.click()
    with store.read() as read:
        assert attendance(read, event).here == 1


def test_what_was_not_shown_yet_is_shown_before_it_is_let_in(qtbot, store, hall, entry):
    event, session, _ids = hall
    typed(qtbot, entry, code(store, event, session), "3")
    assert "Workshop" in entry.whose.text()
    assert "11:00" in entry.when.text()
    qtbot.keyClick(entry.rows, Qt.Key.Key_Return, CONTROL)
    assert "Cy Example" in shown(entry)
    with store.read() as read:
        assert not read.all(CheckIn, {"session": session})
    qtbot.keyClick(entry.rows, Qt.Key.Key_Return, CONTROL)
    with store.read() as read:
        (said,) = read.all(CheckIn, {"session": session})
    assert said["at"] == "2024-10-17T11:00:00Z"


def test_a_wrong_code_a_wrong_row_and_an_hour_to_come_are_said(qtbot, store, hall, entry):
    event, _session, _ids = hall
    qtbot.keyClicks(entry.code, "IOPD:S:000000001")
    qtbot.keyClick(entry.code, Qt.Key.Key_Return)
    assert "no code of a sign-in sheet" in entry._wrong.text()
    entry.code.clear()
    typed(qtbot, entry, code(store, event), "99")
    qtbot.waitUntil(lambda: "There is no row 99" in shown(entry))
    entry.rows.clear()
    qtbot.keyClicks(entry.rows, "1")
    entry.when.clear()
    qtbot.keyClicks(entry.when, "1 January 2090")
    qtbot.waitUntil(lambda: "still to come" in shown(entry))
    qtbot.keyClick(entry.when, Qt.Key.Key_Return, CONTROL)
    assert "still to come" in entry._wrong.text()
    with store.read() as read:
        assert attendance(read, event).here == 1
