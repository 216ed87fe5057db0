"""The program was killed, or the power went: what was saved and what was typed is there, and a check is offered."""

import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.holding import Hold
from iopd_desktop.store.store import Store
from tests.answers import answering
from tests.promises.words import names

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is killed with SIGKILL")


@pytest.fixture
def killed(store):
    """The path of a database in whose window somebody typed, when the program was killed."""
    path = store.path
    store.close()
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join((*sys.path, os.environ["PYTHONPATH"]))}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.promises.at_work", str(path)],
        stdout=subprocess.PIPE, text=True, env=surroundings,
    )  # fmt: skip
    with process:
        assert process.stdout.readline() == "typed\n"
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    return path


def said(widget):
    """What a widget says, with the words on its buttons."""
    texts = [each.text() for each in widget.findChildren(QLabel) if not each.isHidden()]
    return " ".join(texts), [each.text() for each in widget.findChildren(QPushButton) if not each.isHidden()]


def test_after_a_kill_nothing_saved_or_typed_is_lost_and_a_check_is_offered(killed, program, qtbot):
    assert program.open(killed, None)
    window = program.window
    words, deeds = said(window.hint)
    assert "was never closed" in words
    assert "2 texts wait" in words
    assert deeds == ["Check the database"]
    assert window.isEnabled()

    members = {each["name"]: each for each in window.office.records.all("organisation")}
    assert set(members) == {"Riba"}
    window.go("organisation", members["Riba"]["id"])
    form = window.page.form
    form.show_id(members["Riba"]["id"])
    assert form.fields.rows["email"].editor.line.text() == "nobody at"
    form.begin()
    assert form.fields.rows["city"].editor.line.text() == "Alta"
    assert form.fields.rows["name"].editor.line.text() == ""

    heard, _timer = answering(lambda dialog: dialog.reject())
    window.hint.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert "Nothing is wrong" in heard[0]
    assert not window.hint.isVisible()

    window.close()
    assert program.open(killed, None)
    assert not program.window.hint.isVisible()


def test_the_check_says_what_is_wrong_and_offers_a_backup_where_the_file_itself_is(killed, program, qtbot):
    with Store.open(killed) as store, store.pen, store.beside() as connection:
        connection.execute("UPDATE organisation SET city = 'Elsewhere' WHERE name = 'Riba'")
    assert program.open(killed, None)
    buttons = []
    heard, _timer = answering(lambda dialog: (buttons.extend(said(dialog)[1]), dialog.reject()))
    program.window.hint.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert "table and journal differ in City" in heard[0]
    assert "Go there" in buttons


def test_a_second_window_on_the_same_file_is_refused_by_name_and_the_first_goes_on(program, store):
    path = store.path
    store.close()
    assert program.open(path, None)
    with pytest.raises(Refused, match=rf"work\.iopd is open already in another window: .*, .*, {os.getpid()}"):
        Hold(path)
    program.window.office.records.add("organisation", {"name": "Riba"})
    assert names(program.store) == ["Riba"]


def test_what_the_command_line_writes_is_seen_by_the_open_window(program, store, qtbot):
    path = store.path
    store.close()
    assert program.open(path, None)
    program.window.show_tab("members", "members")
    with Store.open(path, author="Command line") as other, other.work("Add") as work:
        work.add(Organisation, {"name": "Riba", "type": "local", "membership": "associate"})
    program._look()
    qtbot.waitUntil(lambda: program.window.page.list.model.rowCount() == 1)
    assert program.window.page.list.model.rowCount() == 1
