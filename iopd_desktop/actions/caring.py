"""Caring for members: who lacks a contact, an answer or a permission."""

from collections.abc import Sequence
from datetime import date, timedelta

from iopd_desktop.models.members import Person
from iopd_desktop.store.reading import Reader, chunks, marks
from iopd_desktop.words import N_

SILENT_AFTER = timedelta(days=2 * 365)
WANTS = {
    "person": N_("No contact person"),
    "technical": N_("No technical contact"),
    "silent": N_("No contact for two years"),
    "place": N_("No country"),
}


def last_contact_days(read: Reader, ids: Sequence[str]) -> dict[str, str]:
    """The ISO day of the last contact with each organisation, directly or through one of its persons."""
    found: dict[str, str] = {}
    for some in chunks(list(ids)):
        sql = (
            f"SELECT organisation, max(date) FROM contact WHERE organisation IN ({marks(some)}) GROUP BY 1 UNION ALL "
            f"SELECT p.organisation, max(c.date) FROM contact c JOIN person p ON p.id = c.person "
            f"WHERE p.organisation IN ({marks(some)}) GROUP BY 1"
        )
        for id, last in read.rows(sql, [*some, *some]):
            found[id] = max(last, found.get(id, ""))
    return found


def wants_of(read: Reader, ids: Sequence[str], today: date) -> dict[str, list[str]]:
    """For each organisation what it wants (keys of WANTS), in their order; former members want nothing."""
    persons: dict[str, list[list[str]]] = {}
    for some in chunks(list(ids)):
        for row in read.all(Person, {"organisation": some, "ended": None}):
            persons.setdefault(row["organisation"], []).append(row["roles"] or [])
    silent_before = (today - SILENT_AFTER).isoformat()
    last = last_contact_days(read, ids)
    found: dict[str, list[str]] = {}
    for some in chunks(list(ids)):
        sql = f"SELECT id, country, membership FROM organisation WHERE id IN ({marks(some)})"
        for id, country, membership in read.rows(sql, some):
            roles = persons.get(id, [])
            wants = {
                "person": not roles,
                "technical": bool(roles) and not any("technical" in each for each in roles),
                "silent": last.get(id, "") < silent_before and id in last,
                "place": not country,
            }
            found[id] = [] if membership == "former" else [want for want in WANTS if wants[want]]
    return found
