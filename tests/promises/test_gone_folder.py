"""The stick was pulled out, the folder may only be read, the file was replaced: it is said, and nothing is lost."""

import shutil
import sys

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.store import Store
from tests.answers import answering
from tests.promises.disks import only_to_be_read
from tests.promises.words import add, names

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved or replaced there")


@pytest.fixture
def on_stick(tmp_path, empty_database):
    """A database in a folder of its own, with one member."""
    path = tmp_path / "stick" / "work.iopd"
    path.parent.mkdir()
    path.write_bytes(empty_database)
    with Store.open(path, author="Ada") as store:
        add(store, "Riba")
    return path


def said(strip):
    return " ".join(label.text() for label in strip.findChildren(QLabel) if not label.isHidden())


def test_a_stick_that_was_pulled_out_is_missed_and_work_goes_on_when_it_is_back(program, on_stick):
    assert program.open(on_stick, None)
    window = program.window
    id = window.office.records.all("organisation")[0]["id"]
    window.go("organisation", id)
    form = window.page.form
    form.show_id(id)

    away = on_stick.parent.rename(on_stick.parent.with_name("pulled out"))
    program._look()
    assert "no longer in its folder" in said(window.missing)
    form.fields.rows["city"].editor.type_text("Alta")
    form.keep_all()
    assert "no longer in its folder" in form.fields.rows["city"]._sentence.text()
    assert form.fields.rows["city"].editor.line.text() == "Alta"

    away.rename(on_stick.parent)
    program._look()
    assert not window.missing.isVisible()
    assert window.close()
    with Store.open(on_stick) as again, again.read() as reader:
        assert [row["city"] for row in reader.all(Organisation)] == ["Alta"]


def test_a_file_that_was_replaced_is_not_written_past_and_is_opened_again(program, on_stick, tmp_path):
    assert program.open(on_stick, None)
    other = tmp_path / "from the other laptop.iopd"
    shutil.copyfile(on_stick, other)
    with Store.open(other, author="Ben") as brought:
        add(brought, "Vila")
    other.replace(on_stick)
    with pytest.raises(Refused, match="Another file was put in the place"):
        program.window.office.records.add("organisation", {"name": "Nobody would find it"})
    program._look()
    assert "Another file was put in the place" in said(program.window.missing)
    program.window.missing.findChild(QPushButton).click()
    assert names(program.store) == ["Riba", "Vila"]
    program.window.office.records.add("organisation", {"name": "Nova"})
    assert names(program.store) == ["Nova", "Riba", "Vila"]


def test_a_folder_that_may_only_be_read_is_said_to_be_so_and_changes_nothing(program, on_stick):
    before = on_stick.read_bytes()
    with only_to_be_read(on_stick.parent):
        heard, _timer = answering(lambda dialog: dialog.reject())
        assert not program.open(on_stick, None)
        assert "only be read" in heard[0] or "does not allow" in heard[0]
        with Store.open(on_stick) as store:
            assert names(store) == ["Riba"]
            with pytest.raises(Refused, match="cannot be opened or written"):
                add(store, "Vila")
    assert on_stick.read_bytes() == before
    assert program.open(on_stick, None)


def test_in_a_folder_that_another_program_synchronises_the_window_says_so_and_the_log_is_a_safe_one(
    program, on_stick, tmp_path, qtbot
):
    cloud = tmp_path / "Dropbox" / "work.iopd"
    cloud.parent.mkdir()
    shutil.copyfile(on_stick, cloud)
    assert program.open(cloud, None)
    qtbot.waitUntil(lambda: "This database stands in Dropbox" in said(program.window))
    add(program.store, "Vila")
    assert not cloud.with_name("work.iopd-wal").exists()
