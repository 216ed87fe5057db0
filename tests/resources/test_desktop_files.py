"""The files by which a Linux desktop knows the program hold together; `make check` has them validated."""

from configparser import ConfigParser
from pathlib import Path
from xml.etree.ElementTree import Element, parse

import pytest

from iopd_desktop import __version__, paths
from iopd_desktop.actions import menu_entry
from iopd_desktop.cli.about import LICENCE

FOLDER = paths.brought("resources") / "desktop"


def entry(path: Path) -> dict[str, str]:
    read = ConfigParser(interpolation=None)
    read.optionxform = str
    read.read(path, encoding="utf-8")
    return dict(read["Desktop Entry"])


def metainfo() -> Element:
    return parse(FOLDER / f"{menu_entry.ID}.metainfo.xml").getroot()


def test_they_speak_of_the_same_program() -> None:
    told, said = metainfo(), entry(FOLDER / f"{menu_entry.ID}.desktop")
    kinds = parse(FOLDER / f"{menu_entry.ID}.xml").getroot()
    kind = kinds.find("{*}mime-type").get("type")

    assert told.findtext("id") == said["Icon"] == said["StartupWMClass"] == menu_entry.ID
    assert told.findtext("launchable") == f"{menu_entry.ID}.desktop"
    assert said["MimeType"] == f"{kind};" == f"{told.findtext('provides/mediatype')};"
    assert told.find("releases/release").get("version") == __version__
    assert told.findtext("project_license") == LICENCE


def test_the_program_stands_in_the_menu_of_who_asks_for_it_and_goes_out_again(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "my data $HOME"))
    written = menu_entry.write()
    place = next(path for path in written if path.suffix == ".desktop")

    assert entry(place)["Exec"].endswith('iopd-desktop" %f')
    assert all(path.is_file() for path in written)
    assert menu_entry.remove() == written
    assert menu_entry.remove() == []


@pytest.mark.parametrize("name", ["plain", "two words", 'q"uote', "d$ollar", "b`ack", "100 %", "back\\slash"])
def test_a_program_anywhere_is_named_so_that_the_menu_starts_it(name: str) -> None:
    """The rules of the Desktop Entry Specification, read backwards: string escapes first, then quoting."""
    written = menu_entry.quoted(Path("/opt") / name / "iopd-desktop")
    unescaped = written.replace("\\\\", "\\")
    inside = unescaped[1:-1].replace("%%", "%")
    for sign in '\\"`$':
        inside = inside.replace("\\" + sign, sign)

    assert inside == f"/opt/{name}/iopd-desktop"
