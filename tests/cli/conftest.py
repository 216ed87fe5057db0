"""Commands run as a script runs them, each in a database of its own."""

import json
from dataclasses import dataclass

import pytest

from iopd_desktop.cli import main


@dataclass
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Run a command: run("list", "task", "--json")."""
    monkeypatch.setenv("IOPD_DESKTOP_DATABASE", str(tmp_path / "work.iopd"))
    monkeypatch.delenv("IOPD_DESKTOP_PASSPHRASE", raising=False)
    monkeypatch.setenv("LANG", "C")

    def command(*words, ok=True):
        capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        if ok:
            assert code == 0, err
        return Said(code, out, err)

    return command


@pytest.fixture
def begun(run, tmp_path, planned_database):
    """The same, with the 2024 work plan."""
    (tmp_path / "work.iopd").write_bytes(planned_database)
    return run
