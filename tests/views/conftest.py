"""Windows without a screen, over a real database."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPainter

from iopd_desktop import words
from iopd_desktop.actions.beginning import create
from iopd_desktop.models.members import Consent, Organisation, Person
from iopd_desktop.models.repository import Practice
from iopd_desktop.store.store import Store
from iopd_desktop.views.kit import colours, record_page, style
from iopd_desktop.views.kit import painted as after_painting
from iopd_desktop.views.kit.marks import STATES
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.kit.tab import Sheet, Tab
from iopd_desktop.views.main_window import MainWindow

TABS = (
    Tab(
        "members", "Members", "people",
        (
            Sheet("all", "All members", "hall", Organisation, new="New member", filters=("country", "type"),
                  columns=("name", "city", "country", "type", "stage"), order=(("name", False),),
                  marks={"stage": STATES}, parts=(("person", "organisation"), ("contact", "organisation"))),
            Sheet("persons", "Persons", "person", Person, new="New person"),
            Sheet("consent", "Consent", "shield", Consent, new="New consent"),
        ),
        "all", help="Who belongs to the network.",
    ),
    Tab("repository", "Repository", "book", (Sheet("practices", "Practices", "book", Practice, new="New practice"),)),
)  # fmt: skip


@pytest.fixture(autouse=True)
def dressed(qapp):
    """The program in its light colours, and no window left over from the test before."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if qapp.styleSheet() != style.sheet(colours.LIGHT):
        style.dress(qapp, colours.LIGHT)


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """What follows the first painting follows at once, so that whoever looks at a page sees all of it."""
    monkeypatch.setattr(after_painting, "PAUSE_MS", 0)
    monkeypatch.setattr(record_page, "FORM_AFTER", 0)


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory):
    """The bytes of the sample network, made once: walks copy it."""
    path = tmp_path_factory.mktemp("sample") / "sample.iopd"
    create(path, "sample", author="Template").close()
    return path.read_bytes()


@pytest.fixture
def peopled(tmp_path, sample_database):
    """The sample network of its own, open, on the day that it lives on."""
    path = tmp_path / "sample.iopd"
    path.write_bytes(sample_database)
    with Store.open(path, author="Ada Example") as opened, words.living_on(opened.sample_day):
        yield opened


@pytest.fixture
def records(store):
    return Records(store)


@pytest.fixture
def cities(records):
    """Three members whose names begin with A, B and C."""
    given = [("Aldea Example", "ES", "active"), ("Bairro Example", "PT", "inactive"), ("Commune Example", "FR", "left")]
    return [
        records.add("organisation", {"name": name, "city": name.split()[0], "country": country, "stage": stage})
        for name, country, stage in given
    ]


@pytest.fixture
def window(qtbot, store, cities):
    """The main window with two tabs, open on the members."""
    made = MainWindow(store, TABS, Settings())
    qtbot.addWidget(made, before_close_func=lambda each: each.put_away())
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def painted(monkeypatch):
    """The texts that are painted by pages and delegates."""
    found, paint = set(), QPainter.drawText

    def painting(self, *given):
        found.update(each for each in given if isinstance(each, str))
        return paint(self, *given)

    monkeypatch.setattr(QPainter, "drawText", painting)
    return found
