"""Starts the program: the window without a command, else the command."""

import sys
from pathlib import Path

from iopd_desktop.exchange.limits import CHILD


def main() -> int:
    """What the words of the command line ask for; the exit code."""
    told = sys.argv[1:]
    if told[:1] == [CHILD]:
        from iopd_desktop.exchange.in_child import main as child

        child(*told[1:])
        return 0
    if not told or (len(told) == 1 and not told[0].startswith("-") and Path(told[0]).suffix == ".iopd"):
        from iopd_desktop.app import run_window

        return run_window(Path(told[0]) if told else None)
    from iopd_desktop.cli import main as command

    return command(told, _demo)


def _demo(folder: Path, language: str) -> None:
    from iopd_desktop.app import demo

    demo(folder, language)


if __name__ == "__main__":
    sys.exit(main())
