"""Charts: bars as long as their numbers, totals that come to the records, words for every part, none, one and many."""

from itertools import pairwise

import pytest

from iopd_desktop.reports import page as paper
from iopd_desktop.reports.page import charts
from tests.reports import seen
from tests.reports.test_page import printed

DPI = 144
LEFT, TOP = 25, 28


def runs(path, down):
    """The dark stretches of a row of the first page, in mm, `down` mm from its top; words are no stretches."""
    image = seen.picture(path, 0, DPI)
    scale = DPI / 25.4
    row = [image.getpixel((x, round(down * scale))) < 110 for x in range(image.width)]
    found, start = [], None
    for x, dark in enumerate([*row, False]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            found.append(((x - start) / scale, start / scale))
            start = None
    return [length for length, _start in found if length > 3]


def bar_lengths(path, count, pitch, first):
    """The length of the longest dark stretch in each of some rows of a chart."""
    found = [runs(path, TOP + (first + i * pitch) / seen.MM) for i in range(count)]
    return [max(row, default=0.0) for row in found]


def test_bars_are_as_long_as_their_numbers_longest_first(tmp_path):
    path, _missing = printed(tmp_path, paper.bars([("Africa", 20, None), ("Europe", 80, None), ("Eurasia", 40, None)]))
    lengths = bar_lengths(path, 3, 19.5, 6)
    assert lengths[0] == pytest.approx(4 * lengths[2], rel=0.05)
    assert lengths[0] == pytest.approx(2 * lengths[1], rel=0.05)
    words = seen.text(path)
    assert words.index("Europe") < words.index("Eurasia") < words.index("Africa")


def test_two_times_stand_one_under_the_other_with_their_totals_and_the_change(tmp_path):
    rows = [("France", 17, 19), ("Brazil", 21, 18), ("Portugal", 8, 8), ("Peru", 0, 3)]
    chart = paper.bars(rows, ("2 other countries", 4, 2), key=("2024", "2023"), wholes=(50, 50))
    words = seen.text(printed(tmp_path, chart)[0])
    for said in ("2024: 50", "2023: 50", "change", "+3", "−2", "same", "−3", "+2", "2 other countries"):
        assert said in words
    assert words.index("Brazil") < words.index("France") < words.index("Peru") < words.index("2 other countries")


def test_a_chart_that_does_not_come_to_the_records_is_not_drawn():
    with pytest.raises(ValueError, match=r"3.*4"):
        paper.bars([("a", 1, None), ("b", 2, None)], whole=4)
    with pytest.raises(ValueError, match="2"):
        paper.bars([("a", 1, 1)], wholes=(1, 2))
    with pytest.raises(ValueError, match="5"):
        paper.parts([("Done", 2), ("Open", 2)], whole=5)


@pytest.mark.parametrize("chart", [paper.bars([], whole=0), paper.parts([("Done", 0), ("Open", 0)], whole=0)])
def test_nothing_is_said(tmp_path, chart):
    assert "nothing to count yet" in seen.text(printed(tmp_path, chart)[0])


def test_bars_of_noughts_and_a_single_bar_are_drawn(tmp_path):
    path, _missing = printed(tmp_path, paper.bars([("Nobody", 0, 0)]), paper.bars([("Only one", 1, None)]))
    words = seen.text(path)
    assert "Nobody 0 0" in words
    assert "Only one 1" in words


def test_the_rest_is_drawn_as_one_but_never_a_rest_of_one():
    rows = [(f"Country {i}", i, i + 1) for i in range(1, 15)]
    shown, rest = paper.largest(rows, 12)
    assert [row[1] for row in shown] == list(range(14, 2, -1))
    assert paper.together("others", rest) == ("others", 3, 5)
    assert paper.largest(rows[:13], 12)[1] == []


def test_every_part_has_its_word_and_its_number_however_narrow(tmp_path):
    wide = paper.parts([("Done", 4), ("Under way", 5)], whole=9)
    narrow = paper.parts([("Eligible", 145), ("Correction asked", 1), ("Not yet checked", 2), ("None", 0)], whole=148)
    words = seen.text(printed(tmp_path, wide, narrow)[0])
    for said in ("Done", "Under way", "145 Eligible", "1 Correction asked", "2 Not yet checked"):
        assert said in words
    assert "None" not in words


def test_parts_differ_without_colour(tmp_path):
    path, _missing = printed(tmp_path, paper.parts([("a", 1), ("b", 1), ("c", 1), ("d", 1)]))
    image = seen.picture(path, 0, 60)
    across = [LEFT + (i + 0.3) * 167 / 4 for i in range(4)]
    greys = [image.getpixel((round(x * 60 / 25.4), round((TOP + 2) * 60 / 25.4))) for x in across]
    assert all(after - before >= 14 for before, after in pairwise(greys))


def test_a_long_name_stands_in_two_lines_and_a_name_without_end_is_cut(tmp_path):
    two = "A. Building more democratic and peaceful cities and territories for everybody"
    words = seen.text(printed(tmp_path, paper.bars([(two, 3, None), ("word " * 60, 1, None)]))[0])
    assert two in words
    assert "…" in words


def test_a_change_is_told_in_signs_that_print():
    assert [charts.change(3, 1), charts.change(1, 3), charts.change(2, 2)] == ["+2", "−2", "same"]
