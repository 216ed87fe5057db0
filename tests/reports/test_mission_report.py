"""The mission report: who went, what came of it, whom they met, and what follows in the order of its days."""

import pytest

from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.missions import Delegate, Met
from iopd_desktop.reports import make, mission_report
from tests.reports import seen


@pytest.fixture
def journey(store):
    """An event to which one of us went, who met three people."""
    with store.work("Journey") as work:
        event = work.add(Event, {"title": {"en": "Congress of Others"}, "date": {"edtf": "2024-06-03"}})
        work.add(Delegate, {"event": event, "name": "Ada Example", "role": "speaker", "leaves": {"edtf": "2024-06-02"},
                            "outcome": "A common call was agreed."})  # fmt: skip
        prospect = work.add(Organisation, {"name": "Office of Riba Alta"})
        for name, follow, due, became in (
            ("Bo Late", "Send the catalogue", "2024-09-30", None), ("Cy Soon", "Call back", "2024-06-20", prospect),
            ("Di Nothing", None, None, None),
        ):  # fmt: skip
            work.add(Met, {"event": event, "name": name, "organisation": "Riba Alta", "email": "m@example.org",
                           "follow": follow, "due": due, "by": "Ada", "prospect": became})  # fmt: skip
    return event


def printed(store, event, folder, language="en"):
    with store.read() as read:
        return make(mission_report.REPORT, read, folder / "mission.pdf", language, event=event)


def test_everything_is_told_and_follow_ups_stand_by_their_days(store, journey, tmp_path):
    made = printed(store, "Congress of Others", tmp_path)
    words = seen.text(made.paths[0])
    for text in ("Ada Example Speaker", "A common call was agreed.", "Di Nothing", "Office of Riba Alta"):
        assert text in words
    assert words.rindex("Call back") < words.rindex("Send the catalogue")
    assert "@" not in words
    assert made.disclosure["count"] == 4


def test_an_empty_mission_says_so_in_the_language_of_the_document(store, journey, tmp_path):
    with store.work("Empty") as work:
        event = work.add(Event, {"title": {"en": "Nobody went"}})
    made = printed(store, event, tmp_path, "es")
    assert "Informe de misión" in seen.text(made.paths[0])
    assert made.disclosure is None
