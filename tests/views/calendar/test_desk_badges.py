"""A badge on the spot: Shift+Enter lets in and prints; one that was printed stops the hand for a moment."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from iopd_desktop.actions.attending import attendance
from iopd_desktop.actions.badge_codes import code_of, shown
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.registrations import Registration
from iopd_desktop.reports import make, record, report_named
from iopd_desktop.views.calendar.desk.window import DeskWindow
from iopd_desktop.views.kit.preview import Preview
from iopd_desktop.words import today
from tests.reports import seen
from tests.views.calendar.hall import notice, office

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hall(store):
    with store.work("Hall") as work:
        event = work.add(Event, {"title": {"en": "Forum of Examples"}})
        for name, state in (("Ada Example", "registered"), ("Cleo Cancelled", "cancelled")):
            work.add(Registration, {"event": event, "name": name, "state": state})
    return event


@pytest.fixture
def printed(tmp_path):
    """Where the printer of the desk writes."""
    return tmp_path / "out.pdf"


@pytest.fixture
def desk(qtbot, store, hall, printed):
    def printer(_parent):
        made = QPrinter()
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(printed))
        return made

    made = DeskWindow(office(store), hall, author="Ada")
    made.badges.choose = printer
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shut()


def press(qtbot, desk, text, held=SHIFT):
    desk.queue.field.clear()
    qtbot.keyClicks(desk.queue.field, text)
    qtbot.keyClick(desk.queue.field, Qt.Key.Key_Return, held)


def one(store, name):
    with store.read() as read:
        return next(row for row in read.all(Registration) if row["name"] == name)


def came_out(qtbot, store, name):
    qtbot.waitUntil(lambda: one(store, name)["printed"] is not None)


def test_shift_enter_lets_in_and_prints_and_a_second_one_stops_the_hand(qtbot, store, desk, printed):
    press(qtbot, desk, "ada")
    came_out(qtbot, store, "Ada Example")
    assert one(store, "Ada Example")["state"] == "here"
    assert (desk.queue.field.text(), desk.queue.field.hasFocus()) == ("", True)
    assert [each.deed for each in desk.last._done] == ["Badge printed", "Checked in"]
    assert printed.stat().st_size > 1000
    printed.unlink()
    press(qtbot, desk, "ada")
    assert "The badge of Ada Example was printed at" in notice(desk)
    assert "Shift+Enter again" in notice(desk)
    assert not desk.badges._under_way
    qtbot.keyClick(desk.queue.field, Qt.Key.Key_Return, SHIFT)
    qtbot.waitUntil(printed.exists)
    with store.read() as read:
        assert attendance(read, desk.door.hall).here == 1


def test_the_badge_has_its_own_size_on_any_paper(qtbot, store, desk, printed):
    press(qtbot, desk, "ada")
    came_out(qtbot, store, "Ada Example")
    dark = [
        seen.darkness(seen.picture(printed, 0, 150), *place, 150) for place in ((5, 125, 95, 18), (5, 150, 200, 140))
    ]
    assert dark[0] > 0
    assert dark[1] == 0, "an A6 badge is not blown up to A4"


def test_undo_of_the_printing_leaves_them_in_and_the_badge_can_be_printed(qtbot, store, desk):
    press(qtbot, desk, "ada")
    came_out(qtbot, store, "Ada Example")
    desk.last.undo_latest()
    row = one(store, "Ada Example")
    assert (row["printed"], row["state"]) == (None, "here")
    press(qtbot, desk, "ada")
    came_out(qtbot, store, "Ada Example")


def test_who_cancelled_gets_none_without_a_second_press(qtbot, store, desk):
    press(qtbot, desk, "cleo")
    assert "has cancelled" in notice(desk)
    qtbot.keyClick(desk.queue.field, Qt.Key.Key_Return, SHIFT)
    came_out(qtbot, store, "Cleo Cancelled")
    assert one(store, "Cleo Cancelled")["state"] == "here"


def test_a_printer_that_is_not_chosen_prints_nothing_and_they_are_in(qtbot, store, desk, monkeypatch):
    def none(_parent):
        raise Refused("No printer was chosen")

    desk.badges.choose = none
    press(qtbot, desk, "ada")
    qtbot.waitUntil(lambda: "was not printed: No printer" in notice(desk))
    assert (one(store, "Ada Example")["printed"], one(store, "Ada Example")["state"]) == (None, "here")


def test_without_a_printer_the_badge_is_shown(qtbot, store, desk):
    desk.badges.choose = lambda _parent: None
    press(qtbot, desk, "ada")
    came_out(qtbot, store, "Ada Example")
    preview = desk.findChild(Preview)
    assert preview.isVisible()
    assert shown(code_of(one(store, "Ada Example")["id"])) in seen.text(preview._path)
    preview.close()


def test_a_walk_in_gets_a_badge_by_one_more_key(qtbot, store, desk):
    qtbot.keyClicks(desk.form.given, "Nova")
    qtbot.keyClick(desk.form.given, Qt.Key.Key_Return, SHIFT | CONTROL)
    came_out(qtbot, store, "Nova")
    assert one(store, "Nova")["walk_in"]


def test_a_stack_of_badges_is_known_at_the_desk_and_late_ones_print_alone(qtbot, store, hall, desk, tmp_path):
    for names in (["Ada Example"], ["Late Example"]):
        with store.read() as read:
            made = make(report_named("badges"), read, tmp_path / "b.pdf", "en", event=hall, unprinted=True)
        record(store, made, today(), "Ada")
        assert [
            name for name in ("Ada Example", "Late Example") if name.split()[0] in seen.text(made.paths[0])
        ] == names
        with store.work("Late") as work:
            work.add(Registration, {"event": hall, "name": "Late Example"})
    desk.door.read_again()
    press(qtbot, desk, "ada")
    assert "was printed at" in notice(desk)
