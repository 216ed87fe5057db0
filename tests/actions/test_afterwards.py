"""After an event: small counts are hidden, prospects made once, thanks by consent, lists destroyed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iopd_desktop.actions.afterwards import FEWEST, afterwards, guarded, make_prospects, those_who_came
from iopd_desktop.actions.allowing import allow
from iopd_desktop.actions.attending import attendance
from iopd_desktop.actions.checking_in import Desk, check_in
from iopd_desktop.actions.destroying import destroy, still_named
from iopd_desktop.actions.following import become_prospect, become_task
from iopd_desktop.actions.lacking import open_questions
from iopd_desktop.actions.mailing import mailing
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import ContactPoint, Organisation, Person
from iopd_desktop.models.missions import Met
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.registrations import Answer, CheckIn, Question, Registration
from iopd_desktop.models.tasks import Plan, Relation, Task

TODAY = date(2024, 12, 1)


@pytest.fixture
def event(store):
    """An event that is over: seven women and two men came, some of them for bodies that nobody knows yet."""
    with store.work("Make") as work:
        id = work.add(Event, {"title": {"en": "Conference"}, "destroy_by": "2024-11-30"})
        work.add(Organisation, {"name": "Riba Alta", "other_names": "Alta Riba", "membership": "associate"})
        for n in range(9):
            work.add(Registration, {
                "event": id, "name": f"Guest {n}", "email": f"g{n}@example.org", "state": "here", "country": "PT",
                "organisation": ("Mont Blau", "mont blau", "ALTA RIBA", "")[n % 4] or None,
                "gender": "woman" if n < 7 else "man",
            })  # fmt: skip
        work.add(Registration, {"event": id, "name": "Away", "organisation": "Never Came", "state": "cancelled"})
    return id


@given(st.dictionaries(st.sampled_from(["woman", "man", "other", ""]), st.integers(1, 40)))
def test_no_small_count_is_shown_nor_follows_from_the_whole(counts):
    shown = guarded(counts)
    hidden = [name for name, count in shown.items() if count is None]
    assert all(count is None or count >= FEWEST for count in shown.values())
    assert all(count is None or count == counts[name] for name, count in shown.items())
    assert len(hidden) != 1 or len(counts) == 1


def test_bodies_that_came_and_are_unknown_become_prospects_once(store, event):
    with store.read() as reader:
        found = afterwards(reader, event)
    assert [(one.name, one.country, one.people) for one in found.strangers] == [("Mont Blau", "PT", 5)]
    assert found.by_gender == {"woman": None, "man": None}
    with store.work("Prospects") as work:
        (made,) = make_prospects(work, event)
    with store.read() as reader:
        body = reader.get(Organisation, made)
        assert len(reader.all(Registration, {"member": made})) == 5
    assert (body["membership"], body["stage"], body["notes"]) == ("prospect", "identified", "Met at Conference")
    with pytest.raises(Refused, match="Nobody came"), store.work("Again") as work:
        make_prospects(work, event)
    store.undo()
    with store.read() as reader:
        assert len(reader.all(Organisation)) == 1


def test_thanks_go_to_those_who_were_there_and_allow_it(store, event):
    with store.work("Make") as work:
        for place, (name, state, allows) in enumerate(
            [("Ada", "here", True), ("Bo", "here", False), ("Cy", "absent", True)]
        ):
            person = work.add(Person, {"given_name": name, "family_name": "Example", "language": "fr"})
            work.add(ContactPoint, {"person": person, "means": "email", "value": f"{place}@example.org"})
            work.add(Registration, {"event": event, "name": name, "person": person, "state": state})
            if allows:
                allow(work, person, "invitations", language="fr", by="", source="slip")
    with store.read() as reader:
        made = mailing(reader, those_who_came(event), "invitations", date(2100, 1, 1))
        allowed = mailing(reader, those_who_came(event), "invitations", date.today())
    assert [one.values["given_name"] for one in allowed.taken] == ["Ada"]
    assert allowed.by_language == {"fr": 1}
    assert {one.values["given_name"] for one in (*made.taken, *made.left)} == {"Ada", "Bo"}


def test_a_list_past_its_day_is_to_settle_and_once_destroyed_keeps_the_counts(store, event):
    with store.work("Make") as work:
        question = work.add(Question, {"event": event, "text": {"en": "What do you eat?"}})
        twice = work.add(Registration, {"event": event, "name": "guest 0", "email": "g0@example.org"})
        check_in(work, twice, Desk("Door"))
        work.add(Answer, {"registration": twice, "question": question, "text": "No meat"})
    with store.read() as reader:
        before = attendance(reader, event)
        (asked,) = [one for one in open_questions(reader, [2024], TODAY) if one.deed == "destroy"]
    assert (asked.sentence, asked.urgent) == ("“Conference”: 11 registrations still say who it was", True)
    with store.work("Destroy") as work:
        assert destroy(work, event) == 11
    with store.read() as reader:
        after, rows = attendance(reader, event), reader.all(Registration)
        assert (reader.all(Answer), len(rows), len(reader.all(CheckIn))) == ([], 10, 0)
        assert still_named(reader, event) == []
        assert [one for one in open_questions(reader, [2024], TODAY) if one.deed == "destroy"] == []
    assert {row["email"] for row in rows} == {None}
    assert not any("uest" in row["name"] for row in rows)
    assert (after.here, after.expected, after.by_country, after.by_part) == (
        before.here, before.expected, before.by_country, before.by_part,
    )  # fmt: skip
    assert store.check() == []
    with pytest.raises(Refused, match="any more"), store.work("Again") as work:
        destroy(work, event)
    store.undo()
    with store.read() as reader:
        assert len(still_named(reader, event)) == 11


def test_a_list_whose_day_has_not_come_is_nothing_to_settle(store, event):
    with store.read() as reader:
        assert [one for one in open_questions(reader, [2024], date(2024, 11, 30)) if one.deed == "destroy"] == []


@pytest.fixture
def met(store, event):
    with store.work("Make") as work:
        work.add(Plan, {"year": 2024, "title": {"en": "Plan"}} if "title" in Plan.fields else {"year": 2024})
        return work.add(Met, {
            "event": event, "name": "Ivo Example", "organisation": "Vila Nova", "country": "PT", "by": "Ada",
            "follow": "Send the guide", "due": "2024-11-15",
        })  # fmt: skip


def test_a_contact_met_becomes_a_task_of_the_plan_once(store, event, met):
    with store.work("Follow") as work:
        id = become_task(work, met)
    with store.read() as reader:
        task, row = reader.get(Task, id), reader.get(Met, met)
        assert [tie["to"] for tie in reader.all(Relation, {"task": id})] == [event]
    assert (task["text"]["en"]["text"], task["due"]["edtf"], task["owner"]) == ("Send the guide", "2024-11-15", "Ada")
    assert row["task"] == id
    with pytest.raises(Refused, match="became a task already"), store.work("Again") as work:
        become_task(work, met)
    store.undo()
    with store.read() as reader:
        assert (reader.all(Task), reader.get(Met, met)["task"]) == ([], None)


def test_a_contact_met_becomes_a_prospect_or_names_the_body_that_is_known(store, event, met):
    with store.work("Follow") as work:
        made = become_prospect(work, met)
        other = work.add(Met, {"event": event, "name": "Jo Example", "organisation": "vila nova"})
        assert become_prospect(work, other) == made
        lone = work.add(Met, {"event": event, "name": "Al Example"})
        for deed in (become_task, become_prospect):
            with pytest.raises(Refused, match="Say first"):
                deed(work, lone)
    with store.read() as reader:
        assert reader.get(Organisation, made)["stage"] == "identified"
        assert reader.get(Met, met)["prospect"] == made
