"""The vocabularies, the award's presets and the organs are whole in five languages, and their keys are sound."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from iopd_desktop import paths
from iopd_desktop.models.awards import Category, Criterion, Edition, Phase
from iopd_desktop.models.repository import Practice
from iopd_desktop.words import LANGUAGES


def brought(name: str) -> dict[str, Any]:
    return tomllib.loads((paths.brought("resources") / name).read_text(encoding="utf-8"))


def texts(value: Any) -> Iterator[dict[str, str]]:
    """Every table of texts by language inside a value."""
    if isinstance(value, dict) and "en" in value:
        yield value
    elif isinstance(value, dict | list):
        for inside in value.values() if isinstance(value, dict) else value:
            yield from texts(inside)


@pytest.mark.parametrize("name", ["vocabularies.toml", "award-presets.toml", "organs.toml"])
def test_every_text_is_there_in_every_language(name: str) -> None:
    found = list(texts(brought(name)))
    assert len(found) >= 16
    for one in found:
        said = {code: text for code, text in one.items() if code != "key"}
        assert set(said) == set(LANGUAGES), one["en"]
        assert all(text.strip() for text in said.values()), one["en"]
        assert len({text.count("\n") for text in said.values()}) == 1, one["en"]


def test_the_vocabularies_are_those_that_practices_use() -> None:
    used = {made.kind.vocabulary for made in Practice.fields.values() if made.kind.name == "terms"}
    vocabularies = {one["code"]: one for one in brought("vocabularies.toml")["vocabularies"]}
    assert set(vocabularies) == used
    for one in vocabularies.values():
        keys = [term["key"] for term in one["terms"]]
        assert len(set(keys)) == len(keys)
        for code in LANGUAGES:
            words = [term[code].casefold() for term in one["terms"]]
            assert len(set(words)) == len(words)


def test_the_presets_fit_the_fields_of_an_edition() -> None:
    presets = brought("award-presets.toml")
    edition = presets["edition"]
    assert set(edition) <= set(Edition.fields)
    steps = edition["highest"] - edition["lowest"] + 1
    assert {len(text.strip().splitlines()) for text in presets["scale"].values()} == {steps}
    assert all({"key", "name", "question", "weight"} == set(one) for one in presets["criteria"])
    assert {"name", "question", "weight", "levels"} <= set(Criterion.fields)
    assert {choice["group"] for choice in presets["categories"]} == set(Category.fields["group"].kind.choices)
    assert {key for phase in presets["phases"] for key in phase} == {
        "key", "name", "does", "when", "edtf", "after", "milestones",
    }  # fmt: skip
    assert {"name", "date"} <= set(Phase.fields)
