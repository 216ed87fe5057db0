"""Every page is walked: names for readers, room for words, in each language, at twice the text, in both directions."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from iopd_desktop import words
from iopd_desktop.views.first_start import FirstStart
from iopd_desktop.views.kit import colours, style
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow
from tests.views.conftest import TABS

LANGUAGES = pytest.mark.parametrize("language", words.LANGUAGES)
LOOKS = pytest.mark.parametrize(("scheme", "factor"), [(colours.LIGHT, 1), (colours.DARK, 1), (colours.LIGHT, 2)])


@pytest.fixture
def build(qapp, qtbot, store, cities):
    """Makes the window anew in a language, a scheme and a text size; puts the font back afterwards."""
    usual = QFont(qapp.font())

    def built(language="en", scheme=colours.LIGHT, factor=1, size=(1366, 768)):
        words.speak(language)
        font = QFont(usual)
        font.setPixelSize(13 * factor)
        qapp.setFont(font)
        style.dress(qapp, scheme)
        made = MainWindow(store, TABS, Settings())
        qtbot.addWidget(made, before_close_func=lambda each: each.put_away())
        made.resize(*size)
        made.show()
        qtbot.waitUntil(made.isVisible)
        return made

    yield built
    qapp.setFont(usual)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def pages(window):
    for name, view in window.tabs.items():
        for page in view.tab.pages:
            window.show_tab(name, page.name)
            yield page.name


def nameless(window: QWidget):
    return [
        (type(w).__name__, type(w.parent()).__name__)
        for w in window.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus and not w.accessibleName()
        and not w.objectName().startswith("qt_")
    ]  # fmt: skip


def cut(window: QWidget):
    """Labels and buttons that are narrower than their words."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.width() < 2:
            continue
        whole_label = isinstance(widget, QLabel) and widget.text() and not widget.wordWrap()
        button = isinstance(widget, QAbstractButton) and widget.text() and widget.property("look") != "field"
        if (whole_label or button) and widget.width() < widget.minimumSizeHint().width() - 1:
            found.append((type(widget).__name__, widget.text(), widget.width(), widget.minimumSizeHint().width()))
    return found


@LANGUAGES
def test_every_page_has_names_and_room_in_every_language(build, language):
    window = build(language)
    for name in pages(window):
        assert (name, nameless(window)) == (name, [])
        assert (name, cut(window)) == (name, [])


@LOOKS
def test_every_page_holds_its_words_dark_and_at_twice_the_text(build, scheme, factor):
    window = build("fr", scheme, factor)
    for name in pages(window):
        assert (name, cut(window)) == (name, [])


@LANGUAGES
def test_no_page_asks_for_more_than_a_small_screen(build, language):
    window = build(language)
    for name in pages(window):
        wanted = window.minimumSizeHint()
        assert (name, wanted.boundedTo(QSize(1024, 600))) == (name, wanted)


def test_on_a_small_screen_the_form_stands_below_and_the_pages_are_icons(build):
    window = build(size=(1024, 600))

    assert window.size() == QSize(1024, 600)
    assert window.page.split.orientation() == Qt.Orientation.Vertical
    assert window.view.list.width() < 60


def test_reading_from_the_right_the_pages_stand_at_the_right(build, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = build()
    pages_at = window.view.list.mapTo(window, window.view.list.rect().center()).x()
    form_at = window.page.form.mapTo(window, window.page.form.rect().center()).x()

    assert pages_at > window.width() / 2 > form_at
    assert cut(window) == []


def test_tab_reaches_every_field_of_the_form(build):
    window = build()
    form = window.page.form.fields
    lines = [row.editor.line for row in form.rows.values() if hasattr(row.editor, "line")]
    reached, widget = set(), lines[0]
    for _step in range(400):
        reached.add(widget)
        widget = widget.nextInFocusChain()
        if widget is lines[0]:
            break

    assert [line.accessibleName() for line in lines if line not in reached] == []


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
