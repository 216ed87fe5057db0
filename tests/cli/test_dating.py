"""The calendar's commands: what would move, what moved, and one undo for all of it."""


def test_a_date_moves_with_what_depends_on_it_and_back(begun):
    deadline = "Deadline for nominations for the OIDP Award"
    would = begun("move", "event", deadline, "31 May", "--dry-run", "--json").json
    assert would["moves"][0]["before"]["edtf"] == "2024-05-15"
    assert "2024-05-15" in begun("show", "event", deadline).out or "15 May" in begun("show", "event", deadline).out
    did = begun("move", "event", deadline, "31 May", "--json").json
    assert did == would
    assert {one["why"] for one in did["moves"]} == {"it", "phase", "milestone", "after"}
    begun("undo")
    assert begun("move", "event", deadline, "31 May", "--dry-run", "--json").json == would


def test_only_the_date_itself_moves_where_that_is_asked(begun):
    said = begun("move", "event", "UCLG Bureau", "2024-06-12", "--only")
    assert "12 June 2024" in said.out
    assert begun("show", "event", "UCLG Bureau", "--json").json["date"]["edtf"] == "2024-06-12"


def test_milestones_are_made_once(begun):
    first = begun("milestones", "--edition", "18", "--json").json
    assert first["new"] == 0
    begun("edit", "phase", "Technical validation", "date=20 to 24 May 2024")
    assert begun("milestones", "--edition", "18", "--dry-run", "--json").json["new"] == 1
    assert "Technical validation" in begun("milestones", "--edition", "18").out
    assert begun("milestones", "--edition", "18", "--json").json["new"] == 0
    assert begun("milestones", "--edition", "99", ok=False).code == 1
