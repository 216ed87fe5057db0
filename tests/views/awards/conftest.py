"""The scores of the sample jury, in the real window."""

import pytest

from iopd_desktop.actions.beginning import create
from iopd_desktop.store.store import Store
from iopd_desktop.views.awards import TAB
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory):
    """The bytes of a database with the sample network, made once: tests copy it."""
    path = tmp_path_factory.mktemp("template") / "sample.iopd"
    create(path, "sample").close()
    return path.read_bytes()


@pytest.fixture
def sample(tmp_path, sample_database):
    path = tmp_path / "sample.iopd"
    path.write_bytes(sample_database)
    with Store.open(path, author="Ada Example") as opened:
        yield opened


@pytest.fixture
def window(qtbot, sample):
    made = MainWindow(sample, (TAB,), Settings())
    qtbot.addWidget(made, before_close_func=lambda each: each.put_away())
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def scores(window):
    """The page of the scores, with the keyboard in its grid on the first awaited sheet."""
    window.show_tab("awards", "scores")
    window.page.grid.setFocus()
    return window.page
