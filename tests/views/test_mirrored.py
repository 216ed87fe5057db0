"""Read from the right, every page stands as in a mirror: nothing keeps to the side of the other readers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from iopd_desktop.views.kit.exchange import LIST_EXCHANGE, REPORT
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow
from iopd_desktop.views.tabs import TABS
from tests.views.looks import cut

MOST = 0.003
"""So much of a picture may differ from its mirror image; a page that is not mirrored differs by three times as much."""
BLOCK = 16
"""Words are not mirrored letter by letter, but the ink of a line stands in the mirrored blocks of so many pixels."""


@pytest.fixture
def pictures(qapp, qtbot, peopled):
    """Gives the picture of each page, read from the left or from the right."""

    def taken(direction):
        qapp.setLayoutDirection(direction)
        window = MainWindow(peopled, TABS, Settings(), ordinary=LIST_EXCHANGE, commands=(REPORT,))
        qtbot.addWidget(window, before_close_func=lambda each: each.put_away())
        window.resize(1366, 768)
        window.show()
        for tab, view in window.tabs.items():
            for page in view.list.names():
                window.show_tab(tab, page)
                for _turn in range(8):
                    QApplication.processEvents()
                assert (page, cut(window)) == (page, [])
                yield f"{tab}/{page}", blocks(window.grab().toImage())
        window.hide()

    yield taken
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def blocks(image: QImage):
    """The darkness of each block of a picture, row by row."""
    small = image.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
        image.width() // BLOCK, image.height() // BLOCK, Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip
    return [[small.pixelColor(x, y).lightness() for x in range(small.width())] for y in range(small.height())]


def apart(one, other):
    """How much of a picture differs from the mirrored other one, 0 to 1: blocks whose darkness is far off."""
    rows = zip(one, other, strict=True)
    pairs = [pair for row, mirrored in rows for pair in zip(row, reversed(mirrored), strict=True)]
    return sum(abs(a - b) > 40 for a, b in pairs) / len(pairs)


def test_every_page_is_mirrored(pictures):
    left = dict(pictures(Qt.LayoutDirection.LeftToRight))
    found = {name: round(apart(left[name], right), 3) for name, right in pictures(Qt.LayoutDirection.RightToLeft)}
    unmirrored = {name: round(apart(left[name], left[name]), 3) for name in left}
    assert {name: share for name, share in unmirrored.items() if share < 3 * MOST} == {}
    assert {name: share for name, share in found.items() if share > MOST} == {}
