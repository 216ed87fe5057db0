"""A date typed into the form shows what it moves; the answer is one step, and Cancel leaves everything."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iopd_desktop.models.calendar import Event, Preparation
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.views.kit.dialogs.moves import MovesDialog

KEY = Qt.Key


@pytest.fixture
def chain(planned):
    """The conference, and the papers that are due thirty days before it."""
    with planned.work("Papers") as work:
        conference = next(row["id"] for row in work.all(Event) if "Conference and Assembly" in str(row["title"]))
        values = {"title": {"en": {"text": "Papers due", "by": "person"}}, "after": conference, "days": -30}
        papers = work.add(Event, {**values, "date": FuzzyDate.from_edtf("2024-09-17").plain()})
        what = {"en": {"text": "Print badges", "by": "person"}}
        work.add(Preparation, {"event": conference, "what": what, "days": 3})
    return conference, papers


def date_of(store, id):
    with store.read() as reader:
        return reader.get(Event, id)["date"]["edtf"]


def typed(page, words):
    line = page.form.fields.rows["date"].editor.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, KEY.Key_Return)


def answering(qtbot, keys):
    """Answers the dialog by keys when it has come; what it said is kept."""
    seen = []

    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MovesDialog)
        seen.append([tick.accessibleName() for tick in dialog.ticks.values()])
        keys(dialog)

    QTimer.singleShot(0, lambda: QTimer.singleShot(0, answer))
    return seen


@pytest.mark.parametrize("name", ["year", "agenda", "list"])
def test_what_depends_moves_with_a_typed_date_and_back_with_one_undo(seen, planned, chain, qtbot, name):
    conference, papers = chain
    page = seen(name)
    page.open(conference)
    qtbot.waitUntil(lambda: page.form.id == conference)
    said = answering(qtbot, lambda dialog: QTest.keyClick(dialog, KEY.Key_Return))
    typed(page, "24 to 26 October")
    qtbot.waitUntil(lambda: date_of(planned, papers) == "2024-09-24")
    assert said == [["Papers due: from 17 September to 24 September"]]
    assert date_of(planned, conference) == "2024-10-24/2024-10-26"
    planned.undo()
    assert (date_of(planned, papers), date_of(planned, conference)) == ("2024-09-17", "{2024-10-17..2024-10-19}")


def test_without_its_tick_what_depends_stays(seen, planned, chain, qtbot):
    conference, papers = chain
    page = seen("agenda")
    page.open(conference)

    def untick(dialog):
        tick = next(iter(dialog.ticks.values()))
        tick.setFocus()
        QTest.keyClick(tick, KEY.Key_Space)
        QTest.keyClick(dialog, KEY.Key_Return)

    answering(qtbot, untick)
    typed(page, "24 to 26 October")
    qtbot.waitUntil(lambda: date_of(planned, conference) == "2024-10-24/2024-10-26")
    assert date_of(planned, papers) == "2024-09-17"


def test_cancel_leaves_every_date_and_the_form_shows_it(seen, planned, chain, qtbot):
    conference, papers = chain
    page = seen("agenda")
    page.open(conference)
    line = page.form.fields.rows["date"].editor.line
    before = line.text()
    answering(qtbot, lambda dialog: QTest.keyClick(dialog, KEY.Key_Escape))
    typed(page, "24 to 26 October")
    qtbot.waitUntil(lambda: line.text() == before)
    assert (date_of(planned, papers), date_of(planned, conference)) == ("2024-09-17", "{2024-10-17..2024-10-19}")


def test_a_date_on_which_nothing_depends_is_kept_at_once(seen, planned):
    page = seen("agenda")
    with planned.read() as reader:
        bureau = next(row["id"] for row in reader.all(Event) if "Bureau" in str(row["title"]))
    page.open(bureau)
    typed(page, "12 June")
    assert date_of(planned, bureau) == "2024-06-12"
