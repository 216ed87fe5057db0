"""The mailing list from the window: for whom it is written is chosen, explained, and asked what it needs."""

import email
import email.policy

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel

from iopd_desktop.models.members import Consent, ContactPoint, Person
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.exchange.mailing import ask_mailing
from iopd_desktop.views.kit.lines import Line, Passage
from iopd_desktop.words import today


@pytest.fixture
def readers(store):
    """Two persons who consented, one in Spanish and one in French, and one who did not."""
    with store.work("Readers") as work:
        for name, language in (("Uno", "es"), ("Deux", "fr"), ("Silent", "es")):
            id = work.add(Person, {"family_name": name, "language": language})
            work.add(ContactPoint, {"person": id, "means": "email", "value": f"{name.lower()}@example.org"})
            if name != "Silent":
                told = {"person": id, "purpose": "newsletter", "act": "given", "date": "2024-01-01", "how": "email"}
                work.add(Consent, told)


def named(dialog, kind, name):
    return next(one for one in dialog.findChildren(kind) if one.accessibleName() == name)


def choose(dialog):
    box = named(dialog, ChoiceBox, "Written for")
    box.setCurrentIndex(box.findData("eml"))
    assert "opens in Outlook or Thunderbird" in said(dialog)
    dialog.try_it()


def fill(dialog):
    dialog.try_it()
    assert dialog.isVisible()
    named(dialog, Line, "Your own mailbox, which stands in To").setText("desk@example.org")
    size = named(dialog, Line, "Addresses in one message, at most")
    size.setText("none")
    dialog.try_it()
    assert dialog.isVisible()
    size.setText("7")
    named(dialog, Line, "Subject, Spanish").setText("Boletín")
    named(dialog, Passage, "Text, Spanish").setPlainText("Hola")
    dialog.try_it()


def said(dialog):
    return " ".join(one.text() for one in dialog.findChildren(QLabel))


def test_drafts_are_asked_for_and_written(window, readers, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_told: str(tmp_path))
    window.show_tab("members", "persons")
    steps, seen = [choose, fill, QDialog.reject], []

    def answer():
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            seen.append(said(dialog))
            steps.pop(0)(dialog)

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(10)
    ask_mailing(window.page)
    qtbot.waitUntil(lambda: not steps, timeout=20_000)
    timer.stop()
    folder = tmp_path / f"newsletter-eml-{today().isoformat()}"
    assert sorted(path.name for path in folder.iterdir()) == ["README.txt", "es.eml", "fr.eml", "suppressed.csv"]
    read = email.message_from_bytes((folder / "es.eml").read_bytes(), policy=email.policy.default)
    assert (read["subject"], str(read["bcc"]), str(read["to"])) == (
        "Boletín", "Uno <uno@example.org>", "IOPD <desk@example.org>"
    )  # fmt: skip
    assert ("On the list" in seen[1], "no consent" in seen[1]) == (True, True)
    assert "double click" in seen[2]
