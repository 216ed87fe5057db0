"""A database that is too damaged to open is offered its backups, and the damaged file is kept."""

import os
import shutil

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from iopd_desktop.cli import main
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import backups, driver, rescue
from iopd_desktop.store.store import Store
from tests.answers import answering
from tests.promises.words import add, names

SECRET = "four words of mine"


def head_overwritten(path):
    with path.open("r+b") as file:
        file.write(os.urandom(100))


def cut_short(path):
    os.truncate(path, path.stat().st_size // 2)


def cut_in_a_page(path):
    os.truncate(path, path.stat().st_size // 2 + 1000)


def emptied(path):
    path.write_bytes(b"")


def another_kind(path):
    path.write_bytes(b"%PDF-1.7\n" + os.urandom(9_000))


DAMAGES = [head_overwritten, cut_short, cut_in_a_page, emptied, another_kind]
damages = pytest.mark.parametrize("damage", DAMAGES, ids=lambda each: each.__name__)


def made(path, passphrase=None):
    """A closed database with a backup that has Riba, and one member more."""
    with Store.create(path, passphrase, author="Ada") as store:
        add(store, "Riba")
        found = backups.make(store, "asked")
        add(store, "Vila")
    return found


def kept(path):
    """The damaged files that were kept aside."""
    return [each for each in path.parent.iterdir() if ".damaged-" in each.name and each.is_file()]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kept.iopd"


def restoring(dialog):
    dialog.deed.click()


def typing(words):
    def act(dialog):
        dialog.findChild(QLineEdit).setText(words)
        dialog.deed.click()

    return act


@damages
def test_the_window_offers_the_backup_restores_it_and_keeps_the_damaged_file(path, damage, program):
    made(path)
    damage(path)
    before = path.read_bytes()
    heard, _timer = answering(restoring)
    assert program.open(path, None)
    assert "kept.iopd is damaged" in heard[0]
    assert names(program.store) == ["Riba"]
    assert [each.read_bytes() for each in kept(path)] == [before]


@damages
def test_under_a_passphrase_too(path, damage, program):
    def answer(dialog):
        (typing(SECRET) if dialog.findChild(QLineEdit) else restoring)(dialog)

    made(path, SECRET)
    damage(path)
    heard, _timer = answering(*[answer] * 4)
    assert program.open(path, None)
    assert "is damaged" in heard[-1]
    assert names(program.store) == ["Riba"]
    assert program.store.encrypted
    assert len(kept(path)) == 1


def test_the_choice_says_when_why_and_how_large_and_begins_with_the_newest_whole_one(path, program):
    older = made(path)
    torn = older.path.with_name("20990101-000000-000000_asked.backup")
    shutil.copyfile(older.path, torn)
    cut_short(torn)
    emptied(path)
    seen = []

    def look(dialog):
        box = dialog.findChild(QComboBox)
        seen.extend(box.itemText(row) for row in range(box.count()))
        dialog.reject()

    _heard, _timer = answering(look)
    assert not program.open(path, None)
    assert len(seen) == 1
    assert f"{older.at.astimezone():%Y-%m-%d %H:%M}" in seen[0]
    assert "made by hand" in seen[0]
    assert seen[0].endswith(" MB")
    assert path.read_bytes() == b""
    assert kept(path) == []


def test_a_wrong_passphrase_is_no_damage(path, program):
    made(path, SECRET)
    for wrong in (None, "other words than mine"):
        with pytest.raises(driver.WrongPassphrase):
            rescue.opened(path, wrong)
    heard, _timer = answering(typing("other words than mine"), typing(SECRET))
    assert program.open(path, None)
    assert "damaged" not in " ".join(heard)
    assert names(program.store) == ["Riba", "Vila"]


def test_another_encrypted_database_in_its_place_is_asked_for_its_own_passphrase(path):
    made(path)
    path.unlink()
    Store.create(path, SECRET).close()
    with pytest.raises(driver.WrongPassphrase):
        rescue.opened(path)


def test_a_file_of_another_kind_without_backups_is_called_no_database(path):
    another_kind(path)
    with pytest.raises(Refused, match="no database"):
        rescue.opened(path, "x")


@pytest.mark.parametrize("page", [1, 13, 40, 85])
def test_garbage_in_the_middle_is_gone_back_from_at_the_start_or_inside_the_program(path, program, page):
    found = made(path)
    with path.open("r+b") as file:
        file.seek(page * 4096)
        file.write(os.urandom(12 * 4096))
    _heard, _timer = answering(*[lambda each: each.deed.click() if hasattr(each, "deed") else each.reject()] * 6)
    assert program.open(path, None)
    if not kept(path):
        program.window.run("restore")
    assert names(program.store) == ["Riba"]
    assert len(kept(path)) == 1
    assert found.path.exists()


def test_a_damaged_file_found_while_the_window_is_built_leaves_the_first_page_when_nothing_is_restored(path, program):
    made(path)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(12 * 4096))
    heard, _timer = answering(lambda dialog: dialog.reject())
    assert not program.open(path, None)
    assert "is damaged" in heard[0]
    assert program.first is not None
    assert program.store is None


@damages
def test_the_command_line_says_which_backup_and_how_and_that_restores_it(path, damage, capsys, monkeypatch):
    found = made(path)
    damage(path)
    monkeypatch.setenv("IOPD_DESKTOP_DATABASE", str(path))
    monkeypatch.setenv("LANG", "C")
    assert main(["list", "organisation"]) == 1
    told = capsys.readouterr().err
    assert "kept.iopd is damaged" in told
    assert f"restore {found.path}" in told
    assert told.strip().count("\n") == 0
    assert main(["restore", str(found.path)]) == 0
    assert kept(path)[0].name in capsys.readouterr().err
    with Store.open(path) as store:
        assert names(store) == ["Riba"]
        assert store.check() == []


def test_a_damaged_file_without_any_whole_backup_is_said_to_be_so(path, capsys, monkeypatch):
    cut_short(made(path).path)
    cut_short(path)
    monkeypatch.setenv("IOPD_DESKTOP_DATABASE", str(path))
    monkeypatch.setenv("LANG", "C")
    assert main(["list", "organisation"]) == 1
    assert "no whole backup" in capsys.readouterr().err
