"""The network's form: what is typed there stands on the next paper, and is undone like every change."""

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iopd_desktop.actions.network import letterhead
from iopd_desktop.views.kit.dialogs.network import ask_network
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.record_form import RecordForm


def test_the_name_of_the_network_is_typed_into_its_form(window, store, qtbot):
    def type_name():
        dialog = QApplication.activeModalWidget()
        form = dialog.findChild(RecordForm)
        line = form.fields.rows["return_line"].editor.findChild(Line)
        QTest.keyClicks(line, "IOPD, Plaza del Ejemplo 1")
        dialog.reject()

    QTimer.singleShot(0, window, type_name)
    ask_network(window)
    with store.read() as read:
        assert letterhead(read).values["return_line"] == "IOPD, Plaza del Ejemplo 1"
    window.run("undo")
    with store.read() as read:
        assert letterhead(read).values.get("return_line") is None
