"""What persons allow: the consents that stand on a day, read from what was given, withdrawn and corrected."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from iopd_desktop.models.members import Consent
from iopd_desktop.store.reading import Reader

Row = Mapping[str, Any]


def standing(read: Reader, purpose: str, on: date) -> dict[str, Row]:
    """Person id to the consent to a purpose that stands on a day; who is not in it has not allowed it.

    The last act by date decides. An act entered by mistake does not count, and an expired consent is none.
    """
    acts: dict[str, list[Row]] = defaultdict(list)
    for row in read.all(Consent, {"purpose": purpose}):
        acts[row["person"]].append(row)
    found = {person: last_act(rows, on) for person, rows in acts.items()}
    return {person: row for person, row in found.items() if row is not None and allows(row, on)}


def last_act(rows: Iterable[Row], on: date) -> Row | None:
    """The act that counts among a person's acts for one purpose, given or withdrawn, up to a day; None without."""
    rows = list(rows)
    mistaken = {row["of"] for row in rows if row["act"] == "mistake"}
    counted = [
        row for row in rows if row["act"] != "mistake" and row["id"] not in mistaken and row["date"] <= on.isoformat()
    ]
    return max(counted, key=lambda row: (row["date"], row["id"]), default=None)


def allows(row: Row, on: date) -> bool:
    """Whether an act is a consent that has not expired on a day."""
    return row["act"] == "given" and (not row.get("expires") or row["expires"] >= on.isoformat())
