"""F1 explains the tab wherever the keyboard is, in the language of the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iopd_desktop import words
from iopd_desktop.views.tabs import TABS
from tests.answers import answering


def test_f1_explains_the_tab_on_every_page(program, qtbot, planned):
    path = planned.path
    planned.close()
    program.speak("es")
    assert program.open(path, None)
    window = program.window
    qtbot.waitUntil(window.isVisible)
    silent = []
    for tab in TABS:
        for page in window.tabs[tab.name].list.names():
            window.show_tab(tab.name, page)
            window.activateWindow()  # as a desktop does when a dialog has closed
            for _turn in range(3):
                QApplication.processEvents()
            heard, timer = answering(lambda dialog: dialog.reject())
            QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)
            timer.stop()
            wanted = words._(tab.help).split("\n")
            if not heard or not all(paragraph in heard[0] for paragraph in wanted):
                silent.append((tab.name, page, heard))
    assert silent == []


def test_the_help_of_every_tab_is_told_in_every_language():
    for tab in TABS:
        told = set()
        for language in words.LANGUAGES:
            with words.speaking(language):
                told.add(words._(tab.help))
        assert len(told) == len(words.LANGUAGES)
