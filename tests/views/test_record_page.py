"""A page of records is worked by keys alone, and every change can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iopd_desktop.models import by_kind
from iopd_desktop.views.kit import kept_views
from iopd_desktop.views.kit.dialogs import columns as dialogs_columns
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


@pytest.fixture
def crowd(page, store, qtbot):
    """The list with 1,200 more places, all of them chosen."""
    with store.work("Load") as work:
        work.add_many(by_kind("organisation"), [{"name": f"Place {number}"} for number in range(1_200)])
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1_203)
    page.list.table.selectAll()
    return page


def test_a_great_many_are_removed_and_brought_back_while_the_window_counts(crowd, window, qtbot):
    counted = []
    window.jobs.counted.connect(lambda done, whole: counted.append((done, whole)))

    QTest.keyClick(crowd.list.table, Qt.Key.Key_Delete)
    assert window.jobs.busy
    qtbot.waitUntil(lambda: names(crowd) == [])
    assert (1_203, 1_203) in counted
    assert window.toast._words.text() == "Remove 1,203 organisations"

    window.run("undo")
    assert window.jobs.busy
    qtbot.waitUntil(lambda: len(names(crowd)) == 1_203)
    assert window.toast._words.text() == "Taken back: Remove 1,203 organisations"


def test_a_long_removal_that_is_cancelled_leaves_every_record(crowd, window, qtbot):
    # in the job's own thread, so that it cannot be done before it is stopped
    window.jobs.counted.connect(window.jobs.cancel, Qt.ConnectionType.DirectConnection)
    QTest.keyClick(crowd.list.table, Qt.Key.Key_Delete)

    qtbot.waitUntil(lambda: not window.jobs.busy)
    crowd.list.reload()
    assert len(names(crowd)) == 1_203


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


def own_views(window):
    return {id: row for id, row in window.view.list._views.items() if not id.startswith("ready:")}


@pytest.fixture
def iberia(page, window, monkeypatch, qtbot):
    """The id of a saved view of two countries, which is shown."""
    monkeypatch.setattr(kept_views, "ask_line", lambda *_asked: "Iberia")
    made = page.list.filters.filters[0]
    made.set_values(["ES", "PT"])
    made.changed.emit()
    page.views.save()
    qtbot.waitUntil(lambda: bool(own_views(window)))
    return next(iter(own_views(window)))


def test_a_view_is_saved_and_shown_again(page, window, iberia):
    page.list.filters.clear()

    window.view.show_view(iberia)

    assert names(page) == ["Aldea Example", "Bairro Example"]
    assert own_views(window)[iberia].accessibleName() == "Iberia, 2"


def test_changes_of_a_view_are_offered_and_saved_and_taken_back(page, window, iberia, qtbot):
    filters = page.list.filters
    assert filters.change_button.isHidden()
    filters.filters[0].set_values(["PT"])
    filters.changed.emit()
    assert filters.change_button.isVisible()

    filters.change_button.click()

    assert filters.change_button.isHidden()
    qtbot.waitUntil(lambda: own_views(window)[iberia].accessibleName() == "Iberia, 1")
    window.run("undo")
    qtbot.waitUntil(lambda: own_views(window)[iberia].accessibleName() == "Iberia, 2")
    assert filters.change_button.isVisible()


def test_a_view_is_renamed_and_removed_and_comes_back(page, window, iberia, monkeypatch, qtbot, store):
    monkeypatch.setattr(kept_views, "ask_line", lambda *asked: asked[-1] + " and more")
    window.view.list.view_asked.emit(iberia, "rename")
    qtbot.waitUntil(lambda: own_views(window)[iberia].accessibleName() == "Iberia and more, 2")

    window.run("remove-view")

    qtbot.waitUntil(lambda: not own_views(window))
    window.run("remove-view")
    assert "choose one first" in "".join(hint.sentence for hint in page.list.wrong._all)
    window.run("undo")
    qtbot.waitUntil(lambda: iberia in own_views(window))


def test_a_view_of_the_program_narrows_the_list_until_it_is_cleared(page, window, records):
    records.add("person", {"family_name": "Nobody asked"})
    window.show_tab("members", "persons")
    window.view.show_view("ready:consent-missing")
    persons = window.page.list
    assert (persons.model.rowCount(), persons.filters.narrowed._button.text()) == (1, "Consent missing")
    assert not window.view.list._views["ready:consent-missing"].actions()

    persons.filters.narrowed.clear()

    assert persons.filters.narrowed.isHidden()
    assert not persons.filters.used()


def test_columns_are_chosen_and_kept(page, window, monkeypatch):
    monkeypatch.setattr(dialogs_columns, "choose_columns", lambda *_asked: ["name", "email"])
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
