"""After an event, in the window: a list past its day is emptied from To settle, contacts met are followed up."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

from iopd_desktop.actions.following import offers
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.missions import Met
from iopd_desktop.models.registrations import Registration
from iopd_desktop.views.calendar.after_deeds import ask_destroy, ask_follow, show_after
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.ticks import TickBox
from tests.views.calendar.test_pages import deeds


@pytest.fixture
def event(planned):
    with planned.work("Make") as work:
        id = work.add(Event, {"title": {"en": "Conference"}, "date": {"edtf": "2023-05-02", "wording": ""},
                              "destroy_by": "2023-11-30"})  # fmt: skip
        for n in range(7):
            work.add(Registration, {
                "event": id, "name": f"Guest {n}", "state": "here", "organisation": "Mont Blau", "country": "PT",
            })  # fmt: skip
    return id


@pytest.fixture
def accepted(monkeypatch):
    """Every dialog is answered with its deed."""
    monkeypatch.setattr(Dialog, "exec", lambda _self: QDialog.DialogCode.Accepted)


def test_prospects_are_made_from_the_entry_and_taken_back(event, seen, planned, accepted):
    page = seen("list")
    assert page.open(event)
    show_after(page)
    with planned.read() as reader:
        (body,) = reader.all(Organisation, {"name": "Mont Blau"})
        assert len(reader.all(Registration, {"member": body["id"]})) == 7
    planned.undo()
    with planned.read() as reader:
        assert reader.all(Organisation, {"name": "Mont Blau"}) == []


def test_what_came_is_shown_whole(event, seen, monkeypatch):
    page, cut = seen("list"), []

    def look(dialog):
        dialog.show()
        QApplication.processEvents()
        (area,) = dialog.findChildren(QScrollArea)
        cut.append(area.geometry().right() > dialog.width())
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(Dialog, "exec", look)
    page.open(event)
    show_after(page)
    assert cut == [False]


def test_a_list_past_its_day_stands_in_to_settle_until_it_is_destroyed(event, seen, planned, accepted):
    page = seen("settle")
    with planned.read() as reader:
        title = reader.title("event", event)
    assert any(title in one.accessibleName() for one in deeds(page, "Destroy the list…"))
    ask_destroy(page, event)
    with planned.read() as reader:
        assert not any("Guest" in row["name"] for row in reader.all(Registration))
    page.reload({"registration"})
    assert deeds(page, "Destroy the list…") == []


def test_contacts_met_are_followed_up_from_their_panel_as_one_step(event, seen, planned, accepted):
    page = seen("list")
    with planned.work("Meet") as work:
        met = work.add(Met, {"event": event, "name": "Ivo Example", "follow": "Send the guide", "due": "2024-11-15",
                             "organisation": "Mont Blau", "country": "PT"})  # fmt: skip
        work.add(Met, {"event": event, "name": "Nobody", "about": "Nothing follows"})
    page.open(event)
    page.form.turn_to("met")
    (deed,) = deeds(page, "Follow up…")
    deed.click()
    with planned.read() as reader:
        row = reader.get(Met, met)
        assert reader.title("task", row["task"]) == "Send the guide"
        assert reader.title("organisation", row["prospect"]) == "Mont Blau"
        assert offers(reader, event) == []
    planned.undo()
    with planned.read() as reader:
        row = reader.get(Met, met)
        assert (row["task"], row["prospect"]) == (None, None)
        assert [(one.becomes, one.called) for one in offers(reader, event)] == [
            ("task", "Send the guide"), ("prospect", "Mont Blau"),
        ]  # fmt: skip


def test_what_is_not_ticked_is_not_made(event, seen, planned, monkeypatch):
    page = seen("agenda")
    with planned.work("Meet") as work:
        work.add(Met, {"event": event, "name": "Ivo Example", "follow": "Send the guide", "organisation": "Mont Blau"})

    def answer(dialog):
        for tick in dialog.findChildren(TickBox):
            tick.setChecked(tick.accessibleName().startswith("Prospect"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(Dialog, "exec", answer)
    page.show_year(2023)
    page.open(event)
    ask_follow(page)
    with planned.read() as reader:
        assert [one.becomes for one in offers(reader, event)] == ["task"]
