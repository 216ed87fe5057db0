"""What somebody allows at the desk, on the screen or on a numbered slip, with the words that were shown to them."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from iopd_desktop.models.members import PURPOSES, Consent, Wording
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, today

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

Row = dict[str, Any]
ASKED_AT_EVENTS = ("newsletter", "invitations", "directory", "photos")
"""What people are asked to allow at an event, each by itself and none ticked before."""


def known_purposes(purposes: Iterable[str]) -> None:
    """Refused where a purpose is none that consents are kept for."""
    for purpose in purposes:
        if purpose not in PURPOSES:
            told = _("“{text}” is no purpose of a consent; there are {names}")
            raise Refused(told.format(text=purpose[:40], names=", ".join(PURPOSES)))


def allow(
    work: "Work", person: str, purpose: str, *, language: str | None, by: str, source: str, how: str = "screen",
    on: date | None = None, version: str | None = None,
) -> None:  # fmt: skip
    """Keep that somebody allowed a purpose, today or on a day, with the wording that was shown in their language."""
    shown = wording(work, purpose, language, version)
    work.add(
        Consent,
        {"person": person, "purpose": purpose, "act": "given", "date": (on or today()).isoformat(), "how": how,
         "by": by or None, "source": source, "wording": shown["id"] if shown else None},
    )  # fmt: skip


def wording(read: Reader, purpose: str, language: str | None, until: str | None = None) -> Row | None:
    """The last version of the words by which a purpose is asked, in a language, in English where there are none.

    `until` is the last version that counts, as of a paper that was printed before a newer one came.
    """
    for code in dict.fromkeys((language or "en", "en")):
        rows = read.all(Wording, {"purpose": purpose, "language": code})
        if found := [row for row in rows if until is None or row["version"] <= until]:
            return max(found, key=lambda row: row["version"])
    return None
