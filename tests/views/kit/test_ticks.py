"""Ticks in small lists: they are seen on every ground, and a click or the space bar turns them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iopd_desktop.models.members import Organisation
from iopd_desktop.views.kit import colours, style
from iopd_desktop.views.kit.colours import contrast
from iopd_desktop.views.kit.dialogs.columns import ColumnChooser
from iopd_desktop.views.kit.ticks import RadioBox, box_in


@pytest.fixture
def chooser(qtbot):
    made = ColumnChooser(None, Organisation, (), ("name", "city"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isVisible)
    return made


def box(chooser, row):
    return box_in(chooser.list.visualItemRect(chooser.list.item(row)).adjusted(5, 0, 0, 0)).center()


def test_a_click_on_the_box_turns_it_and_beside_it_does_not(chooser):
    QTest.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=box(chooser, 1))
    assert chooser.chosen() == ["name"]

    beside = chooser.list.visualItemRect(chooser.list.item(1)).center()
    QTest.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert chooser.chosen() == ["name"]

    QTest.keyClick(chooser.list, Qt.Key.Key_Space)
    assert chooser.chosen() == ["name", "city"]


@pytest.mark.parametrize("worn", [colours.LIGHT, colours.DARK], ids=["light", "dark"])
def test_the_edge_of_a_box_and_of_a_ring_is_seen(qapp, qtbot, chooser, worn):
    style.dress(qapp, worn)
    radio = RadioBox("Nothing")
    qtbot.addWidget(radio)
    seen = chooser.list.viewport().grab(chooser.list.visualItemRect(chooser.list.item(4))).toImage()
    for image, ground in ((seen, worn.surface), (radio.grab().toImage(), worn.chrome)):
        inks = {image.pixelColor(x, image.height() // 2).name() for x in range(1, 30)}
        assert max(contrast(ink, ground) for ink in inks) >= 3
