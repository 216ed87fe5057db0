"""The wheel carries all it needs: built here, installed where nothing else of ours is, and run in French."""

import os
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import ROOT

LEFT_BEHIND = {".git", "venv", "build", "dist", "demo", ".hypothesis", ".mypy_cache"}


def _run(*command: str | Path, cwd: str | Path = "/", **environment: str) -> str:
    surroundings = os.environ | environment
    done = subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the libraries of the running interpreter from a tree that holds only what is kept."""
    tree, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("wheel")
    kept = _run("git", "ls-files", "-z", cwd=ROOT).split("\0") if (ROOT / ".git").exists() else None
    files = [Path(name) for name in kept or _walked() if name and (ROOT / name).is_file()]
    for name in files:
        target = tree / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, tree, cwd=tree)
    return next(out.glob("*.whl"))


def _walked() -> list[str]:
    paths = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return [str(path) for path in paths if LEFT_BEHIND.isdisjoint(path.parts)]


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as installed into an empty environment, which sees the libraries of this one and not this tree."""
    venv = tmp_path_factory.mktemp("installed")
    _run(sys.executable, "-m", "venv", "--without-pip", venv)
    python = next(path for path in (venv / "bin/python", venv / "Scripts/python.exe") if path.exists())
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    place = next(venv.glob("[Ll]ib/**/site-packages"))
    (place / "libraries.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return python


def test_the_wheel_carries_resources_and_compiled_words(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "iopd_desktop/resources/plan-2024.toml" in names
    assert "iopd_desktop/translations/fr/LC_MESSAGES/iopd.mo" in names
    assert [name for name in names if name.endswith("share/applications/net.oidp.IOPDDesktop.desktop")]
    assert not [name for name in names if name.startswith(("tests/", "tools/", "resources/", "translations/"))]


def test_the_wheel_is_what_runs_and_not_this_tree(program: Path) -> None:
    place = _run(program, "-c", "import iopd_desktop; print(iopd_desktop.__file__)").strip()
    assert Path(place).is_relative_to(program.parents[1])


def test_the_installed_program_speaks_french_from_anywhere(program: Path, tmp_path: Path) -> None:
    command = program.parent / "iopd-desktop"
    folder = str(tmp_path)
    told = _run(command, "--language", "fr", "kinds", IOPD_DESKTOP_CONFIG=folder, IOPD_DESKTOP_DATA=folder)
    assert "Tâche" in told
