"""A nomination is scored from a paper sheet, by keys alone, and the points are there after a restart."""

import pytest

from iopd_desktop.models.awards import Assignment, Criterion, Nomination, Score
from iopd_desktop.views.kit import colours, style
from tests.journeys.conftest import Secretary


@pytest.fixture
def reading(qtbot, qapp, sample_path):
    """A secretary at the started program, on the sample network with its jury at work."""
    style.dress(qapp, colours.LIGHT)
    made = Secretary(qtbot, sample_path)
    made.start()
    yield made
    if made.window is not None:
        made.stop()


def turn_to_scores(secretary):
    secretary.press("Ctrl+3")
    while secretary.window.view.page_name != "scores":
        secretary.press("Ctrl+PageDown")


def test_a_nomination_is_scored(reading):
    secretary = reading
    turn_to_scores(secretary)
    secretary.press("Ctrl+K")
    secretary.type("Enter from paper")
    secretary.press("Return")
    nomination, juror = secretary.window.page.grid.current()
    sheet = {"nomination": nomination, "juror": juror}
    assert secretary.read(Assignment, **sheet)
    assert secretary.read(Score, **sheet) == []

    [read] = [row for row in secretary.read(Nomination) if row["id"] == nomination]
    criteria = secretary.read(Criterion, edition=read["edition"])
    secretary.type("2")
    for _each in criteria[1:]:
        secretary.type("4")
    points = sorted(row["points"] for row in secretary.read(Score, **sheet))
    assert points == [2, *[4] * (len(criteria) - 1)]
    secretary.press("Ctrl+Z")
    assert len(secretary.read(Score, **sheet)) == len(criteria) - 1
    secretary.press("Ctrl+Shift+Z")

    secretary.restart()
    assert len(secretary.read(Score, **sheet)) == len(criteria)
    turn_to_scores(secretary)
    assert secretary.window.page.table.tally.cell(nomination, juror).state == "scored"
