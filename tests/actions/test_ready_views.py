"""The views that come with the program list who and what they say, on their day, from window and command line."""

import json
from datetime import date

import pytest

from iopd_desktop.actions.criteria import in_words
from iopd_desktop.actions.lists import rows, view_named
from iopd_desktop.actions.ready_views import READY_VIEWS, ready_view
from iopd_desktop.actions.titles import Titles
from iopd_desktop.cli import main
from iopd_desktop.models.awards import Edition, Nomination
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy_parse import parse
from iopd_desktop.models.members import Consent, Contact, Organisation, Person
from iopd_desktop.models.tasks import Plan, Task
from iopd_desktop.words import living_on, speaking

ON = date(2024, 6, 1)


@pytest.fixture(autouse=True)
def on_a_day():
    with living_on(ON):
        yield


def listed(store, name, field="name"):
    with store.read() as reader:
        wanted = view_named(reader, name)
        return {row[field] for page in rows(reader, wanted.listing) for row in page}


def test_members_without_a_technical_contact(store):
    with store.work("Members") as work:
        for name, roles, ended in (
            ("Has", ["technical", "political"], None), ("Left", ["technical"], "2024-01-01"),
            ("Other", ["political"], None), ("Nobody", None, None),
        ):  # fmt: skip
            id = work.add(Organisation, {"name": name, "membership": "associate"})
            if roles:
                work.add(Person, {"family_name": name, "organisation": id, "roles": roles, "ended": ended})
        work.add(Organisation, {"name": "Prospect", "membership": "prospect"})
    assert listed(store, "no-technical-contact") == {"Left", "Other", "Nobody"}


def test_no_contact_for_two_years_with_the_organisation_or_anybody_there(store):
    with store.work("Members") as work:
        for name, day, through in (
            ("Old", "2022-05-31", False), ("Just", "2022-06-01", False), ("Person", "2023-01-01", True),
            ("Never", None, False),
        ):  # fmt: skip
            id = work.add(Organisation, {"name": name, "membership": "promoter"})
            whom = {"person": work.add(Person, {"family_name": name, "organisation": id})} if through else {}
            if day:
                work.add(Contact, {"date": day, "subject": "Call", **(whom or {"organisation": id})})
    assert listed(store, "Silent two years") == {"Old", "Never"}


def test_consent_is_missing_where_nobody_was_asked(store):
    with store.work("Persons") as work:
        for name, acts in (
            ("Given", ["given"]), ("Withdrew", ["given", "withdrawn"]), ("Mistaken", ["given"]), ("No", []),
        ):  # fmt: skip
            id = work.add(Person, {"family_name": name})
            for act in acts:
                given = work.add(Consent, {"person": id, "act": act, "date": "2024-01-01"})
            if name == "Mistaken":
                told = {"person": id, "act": "mistake", "date": "2024-01-02", "of": given}
                work.add(Consent, told)
        work.add(Person, {"family_name": "Gone", "ended": "2024-01-01"})
    assert listed(store, "consent-missing", "family_name") == {"Mistaken", "No"}


def test_nominations_that_lack_a_language_of_the_jury(store):
    with store.work("Nominations") as work:
        edition = work.add(Edition, {"number": 18, "name": {"en": "18th"}, "year": 2024})
        for number, title, status in (
            ("1", {"en": "A", "es": "A", "fr": "A"}, "received"), ("2", {"en": "A", "es": "A"}, "received"),
            ("3", {"pt": "A"}, "jury"), ("4", {"en": "A"}, "withdrawn"),
        ):  # fmt: skip
            work.add(Nomination, {"edition": edition, "number": number, "title": title, "status": status})
    assert listed(store, "untranslated", "number") == {"2", "3"}


def test_late_tasks_are_those_whose_last_day_is_past(store):
    with store.work("Tasks") as work:
        plan = work.add(Plan, {"year": 2024, "title": {"en": "Plan"}})
        for number, due, status in (
            ("1", "May", "open"), ("2", "May or June", "open"), ("3", "30 April", "done"), ("4", "31 May", "waiting"),
            ("5", "1 June", "doing"),
        ):  # fmt: skip
            task = {"plan": plan, "number": number, "text": {"en": "Do"}, "status": status}
            work.add(Task, {**task, "due": parse(due, language="en", year=2024).plain()})
    assert listed(store, "late", "number") == {"1", "4"}


def test_what_is_to_be_confirmed_is_still_to_come_and_not_sure(store):
    with store.work("Events") as work:
        for title, when in (
            ("sure", "15 September"), ("open", "15 September ?"), ("past", "15 March ?"), ("either", "July or August"),
        ):  # fmt: skip
            work.add(Event, {"title": {"en": title}, "date": parse(when, language="en", year=2024).plain()})
    with store.read() as reader:
        listing = view_named(reader, "to-confirm").listing
        found = [row["title"]["en"]["text"] for page in rows(reader, listing) for row in page]
    assert sorted(found) == ["either", "open"]


@pytest.mark.parametrize("code", ["en", "es", "fr", "ca", "pt"])
def test_each_is_found_by_its_name_in_every_language_and_said_in_words(store, code):
    with speaking(code), store.read() as reader:
        for one in READY_VIEWS:
            wanted = view_named(reader, one.name)
            assert ready_view(wanted.name) is one
            assert list(rows(reader, wanted.listing)) == []
            told = "\n".join(in_words(wanted, Titles(reader)))
            assert "['" not in told
            assert "None" not in told


def test_the_command_line_lists_them(store, capsys):
    with store.work("Person") as work:
        work.add(Person, {"family_name": "Example"})
    assert main(["--database", str(store.path), "list", "person", "--view", "Consent missing", "--json"]) == 0
    assert [row["family_name"] for row in json.loads(capsys.readouterr().out)] == ["Example"]
