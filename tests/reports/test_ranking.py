"""The ranking on paper: places with ties, readings, the line after the finalists, how it is computed; none and one."""

from iopd_desktop.models.awards import Assignment, Edition, Score
from tests.actions import juries
from tests.reports import seen
from tests.reports.conftest import printed


def score(store, points, **edition):
    """An edition whose nominations have these points of one juror each."""
    with store.work("Set up") as work:
        of, criteria, nominations, jurors = juries.whole(work, len(points), 1)
        work.edit(Edition, of, edition)
        for nomination, given in zip(nominations, points, strict=True):
            work.add(Assignment, {"nomination": nomination, "juror": jurors[0]})
            for criterion in criteria if given else ():
                work.add(Score, {"nomination": nomination, "juror": jurors[0], "criterion": criterion, "points": given})


def test_places_ties_and_what_is_still_out_are_said(store, tmp_path):
    score(store, (8, 9, 8, None))
    words = seen.text(printed(store, tmp_path, "ranking", edition=90).paths[0])
    assert words.index("1 Example practice 2") < words.index("2 = Example practice 1")
    assert words.index("2 = Example practice 3") < words.index("– Example practice 4")
    for said in ("9.00 1 of 1", "0 of 1", "Provisional: 1 sheet", "1 shared place", "Criterion 1 50 %", "from 1 to 10"):
        assert said in words


def test_the_line_after_the_finalists_is_told(store, tmp_path):
    score(store, (8, 9, 7), finalists=2)
    assert "The thick line stands after place 2" in seen.text(printed(store, tmp_path, "ranking", edition=90).paths[0])


def test_an_edition_with_nothing_and_one_with_a_single_entry(store, tmp_path):
    score(store, ())
    words = seen.text(printed(store, tmp_path, "ranking", edition=90).paths[0])
    assert "no nomination yet" in words
    assert "too few nominations were read twice" in words


def test_every_nomination_of_a_long_ranking_is_printed_on_pages_with_the_head(store, tmp_path):
    score(store, [1 + i % 10 for i in range(60)])
    pages = seen.pages(printed(store, tmp_path, "ranking", edition=90).paths[0])
    assert len(pages) > 2
    assert all("Rank" in page for page in pages[:-1])
    whole = " ".join(pages)
    assert all(f"90-{i:03d}" in whole for i in range(1, 61))
