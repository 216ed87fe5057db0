"""The first start asks for a name, says what is wrong, and gives what was chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iopd_desktop.views.first_start import FirstStart


@pytest.fixture
def page(qtbot):
    made = FirstStart()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_name_is_needed(page, qtbot):
    with qtbot.assertNotEmitted(page.begun):
        page.begin.click()

    assert not page._wrong.isHidden()


def test_what_was_chosen_is_given(page, qtbot):
    page.name.setText("Ada Example")
    page._beginnings.button(1).click()

    with qtbot.waitSignal(page.begun) as begun:
        page.begin.click()

    chosen = begun.args[0]
    assert (chosen.name, chosen.content, chosen.passphrase) == ("Ada Example", "sample", None)
    assert chosen.path.suffix == ".iopd"


@pytest.mark.parametrize("field", ["name", "protect"])
def test_enter_begins_from_any_field(page, qtbot, field):
    page.name.setText("Ada Example")

    with qtbot.waitSignal(page.begun):
        QTest.keyClick(getattr(page, field), Qt.Key.Key_Return)


def test_two_different_passphrases_are_refused(page, qtbot):
    page.name.setText("Ada Example")
    page.protect.click()
    page.passphrase.setText("four words of mine")
    page.again.setText("four words of yours")

    with qtbot.assertNotEmitted(page.begun):
        page.begin.click()
    page.again.setText("four words of mine")
    with qtbot.waitSignal(page.begun) as begun:
        page.begin.click()

    assert begun.args[0].passphrase == "four words of mine"
