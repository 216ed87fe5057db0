"""A page of records is worked by keys alone, and every change can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iopd_desktop.views.kit import record_list, record_page
from iopd_desktop.views.kit.editors import Editor


@pytest.fixture
def page(window):
    window.page.list.table.setFocus()
    return window.page


def names(page):
    return [page.list.model.index(row, 0).data() for row in range(page.list.model.rowCount())]


def chosen(page, records):
    return [records.title("organisation", id) for id in page.selected()]


def test_the_first_record_is_shown_at_once(page, records):
    assert names(page) == ["Aldea Example", "Bairro Example", "Commune Example"]
    assert chosen(page, records) == ["Aldea Example"]
    assert page.form._title.text() == "Aldea Example"


def test_arrows_walk_and_the_form_follows(page, cities):
    QTest.keyClick(page.list.table, Qt.Key.Key_Down)

    assert page.selected() == [cities[1]]
    assert page.form.id == cities[1]


def test_a_new_record_has_nothing_of_the_one_before(page, records, cities, qtbot):
    records.add("person", {"family_name": "Example", "organisation": cities[1]})
    QTest.keyClick(page.list.table, Qt.Key.Key_Down)
    assert page.form._tabs._tabs["person"]._count == 1
    qtbot.waitUntil(page.form._last.isVisible)

    QTest.keyClick(page.list.table, Qt.Key.Key_Up)
    page.begin()

    assert page.form._tabs._tabs["person"]._count is None
    assert not page.form._later.isActive()
    assert not page.form._last.isVisible()


def test_letters_typed_in_the_list_search_it(page, qtbot):
    QTest.keyClick(page.list.table, "c")
    QTest.keyClicks(QApplication.focusWidget(), "omm")

    assert QApplication.focusWidget() is page.list.filters.search
    qtbot.waitUntil(lambda: names(page) == ["Commune Example"])
    assert "1 of 3" in page.list.title._count.text()

    QTest.keyClick(page.list.filters.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(page)) == 3)


def test_nothing_found_offers_to_clear(page, qtbot):
    page.list.filters.search.setText("zzzz")
    qtbot.waitUntil(lambda: page.list._body.currentIndex() == 1)

    page.list.filters.clear()

    assert page.list._body.currentIndex() == 0


def test_a_filter_shows_its_value_and_its_own_clear(page):
    made = page.list.filters.filters[0]
    made.set_values(["ES", "PT"])
    made.changed.emit()

    assert names(page) == ["Aldea Example", "Bairro Example"]
    assert made._button.text() == "Country: Spain, Portugal"
    made.clear()
    assert len(names(page)) == 3


def test_a_head_orders_the_list_and_again_turns_it(page):
    page.list.table._sort_by(2)
    assert names(page)[0] == "Commune Example"

    page.list.table._sort_by(2)
    assert names(page)[0] == "Aldea Example"


def test_f2_edits_a_cell_and_enter_keeps_it(page, records, cities, qtbot):
    table = page.list.table
    table.setCurrentIndex(page.list.model.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor.parent(), Editor)
    editor.selectAll()
    QTest.keyClicks(editor, "Aldeia")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: records.seek("organisation", cities[0])["city"] == "Aldeia")


def test_enter_goes_to_the_form_and_escape_back(page):
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.form.fields.rows["name"].editor.line

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.list.table


def test_delete_removes_and_undo_brings_back(page, window, records, cities, qtbot):
    QTest.keyClick(page.list.table, Qt.Key.Key_Delete)

    assert names(page) == ["Bairro Example", "Commune Example"]
    assert window.toast._words.text() == "Remove 1 organisation"

    window.toast._undo.click()
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    assert records.seek("organisation", cities[0])["name"] == "Aldea Example"


def test_a_new_record_is_typed_into_the_form(page, records, qtbot):
    page.begin()
    line = QApplication.focusWidget()
    QTest.keyClicks(line, "Dorf Example")
    QTest.keyClick(line, Qt.Key.Key_Tab)

    qtbot.waitUntil(lambda: "Dorf Example" in names(page))
    assert chosen(page, records) == ["Dorf Example"]


def test_parts_are_made_inside_the_form(page, records, cities, qtbot):
    page.form.add_part("person")
    panel = page.form.panel("person")
    QTest.keyClicks(panel._form.rows["family_name"].editor.line, "Example")
    panel._form.keep_all()

    assert [p["organisation"] for p in records.all("person")] == [cities[0]]
    assert panel._table.ids() == [p["id"] for p in records.all("person")]
    assert page.form._tabs._tabs["person"].words() == "Persons  1"


def test_an_old_value_is_put_back(page, records, cities):
    records.edit("organisation", cities[0], {"city": "Elsewhere"})
    page.form._read_changes()

    page.form._put_back("city", "Aldea")

    assert records.seek("organisation", cities[0])["city"] == "Aldea"


def test_a_view_is_saved_and_shown_again(page, window, monkeypatch, qtbot, store):
    monkeypatch.setattr(record_page, "ask_line", lambda *_asked: "Iberia")
    made = page.list.filters.filters[0]
    made.set_values(["ES", "PT"])
    made.changed.emit()
    page.save_view()
    qtbot.waitUntil(lambda: bool(window.view.list._views))
    made.clear()

    window.view.show_view(next(iter(window.view.list._views)))

    assert names(page) == ["Aldea Example", "Bairro Example"]
    assert next(iter(window.view.list._views.values())).accessibleName() == "Iberia, 2"


def test_columns_are_chosen_and_kept(page, window, monkeypatch):
    monkeypatch.setattr(record_list, "choose_columns", lambda *_asked: ["name", "email"])
    page.list.choose_columns()

    assert [c.name for c in page.list.model.columns] == ["name", "email"]
    assert window.settings.get("columns/organisation/all") == ["name", "email"]


def test_a_change_by_another_thread_is_seen(page, window, store, qtbot):
    import threading

    from iopd_desktop.models.members import Organisation

    def write():
        with store.work("Elsewhere") as work:
            work.add(Organisation, {"name": "Eskola Example"})

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: "Eskola Example" in names(page))


def test_while_a_new_record_is_typed_no_other_is_meant(page, cities):
    page.begin()
    assert page.selected() == []
    page.remove()
    assert len(names(page)) == 3
    QTest.keyClick(page.list.table, Qt.Key.Key_Down)
    page.list.table.choose_place(0)
    assert page.form.id == cities[0]
