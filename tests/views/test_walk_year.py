"""The calendar and the tasks are walked: names, room for words, in each language, at twice the text, from the right."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont

from iopd_desktop import words
from iopd_desktop.actions import planning
from iopd_desktop.views import calendar, tasks
from iopd_desktop.views.kit import colours, style
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow
from tests.views.test_walk import LANGUAGES, LOOKS, cut, nameless, pages

SMALL = QSize(1024, 600)


@pytest.fixture
def build(qapp, qtbot, store):
    """Makes the window anew in a language, a scheme and a text size; puts the font back afterwards."""
    with store.work("Plan", act="origin") as work:
        planning.seed_plan(work)
    usual = QFont(qapp.font())

    def built(language="en", scheme=colours.LIGHT, factor=1):
        words.speak(language)
        font = QFont(usual)
        font.setPixelSize(13 * factor)
        qapp.setFont(font)
        style.dress(qapp, scheme)
        made = MainWindow(store, (calendar.TAB, tasks.TAB), Settings())
        qtbot.addWidget(made, before_close_func=lambda each: each.put_away())
        made.resize(1366, 768)
        made.show()
        qtbot.waitUntil(made.isVisible)
        return made

    yield built
    qapp.setFont(usual)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@LANGUAGES
def test_every_page_has_names_and_room_in_every_language(build, language):
    window = build(language)
    for name in pages(window):
        assert (name, nameless(window)) == (name, [])
        assert (name, cut(window)) == (name, [])
        wanted = window.minimumSizeHint()
        assert (name, wanted.boundedTo(SMALL)) == (name, wanted)


@LOOKS
def test_every_page_holds_its_words_dark_and_at_twice_the_text(build, scheme, factor):
    window = build("fr", scheme, factor)
    for name in pages(window):
        assert (name, cut(window)) == (name, [])


def test_reading_from_the_right_the_years_begin_at_the_right(build, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = build()
    for name in pages(window):
        assert (name, cut(window)) == (name, [])
        assert not window.grab().isNull()
