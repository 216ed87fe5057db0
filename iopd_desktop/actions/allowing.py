"""What somebody allows at the desk, on the screen or on a numbered slip, with the words that were shown to them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from iopd_desktop.models.members import PURPOSES, Consent, Wording
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, today

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

Row = dict[str, Any]


def known_purposes(purposes: Iterable[str]) -> None:
    """Refused where a purpose is none that consents are kept for."""
    for purpose in purposes:
        if purpose not in PURPOSES:
            told = _("“{text}” is no purpose of a consent; there are {names}")
            raise Refused(told.format(text=purpose[:40], names=", ".join(PURPOSES)))


def allow(
    work: "Work", person: str, purpose: str, *, language: str | None, by: str, source: str, how: str = "screen"
) -> None:
    """Keep that somebody allowed a purpose today, with the wording that was shown in their language."""
    shown = wording(work, purpose, language)
    work.add(
        Consent,
        {"person": person, "purpose": purpose, "act": "given", "date": today().isoformat(), "how": how,
         "by": by or None, "source": source, "wording": shown["id"] if shown else None},
    )  # fmt: skip


def wording(read: Reader, purpose: str, language: str | None) -> Row | None:
    """The last version of the words by which a purpose is asked, in a language, in English where there are none."""
    for code in dict.fromkeys((language or "en", "en")):
        if found := read.all(Wording, {"purpose": purpose, "language": code}):
            return max(found, key=lambda row: row["version"])
    return None
