"""A stick that is full or pulled out takes no half of a document: a sentence says so, and the database is as before."""

import shutil
import sys
from datetime import date

import pytest

from iopd_desktop.actions.exporting import export
from iopd_desktop.actions.lists import narrowed
from iopd_desktop.actions.mailing_folder import write_mailing
from iopd_desktop.exchange.formats import FORMATS
from iopd_desktop.exchange.mailing.entry import Sending
from iopd_desktop.exchange.mailing.targets import TARGETS
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organisation, Person
from iopd_desktop.models.refusal import Refused
from iopd_desktop.reports import make, report_named
from iopd_desktop.store import backups
from iopd_desktop.store.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a disk is filled as Linux and macOS allow it")
FULL = r"disk is full|disk of .* is full|does not answer|File too large"
NAMES = [{"name": f"Town {row}", "notes": f"A long story {row}. " * 200} for row in range(300)]


@pytest.fixture
def network(planned):
    """An open database, on a disk that has room, with what can be written."""
    with planned.work("Fill") as work:
        work.add_many(Organisation, NAMES)
        work.add(Person, {"family_name": "Fontseca"})
    return planned


@pytest.fixture
def as_before(network):
    """Afterwards the database has no step more, and is sound."""
    before = steps(network)
    yield
    assert steps(network) == before
    assert network.check() == []


def steps(store):
    with store.read() as reader:
        return reader.value("SELECT count(*) FROM step")


def wanted(store, record):
    with store.read() as reader:
        return narrowed(reader, record, None, "", [])


def left(small_disk):
    """What stands on the stick but what fills it."""
    return [each.name for each in small_disk.folder.rglob("*") if "film" not in each.name]


@pytest.mark.parametrize("format", [each for each in FORMATS if each.write], ids=lambda each: each.name)
@pytest.mark.usefixtures("as_before")
def test_no_half_of_an_export_is_left(network, small_disk, format):
    record = next(each for each in (Organisation, Person, Event) if format.fits(each.kind))
    with small_disk.full():
        with pytest.raises(Refused, match=FULL):
            export(network, wanted(network, record), format, small_disk.folder / "lists" / f"out.{format.name}")
        assert left(small_disk) == []


@pytest.mark.parametrize("name", ["work-plan", "calendar-year", "member-directory"])
@pytest.mark.usefixtures("as_before")
def test_no_half_of_a_report_is_left(network, small_disk, name):
    report = report_named(name)
    given = {"year": 2024} if any(each.name == "year" for each in report.options) else {}
    with small_disk.full(), network.read() as reader:
        with pytest.raises(Refused, match=FULL):
            make(report, reader, small_disk.folder / "papers" / "paper.pdf", "en", **given)
        assert left(small_disk) == []


@pytest.mark.parametrize("target", [each for each in TARGETS if not each.drafts], ids=lambda each: each.name)
@pytest.mark.usefixtures("as_before")
def test_no_half_of_a_mailing_list_is_left(network, small_disk, target):
    sending = Sending("newsletter", date(2024, 5, 15))
    with small_disk.full():
        with pytest.raises(Refused, match=FULL):
            write_mailing(network, wanted(network, Person), small_disk.folder / "list", sending, target)
        assert left(small_disk) == []


@pytest.mark.usefixtures("as_before")
def test_no_half_of_a_backup_is_left_and_the_file_is_named(network, small_disk):
    with small_disk.full():
        with pytest.raises((Refused, OSError), match=FULL) as refused:
            backups.copy(network, small_disk.folder / "copy.iopd")
        assert "partial" not in str(refused.value)
        assert left(small_disk) == []


def test_a_file_that_was_there_stays_as_it_was(network, small_disk):
    there = small_disk.folder / "out.csv"
    there.write_text("of last year")
    with small_disk.full(), pytest.raises(Refused, match=FULL):
        export(network, wanted(network, Organisation), FORMATS[0], there)
    assert there.read_text() == "of last year"
    assert left(small_disk) == ["out.csv"]


def test_an_import_on_a_full_disk_changes_nothing(small_disk, on_small_disk, tmp_path):
    from iopd_desktop.actions.importing import import_file

    source = tmp_path / "towns.csv"
    source.write_text("name,notes\n" + "".join(f"{each['name']},{each['notes']}\n" for each in NAMES))
    with Store.open(on_small_disk, author="Ada") as store:
        before = steps(store)
        with small_disk.full():
            with pytest.raises((Refused, OSError), match=FULL):
                import_file(store, source, FORMATS[0], Organisation)
            assert backups.listed(on_small_disk) == []
        assert steps(store) == before
        assert store.check() == []


@pytest.mark.usefixtures("as_before")
def test_a_stick_that_is_pulled_out_in_the_middle_of_an_export_is_missed_in_a_sentence(network, tmp_path):
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    stick.mkdir()

    def pull(_done, _whole):
        if stick.exists():
            shutil.move(stick, drawer)

    with pytest.raises(Refused, match="is not there"):
        export(network, wanted(network, Organisation), FORMATS[0], stick / "out.csv", told=pull)
    assert not stick.exists()
    assert "out.csv" not in [each.name for each in drawer.iterdir()]
