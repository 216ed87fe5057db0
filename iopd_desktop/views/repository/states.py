"""How far a practice is, and in which languages it can be read."""

from collections.abc import Mapping, Sequence
from typing import Any

from iopd_desktop.models.repository import Practice
from iopd_desktop.store.reading import Reader
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.strips import Hint
from iopd_desktop.words import LANGUAGES, _

STAGE_MARKS = {
    "candidate": ("ring", "text3"), "described": ("ring", "accent"), "coproduced": ("half", "accent"),
    "validated": ("half", "ok"), "published": ("disc", "ok"),
}  # fmt: skip


def practice_chips(values: Mapping[str, Any]) -> Sequence[tuple[str, str, str]]:
    """The stage of a practice, and what the award made of it."""
    chips = []
    for name, tone in (("stage", "ok" if values.get("stage") == "published" else "plain"), ("outcome", "accent")):
        if values.get(name):
            chips.append((Practice.fields[name].kind.format(values[name]), tone, "medal" if name == "outcome" else ""))
    return chips


def practice_hints(_records: Records, values: Mapping[str, Any]) -> Sequence[Hint]:
    """What a practice lacks before it can be published."""
    hints = []
    missing = [code for code in LANGUAGES if code not in (values.get("summary") or {})]
    if missing:
        hints.append(Hint(_("No summary in {languages}").format(languages=", ".join(missing))))
    machine = [code for code, said in (values.get("summary") or {}).items() if said["by"] == "machine"]
    if machine:
        hints.append(Hint(_("Translated by a machine and not yet read: {languages}").format(
            languages=", ".join(machine))))  # fmt: skip
    if not values.get("country"):
        hints.append(Hint(_("No country")))
    return hints


def languages_of(reader: Reader, ids: list[str]) -> Mapping[str, Any]:
    """The languages in which each practice in view has a title."""
    rows = reader.some(Practice, ids)
    return {id: " ".join(sorted(row["title"] or {}, key=_order)) for id, row in rows.items()}


def _order(code: str) -> tuple[int, str]:
    return (LANGUAGES.index(code) if code in LANGUAGES else len(LANGUAGES), code)
