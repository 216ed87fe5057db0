"""Every country has its section of UCLG, and the organs are the network's own."""

import tomllib
from typing import Any

from iopd_desktop import paths
from iopd_desktop.models.countries import SECTIONS, section_of
from iopd_desktop.words import country_names


def brought(name: str) -> dict[str, Any]:
    return tomllib.loads((paths.brought("resources") / name).read_text(encoding="utf-8"))


def test_every_country_stands_in_one_section() -> None:
    listed = brought("uclg-sections.toml")
    codes = [code for countries in listed.values() for code in countries]
    assert sorted(codes) == sorted(country_names())
    assert set(listed) == {*SECTIONS, "none"}


def test_the_section_of_a_country() -> None:
    places = {"PT": "europe", "TR": "mewa", "MX": "latin_america", "CA": "north_america", "SN": "africa"}
    assert {code: section_of(code) for code in places} == places
    assert section_of("JP") == "asia_pacific"
    assert section_of("KZ") == "eurasia"
    assert section_of("AQ") is None
    assert section_of(None) is None
    assert section_of("??") is None


def test_the_organs_that_the_calendar_names_are_there() -> None:
    organs = {organ["key"] for organ in brought("organs.toml")["organs"]}
    assert {"assembly", "coordinating-committee", "presidency", "scientific-committee"} <= organs
    assert {event["organ"] for event in brought("plan-2024.toml")["events"] if "organ" in event} <= organs
