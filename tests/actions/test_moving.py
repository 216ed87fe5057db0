"""What depends on a date moves with it: shown first, then in one step that one undo takes back."""

import pytest

from iopd_desktop.actions.milestones import milestones, moved_by_milestones, refresh_milestones
from iopd_desktop.actions.moving import move, what_moves
from iopd_desktop.models.awards import Edition, Phase
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import FuzzyDate


def when(edtf):
    return FuzzyDate.from_edtf(edtf)


def text(words):
    return {"en": {"text": words, "by": "person"}}


@pytest.fixture
def entry(store):
    def made(title, edtf=None, **more):
        date = when(edtf).plain() if edtf else None
        with store.work(title) as work:
            return work.add(Event, {"title": text(title), "date": date, **more})

    return made


def preview(store, kind, id, edtf):
    with store.read() as reader:
        return what_moves(reader, kind, id, when(edtf))


def told(moving):
    return [(one.title, one.after.edtf, one.why) for one in moving.moves]


def dates(store):
    with store.read() as reader:
        return {row["title"]["en"]["text"]: row["date"]["edtf"] for row in reader.all(Event) if row["date"]}


def test_what_depends_moves_by_the_same_days_or_keeps_its_distance(store, entry):
    assembly = entry("Assembly", "2024-10-17/2024-10-19")
    papers = entry("Papers due", "2024-09-17", after=assembly, days=-30, moment={"at": "2024-09-17T12:00"})
    entry("Papers read", "2024-09-24", after=papers)
    entry("Something else", "2024-10-17")
    moving = preview(store, "event", assembly, "2024-10-24/2024-10-26")
    assert told(moving) == [
        ("Assembly", "2024-10-24/2024-10-26", "it"),
        ("Papers due", "2024-09-24", "after"),
        ("Papers read", "2024-10-01", "after"),
    ]
    before = dates(store)
    with store.work("Move") as work:
        assert move(work, moving) == 3
    assert dates(store) == {
        "Assembly": "2024-10-24/2024-10-26", "Papers due": "2024-09-24", "Papers read": "2024-10-01",
        "Something else": "2024-10-17",
    }  # fmt: skip
    with store.read() as reader:
        assert reader.get(Event, papers)["moment"]["at"] == "2024-09-24T12:00"
    store.undo()
    assert dates(store) == before


def test_what_is_left_out_stays_with_all_that_hangs_on_it(store, entry):
    assembly = entry("Assembly", "2024-10-17")
    papers = entry("Papers due", "2024-09-17", after=assembly)
    entry("Papers read", "2024-09-24", after=papers)
    entry("Thanks", "2024-10-20", after=assembly)
    moving = preview(store, "event", assembly, "2024-10-18")
    with store.work("Move") as work:
        assert move(work, moving, leave={("event", papers)}) == 2
    assert dates(store) == {
        "Assembly": "2024-10-18", "Papers due": "2024-09-17", "Papers read": "2024-09-24", "Thanks": "2024-10-21",
    }  # fmt: skip


def test_a_circle_ends_where_it_comes_back_and_is_named(store, entry):
    one = entry("One", "2024-05-01")
    two = entry("Two", "2024-05-02", after=one)
    three = entry("Three", "2024-05-03", after=two)
    with store.work("Close the circle") as work:
        work.edit(Event, one, {"after": three})
    moving = preview(store, "event", two, "2024-06-02")
    assert [one.title for one in moving.moves] == ["Two", "Three", "One"]
    assert moving.circles == ("Two",)


def test_what_was_held_or_has_no_date_or_stays_does_not_move(store, entry):
    first = entry("First", "2024-05-01")
    entry("Held", "2024-05-08", after=first, state="held")
    entry("Without", after=first)
    entry("In June", "2024-06", after=first)
    moving = preview(store, "event", first, "2024-05-03")
    assert [one.title for one in moving.others] == []
    assert [one.title for one in preview(store, "event", first, "2024-06-03").others] == ["In June"]


@pytest.fixture
def edition(planned):
    with planned.read() as reader:
        return reader.all(Edition)[0]["id"]


def phase_called(store, words):
    with store.read() as reader:
        return next(row for row in reader.all(Phase) if words in row["name"]["en"]["text"])


def test_a_deadline_extended_in_the_calendar_moves_the_phase_and_what_comes_after_it(planned, edition):
    with planned.read() as reader:
        deadline = next(row["id"] for row in reader.all(Event) if row["type"] == "deadline")
    moving = preview(planned, "event", deadline, "2024-05-31")
    assert [(one.record.kind, one.after.edtf) for one in moving.moves[:3]] == [
        ("event", "2024-05-31"), ("phase", "2024-02/2024-05-31"), ("phase", "2024-06-16"),
    ]  # fmt: skip
    titles = {one.title: one.after.edtf for one in moving.moves}
    assert titles["Selection of IOPD Award finalists"] == "2024-06-16"
    assert titles["Open public vote IOPD Award"] == "2024-07"
    assert "Call for nominations for the 18th edition of the IOPD Awards" not in titles
    with planned.work("Extend") as work:
        move(work, moving)
    assert phase_called(planned, "Submission")["date"]["edtf"] == "2024-02/2024-05-31"
    with planned.read() as reader:
        assert moved_by_milestones(reader, milestones(reader, edition)).moves == ()


def test_the_phases_of_a_new_edition_become_entries_once_and_alike_on_every_laptop(store):
    with store.work("Edition") as work:
        edition = work.add(Edition, {"number": 19, "year": 2025, "name": text("19th award")})
        call = work.add(
            Phase,
            {"edition": edition, "rank": 1, "name": text("Submission"), "milestones": "ends",
             "date": when("2025-02/2025-05-15").plain()},
        )  # fmt: skip
        work.add(Phase, {"edition": edition, "rank": 2, "name": text("Vote"), "date": when("2025-06").plain()})
        work.add(Phase, {"edition": edition, "rank": 3, "name": text("Validation")})
        assert refresh_milestones(work, edition) == (3, 0)
    assert dates(store) == {
        "Submission: beginning": "2025-02", "Submission: deadline": "2025-05-15", "Vote": "2025-06",
    }  # fmt: skip
    with store.work("Again") as work:
        assert refresh_milestones(work, edition) == (0, 0)
        work.edit(Phase, call, {"date": when("2025-02/2025-05-20").plain()})
        assert [one.act for one in milestones(work, edition)] == ["same", "moved", "same"]
        assert refresh_milestones(work, edition) == (0, 1)
    assert dates(store)["Submission: deadline"] == "2025-05-20"
    with store.read() as reader:
        ids = {row["id"] for row in reader.all(Event)}
        assert {one.id for one in milestones(reader, edition)} == ids
        assert {row["type"] for row in reader.all(Event)} == {"award", "deadline"}
