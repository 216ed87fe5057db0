"""What the program is made of: its libraries and what they carry inside, each with its version and licence."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from iopd_desktop import paths

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRAS = re.compile(r"^[A-Za-z0-9._-]+\s*\[([^\]]*)\]")
_ASKED_FOR = re.compile(r"extra\s*==\s*['\"]([^'\"]+)['\"]")
_SPELT = re.compile(r"[-_.]+")


@dataclass(frozen=True)
class Library:
    """A library: its name, its version ("" for what another one carries inside), its licence by its SPDX name.

    `texts` is the distribution beside whose metadata the licence's words stand.
    """

    name: str
    version: str
    licence: str
    texts: str

    def text(self) -> str:
        """The licence's own words."""
        found = metadata.distribution(self.texts)
        places = [Path(str(file.locate())) for file in found.files or () if _holds_licence(file)]
        return "\n\n".join(place.read_text("utf-8", "replace").strip() for place in places if place.is_file())


def libraries(program: str = "iopd-desktop") -> list[Library]:
    """Every library that the program depends on here, by name, each followed by what it carries inside.

    Read from the metadata that stand beside the installed libraries, in the source tree, the wheel and the frozen
    folder alike; a library that this system does not need is not there and not named.
    """
    with (paths.brought("resources") / "libraries.toml").open("rb") as file:
        told = tomllib.load(file)
    found: list[Library] = []
    for name, one in sorted(_needed(program).items()):
        own = next((one[key] for key in ("License-Expression", "License") if key in one), "")
        texts = told["texts"].get(name, name)
        found.append(Library(one["Name"], one["Version"], told["licences"].get(name, own), texts))
        found += [Library(each["name"], "", each["licence"], texts) for each in told["carried"] if each["by"] == name]
    return found


def _needed(program: str) -> dict[str, metadata.PackageMetadata]:
    """The metadata of everything that a distribution asks for, straight or through others; not its own."""
    found: dict[str, metadata.PackageMetadata] = {}
    waiting = list(_asked_for(program, frozenset()))
    while waiting:
        name, extras = waiting.pop()
        try:
            one = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        if name not in found:
            found[name] = one.metadata
            waiting += _asked_for(name, extras)
    return found


def _asked_for(name: str, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The names that a distribution requires, with the extras it wants of each."""
    for requirement in metadata.distribution(name).requires or ():
        only_for = _ASKED_FOR.search(requirement)
        if only_for and only_for[1] not in extras:
            continue
        wanted = _EXTRAS.match(requirement)
        yield _known(requirement), frozenset(part.strip() for part in wanted[1].split(",")) if wanted else frozenset()


def _known(requirement: str) -> str:
    match = _NAME.match(requirement)
    return _SPELT.sub("-", match[0] if match else requirement).lower()


def _holds_licence(file: metadata.PackagePath) -> bool:
    inside = ".dist-info" in file.parts[0]
    return inside and ("licenses" in file.parts or file.name.upper().startswith(("LICEN", "COPYING", "NOTICE")))
