"""What speaks for and against a juror's reading a nomination: conflicts, and the languages both have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from iopd_desktop.models.awards import Assignment, Conflict, Edition, Juror, Nomination
from iopd_desktop.models.members import LANGUAGE_NAMES
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, country_name

Row = Mapping[str, Any]
Key = tuple[str, str]

# What a reading costs, in steps so far apart that no sum of the smaller ones reaches the next larger: a text that
# the juror cannot read, one reading more than another juror has, a translation instead of the original, and a
# drawing of lots that is the same every time and mixes who reads beside whom.
UNREAD, ONE_MORE, MACHINE, TRANSLATED, LOTS = 10_000_000, 10_000, 200, 100, 16

DECLARED, ORGANISATION, PERSON, COUNTRY = "declared", "organisation", "person", "country"
_TEXTS = ("description", "summary", "title")


@dataclass(frozen=True)
class Pair:
    """A nomination and a juror: `conflict` is "" where none stands between them, `reads` how it is read.

    `reads` is the language of the text that the juror would read, "" where there is none; `made` says whether that
    is the original, a person's translation or a machine's ("original", "person", "machine", "").
    """

    nomination: str
    juror: str
    conflict: str
    declared: str
    country: str
    reads: str
    made: str

    @property
    def cost(self) -> int:
        """What this reading costs when nominations are dealt out; less is better."""
        lots = sha256(f"{self.nomination}:{self.juror}".encode()).digest()[0] % LOTS
        return {"original": 0, "person": TRANSLATED, "machine": MACHINE}.get(self.made, UNREAD) + lots

    def why(self) -> str:
        """A sentence for the person who asks why the two were or were not brought together."""
        if self.conflict:
            return {
                DECLARED: _("A conflict of interest is declared: {reason}").format(reason=self.declared),
                ORGANISATION: _("The juror belongs to the organisation that nominates"),
                PERSON: _("The juror is the nominator"),
                COUNTRY: _("The juror comes from the same country, {country}").format(
                    country=country_name(self.country)
                ),
            }[self.conflict]
        if not self.made:
            return _("The nomination has no text in a language that the juror reads")
        return {
            "original": _("Read in {language}, as it came"),
            "person": _("Read in {language}, a translation"),
            "machine": _("Read in {language}, a machine's translation"),
        }[self.made].format(language=_(LANGUAGE_NAMES.get(self.reads, self.reads)))


@dataclass(frozen=True)
class Jury:
    """The jurors of a phase and the nominations that they judge, with what was declared and assigned so far."""

    edition: Row
    phase: str
    jurors: Sequence[Row]
    nominations: Sequence[Row]
    conflicts: Mapping[Key, Row]
    assignments: Mapping[Key, Row]

    def pair(self, nomination: Row, juror: Row) -> Pair:
        """What stands between the two."""
        key = nomination["id"], juror["id"]
        declared = self.conflicts.get(key)
        reads, made = _read_as(nomination, juror)
        return Pair(
            *key,
            conflict=DECLARED if declared else _standing(nomination, juror),
            declared=str(declared["reason"]) if declared else "",
            country=juror.get("country") or "",
            reads=reads,
            made=made,
        )


def jury(read: Reader, edition: str, phase: str = "jury1") -> Jury:
    """The jury of a phase of an edition; Missing where the edition is not there.

    The first jury judges all nominations but those refused or withdrawn, the second one those chosen as finalists.
    """
    whole = read.get(Edition, edition)
    nominations = [one for one in read.all(Nomination, {"edition": edition}, "number") if _judged(one, phase)]
    jurors = sorted(read.all(Juror, {"edition": edition, "phase": phase}), key=lambda one: str(one["id"]))
    ids = {"nomination": [one["id"] for one in nominations], "juror": [one["id"] for one in jurors]}
    return Jury(
        whole, phase, jurors, nominations,
        conflicts={_key(row): row for row in read.all(Conflict, ids)},
        assignments={_key(row): row for row in read.all(Assignment, ids)},
    )  # fmt: skip


def _key(row: Row) -> Key:
    return row["nomination"], row["juror"]


def _judged(nomination: Row, phase: str) -> bool:
    if nomination["status"] == "withdrawn" or nomination["eligibility"] == "refused":
        return False
    return phase == "jury1" or nomination["status"] in ("finalist", "mention", "winner")


def _standing(nomination: Row, juror: Row) -> str:
    """The conflict that needs no declaration, because both records say it."""
    for name, other, conflict in (
        ("organisation", "organisation", ORGANISATION),
        ("nominator", "person", PERSON),
        ("country", "country", COUNTRY),
    ):
        if nomination.get(name) and nomination[name] == juror.get(other):
            return conflict
    return ""


def _read_as(nomination: Row, juror: Row) -> tuple[str, str]:
    """The language of the best text for a juror, and who made that text."""
    texts: Mapping[str, Mapping[str, str]] = next((nomination[name] for name in _TEXTS if nomination.get(name)), {})
    came = nomination.get("language") or ""
    reads = juror.get("languages") or [juror["language"]]
    if came in reads and (came in texts or not texts):
        return came, "original"
    for made in ("person", "machine"):
        for code in (juror["language"], *reads):
            if code in reads and code in texts and texts[code]["by"] == made:
                return code, made
    return "", ""
