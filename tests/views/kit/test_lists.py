"""Lists in little room: what tells the rows apart is seen, and what does not fit beside the filters is at hand."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QWidget

from iopd_desktop.models.members import Organisation
from iopd_desktop.views.kit import filter_row
from iopd_desktop.views.kit.cells import elided
from iopd_desktop.views.kit.filter_row import FilterRow
from iopd_desktop.views.kit.record_model import CELL
from iopd_desktop.views.kit.steps import font


def test_words_that_begin_alike_are_cut_where_they_differ(window, records):
    alike = "The citizens' register of all the algorithms that are used by the city of "
    for place in ("Arles", "Braga", "Cuenca"):
        records.add("organisation", {"name": alike + place})
    records.add("organisation", {"name": "The only one that begins so, and goes on and on without any likeness at all"})
    page = window.page
    page.list.reload()
    cells = [page.list.model.index(row, 0) for row in range(page.list.model.rowCount())]
    metrics = QFontMetrics(font("name"))
    shown = [elided(metrics, index.data(CELL), 190, index) for index in cells]

    assert [words.partition("…")[2][-4:] for words in shown if "…" in words] == ["rles", "raga", "enca", ""]


def test_where_the_row_is_narrow_columns_and_views_stand_in_a_menu(records, qtbot, monkeypatch):
    opened = []

    class Seen(QMenu):
        def exec(self, *_place):
            opened.append([one.text() for one in self.actions()])

    monkeypatch.setattr(filter_row, "QMenu", Seen)
    around = QWidget()
    qtbot.addWidget(around)
    row = FilterRow(Organisation, ("country", "type"), records, around)
    around.resize(1000, 60)
    row.resize(900, 40)
    around.show()
    assert row.columns_button.isVisible()
    assert not row.more_button.isVisible()

    row.resize(520, 40)
    assert not row.columns_button.isVisible()
    row.more_button.click()
    assert opened == [["Columns"]]

    row.show_changed(changed=True)
    assert row.change_button.isVisible()
    row.more_button.click()
    assert opened[-1] == ["Columns", "Save view"]
