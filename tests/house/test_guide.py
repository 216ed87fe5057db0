"""The guide for the people at the desk: what it names is there, in the program and beside it."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from iopd_desktop.cli.arguments import parsed
from iopd_desktop.exchange.formats import FORMATS
from iopd_desktop.models import RECORDS
from iopd_desktop.reports import report_named
from iopd_desktop.words import language, speak
from tests.house.tree import ROOT, program
from tools import catalogues

GUIDE = sorted((ROOT / "docs" / "guide").glob("*.md"))
PAGES = [*GUIDE, ROOT / "README.md"]
LARGEST = 120_000
pages = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)


def commands(page: Path) -> Iterator[list[str]]:
    """The words of each command that stands as a line of its own, without the name of the program and remarks."""
    for line in re.findall(r"^ {4,}iopd-desktop ?(.*)$", page.read_text("utf-8"), re.MULTILINE):
        if told := shlex.split(line, comments=True):
            yield told


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.fixture
def parse(monkeypatch):
    """Read a command as the program does, and leave the language as it was."""
    monkeypatch.setenv("LANGUAGE", "en")
    before = language()
    yield parsed
    speak(before)


@pages
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8")):
        name, _hash, place = target.partition("#")
        beside = (page.parent / name).resolve() if name else page
        assert beside.exists(), target
        assert not place or place in anchors(beside), target


def test_every_picture_is_shown_and_those_of_the_guide_are_small():
    shown = {
        page: {Path(name).name for name in re.findall(r"pictures/[\w-]+\.png", page.read_text("utf-8"))}
        for page in PAGES
    }
    there = {path.name for path in (ROOT / "docs" / "pictures").iterdir()}
    assert there == set().union(*shown.values())
    large = {path.name for path in (ROOT / "docs" / "pictures").iterdir() if path.stat().st_size > LARGEST}
    assert large <= shown[ROOT / "README.md"]


@pages
def test_every_command_can_be_typed(page, parse):
    kinds, formats = {record.kind for record in RECORDS}, {format.name for format in FORMATS}
    for told in commands(page):
        found = parse(told)
        if told[0] == "report":
            options = {option.name.replace("_", "-") for option in report_named(found.name).options}
            assert {word[2:] for word in found.rest if word.startswith("--")} <= options, told
        if told[0] in ("list", "export"):
            assert found.kind in kinds, told
        if told[0] in ("import", "export"):
            assert found.format in formats, told
            assert getattr(found, "into", None) in (None, *kinds), told


def test_every_label_in_bold_stands_in_the_window():
    messages = [message.id for message in catalogues.read("es") if message.id]
    texts = {one.replace("&", "") for each in messages for one in ((each,) if isinstance(each, str) else each)}
    for page in GUIDE:
        body = re.sub(r"\n *", " ", page.read_text("utf-8"))
        labels = set(re.findall(r"\*\*([^*]+)\*\*", body))
        assert labels <= texts, (page.name, labels - texts)


def test_every_key_is_one_of_the_program():
    written = "\n".join(source.text for source in program())
    for page in GUIDE:
        keys = set(re.findall(r"\bCtrl\+(?:Shift\+)?[\w,/]+(?<![,.])", page.read_text("utf-8")))
        missing = {key for key in keys if key not in written and not re.fullmatch(r"Ctrl\+[1-5]", key)}
        assert not missing, (page.name, missing)
