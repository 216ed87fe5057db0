"""Dialogs for files begin where the person was last, and never in a folder that is gone."""

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from iopd_desktop.store.preferences import Preferences
from iopd_desktop.views.kit.places import ask_folder, ask_open, ask_save, documents
from iopd_desktop.views.kit.settings import Settings


def test_the_folder_that_was_used_last_is_offered_by_every_dialog_until_it_is_gone(qtbot, tmp_path, monkeypatch):
    parent, settings, offered = QWidget(), Settings(Preferences()), []
    qtbot.addWidget(parent)
    stick = tmp_path / "stick"
    stick.mkdir()

    def file(_parent, _title, start, _kinds):
        offered.append(start)
        return str(stick / "list.csv"), ""

    def folder(_parent, _title, start):
        offered.append(start)
        return str(stick)

    monkeypatch.setattr(QFileDialog, "getOpenFileName", file)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", file)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
    assert ask_open(parent, settings, "Import", "*.csv") == stick / "list.csv"
    assert ask_save(parent, settings, "Export", "members.csv", "*.csv") == stick / "list.csv"
    assert ask_folder(parent, settings, "Packets") == stick
    stick.rmdir()
    ask_folder(parent, settings, "Packets")

    assert offered == [str(documents()), str(stick / "members.csv"), str(stick), str(documents())]


def test_a_dialog_that_is_left_gives_nothing_and_keeps_the_folder(qtbot, monkeypatch):
    parent, settings = QWidget(), Settings(Preferences())
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: "")

    assert ask_open(parent, settings, "Import", "*.csv") is None
    assert ask_folder(parent, settings, "Packets") is None
    assert settings.get("folder", "") == ""


def test_without_a_folder_for_documents_the_home_is_offered(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(tmp_path / "Documents"))
    assert documents() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert documents() == tmp_path / "Documents"
