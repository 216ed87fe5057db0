"""What is read in a child has little time and little memory, and cannot make the program believe anything."""

import os
import subprocess
import sys

import pytest

from iopd_desktop.exchange.child import read_in_child
from iopd_desktop.exchange.in_child import LENGTH
from iopd_desktop.exchange.limits import CHILD, Unreadable
from iopd_desktop.exchange.table import Broken


def forever(path):
    while True:
        pass
    yield path


def greedy(path):
    hoard = [bytearray(2**24) for _n in range(2**10)]
    yield bytes(len(hoard))


def endless(path):
    while True:
        yield bytes(2**24)


def told(path):
    yield path.encode()
    yield b""
    yield bytes(range(256))


def unwilling(path):
    yield b"begun"
    raise Unreadable("torn", "in two")


def sudden(path):
    yield b"begun"
    os._exit(0)


def muttering(path):
    os.write(1, b"?" + bytes(LENGTH))
    yield b""


def test_pieces_arrive_as_they_were_said(tmp_path):
    path = tmp_path / "a name with “quotes”.xlsx"
    assert list(read_in_child(told, path)) == [str(path).encode(), b"", bytes(range(256))]


@pytest.mark.parametrize(
    ("reading", "seconds", "sentence"),
    [
        (forever, 1, "more than 1 seconds"),
        (greedy, 30, "memory"),
        (endless, 30, "memory"),
        (unwilling, 30, r"cannot be taken apart \(in two\)"),
        (sudden, 30, "the file is broken"),
        (muttering, 30, "the file is broken"),
    ],
)
def test_what_goes_wrong_is_told_in_a_sentence_that_names_the_file(tmp_path, reading, seconds, sentence):
    with pytest.raises(Broken, match=rf"large\.xlsx: .*{sentence}"):
        list(read_in_child(reading, tmp_path / "large.xlsx", seconds=seconds))


def test_a_child_is_gone_when_nobody_listens_any_more(tmp_path):
    reading = read_in_child(endless, tmp_path / "endless.xlsx")
    next(reading)
    reading.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_the_program_itself_is_a_child_where_it_is_told_to_be_one(tmp_path):
    words = [CHILD, "tests.exchange.test_child", "told", "here"]
    done = subprocess.run([sys.executable, "-m", "iopd_desktop", *words], capture_output=True, check=True)
    assert done.stdout.startswith(b"p\0\0\0\4here")


def test_a_child_loads_nothing_that_it_does_not_need():
    program = "import iopd_desktop.exchange.in_child, iopd_desktop.exchange.xlsx_cells, python_calamine, sys; "
    command = [sys.executable, "-I", "-c", program + "print(*sys.modules)"]
    bare = subprocess.run([*command[:3], "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True)
    loaded = subprocess.run(command, capture_output=True, text=True, check=True)
    more = set(loaded.stdout.split()) - set(bare.stdout.split())
    ours = {name for name in more if name.startswith(("iopd_desktop", "python_calamine"))}
    assert more - ours <= {"gc", "zlib", "itertools"}
    assert "iopd_desktop.words" not in ours
