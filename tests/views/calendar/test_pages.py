"""The calendar's pages over the plan of 2024, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from iopd_desktop.actions.happenings import happenings
from iopd_desktop.models.calendar import Event, Preparation
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.views.calendar.entries import clashing
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.exchange import reporting
from iopd_desktop.views.kit.pieces import QPushButton

KEY = Qt.Key
# The platform without a screen says so when a small list opens.
POPUPS = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "does not support raise", extend=True)


def event(store, words):
    with store.read() as reader:
        return next(row for row in reader.all(Event) if words in row["title"]["en"]["text"])


def deeds(page, words):
    return [b for b in page.findChildren(QPushButton) if b.isVisible() and b.accessibleName().startswith(words)]


def test_every_page_of_the_tab_is_shown_and_painted(window):
    shown = []
    for name in window.view.list.names():
        window.show_tab("calendar", name)
        assert not window.grab().isNull()
        shown.append(window.view.page_name)
    assert shown == ["year", "month", "agenda", "list", "targets", "registrations", "settle"]


def test_without_entries_of_this_year_the_latest_year_with_entries_is_shown(window):
    window.show_tab("calendar", "year")
    assert window.page.year == 2024


def test_the_year_is_walked_by_arrows_and_enter_leads_into_the_form(seen, planned, qtbot):
    page = seen("year")
    page.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.form.id == event(planned, "Preparation")["id"]
    QTest.keyClick(page.view, KEY.Key_Down)
    assert page.form.id == event(planned, "Call for nominations")["id"]
    QTest.keyClick(page.view, KEY.Key_Return)
    assert page.form.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert QApplication.focusWidget() is page.view
    QTest.keyClick(page.view, KEY.Key_N)
    assert page.form.id is None
    assert page.form.isAncestorOf(QApplication.focusWidget())


def test_a_date_typed_without_a_year_is_of_the_year_shown(seen, planned):
    page = seen("year")
    page.open(event(planned, "ALDA")["id"])
    line = page.form.fields.rows["date"].editor.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "4-6 June")
    QTest.keyClick(line, KEY.Key_Return)
    assert event(planned, "ALDA")["date"]["edtf"] == "2024-06-04/2024-06-06"


def test_a_hidden_kind_stays_hidden_in_another_window(seen, build, planned):
    page = seen("year")
    page.switch("uclg")
    assert page.view.place_of(event(planned, "UCLG Bureau")["id"]).isNull()
    again = build()
    again.show_tab("calendar", "year")
    assert again.page.view.place_of(event(planned, "UCLG Bureau")["id"]).isNull()
    again.page.switch("uclg")
    assert not again.page.view.place_of(event(planned, "UCLG Bureau")["id"]).isNull()


@pytest.mark.parametrize("name", ["year", "settle"])
def test_confirming_settles_a_question_and_is_taken_back(seen, planned, window, name, qtbot):
    page = seen(name)
    button = deeds(page, "Confirm")[0]
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Space)
    assert FuzzyDate.of(event(planned, "Democracy Day")["date"]).certainty == "fixed"
    assert window.toast.isVisibleTo(window)
    qtbot.waitUntil(lambda: not deeds(page, "Confirm"))
    planned.undo()
    assert FuzzyDate.of(event(planned, "Democracy Day")["date"]).certainty == "uncertain"


@POPUPS
def test_one_of_several_dates_is_chosen_from_its_possibilities(seen, planned, qtbot):
    page = seen("settle")
    button = deeds(page, "Fix date")[0]
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Space)
    offered = QApplication.activePopupWidget().findChild(QListWidget)
    assert [offered.item(n).text() for n in range(3)] == [
        "some time in January 2024", "some time in February 2024", "Another date…",
    ]  # fmt: skip
    QTest.keyClick(offered, KEY.Key_Down)
    QTest.keyClick(offered, KEY.Key_Return)
    assert event(planned, "Coordinating")["date"]["edtf"] == "2024-02"
    qtbot.waitUntil(lambda: not deeds(page, "Fix date"))


@POPUPS
def test_another_date_is_typed_into_the_form(seen, planned, qtbot):
    page = seen("settle")
    deeds(page, "Fix date")[0].click()
    offered = QApplication.activePopupWidget().findChild(QListWidget)
    QTest.keyClick(offered, KEY.Key_End)
    QTest.keyClick(offered, KEY.Key_Return)
    qtbot.waitUntil(lambda: page.form.isAncestorOf(QApplication.focusWidget() or page))
    line = QApplication.focusWidget()
    line.selectAll()
    QTest.keyClicks(line, "23 January")
    QTest.keyClick(line, KEY.Key_Return)
    assert event(planned, "Coordinating")["date"]["edtf"] == "2024-01-23"


def test_clashing_entries_are_both_ringed(seen, planned):
    page = seen("year")
    deeds(page, "Show them")[0].click()
    assert page.view.current() == event(planned, "Deadline")["id"]
    assert page.view._ringed == {event(planned, "Deadline")["id"], event(planned, "Global Forum")["id"]}


def test_what_clashes_has_a_mark_and_what_may_has_another(planned):
    with planned.read() as reader:
        found = happenings(reader, 2024)
    marked = clashing(found)
    beside = {one.title: marked[one.id] for one in found if one.id in marked}
    forum, alda = (next(beside[title] for title in beside if word in title) for word in ("Global Forum", "ALDA"))
    assert (forum.sure, forum.mark, alda.sure, alda.mark) == (True, "warning", False, "help")
    assert "falls on the same days as" in forum.words
    assert "may clash with" in alda.words


def test_the_year_and_the_month_say_what_may_clash(seen, planned):
    alda = event(planned, "ALDA")["id"]
    for name in ("year", "month"):
        page = seen(name)
        page.open(alda)
        assert "may clash with" in page.view.accessibleDescription()


def test_the_form_of_the_list_says_when_a_preparation_is_due(seen, planned, qtbot):
    deadline = event(planned, "Deadline")["id"]
    with planned.work("Prepare") as work:
        work.add(Preparation, {"event": deadline, "what": {"en": "Write"}, "days": 5})
    page = seen("list")
    page.open(deadline)
    page.form.turn_to("preparation")
    (column,) = page.form._counted["preparation"]
    with planned.read() as reader:
        ids = [row["id"] for row in reader.all(Preparation)]
        assert list(column.values(reader, ids).values()) == ["10 May 2024"]


def test_the_month_is_walked_by_days_and_turns_at_its_edges(seen, planned):
    page = seen("month")
    page.open(event(planned, "Deadline")["id"])
    page.view.setFocus()
    assert page.view.current() == event(planned, "Deadline")["id"]
    QTest.keyClick(page.view, KEY.Key_Right)
    assert page.view.current() == event(planned, "Global Forum")["id"]
    QTest.keyClick(page.view, KEY.Key_Space)
    assert page.view.current() == event(planned, "ALDA")["id"]
    for _week in range(3):
        QTest.keyClick(page.view, KEY.Key_Down)
    assert (page.year, page.number) == (2024, 6)
    QTest.keyClick(page.view, KEY.Key_PageDown)
    assert (page.year, page.number) == (2024, 7)
    assert page.view.accessibleDescription().startswith("Monday, 1 July 2024")


def test_enter_on_an_empty_day_begins_an_entry_on_it(seen, planned):
    page = seen("month")
    page.show_month(2024, 3)
    page.view.setFocus()
    QTest.keyClick(page.view, KEY.Key_Right)
    QTest.keyClick(page.view, KEY.Key_Return)
    line = QApplication.focusWidget()
    QTest.keyClicks(line, "Webinar of the network")
    QTest.keyClick(line, KEY.Key_Tab)
    assert event(planned, "Webinar")["date"]["edtf"] == "2024-03-02"


def test_from_december_the_month_turns_into_the_next_year(seen):
    page = seen("month")
    page.show_month(2024, 12)
    page.step(1)
    assert (page.year, page.number) == (2025, 1)
    page.step(-1)
    assert (page.year, page.number) == (2024, 12)


def test_the_year_in_view_is_the_one_that_the_wall_sheet_begins_with(window, monkeypatch):
    window.show_tab("calendar", "year")
    asked = []
    monkeypatch.setattr(
        reporting, "shown", lambda dialog: asked.append([box.currentData() for box in dialog.findChildren(ChoiceBox)])
    )
    window.findChild(QAction, "calendar-wall").trigger()
    assert asked == [[2024, "internal", "a4", "en"]]


def test_the_papers_of_an_event_begin_with_the_entry_that_is_chosen(window, store, monkeypatch):
    window.show_tab("calendar", "list")
    forum = event(store, "Global Forum")
    window.page.open(forum["id"])
    asked = {}
    monkeypatch.setattr(
        reporting, "shown",
        lambda dialog: asked.update({dialog.windowTitle(): [b.currentData() for b in dialog.findChildren(ChoiceBox)]}),
    )  # fmt: skip
    names = "badges sign-in-sheet participant-list attendance-certificates room-signs mission-report"
    for name in names.split():
        window.findChild(QAction, name).trigger()
    assert len(asked) == 6
    assert {choices[0] for choices in asked.values()} == {forum["id"]}
