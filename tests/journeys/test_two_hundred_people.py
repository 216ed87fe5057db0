"""Two hundred people at one desk, by key events, through a power cut: nobody is lost, nobody counts twice."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from iopd_desktop.actions.attending import attendance
from iopd_desktop.actions.badge_codes import code_of
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.registrations import CheckIn, Registration
from iopd_desktop.store.store import Store

ROOT = Path(__file__).parents[2]
EXPECTED, WALK_INS, TWICE, WRONG = 150, 50, 10, 5
GIVEN = ("Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Ida", "Jo", "Kai")
FAMILY = ("Amber", "Birch", "Cedar", "Dune", "Elm", "Fern", "Grove", "Heath", "Isle", "Juniper",
          "Kelp", "Larch", "Moss", "Nettle", "Oak")  # fmt: skip


@pytest.fixture
def hall(tmp_path, empty_database):
    """A database with an event and a hundred and fifty people registered: its path, the event, (id, name) of each."""
    path = tmp_path / "hall.iopd"
    path.write_bytes(empty_database)
    with Store.open(path, author="Ada") as store, store.work("Register") as work:
        event = work.add(Event, {"title": {"en": "Conference"}})
        names = [f"{given} {family}" for family in FAMILY for given in GIVEN]
        ids = work.add_many(Registration, [{"event": event, "name": name, "country": "PT"} for name in names])
    return path, event, list(zip(ids, names, strict=True))


def queue_of(people):
    """What the desk is told: half by their badges, half by their names, walk-ins between, some twice, some wrong."""
    chance = random.Random(7)
    lines = [f"in IOPD:B:{code_of(id)}" if chance.random() < 0.5 else f"in {name}" for id, name in people]
    lines += [f"walk Guest{number}|Example|guest{number}@example.org" for number in range(WALK_INS)]
    lines += [f"in IOPD:B:{code_of(id)}" for id, _name in chance.sample(people, TWICE)]
    lines += [f"in IOPD:B:{code_of(id)[:-1]}{'0' if code_of(id)[-1] != '0' else '1'}" for id, _name in people[:WRONG]]
    chance.shuffle(lines)
    return lines


def at_desk(path, event, lines, *, cut_after=None):
    """Work through lines in a process of its own, which is killed after some; how many it acknowledged."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.at_the_desk", str(path), event], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment, cwd=ROOT,
    )  # fmt: skip
    done = 0
    with process:
        process.stdin.write("\n".join(lines))
        process.stdin.close()
        for _said in process.stdout:
            done += 1
            if done == cut_after:
                process.send_signal(signal.SIGKILL)
        process.wait()
    return done


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed with SIGKILL")
def test_two_hundred_people_come_in_through_a_power_cut(hall):
    path, event, people = hall
    lines = queue_of(people)
    acknowledged = at_desk(path, event, lines, cut_after=90)
    with Store.open(path) as store, store.read() as read:
        let_in = {line for line in lines[:acknowledged] if line.startswith("walk")}
        assert attendance(read, event).walk_ins >= len(let_in)
        assert store.check() == []
    assert at_desk(path, event, lines[acknowledged:]) == len(lines) - acknowledged
    with Store.open(path) as store, store.read() as read:
        found = attendance(read, event)
        assert (found.expected, found.here, found.walk_ins) == (EXPECTED, EXPECTED + WALK_INS, WALK_INS)
        assert read.count(Registration) == EXPECTED + WALK_INS
        assert read.count(CheckIn) == EXPECTED + WALK_INS
        assert store.check() == []
