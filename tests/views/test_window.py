"""The window: keys, palette, undo, jobs, and what it leaves behind."""

import threading

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from iopd_desktop import words
from iopd_desktop.models.refusal import Refused
from iopd_desktop.views.kit import colours
from iopd_desktop.views.kit.background import Cancelled, Jobs
from iopd_desktop.views.kit.changes import LastChanges
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow
from iopd_desktop.views.picturing import take_pictures
from tests.views.conftest import TABS

CTRL = Qt.KeyboardModifier.ControlModifier


def test_control_and_a_digit_turn_to_a_tab(window):
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.view.tab.name == "repository"

    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    assert window.view.tab.name == "members"


def test_control_page_keys_turn_the_pages_of_a_tab(window):
    QTest.keyClick(window, Qt.Key.Key_PageDown, CTRL)
    assert window.view.page_name == "persons"

    QTest.keyClick(window, Qt.Key.Key_PageUp, CTRL)
    assert window.view.page_name == "all"


def test_control_f_searches_the_page(window):
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)

    assert QApplication.focusWidget() is window.page.list.filters.search


def test_the_palette_finds_a_record_and_goes_to_it(window, records, cities, qtbot):
    person = records.add("person", {"given_name": "Ana", "family_name": "Exemplo", "organisation": cities[1]})
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "exemplo")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert not window.palette_.isVisible()
    assert window.view.page_name == "persons"
    qtbot.waitUntil(lambda: window.page.selected() == [person])


def test_the_palette_does_commands(window):
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), ">second tab")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert window.view.tab.name == "repository"


def test_escape_puts_the_palette_away_and_gives_the_keyboard_back(window):
    window.page.list.table.setFocus()
    window.palette_.open()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert not window.palette_.isVisible()
    assert QApplication.focusWidget() is window.page.list.table


def test_undo_and_redo_by_keys(window, records, cities, qtbot):
    records.edit("organisation", cities[0], {"city": "Elsewhere"})
    qtbot.waitUntil(lambda: window.status._undo.text() == "Undo: Edit organisation")

    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert records.seek("organisation", cities[0])["city"] == "Aldea"
    assert window.toast._words.text() == "Taken back: Edit organisation"

    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert records.seek("organisation", cities[0])["city"] == "Elsewhere"


def test_commands_that_want_a_record_are_grey_without_one(window):
    entries = {command.name: action for command, action in window.menus.commands()}
    assert entries["remove"].isEnabled()

    window.page.list.table.clearSelection()

    assert not entries["remove"].isEnabled()
    assert entries["undo"].isEnabled()


def test_every_command_stands_in_a_menu_and_no_key_twice(window):
    shown = [command.key for command, _action in window.menus.commands() if command.key]

    assert sorted(shown) == sorted(set(shown))
    assert {"edit", "view", "file", "record", "help"} <= {command.menu for command, _action in window.menus.commands()}


def test_the_tabs_count_what_they_hold(window, qtbot):
    qtbot.waitUntil(lambda: window.strip._tabs["members"].accessibleName() == "Members, 3")


def test_a_picture_waits_for_the_form_and_the_last_changes_of_the_record(window, records, cities, tmp_path, qtbot):
    take_pictures(window, tmp_path, ())

    window.show_tab("members", "all")
    assert {path.name for path in tmp_path.iterdir()} >= {"members-all.png", "repository-practices.png"}
    assert window.page.list.table.ids() == [window.page.form.id]
    assert window.page.form.isVisible()
    assert window.page.form.findChild(LastChanges).isVisible()


def test_the_status_line_does_not_say_that_all_is_saved_while_something_waits(window):
    line = window.status
    line.show_saved(None)
    line.show_drafts(1)
    assert [each.text() for each in line.findChildren(QPushButton) if not each.isHidden()].count("All saved") == 0

    line.show_drafts(0)
    assert "All saved" in [each.text() for each in line.findChildren(QPushButton) if not each.isHidden()]


def test_the_window_comes_back_where_it_was(window, store, qtbot):
    window.show_tab("repository")
    window.put_away()

    again = MainWindow(store, TABS, Settings())
    qtbot.addWidget(again, before_close_func=lambda each: each.put_away())

    assert again.view.tab.name == "repository"
    assert again.settings.get("geometry-1") == window.settings.get("geometry-1")


def test_built_again_it_speaks_another_language(window, store, qtbot):
    window.put_away()
    words.speak("fr")

    again = MainWindow(store, TABS, Settings())
    qtbot.addWidget(again, before_close_func=lambda each: each.put_away())

    assert again.page.list.model.headerData(2, Qt.Orientation.Horizontal) == "Pays"


def test_it_asks_to_be_built_again_when_the_system_turns_dark(window, qapp, qtbot):
    with qtbot.assertNotEmitted(window.rebuild_wanted):
        QApplication.sendEvent(window, QEvent(QEvent.Type.ThemeChange))

    window._worn = (colours.DARK, 1.0)
    with qtbot.waitSignal(window.rebuild_wanted) as wanted:
        QApplication.sendEvent(window, QEvent(QEvent.Type.ThemeChange))

    assert wanted.args == ["en"]


def test_typing_that_was_not_left_is_kept_when_the_window_closes(window, records, cities):
    window.page.form.fields.rows["city"].editor.line.setText("Typed last")

    window.close()

    assert records.seek("organisation", cities[0])["city"] == "Typed last"


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.wait()


def test_a_job_counts_and_answers_in_the_windows_thread(jobs, qtbot):
    counted, answers = [], []
    jobs.counted.connect(lambda done, total: counted.append((done, total)))

    def work(progress):
        for n in range(3):
            progress.step(n + 1, 3)
        return threading.current_thread() is threading.main_thread()

    def done(answer):
        answers.append((answer, threading.current_thread() is threading.main_thread()))

    jobs.run("Packets", work, done, pytest.fail)

    qtbot.waitUntil(lambda: answers == [(False, True)])
    assert counted == [(1, 3), (2, 3), (3, 3)]


def test_a_cancelled_job_stops_and_says_nothing(jobs, qtbot):
    begun, stopped = threading.Event(), []

    def work(progress):
        begun.set()
        try:
            while True:
                progress.step(1, 2)
        except Cancelled:
            stopped.append(True)
            raise

    jobs.run("Endless", work, pytest.fail, pytest.fail)
    begun.wait(5)
    jobs.cancel()

    qtbot.waitUntil(lambda: not jobs.busy)
    assert stopped == [True]


def test_a_refusal_reaches_the_person(jobs, qtbot):
    told = []

    def work(_progress):
        raise Refused("The file is empty")

    jobs.run("Import", work, pytest.fail, told.append)

    qtbot.waitUntil(lambda: told == ["The file is empty"])


def test_a_job_speaks_the_language_it_was_asked_in(jobs, qtbot):
    spoken = []
    with words.speaking("fr"):
        jobs.run("Report", lambda _progress: words.language(), spoken.append, pytest.fail)

    qtbot.waitUntil(lambda: spoken == ["fr"])
