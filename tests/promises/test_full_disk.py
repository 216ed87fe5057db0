"""A full disk loses nothing: neither what was saved nor what was typed."""

import sys

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import backups
from iopd_desktop.store.store import Store
from tests.answers import answering
from tests.promises.words import add, names

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a disk is filled as Linux and macOS allow it")
LONG = "A village with a long story. " * 4_000


def pressing(words):
    """Answer a dialog with the button of these words."""

    def act(dialog):
        next(each for each in dialog.findChildren(QPushButton) if each.text() == words).click()

    return act


@pytest.fixture
def member(on_small_disk, program):
    """The program with a member in its form."""
    assert program.open(on_small_disk, None)
    id = program.window.office.records.add("organisation", {"name": "Riba"})
    program.window.go("organisation", id)
    program.window.page.form.show_id(id)
    return id


def type_into(window, **typed):
    for name, words in typed.items():
        window.page.form.fields.rows[name].editor.fill(words)


def test_a_change_on_a_full_disk_is_refused_in_a_sentence_and_all_of_before_is_there(small_disk, on_small_disk):
    with Store.open(on_small_disk, author="Ada") as store:
        add(store, "Riba")
        with small_disk.full():
            with pytest.raises(Refused, match=r"full|does not answer"):
                many(store)
            assert names(store) == ["Riba"]
        add(store, "Vila")
        assert names(store) == ["Riba", "Vila"]
        assert store.check() == []


def many(store):
    """So much that it fits into no room that was left over."""
    with store.work("Many") as work:
        work.add_many(Organisation, [{"name": f"Town {row}", "notes": LONG} for row in range(60)])


def test_a_backup_on_a_full_disk_is_refused_and_leaves_no_half_of_it(small_disk, on_small_disk):
    with Store.open(on_small_disk, author="Ada") as store:
        add(store, "Riba")
        made = backups.make(store, "asked")
        with small_disk.full(), pytest.raises((Refused, OSError)):
            backups.make(store, "asked")
        assert [each.path for each in backups.listed(on_small_disk)] == [made.path]
        assert list(made.path.parent.iterdir()) == [made.path]
        assert backups.make(store, "asked").path.exists()


def test_what_was_typed_on_a_full_disk_is_asked_about_before_the_window_closes(member, program, small_disk):
    window = program.window
    with small_disk.full():
        type_into(window, notes=LONG, city="Alta")
        heard, _timer = answering(pressing("Copy the text"), pressing("Stay"))
        window.close()
        assert window.isVisible()
        assert "full" in heard[0] or "does not answer" in heard[0]
        assert "Alta" in heard[0]
        assert "Riba" in heard[0]
        assert LONG in QApplication.clipboard().text()
        assert "City: Alta" in QApplication.clipboard().text()
    assert window.close()
    with Store.open(small_disk.folder / "work.iopd") as again, again.read() as reader:
        riba = reader.get(Organisation, member)
    assert (riba["city"], riba["notes"]) == ("Alta", LONG)


def test_text_that_the_disk_refuses_stays_after_looking_at_another_record(member, program, small_disk, qtbot):
    window = program.window
    other = window.office.records.add("organisation", {"name": "Vila"})
    form = window.page.form
    with small_disk.full():
        type_into(window, notes=LONG)
        form.show_id(other)
        form.show_id(member)
        assert form.fields.rows["notes"].editor.value() == LONG
        window.rebuild_wanted.emit("es")
        qtbot.waitUntil(lambda: program.window is not None)
        program.window.go("organisation", member)
        assert program.window.page.form.fields.rows["notes"].editor.value() == LONG
    assert program.window.close()
    with Store.open(small_disk.folder / "work.iopd") as again, again.read() as reader:
        assert reader.get(Organisation, member)["notes"] == LONG


def test_who_gives_it_up_on_a_full_disk_may_close_the_window(member, program, small_disk):
    with small_disk.full():
        type_into(program.window, notes=LONG)
        heard, _timer = answering(pressing("Close and lose it"), lambda dialog: dialog.reject())
        assert program.window.close()
        assert "What would be lost" not in heard[0]
        assert "No backup was made" in heard[1]
    assert program.store is None
