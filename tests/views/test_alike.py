"""While a new organisation or person is typed, who is perhaps here already is said without taking the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from iopd_desktop.models import by_kind


@pytest.fixture
def page(window):
    window.show_tab("members", "members")
    window.page.begin()
    return window.page


def said(page):
    strip = page.form._alike
    return [each.text() for each in strip.findChildren(QLabel) if each.text()] if strip.isVisible() else []


def type_name(page, text):
    QTest.keyClicks(page.form.fields.rows["name"].editor.line, text)


def test_a_name_that_is_there_is_said_and_the_keyboard_stays(page, qtbot):
    type_name(page, "Aldea Ex")

    qtbot.waitUntil(lambda: bool(said(page)))
    assert "Aldea Example" in said(page)[0]
    assert QApplication.focusWidget() is page.form.fields.rows["name"].editor.line


def test_another_kind_of_body_of_the_same_place_is_said_too(page, qtbot):
    type_name(page, "Ville de Commune Exam")

    qtbot.waitUntil(lambda: bool(said(page)))
    assert "Commune Example" in said(page)[0]


def test_what_nobody_is_called_is_met_with_silence(page, qtbot):
    type_name(page, "Zzyzx")
    qtbot.wait(400)

    assert said(page) == []


@pytest.mark.parametrize("way", ["mouse", "key"])
def test_opening_the_other_one_keeps_what_was_typed_and_makes_no_double(page, records, cities, qtbot, way):
    type_name(page, "Aldea Ex")
    qtbot.waitUntil(lambda: bool(said(page)))

    if way == "mouse":
        deed = page.form._alike.findChild(QPushButton)
        QTest.mouseClick(deed, Qt.MouseButton.LeftButton)
    else:
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_O, modifiers)

    assert page.form.id == cities[0]
    assert said(page) == []
    assert len(records.all("organisation")) == 3
    page.begin()
    assert page.form.fields.rows["name"].editor.line.text() == "Aldea Ex"


def test_the_word_stays_when_the_new_one_is_made_all_the_same(page, records, qtbot):
    type_name(page, "Aldea Example")
    qtbot.waitUntil(lambda: bool(said(page)))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert len(records.all("organisation")) == 4
    assert "Aldea Example" in said(page)[0]


def test_a_person_is_known_by_both_names(window, records, store, qtbot):
    with store.work("Person") as work:
        body = work.add(by_kind("organisation"), {"name": "Vila Exemplo"})
        work.add(by_kind("person"), {"given_name": "Ada", "family_name": "Example", "organisation": body})
    window.show_tab("members", "persons")
    window.page.begin()
    rows = window.page.form.fields.rows
    QTest.keyClicks(rows["given_name"].editor.line, "Ada")
    qtbot.wait(300)
    assert said(window.page) == []
    QTest.keyClicks(rows["family_name"].editor.line, "Exam")

    qtbot.waitUntil(lambda: bool(said(window.page)))
    assert said(window.page) == ["Perhaps already here: Ada Example, Vila Exemplo"]
