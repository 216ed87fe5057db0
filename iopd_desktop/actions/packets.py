"""What a juror is sent to judge: the packets of an edition's jury, each in its juror's language and order."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from iopd_desktop.actions.lateness import lateness
from iopd_desktop.actions.packet_entries import Around, Entry, day_of, entry
from iopd_desktop.models import awards, desk
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.models.kinds.written import chosen
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, language, speaking

_PHASE_CODES = {"jury1": "J1", "jury2": "J2"}


@dataclass(frozen=True)
class Measure:
    """A criterion as a juror reads it: its share of the whole in percent, its scale one line for each score."""

    number: int
    name: str
    question: str
    share: float
    levels: tuple[str, ...]


@dataclass(frozen=True)
class Packet:
    """Everything that one juror is sent."""

    id: str
    number: int
    of: int
    juror: str
    language: str
    reads: tuple[str, ...]
    award: str
    year: int
    phase: str
    contact: str
    return_by: str
    destroy_by: str
    rules: str
    lowest: int
    highest: int
    criteria: tuple[Measure, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class _Edition:
    values: Mapping[str, Any]
    criteria: Sequence[Mapping[str, Any]]
    around: Around


def edition_numbered(read: Reader, number: int) -> str:
    """The id of the edition with a number; Refused where there is none."""
    found = read.all(awards.Edition, {"number": number})
    if not found:
        raise Refused(_("There is no edition {number}").format(number=number))
    return str(found[0]["id"])


def packets(read: Reader, edition: str, *, phase: str | None = None, juror: str | None = None) -> list[Packet]:
    """The packets of an edition's jurors, numbered by jury in the order in which the jurors were entered.

    Entries of which a juror declared a conflict, and withdrawn ones, are left out; each juror's order is an own
    one, and the same every time. With `juror` (an id) only that juror's packet, with its number among all.
    """
    whole = _edition(read, edition)
    given = _given(read, whole)
    made = []
    for code in [phase] if phase else awards.JURY_PHASES:
        jurors = sorted(read.all(awards.Juror, {"edition": edition, "phase": code}), key=lambda one: str(one["id"]))
        for number, one in enumerate(jurors, start=1):
            if juror in (None, one["id"]):
                with speaking(one["language"]):
                    made.append(_packet(whole, one, given.get(one["id"], []), (number, len(jurors))))
    return made


def _edition(read: Reader, edition: str) -> _Edition:
    nominations = {row["id"]: row for row in read.all(awards.Nomination, {"edition": edition}, "number")}
    file_ids = [file for row in nominations.values() for file in row.get("files") or []]
    around = Around(
        nominations=nominations,
        codes=entry_codes(nominations.values()),
        categories={row["id"]: row for row in read.all(awards.Category, {"edition": edition})},
        organisations=_titles(read, "organisation", nominations.values()),
        persons=_titles(read, "person", nominations.values(), "nominator"),
        files=read.some(desk.File, file_ids),
        late=lateness(read, nominations.values()),
    )
    criteria = read.all(awards.Criterion, {"edition": edition}, "rank")
    return _Edition(read.get(awards.Edition, edition), criteria, around)


def _titles(read: Reader, kind: str, rows: Any, name: str = "") -> dict[str, str]:
    return read.titles(kind, {row[name or kind] for row in rows if row.get(name or kind)})


def _given(read: Reader, whole: _Edition) -> dict[str, list[str]]:
    """Juror to the nominations assigned, without those that the juror may not or cannot judge."""
    ids = [id for id, row in whole.around.nominations.items() if row.get("status") != "withdrawn"]
    conflicts = {(row["juror"], row["nomination"]) for row in read.all(awards.Conflict, {"nomination": ids})}
    given: dict[str, list[str]] = {}
    for row in read.all(awards.Assignment, {"nomination": ids}):
        if (row["juror"], row["nomination"]) not in conflicts:
            given.setdefault(row["juror"], []).append(row["nomination"])
    return given


def entry_codes(nominations: Any) -> dict[str, str]:
    """Nomination id to a short code for sheets and form fields, from its number, else from its id."""
    codes: dict[str, str] = {}
    for row in nominations:
        code = "E" + re.sub("[^A-Za-z0-9]", "", row.get("number") or "")[:12]
        if code == "E" or code in codes.values():
            code = "E" + str(row["id"]).replace("-", "")[-10:]
        codes[row["id"]] = code
    return codes


def own_order(juror: str, nominations: Sequence[str]) -> list[str]:
    """The nominations in this juror's order: shuffled, so that none is always read last, and always alike."""
    return sorted(nominations, key=lambda one: hashlib.sha256(f"{juror}:{one}".encode()).digest())


def _packet(whole: _Edition, juror: Mapping[str, Any], given: Sequence[str], place: tuple[int, int]) -> Packet:
    values = whole.values
    phase = _PHASE_CODES[juror["phase"]]
    back = FuzzyDate.of(values.get("return_by"))
    reads = tuple(juror.get("languages") or [juror["language"]])
    entries = [entry(whole.around, id, i, juror) for i, id in enumerate(own_order(juror["id"], given), start=1)]
    return Packet(
        id=f"P-{int(values['year'])}-{phase}-{place[0]:02d}",
        number=place[0],
        of=place[1],
        juror=juror["name"],
        language=juror["language"],
        reads=reads,
        award=chosen(values.get("name"))[0],
        year=int(values["year"]),
        phase=_(awards.JURY_PHASES[juror["phase"]]),
        contact=values.get("contact") or "",
        return_by=short(back, language(), year=0, roomy=True) if back else "",
        destroy_by=day_of(values.get("destroy_by")),
        rules=chosen(values.get("rules"))[0],
        lowest=int(values.get("lowest") or 0),
        highest=int(values.get("highest") or 5),
        criteria=_measures(whole.criteria),
        entries=tuple(entries),
    )


def _measures(rows: Sequence[Mapping[str, Any]]) -> tuple[Measure, ...]:
    total = sum(row.get("weight") or 0 for row in rows) or 1
    return tuple(
        Measure(
            number=i,
            name=chosen(row.get("name"))[0],
            question=chosen(row.get("question"))[0],
            share=100 * (row.get("weight") or 0) / total,
            levels=tuple(line.strip() for line in chosen(row.get("levels"))[0].splitlines() if line.strip()),
        )
        for i, row in enumerate(rows, start=1)
    )
