"""No test reaches for the network, nor does a program that it starts: whoever tries is stopped, and the test fails.

The interpreter itself tells of every attempt, so that nothing has to be replaced. A child is watched from its first
line by `tests/children/sitecustomize.py`, and writes what it tried into the file that OUTSIDE names.
"""

import os
import sys
from pathlib import Path
from typing import Any

OUTSIDE = "IOPD_DESKTOP_TESTS_OUTSIDE"
CHILDREN = Path(__file__).parent / "children"
_REACHING = {
    "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo",
    "socket.sendto", "socket.sendmsg", "urllib.Request", "http.client.connect", "smtplib.connect", "ftplib.connect",
}  # fmt: skip


def stop(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what reaches outside, and note it; sockets between processes of this machine have a path."""
    reaching = event in _REACHING and not (event == "socket.connect" and isinstance(arguments[-1], str | bytes))
    if reaching or (event == "import" and str(arguments[0]).startswith("PySide6.QtNetwork")):
        with Path(os.environ[OUTSIDE]).open("a", encoding="utf-8") as note:
            note.write(f"{event}: {arguments[-1] if event == 'socket.connect' else arguments[:2]}\n")
        raise ConnectionRefusedError(f"the network was tried: {event}")


def watch(note: Path) -> None:
    """From here on, stop every attempt of this process and of the Python programs that it starts."""
    note.unlink(missing_ok=True)
    os.environ[OUTSIDE] = str(note)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(CHILDREN), os.environ.get("PYTHONPATH")]))
    sys.addaudithook(stop)


def tried(note: Path) -> str:
    """What was tried since the last look; it is forgotten by this."""
    if not note.exists():
        return ""
    told = note.read_text("utf-8")
    note.unlink()
    return told
