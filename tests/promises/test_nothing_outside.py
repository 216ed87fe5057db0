"""What the database says about people stands in no other file, but for what somebody asked to be written."""

import os
from pathlib import Path

from iopd_desktop import paths
from iopd_desktop.actions.beginning import create
from iopd_desktop.cli import main
from iopd_desktop.models import RECORDS
from iopd_desktop.models.members import Person

PASSPHRASE = "four words of mine"


def people(store):
    """The whole names of persons, and every e-mail address, as bytes."""
    with store.read() as reader:
        found = {Person.called(row, reader) for row in reader.all(Person)}
        texts = [str(value) for record in RECORDS for row in reader.all(record) for value in row.values()]
    found |= {word.strip("[]{}'\"(),;:<>") for text in texts if "@" in text for word in text.split() if "@" in word}
    return {each.encode() for each in sorted(found, key=len, reverse=True)[:60]}  # the longest: no word of ours


def test_after_a_day_of_work_no_file_but_the_ones_asked_for_names_anybody(program, tmp_path, monkeypatch, capfd):
    path, asked = tmp_path / "work" / "sample.iopd", tmp_path / "asked for"
    temporary = tmp_path / "temporary"
    for folder in (asked, temporary, path.parent):
        folder.mkdir()
    for variable in ("TMPDIR", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "HOME"):
        monkeypatch.setenv(variable, str(temporary))
    create(path, "sample", PASSPHRASE, "Whoever Works Here").close()
    assert program.open(path, PASSPHRASE)
    window = program.window
    known = people(program.store)
    assert len(known) > 10
    for tab, view in window.tabs.items():
        for page in view.list.names():
            window.show_tab(tab, page)
    window.go("organisation", window.office.records.all("organisation")[0]["id"])
    window.page.form.fields.rows["email"].editor.type_text("nobody at")
    window.page.form.keep_all()
    program._back_up()
    monkeypatch.setenv("IOPD_DESKTOP_PASSPHRASE", PASSPHRASE)
    surname = max(known, key=len).decode()
    for words in (("list", "person", "--search", surname[:6]), ("check",),
                  ("report", "member-directory", "--out", str(asked / "members.pdf")),
                  ("backup", str(asked / "copy.iopd"))):  # fmt: skip
        main(["--database", str(path), *words])
    (paths.previews() / "seen.txt").write_bytes(b"\n".join(known))
    window.close()

    capfd.readouterr()
    places = [path.parent, temporary, Path(os.environ["IOPD_DESKTOP_DATA"]), Path(os.environ["IOPD_DESKTOP_CONFIG"])]
    files = [file for place in places for file in place.rglob("*") if file.is_file()]
    assert any(file.suffix == ".backup" for file in files)
    assert any(file.name == "preferences.json" for file in files)
    contents = {file: file.read_bytes() for file in files}
    named = [(file.name, word) for file, content in contents.items() for word in known if word in content]
    assert named == []
