"""Nothing leaves the laptop by itself."""

import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests import quiet
from tests.conftest import NOTE

NOWHERE = ("127.0.0.1", 9)


def test_whoever_tries_the_network_is_stopped_and_seen_although_it_hides_it():
    with pytest.raises(ConnectionRefusedError), socket.socket() as made:
        made.connect(NOWHERE)
    with pytest.raises(OSError, match="the network was tried"):
        urllib.request.urlopen("http://example.org/")
    with pytest.raises(OSError, match="the network was tried"):
        socket.getaddrinfo("example.org", 80)
    seen = quiet.tried(NOTE)
    assert "socket.connect" in seen
    assert "example.org" in seen


def test_a_program_that_a_test_starts_is_stopped_too():
    tries = f"import socket\ntry:\n    socket.create_connection({NOWHERE})\nexcept OSError:\n    print('stopped')"
    done = subprocess.run([sys.executable, "-c", tries], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "stopped"
    assert "socket" in quiet.tried(NOTE)


def test_the_program_brings_nothing_that_could_call_out():
    program = Path(__file__).parents[2] / "iopd_desktop"
    words = ("QtNetwork", "urllib.request", "http.client", "smtplib", "ftplib", "requests", "httpx", "aiohttp")
    found = [
        f"{path.name}: {word}" for path in program.rglob("*.py") for word in words
        if f"import {word}" in (text := path.read_text("utf-8")) or f"from {word}" in text
    ]  # fmt: skip
    assert found == []


def test_the_reader_of_foreign_files_has_nothing_to_call_with():
    code = (
        "import iopd_desktop.exchange.in_child, iopd_desktop.exchange.xlsx_cells, sys; print('_socket' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
