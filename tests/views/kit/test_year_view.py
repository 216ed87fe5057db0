"""The year's lanes: arrows lead from entry to entry, Enter opens, and a click finds what lies under it."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.views.kit.year_layout import Entry, Lane
from iopd_desktop.views.kit.year_view import YearView

LANES = (Lane("award", "Award"), Lane("uclg", "UCLG"))
ENTRIES = tuple(
    Entry(id, lane, id.title(), FuzzyDate.from_edtf(edtf), f"{id}, told whole")
    for id, lane, edtf in (
        ("launch", "award", "2024-01"), ("vote", "award", "2024-06"), ("retreat", "uclg", "2024-02"),
        ("bureau", "uclg", "2024-06"), ("past", "uclg", "2023-06"),
    )
)  # fmt: skip


@pytest.fixture
def view(qtbot):
    shown = YearView("Year")
    qtbot.addWidget(shown)
    shown.resize(900, 500)
    shown.show_year(2024, LANES, ENTRIES, date(2024, 1, 8))
    shown.show()
    return shown


def test_arrows_move_between_entries_and_enter_opens_one(view, qtbot):
    view.setFocus(Qt.FocusReason.TabFocusReason)
    opened = []
    view.opened.connect(opened.append)
    visited = [view.current()]
    for key in ("Right", "Right", "Right", "Up", "Left", "Down", "End", "Home"):
        qtbot.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
        visited.append(view.current())
    assert visited == ["launch", "vote", "retreat", "bureau", "vote", "launch", "retreat", "bureau", "launch"]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == ["launch"]


def test_the_chosen_entry_is_told_in_words(view):
    view.choose("bureau")
    assert view.accessibleDescription() == "bureau, told whole"


def test_a_click_chooses_the_band_or_its_label_and_an_empty_place_nothing(view, qtbot):
    place = view.place_of("retreat")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert view.current() == "retreat"
    beside = QPoint(round(place.right()) + 20, round(place.center().y()))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert view.current() == "retreat"
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(890, round(place.center().y())))
    assert view.current() is None


def test_another_year_drops_what_is_not_in_it(view):
    view.choose("launch")
    view.show_year(2023, LANES, ENTRIES[-1:], date(2024, 1, 8))
    assert view.current() is None
    assert view.place_of("past").width() > 0


def test_it_scrolls_to_what_is_chosen(view):
    lanes = [Lane(str(n), f"Lane {n}") for n in range(30)]
    entries = [Entry(str(n), str(n), "Words", FuzzyDate.from_edtf("2024-03")) for n in range(30)]
    view.show_year(2024, lanes, entries, date(2024, 1, 8))
    view.choose("29")
    assert view.verticalScrollBar().value() > 0
    assert view.place_of("29").bottom() <= view.viewport().height()
    assert not view.grab().isNull()
