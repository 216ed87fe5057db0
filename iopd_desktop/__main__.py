"""Starts the program: the window without a command, else the command."""

import sys
from pathlib import Path
from types import ModuleType

from iopd_desktop.exchange.limits import CHILD


def main() -> int:
    """What the words of the command line ask for; the exit code."""
    told = sys.argv[1:]
    if told[:1] == [CHILD]:
        from iopd_desktop.exchange.in_child import main as child

        child(*told[1:])
        return 0
    if not told or (len(told) == 1 and not told[0].startswith("-") and Path(told[0]).suffix == ".iopd"):
        return int(app().run_window(Path(told[0]) if told else None))
    from iopd_desktop.cli import main as command

    return command(told, _demo)


def _demo(database: Path, language: str) -> None:
    from iopd_desktop.views.picturing import demo

    demo(database, language)


def app() -> ModuleType:
    """The module that builds the window. What knows nothing of Qt is loaded before it.

    PySide reads the source of every module that is loaded after it, to look for its own name.
    """
    _load_what_knows_no_qt()
    from iopd_desktop import app as window

    return window


def _load_what_knows_no_qt() -> None:
    import iopd_desktop.store.listing
    import iopd_desktop.store.store  # noqa: F401


if __name__ == "__main__":
    sys.exit(main())
