"""The life of the program's window: begun, refused, opened again, and closed whatever the disk does."""

from PySide6.QtWidgets import QLineEdit

from iopd_desktop import words
from iopd_desktop.actions import sample
from iopd_desktop.models.members import Organisation
from iopd_desktop.store import backups
from iopd_desktop.store.store import Store
from iopd_desktop.views.kit.exchange.importing import weigh
from tests.answers import answering


def typing(words):
    def act(dialog):
        dialog.findChild(QLineEdit).setText(words)
        dialog.deed.click()

    return act


def test_a_wrong_passphrase_is_said_and_asked_for_again(program, qtbot, tmp_path):
    path = tmp_path / "kept.iopd"
    Store.create(path, "four words of mine").close()
    heard, _timer = answering(typing("three words"), typing("four words of mine"))
    assert program.open(path, None)
    assert "does not open" not in heard[0]
    assert "does not open" in heard[1]
    assert program.store.encrypted


def test_a_backup_is_restored_without_the_passphrase_that_was_typed_already(program, qtbot, tmp_path):
    path = tmp_path / "kept.iopd"
    Store.create(path, "four words of mine").close()
    assert program.open(path, "four words of mine")
    program.window.office.records.add("organisation", {"name": "Riba"})
    backups.make(program.store, "asked")
    program.window.office.records.add("organisation", {"name": "Later"})
    heard, _timer = answering(lambda dialog: dialog.deed.click(), typing("four words of mine"))
    program.window.run("restore")
    assert len(heard) == 1
    assert [row["name"] for row in program.window.office.records.all("organisation")] == ["Riba"]


def test_a_backup_under_another_passphrase_asks_for_that_one_once(program, qtbot, tmp_path):
    path, other = tmp_path / "kept.iopd", tmp_path / "other.iopd"
    with Store.create(path, "four words of mine") as made, made.read() as reader:
        network = reader.value("SELECT value FROM meta WHERE name = 'network'")
    with Store.create(other, "four other words", network=network) as made, made.work("Other") as work:
        work.add(Organisation, {"name": "Other"})
    assert program.open(path, "four words of mine")
    backups.make(program.store, "asked")
    other.replace(backups.listed(path)[0].path)
    heard, _timer = answering(lambda dialog: dialog.deed.click(), typing("wrong ones"), typing("four other words"))
    program.window.run("restore")
    assert len(heard) == 3
    assert [row["name"] for row in program.window.office.records.all("organisation")] == ["Other"]


def test_the_window_closes_although_no_backup_can_be_made(program, qtbot, store):
    path = store.path
    store.close()
    assert program.open(path, None)
    program.window.office.records.add("organisation", {"name": "Riba"})
    path.rename(path.with_name("moved.iopd"))
    heard, _timer = answering(lambda dialog: dialog.reject())
    program.window.close()
    assert "No backup was made" in heard[0]
    assert program.store is None
    assert sorted(each.name for each in path.parent.iterdir() if "open" in each.name or "lock" in each.name) == []


def test_every_page_that_offers_an_export_asks_how(program, qtbot, tmp_path, planned):
    path = planned.path
    planned.close()
    assert program.open(path, None)
    asked = []
    for tab, view in program.window.tabs.items():
        for page in view.list.names():
            program.window.show_tab(tab, page)
            if any(command.name == "export" for command in program.window.page.commands()):
                heard, timer = answering(lambda dialog: dialog.reject())
                program.window.run("export")
                timer.stop()
                asked.append((tab, page, "Export" in "".join(heard)))
    assert len(asked) > 10
    assert [each for each in asked if not each[2]] == []


def test_what_is_imported_on_a_page_is_seen_on_it(program, qtbot, tmp_path, store):
    source, path = tmp_path / "members.csv", store.path
    source.write_text("Name,Country,Membership\nRiba,ES,\nVila,PT,former\n")
    store.close()
    assert program.open(path, None)
    program.window.show_tab("members", "members")
    page = program.window.page
    _heard, _timer = answering(lambda dialog: dialog.deed.click())
    weigh(page, source)
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1, timeout=20_000)
    members = {each["name"]: each["membership"] for each in page.office.records.all("organisation")}
    assert members == {"Riba": "associate", "Vila": "former"}


def test_a_sample_says_so_in_the_title_and_lives_on_its_own_day(program, sample_path, store):
    real = store.path
    store.close()

    assert program.open(sample_path, None)
    assert program.window.windowTitle() == "Sample network, 8 May 2024 - IOPD Desktop"
    assert words.today() == sample.DAY
    assert program.open(real, None)
    assert "Sample" not in program.window.windowTitle()
    assert words.today() != sample.DAY
