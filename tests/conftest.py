"""Real databases, real files, and windows without a screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from iopd_desktop import words
from iopd_desktop.actions import beginning, planning
from iopd_desktop.store.store import Store
from tests import quiet

NOTE = Path(tempfile.gettempdir()) / f"iopd-desktop-outside-{os.getpid()}.txt"
quiet.watch(NOTE)

# No test is timed: the machine may be busy with other things.
settings.register_profile("desk", deadline=None)
settings.load_profile("desk")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory, monkeypatch):
    """Each test has settings and data of its own, and begins in English, today."""
    folder = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("IOPD_DESKTOP_DATA", str(folder / "data"))
    monkeypatch.setenv("IOPD_DESKTOP_CONFIG", str(folder / "config"))
    words.speak("en")
    yield
    words.speak("en")
    words.live_on(None)


@pytest.fixture(autouse=True)
def no_network():
    """A test that tries the network fails, whether or not what it tests swallowed the refusal."""
    yield
    assert quiet.tried(NOTE) == ""


@pytest.fixture
def program(qapp, qtbot):
    """The program with its window; at the end its windows are gone."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from iopd_desktop.app import Program
    from tests.answers import answering

    made = Program(qapp)
    yield made
    _heard, _timer = answering(*[lambda dialog: dialog.reject()] * 9)  # after a test that failed in the middle
    made.close()
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory):
    """The bytes of a new database, made once: tests copy it."""
    path = tmp_path_factory.mktemp("template") / "empty.iopd"
    Store.create(path, author="Template").close()
    return path.read_bytes()


@pytest.fixture
def store(tmp_path, empty_database):
    """An empty database of its own, open."""
    path = tmp_path / "work.iopd"
    path.write_bytes(empty_database)
    with Store.open(path, author="Ada Example") as opened:
        yield opened


@pytest.fixture(scope="session")
def planned_database(tmp_path_factory, empty_database):
    """The bytes of a database that began with the 2024 work plan, made once: tests copy it."""
    path = tmp_path_factory.mktemp("template") / "planned.iopd"
    path.write_bytes(empty_database)
    with Store.open(path, author="Template") as made, made.work("Begin", act="origin") as work:
        planning.begin(work)
    return path.read_bytes()


@pytest.fixture
def planned(tmp_path, planned_database):
    """A database of its own with the 2024 work plan, open."""
    path = tmp_path / "planned.iopd"
    path.write_bytes(planned_database)
    with Store.open(path, author="Ada Example") as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory):
    """The bytes of a database with the whole sample network, made once: tests copy it."""
    path = tmp_path_factory.mktemp("template") / "sample.iopd"
    beginning.create(path, "sample").close()
    return path.read_bytes()


@pytest.fixture
def sample_path(tmp_path, sample_database):
    """A file of its own with the sample network, closed."""
    path = tmp_path / "sample.iopd"
    path.write_bytes(sample_database)
    return path


@pytest.fixture
def sample(sample_path):
    """A database of its own with the sample network, open."""
    with Store.open(sample_path, author="Ada Example") as opened:
        yield opened
