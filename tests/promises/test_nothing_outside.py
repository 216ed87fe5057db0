"""No value of a record stands outside the database, its backups and what somebody asked for by name."""

import logging
import tempfile

import pytest

from iopd_desktop import paths
from iopd_desktop.actions.exporting import export
from iopd_desktop.actions.importing import import_file
from iopd_desktop.actions.lists import narrowed
from iopd_desktop.actions.mailing_folder import write_mailing
from iopd_desktop.exchange.formats import FORMATS
from iopd_desktop.exchange.mailing.entry import Sending
from iopd_desktop.exchange.mailing.targets import TARGETS
from iopd_desktop.models.members import Person
from iopd_desktop.reports import make, report_named
from iopd_desktop.reports import record as record_report
from iopd_desktop.words import today
from tests.answers import answering

NAME, TOWN, MAIL, DRAFT, IMPORTED = "Quixadequa", "Vilaxuquer", "zyrtha.quix", "wyvernbloom", "Importuxia"
PERSONAL = (NAME, TOWN, MAIL, DRAFT, IMPORTED)


@pytest.fixture
def homes(tmp_path, monkeypatch):
    """Every folder in which the program or a library might leave something, below one."""
    home = tmp_path / "home"
    for variable in ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR"):
        place = home / variable.lower()
        place.mkdir(parents=True)
        monkeypatch.setenv(variable, str(place))
    monkeypatch.setenv("IOPD_DESKTOP_DATA", str(home / "data"))
    monkeypatch.setenv("IOPD_DESKTOP_CONFIG", str(home / "config"))
    monkeypatch.setattr(tempfile, "tempdir", str(home / "tmpdir"))
    return home


def leaks(folder):
    """Which files below a folder hold one of the values, in whatever way Python or Qt may have written them."""
    found = []
    for path in folder.rglob("*"):
        bytes_ = str(path.relative_to(folder)).encode()
        if path.is_file():
            bytes_ += path.read_bytes()
        low = bytes_.lower()
        for value in PERSONAL:
            forms = (value.lower().encode(), value.lower().encode("utf-16-le"), value.lower().encode("utf-16-be"))
            if any(form in low for form in forms):
                found.append((str(path.relative_to(folder)), value))
    return found


def fill(records):
    """A town, somebody who works there and may be written to."""
    town = records.add("organisation", {"name": TOWN})
    person = records.add("person", {"family_name": NAME, "organisation": town})
    records.add("contact_point", {"person": person, "means": "email", "value": f"{MAIL}@example.org"})
    records.add("consent", {"person": person, "purpose": "newsletter", "act": "given", "date": "2024-01-01"})
    return town, person


def work_a_day(window, chosen):
    """What people do: edit, leave a draft, search, keep a view, look at a paper, export, import, write to all."""
    store = window.store
    town, person = fill(window.office.records)
    window.go("organisation", town)
    form = window.page.form
    form.show_id(town)
    form.fields.rows["email"].editor.type_text(f"{DRAFT} at")
    form.fields.rows["email"].editor.left.emit()
    window.page.list.filters.search.setText(TOWN)
    window.go("person", person)
    window.page.list.filters.search.setText(NAME)
    with store.read() as reader:
        wanted = narrowed(reader, Person, None, NAME, [])
        made = make(report_named("member-directory"), reader, paths.previews() / "directory.pdf", "en")
    record_report(store, made, today(), store.author)
    for format in FORMATS:
        if format.write and format.fits("person"):
            export(store, wanted, format, chosen / f"people.{format.name}")
    write_mailing(store, wanted, chosen / "letters", Sending("newsletter", today()), TARGETS[0])
    source = chosen / "people.csv"
    source.write_text(f"family_name,country\n{IMPORTED},Spain\n{NAME}-bad,Nowhere{TOWN}\n", "utf-8")
    import_file(store, source, FORMATS[0], Person)


def test_after_a_day_no_value_stands_outside_the_database(homes, tmp_path, store, program, qtbot, caplog, capfd):
    path, chosen = store.path, tmp_path / "chosen"
    chosen.mkdir()
    store.close()
    caplog.set_level(logging.DEBUG)
    assert program.open(path, None)
    window = program.window
    work_a_day(window, chosen)

    def stumble(_progress):
        raise ValueError(f"{NAME} {MAIL}@example.org")

    refused = []
    window.jobs.run("Long", stumble, refused.append, refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=10_000)
    assert "ValueError in a job" in caplog.text
    window.rebuild_wanted.emit("es")
    qtbot.waitUntil(lambda: program.window is not None and program.window is not window)
    _heard, _timer = answering(*[lambda dialog: dialog.reject()] * 5)
    program.window.close()
    assert program.store is None

    assert (homes / "config" / "preferences.json").exists()
    assert leaks(homes) == []
    told = caplog.text + "".join(capfd.readouterr())
    assert [value for value in PERSONAL if value in told] == []
    beside = {each.name for each in tmp_path.iterdir()} - {"home", "chosen"}
    assert beside <= {path.name, f"{path.name}-backups", f"{path.name}.lock"}
    assert {name.split(".")[-1] for name in (each.name for each in (tmp_path / f"{path.name}-backups").iterdir())} == {
        "backup"
    }
    # The values are where they belong, so that the search above would have found them.
    assert {value for _file, value in leaks(tmp_path)} == set(PERSONAL)
