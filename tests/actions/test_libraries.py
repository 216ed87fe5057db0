"""What the program is made of is told whole, and every part may be passed on under the program's own licence."""

import re
import tomllib

from iopd_desktop import paths
from iopd_desktop.actions.libraries import libraries
from tests.house.tree import ROOT

# Licences whose works may be combined into one under AGPL-3.0-or-later.
COMPATIBLE = {
    "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "MIT-CMU",
    "MIT-Modern-Variant", "PSF-2.0", "Unicode-3.0", "Zlib", "blessing",
}  # fmt: skip


def test_each_library_of_the_project_is_named_and_none_of_its_developers():
    asked_for = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    named = {re.sub(r"[-_.]+", "-", one.name).lower() for one in libraries()}

    for requirement in asked_for:
        assert re.match(r"[A-Za-z0-9-]+", requirement)[0].lower() in named
    assert "uharfbuzz" in named, "what an extra asks for"
    assert "markupsafe" in named, "what a library asks for"
    assert named.isdisjoint({"pytest", "pyinstaller", "iopd-desktop"})


def test_every_licence_is_one_that_the_program_may_be_combined_with():
    barred = [
        one for one in libraries()
        if not any(all(part in COMPATIBLE for part in choice.split(" AND ")) for choice in one.licence.split(" OR "))
    ]  # fmt: skip
    assert barred == []


def test_every_library_brings_the_words_of_its_licence():
    assert [one.name for one in libraries() if len(one.text()) < 500] == []


def test_what_is_told_beside_the_metadata_speaks_of_libraries_that_are_there():
    told = tomllib.loads((paths.brought("resources") / "libraries.toml").read_text(encoding="utf-8"))
    named = {re.sub(r"[-_.]+", "-", one.name).lower() for one in libraries()}
    spoken_of = {*told["licences"], *told["texts"], *told["texts"].values(), *(one["by"] for one in told["carried"])}
    assert spoken_of <= named
