"""Checklists come with days before, move with their entry, and are the same rows on every laptop."""

from datetime import date

import pytest

from iopd_desktop.actions.preparing import checklists, due_day, preparations, prepare
from iopd_desktop.actions.presets import brought_rows
from iopd_desktop.models.calendar import EVENT_TYPES, Event, Preparation
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import LANGUAGES, speaking


def when(edtf):
    return FuzzyDate.from_edtf(edtf)


@pytest.fixture
def meeting(store):
    with store.work("Meeting") as work:
        values = {"title": {"en": {"text": "Committee", "by": "person"}}, "type": "organ"}
        return work.add(Event, {**values, "date": when("2024-02-20/2024-02-21").plain()})


def test_the_lists_are_whole_in_every_language_and_there_is_one_for_each_kind():
    brought = brought_rows("checklists.toml")["checklists"]
    assert {kind for one in brought for kind in one["fits"]} == set(EVENT_TYPES)
    for one in brought:
        assert set(one["name"]) == set(LANGUAGES)
        assert len({step["key"] for step in one["steps"]}) == len(one["steps"])
        for step in one["steps"]:
            assert set(step["what"]) == set(LANGUAGES)
            assert len(set(step["what"].values())) == len(LANGUAGES)
    assert checklists("organ")[0].key == "organ"
    with speaking("fr"):
        assert checklists("organ")[0].name == "Réunion d’instance"


def test_a_list_is_brought_once_and_its_days_follow_the_entry(store, meeting):
    with store.work("Checklist") as work:
        assert prepare(work, meeting, "organ") == 6
        assert prepare(work, meeting, "organ") == 0
    with store.read() as reader:
        found = preparations(reader, [meeting])
        rows = {row["id"] for row in reader.all(Preparation)}
    assert (found[0].what, found[0].day) == ("Agree on the day with the members", date(2023, 12, 22))
    assert (found[-1].what, found[-1].day) == (
        "Send the minutes and write down what was decided", date(2024, 3, 6),
    )  # fmt: skip
    with store.work("Later") as work:
        work.edit(Event, meeting, {"date": when("2024-02-27").plain()})
    with store.read() as reader:
        assert preparations(reader, [meeting])[0].day == date(2023, 12, 29)
    store.undo()
    store.undo()
    with store.work("Once more") as work:
        prepare(work, meeting, "organ")
        assert {row["id"] for row in work.all(Preparation)} == rows
        with pytest.raises(Refused, match="organ"):
            prepare(work, meeting, "none of them")


def test_a_vague_date_is_counted_back_from_its_earliest_day():
    assert due_day(when("[2024-01,2024-02]"), 7) == date(2023, 12, 25)
    assert due_day(when("2024-06"), -7) == date(2024, 7, 7)
    assert due_day(None, 7) is None


def test_what_is_done_is_not_late(store, meeting):
    with store.work("Two") as work:
        text = {"en": {"text": "Send the papers", "by": "person"}}
        work.add(Preparation, {"event": meeting, "what": text, "days": 7, "done": "2024-02-12"})
        work.add(Preparation, {"event": meeting, "what": text, "days": 8})
    with store.read() as reader:
        assert [one.late(date(2024, 2, 14)) for one in preparations(reader, [meeting])] == [True, False]
        assert [one.late(date(2024, 2, 12)) for one in preparations(reader, [meeting])] == [False, False]
