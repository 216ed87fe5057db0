"""After an event without a window: counts, prospects, thanks, the list destroyed, contacts met followed up."""

import pytest


@pytest.fixture
def event(begun):
    """An event with one person who came for a body that nobody knows."""
    event = begun("add", "event", "title=Conference", "destroy_by=2024-11-30", "--json").json["id"]
    begun("walkin", event, "name=Ada Example", "organisation=Mont Blau", "country=PT", "email=ada@example.org",
          "consents=invitations", "--json")  # fmt: skip
    return event


def test_after_an_event_its_bodies_become_prospects_and_its_list_is_destroyed(begun, event, tmp_path):
    said = begun("after", "conference").out
    assert "Portugal\t1" in said
    assert "Mont Blau\tPortugal\t1" in said
    made = begun("after", event, "--prospects", "--json").json
    assert (made["prospects"][0]["name"], len(made["made"]), made["by_gender"]) == ("Mont Blau", 1, {"": None})
    assert begun("list", "organisation", "--search", "Mont Blau", "--json").json[0]["membership"] == "prospect"
    assert begun("after", event, "--prospects", ok=False).code == 1
    counts = begun("mailing", "--came-to", event, "--purpose", "invitations", "--out", str(tmp_path / "m"), "--json")
    assert (counts.json["count"], counts.json["left_out"]) == (1, 0)
    destroyed = begun("destroy", event, "--json")
    assert destroyed.json == {"count": 1}
    assert begun("attendance", event, "--json").json["here"] == 1
    assert "Ada Example" not in str(begun("list", "registration", "--json").json)
    begun("undo")
    assert "Ada Example" in str(begun("list", "registration", "--json").json)


def test_a_contact_met_becomes_a_task_and_a_prospect(begun, event):
    met = begun("add", "met", f"event={event}", "name=Ivo Example", "organisation=Vila Nova", "follow=Send the guide",
                "due=2024-11-15", "--json").json["id"]  # fmt: skip
    task = begun("follow", met, "--as", "task", "--json").json["id"]
    body = begun("follow", met, "--as", "prospect").out.strip()
    row = begun("show", "met", met, "--json").json
    assert (row["task"]["id"], row["prospect"]["id"]) == (task, body)
    assert "became a task already" in begun("follow", met, "--as", "task", ok=False).err
