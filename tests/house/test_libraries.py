"""The libraries are those that were measured, and the lock file fits the project and names no machine."""

import re
import subprocess
import sys
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT

PAINTING = """
import sys
from PySide6.QtGui import QColor, QImage, QPainter, QPen

image = QImage(8, 8, QImage.Format.Format_RGB32)
painter = QPainter(image)
pen = QPen(QColor("black"))
painter.setPen(pen)
before = sys.getrefcount(None)
for _ in range(1000):
    painter.setPen(pen)
print(sys.getrefcount(None) - before)
painter.end()
"""


def test_painting_loses_no_reference_to_none() -> None:
    done = subprocess.run([sys.executable, "-c", PAINTING], capture_output=True, text=True, check=True, timeout=60)
    assert abs(int(done.stdout)) < 50


def test_the_lock_file_fits_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE))
    asked = [Requirement(line) for line in project["dependencies"] + project["optional-dependencies"]["dev"]]
    unmet = [str(a) for a in asked if not a.specifier.contains(locked.get(canonicalize_name(a.name), "0"))]
    assert unmet == []


def test_the_lock_file_names_no_host_and_no_path_and_every_file_by_its_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert not re.search(r"://|--(extra-)?index|--find|^\s*[./]|@", lock, re.MULTILINE)
    packages = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert packages
    assert [package.split("==")[0] for package in packages if "--hash=sha256:" not in package] == []


def test_no_second_copy_of_the_driver_and_no_whole_qt() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    names = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    doubles = {"pyside6", "pyside6-addons", "sqlcipher3-wheels", "sqlcipher3-binary", "rlbidi", "pymupdf"}
    assert names.isdisjoint(doubles)
