"""A list with headings of its own, in the window: its columns are named by hand, and known again in the next file."""

import pytest
from PySide6.QtWidgets import QDialog

from iopd_desktop.models.calendar import Event
from iopd_desktop.models.registrations import Registration
from iopd_desktop.views.kit import places
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.exchange import importing
from iopd_desktop.views.kit.exchange.importing import ask_import, weigh


@pytest.fixture
def event(planned):
    with planned.work("Make") as work:
        return work.add(Event, {"title": {"en": "Conference"}})


@pytest.fixture
def asked(monkeypatch):
    """Answers every dialog with its deed; boxes that are named get a value. Tells the titles of the dialogs."""
    titles, answers = [], {}

    def answer(dialog):
        titles.append(dialog.windowTitle())
        for box in dialog.findChildren(ChoiceBox):
            for part, value in answers.items():
                if f"“{part}”" in box.accessibleName() or box.accessibleName() == part:
                    box.setCurrentIndex(box.findData(value))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(Dialog, "exec", answer)
    return titles, answers


def write(path, name):
    path.write_text(f"Wer kommt,Haus\n{name},Riba Alta\n", encoding="utf-8")
    return path


def test_columns_are_named_once_and_known_in_the_next_file(event, seen, planned, asked, tmp_path, qtbot):
    titles, answers = asked
    page = seen("list")
    answers.update({"Wer kommt": "name", "Haus": "organisation"})
    into = importing.Into(Registration, {"event": event})
    weigh(page, write(tmp_path / "one.csv", "Ada Example"), into)
    qtbot.waitUntil(lambda: len(page.office.records.all("registration")) == 1, timeout=20_000)
    answers.clear()
    weigh(page, write(tmp_path / "two.csv", "Bo Exemple"), into)
    qtbot.waitUntil(lambda: len(page.office.records.all("registration")) == 2, timeout=20_000)
    assert titles == ["What the columns of one.csv mean", "Import one.csv", "Import two.csv"]
    kept = [text for name, text in page.office.settings.preferences.windows.items() if name.startswith("columns/")]
    assert kept == ['{"0": "name", "1": "organisation"}']


def test_the_registrations_ask_for_which_event_a_file_is(event, seen, asked, tmp_path, qtbot, monkeypatch):
    titles, answers = asked
    page = seen("registrations")
    path = tmp_path / "list.csv"
    path.write_text("Name\nAda Example\n", encoding="utf-8")
    monkeypatch.setattr(places.QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    answers["Event"] = event
    ask_import(page)
    qtbot.waitUntil(lambda: len(page.office.records.all("registration")) == 1, timeout=20_000)
    assert titles == ["Import registrations", "Import list.csv"]
    assert page.office.records.all("registration")[0]["event"] == event
