"""The program tells what it is made of, and finds its place in a desktop's menu."""


def test_the_program_says_what_it_is_made_of(run):
    told = run("about", "--json").json
    assert told["licence"] == "AGPL-3.0-or-later"
    assert {"SQLAlchemy", "reportlab", "Qt", "SQLCipher"} <= {one["name"] for one in told["libraries"]}
    assert "LGPL-3.0-only" in run("about").out


def test_the_menu_entry_is_written_and_removed(run, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    written = run("menu-entry", "--json").json["written"]
    assert (tmp_path / "applications" / "net.oidp.IOPDDesktop.desktop").is_file()
    assert run("menu-entry", "--remove", "--json").json == {"removed": written}
