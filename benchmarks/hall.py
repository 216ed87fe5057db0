"""At the event desk: a keystroke to the people found, and Enter to "here" on the disk, beside the bare statements."""

import itertools
from collections.abc import Iterator
from pathlib import Path

from benchmarks.badges import printing
from benchmarks.side_by_side import Measured, measured
from iopd_desktop.actions.checking_in import Desk, check_in
from iopd_desktop.actions.hall_reads import Guests
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.registrations import Registration
from iopd_desktop.store import driver
from iopd_desktop.store.store import Store

REGISTERED, _SMALL = 2_000, 1_000
_NAMES = ("Maria", "Tomasz", "Ana", "Marie", "Ivo", "Nino", "Μαρία", "Марина")


def hall(folder: Path, count: int) -> Iterator[Measured]:
    """An event with two thousand registrations in a database with so many organisations."""
    with Store.open(folder / f"made-up-{count}.iopd", author="Bench") as store:
        with store.work("Register") as work:
            event = work.add(Event, {"title": {"en": "Conference"}, "date": {"edtf": "2024-10-17/2024-10-19"}})
            rows = [
                {"event": event, "name": f"{_NAMES[n % len(_NAMES)]} Example {n}", "organisation": f"Body {n % 300}",
                 "given_name": _NAMES[n % len(_NAMES)], "country": "PT"}
                for n in range(REGISTERED)
            ]
            ids = work.add_many(Registration, rows)
        with store.read() as read:
            guests = Guests(read, event)
        words = [guest.words for guest in guests.all()]
        yield measured(
            f"keystroke at the desk, {REGISTERED:,} registered", count, lambda: guests.found("mar"),
            lambda: [text for text in words if " mar" in text], (4, 2), 41,
        )  # fmt: skip
        yield _letting_in(store, folder, count, ids)
        if count <= _SMALL:  # once: a minute of work, which grows with the badges and not with the database
            yield printing(folder, store, event, count, REGISTERED)


def _letting_in(store: Store, folder: Path, count: int, ids: list[str]) -> Measured:
    plain = driver.connect(folder / f"hall-{count}.db", None, lambda: True)
    plain.execute("CREATE TABLE registration (n INTEGER PRIMARY KEY, id TEXT UNIQUE, state TEXT)")
    plain.execute("BEGIN")
    plain.executemany("INSERT INTO registration (id, state) VALUES (?, 'registered')", ((id,) for id in ids))
    plain.execute("COMMIT")
    here, there = itertools.count(), itertools.count()

    def ours() -> None:
        with store.work("Check in") as work:
            check_in(work, ids[next(here)], Desk("Bench"))

    def bare() -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("UPDATE registration SET state = 'here' WHERE id = ?", (ids[next(there)],))
        plain.execute("COMMIT")

    found = measured("Enter to “here” at the desk", count, ours, bare, (4, 2), 101)
    plain.close()
    return found
