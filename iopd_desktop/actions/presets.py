"""What a new database begins with beside its plan: vocabularies, organs, and an edition of the award to go on from.

The rows have ids made from keys, so that two laptops that begin alike have the same rows, and a second beginning adds
only what is missing.
"""

import tomllib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from iopd_desktop import paths
from iopd_desktop.models.awards import Category, Criterion, Edition, Phase
from iopd_desktop.models.base import Record, known_id
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.members import Organ, Wording
from iopd_desktop.models.repository import Term, Vocabulary

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

Row = dict[str, Any]


def seed_vocabularies(work: "Work") -> None:
    """Bring the vocabularies by which practices are described, with their terms in five languages."""
    brought = brought_rows("vocabularies.toml")
    for one in brought["vocabularies"]:
        code = one["code"]
        vocabulary = known_id("vocabulary", code)
        bring(work, Vocabulary, [(vocabulary, {"code": code, "name": one["name"], "version": brought["version"]})])
        bring(
            work, Term,
            (
                (known_id("term", code, term["key"]),
                 {"vocabulary": vocabulary, "rank": place, "name": {c: t for c, t in term.items() if c != "key"}})
                for place, term in enumerate(one["terms"], 1)
            ),
        )  # fmt: skip


def seed_organs(work: "Work") -> None:
    """Bring the organs of the network, with their texts in five languages."""
    organs = brought_rows("organs.toml")["organs"]
    bring(
        work, Organ,
        ((known_id("organ", one["key"]), {"name": one["name"], "duties": one["duties"]}) for one in organs),
    )  # fmt: skip


def seed_wordings(work: "Work") -> None:
    """Bring the words by which people are asked what they allow, in five languages."""
    brought = brought_rows("wordings.toml")
    version = brought.pop("version")
    bring(
        work, Wording,
        (
            (known_id(Wording.kind, purpose, version, code),
             {"purpose": purpose, "version": version, "language": code, "text": text})
            for purpose, texts in brought.items() for code, text in texts.items()
        ),
    )  # fmt: skip


def seed_award(work: "Work") -> str:
    """Bring an edition of the award from the presets, with phases, categories and criteria; its id."""
    presets = brought_rows("award-presets.toml")
    number = presets["edition"]["number"]
    edition = known_id("edition", number)
    bring(work, Edition, [(edition, presets["edition"])])
    bring(
        work, Phase,
        (
            (known_id("phase", number, one["key"]),
             {"edition": edition, "rank": place, "name": one["name"], "date": fuzzy_date(one),
              "milestones": one.get("milestones", "whole"), "does": one.get("does"),
              "after": known_id("phase", number, one["after"]) if "after" in one else None})
            for place, one in enumerate(presets["phases"], 1)
        ),
    )  # fmt: skip
    bring(
        work, Category,
        ((known_id("category", number, one["group"], one["code"]), {"edition": edition, **one})
         for one in presets["categories"]),
    )  # fmt: skip
    bring(
        work, Criterion,
        (
            (known_id("criterion", number, one["key"]),
             {"edition": edition, "rank": place, "name": one["name"], "question": one["question"],
              "weight": one["weight"], "levels": presets["scale"]})
            for place, one in enumerate(presets["criteria"], 1)
        ),
    )  # fmt: skip
    return edition


def brought_rows(name: str) -> Row:
    """What a file of the resources says."""
    return tomllib.loads((paths.brought("resources") / name).read_text(encoding="utf-8"))


def bring(work: "Work", record: type[Record], rows: Iterable[tuple[str, Row]]) -> None:
    """Add the rows that are not there yet, by their known ids."""
    wanted = dict(rows)
    there = work.some(record, wanted)
    missing = {id: values for id, values in wanted.items() if id not in there}
    work.add_many(record, missing.values(), missing)


def fuzzy_date(one: Mapping[str, Any]) -> dict[str, str] | None:
    """The date of a row by its EDTF text and its wording, or None where it names none."""
    return FuzzyDate.from_edtf(one["edtf"], one["when"]).plain() if "edtf" in one else None
