"""The frame of a dialog: where the keyboard begins and ends, how high it is, what a low screen does with it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

from iopd_desktop.views.kit.dialogs import asked
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.ticks import TickBox


def shown(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_the_keyboard_begins_in_the_first_field_and_comes_to_the_buttons_last(qtbot):
    dialog = Dialog(None, "Export", "What the list shows.", "Export")
    box = ChoiceBox("Format")
    box.addItem("CSV")
    dialog.put("Format", box)
    name = dialog.ask("Name")
    shown(qtbot, dialog)

    assert dialog.focusWidget() is box
    way = []
    for _step in range(3):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        way.append(dialog.focusWidget())
    assert way == [name, dialog.cancel, dialog.deed]


def test_enter_in_a_field_does_the_deed_and_escape_leaves(qtbot):
    dialog = Dialog(None, "Save view", "", "Save")
    line = dialog.ask("Name")
    shown(qtbot, dialog)
    QTest.keyClicks(line, "Mine")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted

    other = shown(qtbot, Dialog(None, "Save view", "", "Save"))
    QTest.keyClick(other, Qt.Key.Key_Escape)
    assert other.result() == QDialog.DialogCode.Rejected


def test_a_dialog_is_as_high_as_its_words(qtbot):
    dialog = Dialog(None, "Help")
    for _each in range(3):
        dialog.explain("A sentence that is long enough for several lines of the dialog, and then for one more. " * 2)
    shown(qtbot, dialog)

    assert dialog.height() == dialog.layout().totalHeightForWidth(dialog.width())


def test_on_a_low_screen_what_is_asked_scrolls_and_the_buttons_stay(qtbot, monkeypatch):
    dialog = Dialog(None, "Labels", "", "Make it")
    fields = [dialog.ask(f"Field {place}") for place in range(20)]
    dialog.body.addWidget(TickBox("A test"))
    low = type("Screen", (), {"availableGeometry": lambda _self: QRect(0, 0, 1024, 600)})()
    monkeypatch.setattr(Dialog, "screen", lambda _self: low)
    shown(qtbot, dialog)
    assert dialog.focusWidget() is fields[0]
    QApplication.processEvents()

    assert dialog.height() <= 600
    assert dialog.rect().contains(dialog.deed.geometry())
    (area,) = dialog.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert area.widget().width() <= area.viewport().width()


def test_where_a_long_list_can_be_lower_only_the_list_scrolls(qtbot, monkeypatch):
    dialog = Dialog(None, "Import", "Nothing has changed yet.", "Import")
    asked.table(dialog, [(f"Line {place}", "is not a country") for place in range(150)], "Refused")
    dialog.explain("A sentence that is long enough for several lines of the dialog, and then for one more. " * 6)
    dialog.body.addWidget(TickBox("Keep the refused lines"))
    low = type("Screen", (), {"availableGeometry": lambda _self: QRect(0, 0, 1024, 440)})()
    monkeypatch.setattr(Dialog, "screen", lambda _self: low)
    shown(qtbot, dialog)

    assert len(dialog.findChildren(QScrollArea)) == 1
    assert dialog.height() <= 440


def test_a_long_reason_in_a_table_wraps(qtbot):
    dialog = Dialog(None, "Import")
    reason = "is not one of the many that it might be, " * 6
    asked.table(dialog, [(f"Line {place}", reason) for place in range(3)], "Refused")
    shown(qtbot, dialog)

    (area,) = dialog.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
