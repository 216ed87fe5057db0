"""Every page of every tab is walked, as its readers have it: names, room for words, contrast, the way of the keyboard.

A full product of languages, text sizes and colours would be thirty walks. What is cut depends on language and size,
what stands out on colours alone: eight walks hold every language at the usual size, the three with the longest words
at twice the size, and each scheme at twice the size, where ink can be measured.
"""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from iopd_desktop import words
from iopd_desktop.views.first_start import FirstStart
from iopd_desktop.views.kit import colours, style
from iopd_desktop.views.kit.exchange import LIST_EXCHANGE, REPORT
from iopd_desktop.views.kit.record_page import RecordPage
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.kit.steps import px, row_height
from iopd_desktop.views.main_window import MainWindow
from iopd_desktop.views.tabs import TABS
from tests.views.looks import cut, faint, nameless, reachable, reached

LANGUAGES = pytest.mark.parametrize("language", words.LANGUAGES)
STRONG = colours.strong(colours.LIGHT)
WALKS = [
    *(pytest.param(language, 1, colours.LIGHT, id=language) for language in words.LANGUAGES),
    pytest.param("fr", 2, colours.LIGHT, id="fr-twice-light"),
    pytest.param("pt", 2, colours.DARK, id="pt-twice-dark"),
    pytest.param("es", 2, STRONG, id="es-twice-strong"),
]
SMALL = {1: QSize(1024, 600), 2: QSize(1366, 720)}
"""The smallest screens with text of the usual and of twice the size."""


@pytest.fixture
def build(qapp, qtbot, peopled):
    """Makes the window anew in a language, a text size and a scheme; puts the font back afterwards."""
    usual = QFont(qapp.font())

    def built(language="en", factor=1, scheme=colours.LIGHT, size=(1366, 768)):
        words.speak(language)
        font = QFont(usual)
        font.setPixelSize(13 * factor)
        qapp.setFont(font)
        style.dress(qapp, scheme)
        made = MainWindow(peopled, TABS, Settings(), ordinary=LIST_EXCHANGE, commands=(REPORT,))
        qtbot.addWidget(made, before_close_func=lambda each: each.put_away())
        made.resize(*size)
        made.show()
        qtbot.waitUntil(made.isVisible)
        return made

    yield built
    qapp.setFont(usual)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def pages(window):
    for tab, view in window.tabs.items():
        for page in view.list.names():
            window.show_tab(tab, page)
            if isinstance(window.page, RecordPage) and window.page.list.table.ids():
                assert window.page.form.id
            for _turn in range(8):  # counts come after the first paint, and places after the counts
                QApplication.processEvents()
            yield f"{tab}/{page}"


@pytest.mark.parametrize(("language", "factor", "scheme"), WALKS)
def test_every_page_has_names_room_and_contrast(build, language, factor, scheme):
    window = build(language, factor, scheme)
    for name in pages(window):
        assert (name, nameless(window)) == (name, [])
        assert (name, cut(window)) == (name, [])
        wanted = window.minimumSizeHint()
        assert (name, wanted.boundedTo(SMALL[factor])) == (name, wanted)
        if factor == 1 and isinstance(window.page, RecordPage):
            assert (name, window.page.list.table.horizontalScrollBar().maximum()) == (name, 0)
        if factor == 2:  # strokes are wide enough that a pixel has the colour of the ink
            assert (name, faint(window)) == (name, [])


def test_the_tab_key_reaches_everything_on_every_page(build, qtbot):
    window = build()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for name in pages(window):
        wanted, found = reachable(window), reached(window)
        missed = [each for each in wanted if each not in found]
        assert (name, [(type(each).__name__, each.accessibleName()) for each in missed]) == (name, [])


def test_on_a_small_screen_the_form_stands_below_and_the_pages_are_icons(build):
    window = build(size=(1024, 600))

    assert window.size() == QSize(1024, 600)
    assert window.page.split.orientation() == Qt.Orientation.Vertical
    assert window.view.list.width() < 60


def test_with_twice_the_text_the_tabs_keep_their_names_and_the_edition_can_be_chosen(build):
    window = build("fr", 2)
    window.show_tab("awards", "scores")
    for _turn in range(3):
        QApplication.processEvents()

    assert window.width() == 1366
    assert all(made.width() >= made.sizeHint().width() for made in window.strip._tabs.values())
    switch = next(each for each in window.view.head.findChildren(QWidget) if each.isVisible())
    assert switch.accessibleName().endswith("18e Prix OIDP")
    grid, sheet = window.page.grid, window.page.sheet
    assert grid.viewport().height() >= px(60) + 5 * row_height(26)
    assert not sheet.isVisible()

    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_F2)
    assert sheet.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is grid


def test_in_a_low_window_a_page_that_draws_shows_the_drawing_or_the_form(build, qtbot):
    window = build("fr", 2)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_tab("calendar", "agenda")
    page = window.page
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert (page.main.isVisible(), page.form.isVisible()) == (True, False)

    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert (page.main.isVisible(), page.form.isVisible()) == (False, True)

    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert (page.main.isVisible(), page.form.isVisible()) == (True, False)
    assert QApplication.focusWidget() is page.view


@LANGUAGES
def test_the_first_start_fits_and_has_names(qapp, qtbot, language):
    words.speak(language)
    page = FirstStart()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.isVisible)

    assert nameless(page) == []
    assert cut(page) == []
    assert page.minimumSizeHint().width() <= 1024
    assert [line.accessibleName() for line in page.findChildren(QLineEdit) if not line.accessibleName()] == []
