"""The Awards tab: one edition at a time, every page with names and room in every language."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QLabel

from iopd_desktop import words
from iopd_desktop.models.awards import Nomination, Phase
from iopd_desktop.views import awards
from iopd_desktop.views.awards.editions import EditionSwitch
from iopd_desktop.views.kit import colours, style
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.exchange import reporting
from iopd_desktop.views.kit.preview import Preview
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow
from tests.actions import juries
from tests.views.looks import cut, nameless
from tests.views.test_walk import LANGUAGES, pages

SMALL = QSize(1024, 600)


@pytest.fixture
def build(qapp, qtbot, store, jury):
    """Makes the window anew in a language, a scheme and a text size; puts the font back afterwards."""
    usual = QFont(qapp.font())

    def built(language="en", scheme=None, factor=1):
        words.speak(language)
        font = QFont(usual)
        font.setPixelSize(13 * factor)
        qapp.setFont(font)
        if scheme:
            style.dress(qapp, scheme)
        made = MainWindow(store, (awards.TAB,), Settings())
        qtbot.addWidget(made, before_close_func=lambda each: each.put_away())
        made.resize(1366, 768)
        made.show()
        qtbot.waitUntil(made.isVisible)
        return made

    yield built
    qapp.setFont(usual)


@LANGUAGES
def test_every_page_has_names_and_room_in_every_language(build, language):
    window = build(language)
    for name in pages(window):
        assert (name, nameless(window)) == (name, [])
        assert (name, cut(window)) == (name, [])
        wanted = window.minimumSizeHint()
        assert (name, wanted.boundedTo(SMALL)) == (name, wanted)


@pytest.mark.parametrize(("scheme", "factor"), [(colours.DARK, 1), (colours.LIGHT, 2)], ids=["dark", "twice"])
def test_every_page_holds_its_words_dark_and_at_twice_the_text(build, scheme, factor):
    window = build("fr", scheme, factor)
    for name in pages(window):
        assert (name, cut(window)) == (name, [])


def test_pages_show_one_edition_and_turn_with_the_switch(window, store, jury):
    with store.work("Next year") as work:
        later = juries.edition(work, number=91, year=2091, name={"en": "91st Example Award"})
        other = juries.nomination(work, later, 1, title={"en": "Practice of the year after"})
    switch = window.findChild(EditionSwitch)
    window.show_tab("awards", "nominations")
    window.view.renew()
    assert [row["id"] for row in window.office.records.all("nomination", {"edition": later})] == [other]
    assert window.page.list.model.rowCount() == 1
    switch._take([jury[0]])
    assert window.page.list.model.rowCount() == 5
    window.page.begin()
    assert window.page.sheet.given == {"edition": jury[0]}
    window.go(Nomination.kind, other)
    assert window.page.selected() == [other]


def test_a_packet_is_made_and_looked_at(window, qtbot, jury):
    window.show_tab("awards", "packets")
    window.page.look_at(jury[3][0])
    qtbot.waitUntil(lambda: window.findChild(Preview) is not None, timeout=20_000)
    shown = window.findChild(Preview)
    assert shown.windowTitle() == "P-2090-J1-01.pdf"
    shown.close()


def test_the_dates_of_the_phases_stand_in_a_column(window, store, jury):
    with store.work("Plan") as work:
        for name, when in (("Call", "2090-03"), ("Deliberation of the final jury in the assembly", None)):
            values = {"edition": jury[0], "name": {"en": name}}
            work.add(Phase, values | ({"date": {"edtf": when}} if when else {}))
    window.show_tab("awards", "overview")
    window.view.renew()
    shown = {each.text(): each for each in window.page.findChildren(QLabel)}
    call, dates = shown["Call"], [shown["March 2090"], shown["no date"]]
    assert len({date.x() for date in dates}) == 1
    assert call.geometry().right() < dates[0].x()
    assert call.y() == dates[0].y()


def test_reports_of_an_edition_are_in_the_menu_and_begin_with_the_edition_in_view(window, qtbot, monkeypatch, jury):
    window.show_tab("awards", "overview")
    asked = []

    def answer(dialog):
        asked.append([box.currentData() for box in dialog.findChildren(ChoiceBox)])
        return True

    monkeypatch.setattr(reporting, "shown", answer)
    window.findChild(QAction, "edition-summary").trigger()
    qtbot.waitUntil(lambda: window.findChild(Preview) is not None, timeout=20_000)
    assert asked == [[90, "en"]]
    shown = window.findChild(Preview)
    assert shown.windowTitle() == "edition-summary.pdf"
    shown.close()


def test_the_selected_nomination_is_the_one_whose_sheet_is_asked_for(window, monkeypatch, jury):
    window.show_tab("awards", "nominations")
    window.go(Nomination.kind, jury[2][3])
    asked = []
    monkeypatch.setattr(
        reporting, "shown", lambda dialog: asked.append([box.currentData() for box in dialog.findChildren(ChoiceBox)])
    )
    window.findChild(QAction, "nomination-sheet").trigger()
    assert asked == [[90, jury[2][3], "en"]]
