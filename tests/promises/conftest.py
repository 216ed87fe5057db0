"""A database on a disk of its own, and a program over it."""

import pytest

from tests.promises.disks import SmallDisk


@pytest.fixture
def small_disk(tmp_path):
    """A disk that can be filled up."""
    folder = tmp_path / "stick"
    folder.mkdir()
    made = SmallDisk(folder)
    yield made
    made.remove()


@pytest.fixture
def on_small_disk(small_disk, planned_database):
    """The path of a database with the 2024 work plan that stands on a small disk."""
    path = small_disk.folder / "work.iopd"
    path.write_bytes(planned_database)
    return path
