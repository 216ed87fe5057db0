"""The year told on the command line: agenda, what is to settle, targets, local times, checklists, a partner's file."""

import pytest

DEADLINE = "Deadline for nominations for the OIDP Award"


@pytest.fixture
def living(run):
    """The sample network, which lives on a day of its own: a week before the deadline."""
    run("init", "--sample")
    return run


def test_the_agenda_and_what_is_to_settle(living):
    lines = {line["title"]: line for line in living("agenda", "--year", "2024", "--json").json}
    assert lines[DEADLINE]["countdown"] == "in 7 days"
    assert lines[DEADLINE]["clashes"] == ["Global Forum on Modern Direct Democracy, Bucharest"]
    assert "15 May 2024" in living("agenda", "--year", "2024").out
    settle = living("settle", "--year", "2024", "--json").json
    assert settle[0]["urgent"]
    assert "Deadline" in settle[0]["sentence"]
    assert any(one["sentence"] == "International events: 0 of 3" for one in settle)
    assert "- International events: 0 of 3" in living("settle", "--year", "2024").out


def test_targets_against_the_calendar(begun):
    own, international = begun("targets", "--year", "2024", "--json").json
    assert (own["name"], own["least"], own["most"], own["planned"]) == ("Own actions", 2, 3, 1)
    assert (international["least"], international["planned"]) == (3, 0)
    assert "2 to 3" in begun("targets", "--year", "2024").out


def test_local_times_want_a_time_first(begun):
    refused = begun("local-times", DEADLINE, ok=False)
    assert (refused.code, "Time and zone" in refused.err) == (1, True)
    begun("edit", "event", DEADLINE, "moment=2024-05-15 12:00 UTC")
    told = begun("local-times", DEADLINE, "--countries", "in,es", "--json").json
    assert {"at": "2024-05-15T17:30", "offset": "UTC+5:30", "places": ["India"]} in told
    assert "India" in begun("local-times", DEADLINE, "--countries", "IN").out


def test_a_checklist_is_brought_and_told_with_its_days(begun):
    assert "call" in begun("checklist", DEADLINE).out
    made = begun("checklist", DEADLINE, "--list", "call", "--json").json
    assert {"id", "what", "due", "done", "owner"} == set(made["preparations"][0])
    assert made["preparations"][0]["due"] == "2024-03-16"
    assert begun("checklist", DEADLINE, "--list", "no such", ok=False).code == 1


def test_a_partners_calendar_is_tried_then_brought_in(begun, tmp_path):
    path = tmp_path / "partner.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Forum\nDTSTART;VALUE=DATE:20240612\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    words = ("import", path, "--as", "ics", "--into", "event", "--json")
    assert begun(*words, "--dry-run").json == {"new": 1, "changed": 0, "same": 0, "refused": []}
    assert begun(*words, "--with", "partner=ALDA").json["new"] == 1
    assert begun("show", "event", "Forum", "--json").json["partner"] == "ALDA"
    assert begun(*words).json["same"] == 1
    begun("undo")
    assert begun("show", "event", "Forum", ok=False).code == 1
