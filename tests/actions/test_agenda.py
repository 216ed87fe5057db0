"""A year's agenda: how long until then, what stands against it, what the targets and the entries still lack."""

from datetime import date

import pytest

from iopd_desktop.actions.agenda import agenda, countdown
from iopd_desktop.actions.happenings import happenings
from iopd_desktop.actions.lacking import open_questions
from iopd_desktop.actions.local_times import local_times, member_countries
from iopd_desktop.actions.settling import against
from iopd_desktop.actions.targets import targets
from iopd_desktop.models.calendar import Event, Preparation, Target
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.members import Organisation

TODAY = date(2024, 4, 1)


def text(words):
    return {"en": {"text": words, "by": "person"}}


def add(store, title, edtf, **more):
    with store.work(title) as work:
        date = FuzzyDate.from_edtf(edtf).plain() if edtf else None
        return work.add(Event, {"title": text(title), "date": date, **more})


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-04-01", "today"), ("2024-04-02", "tomorrow"), ("2024-04-13", "in 12 days"),
        ("2024-03-30/2024-04-02", "today"), ("{2024-03-30,2024-04-02}", "under way"), ("2024-03-31", ""),
        ("2024-05", "in 30 to 60 days"), ("2024-09-15?", "in 5 months"), ("2024-04", "in the next 30 days"),
    ],
)  # fmt: skip
def test_a_countdown_is_as_sure_as_its_date(edtf, words):
    assert countdown(FuzzyDate.from_edtf(edtf), TODAY) == words


def test_the_agenda_of_the_plan_has_every_month_and_says_what_clashes(planned):
    with planned.read() as reader:
        months = agenda(reader, 2024, TODAY)
    assert [month.number for month in months] == list(range(1, 13))
    assert [month.number for month in months if not month.lines] == [3, 4, 11, 12]
    may = {line.entry.title: line for line in months[4].lines}
    deadline = may["Deadline for nominations for the OIDP Award"]
    assert deadline.clashes == ("Global Forum on Modern Direct Democracy, Bucharest",)
    assert deadline.may_clash == ("ALDA General Assembly in Barcelona",)
    assert deadline.countdown == "in 44 days"
    over = {line.entry.title: line.over for month in months for line in month.lines}
    assert over["UCLG Retreat and Campus"]
    assert not over["UCLG Bureau"]


def test_what_nobody_goes_to_or_was_called_off_stands_against_nothing(store):
    one = add(store, "Webinar", "2024-05-15", type="own")
    two = add(store, "Forum", "2024-05-15", type="partner")
    with store.read() as reader:
        assert set(against(happenings(reader, 2024))) == {one, two}
    for values in ({"decision": "declined"}, {"decision": "known"}, {"decision": "going", "state": "cancelled"}):
        with store.work("Decide") as work:
            work.edit(Event, two, values)
        with store.read() as reader:
            assert against(happenings(reader, 2024)) == {}
    with store.work("Together") as work:
        work.edit(Event, two, {"state": "planned", "after": one})
    with store.read() as reader:
        assert against(happenings(reader, 2024)) == {}


def test_targets_count_what_is_planned_confirmed_held_and_without_a_content(planned):
    with planned.read() as reader:
        own, international = sorted(reader.all(Target), key=lambda row: row["type"] is None)
    add(planned, "Webinar", "2024-03-12", type="own", state="held")
    forum = add(planned, "Forum", "2024-11", type="partner", series=international["id"])
    add(planned, "Called off", "2024-11", type="own", state="cancelled")
    with planned.read() as reader:
        found = targets(reader, 2024, happenings(reader, 2024), TODAY)
    by = {one.id: one for one in found}
    mine, theirs = by[own["id"]], by[international["id"]]
    assert (len(mine.counted), mine.confirmed, mine.held, mine.short, mine.wanted()) == (2, 1, 1, 0, "2 to 3")
    assert (len(theirs.counted), theirs.confirmed, theirs.short, theirs.wanted()) == (1, 0, 2, "3")
    assert [one.id for one in theirs.lacking] == [forum]


def test_everything_that_lacks_is_a_sentence_with_its_deed(planned):
    with planned.read() as reader:
        said = open_questions(reader, [2024], TODAY)
        international = next(row["id"] for row in reader.all(Target) if row["type"] is None)
        bureau = next(row["id"] for row in reader.all(Event) if "Bureau" in str(row["title"]))
    words = {one.sentence: one for one in said}
    asked = words["International events: 0 of 3"]
    assert (asked.deed, asked.given) == ("add", {"series": international, "type": "own"})
    assert asked.note == "April, November and December are free"
    assert "“UCLG Bureau”: nobody has decided whether we go" in words
    with planned.work("Owed") as work:
        work.add(Preparation, {"event": bureau, "what": text("Papers"), "days": 90, "owner": "Ada"})
    with planned.read() as reader:
        late = next(one for one in open_questions(reader, [2024], TODAY) if "overdue" in one.sentence)
    assert (late.sentence, late.urgent) == ("Papers: overdue for “UCLG Bureau”", True)
    assert "Ada" in late.note


def test_a_partners_entry_belongs_to_a_task_or_is_for_information(store):
    id = add(store, "Forum", "2024-05", type="partner", decision="going")

    def asked():
        with store.read() as reader:
            return [one.sentence for one in open_questions(reader, [2024], TODAY)]

    assert "“Forum” belongs to no task" in asked()
    with store.work("For information") as work:
        work.edit(Event, id, {"decision": "known"})
    assert asked() == []


def test_a_deadline_is_told_in_the_local_times_of_the_members(store):
    with store.work("Members") as work:
        for name, country, membership in (
            ("A", "ES", "associate"), ("B", "IN", "associate"), ("C", "MX", "promoter"), ("D", "JP", "former"),
        ):  # fmt: skip
            work.add(Organisation, {"name": name, "country": country, "membership": membership})
    with store.read() as reader:
        assert member_countries(reader) == ["ES", "IN", "MX"]
    found = local_times({"at": "2024-05-15T12:00", "zone": "UTC"}, ["ES", "IN", "MX", "PT"])
    told = {(f"{one.at:%d %H:%M}", one.offset): one.places for one in found}
    assert told["15 17:30", "UTC+5:30"] == ("India",)
    assert told["15 13:00", "UTC+1"] == ("Portugal (Lisbon, Madeira)", "Spain (Canary)")
    assert told["15 14:00", "UTC+2"] == ("Spain (Madrid, Ceuta)",)
    assert any("Mexico City" in place for place in told["15 06:00", "UTC−6"])
    assert [one.at.replace(tzinfo=None) for one in found] == sorted(one.at.replace(tzinfo=None) for one in found)


def test_a_late_hour_falls_on_another_day_elsewhere():
    first, *_between, last = local_times({"at": "2024-05-15T23:00", "zone": "UTC"}, ["US", "NZ"])
    assert (first.at.day, last.at.day) == (15, 16)
