"""A field of the chosen rows is changed from the window, with the field's own editor, and undone."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel


def test_a_field_of_all_rows_is_changed_and_taken_back(window, store, cities, qtbot):
    page = window.page
    page.list.table.selectAll()
    seen = []

    def fill():
        dialog = QApplication.activeModalWidget()
        dialog.field.setCurrentIndex(dialog.field.findData("country"))
        QApplication.processEvents()
        seen.append({label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)})
        dialog.editor.fill("AD")
        dialog.try_it()
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, window, fill)
    window.run("batch")
    assert {"Change a field of 3 organisations", "Spain", "Portugal", "France"} <= seen[0]
    countries = [row["country"] for row in window.office.records.all("organisation")]
    assert countries == ["AD"] * 3
    assert "Country changed in 3 rows" in [label.text() for label in window.toast.findChildren(QLabel)]
    window.run("undo")
    countries = sorted(row["country"] for row in window.office.records.all("organisation"))
    assert countries == ["ES", "FR", "PT"]
