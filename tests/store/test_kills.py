"""A writing process is killed without warning: every acknowledged step is there, and the file is sound."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from iopd_desktop.models.members import Organisation
from iopd_desktop.store import backups
from iopd_desktop.store.store import Store
from tests.often import often

ROOT = Path(__file__).parents[2]
KILLS = often(25, 2500)


def killed(path, kind, after):
    """Run the writer and kill it after it acknowledged `after` lines; the ids it promised."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ["PYTHONPATH"]))}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer", str(path), kind],
        stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT,
    )  # fmt: skip
    lines = []
    with process:
        for line in process.stdout:
            lines.append(line)
            if len(lines) >= after:
                process.send_signal(signal.SIGKILL)
        process.wait()
    said = [line.split() for line in lines if line.endswith("\n")]
    gone = {id for word, id in said if word == "gone"}
    return [id for word, id in said if word == "kept"], gone


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed with SIGKILL")
@pytest.mark.parametrize("kind", ["edit", "import", "undo", "backup"])
def test_no_acknowledged_step_is_lost(tmp_path, empty_database, kind):
    path = tmp_path / "killed.iopd"
    path.write_bytes(empty_database)
    chance = random.Random(kind)
    promised, gone = [], set()
    for _round in range(KILLS):
        kept, undone = killed(path, kind, chance.randint(1, 120 if kind == "import" else 12))
        promised += kept
        gone |= undone
    with Store.open(path) as store:
        assert [problem for problem in store.check() if problem.grave] == []
        with store.read() as reader:
            there = {row["id"] for row in reader.all(Organisation)}
    assert len(promised) >= KILLS
    assert set(promised) <= there
    assert not gone & there
    for backup in backups.listed(path):
        with Store.open(backup.path) as copied:
            assert copied.check() == []
