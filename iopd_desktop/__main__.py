"""Starts the program: the window where no command is given, else the command line, which loads no window."""

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the words after its name; the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    database = _named_database(words)
    if not words or (database is not None and len(words) in (1, 2)):
        from iopd_desktop.app import run_window

        return run_window(database)
    from iopd_desktop.cli import main as command

    return command(words, _demo)


def _named_database(words: Sequence[str]) -> Path | None:
    """The database of `--database FILE` or of a lone file, as a desktop hands it over."""
    if len(words) == 2 and words[0] == "--database":
        return Path(words[1])
    if len(words) == 1 and words[0].startswith("--database="):
        return Path(words[0].partition("=")[2])
    return Path(words[0]) if len(words) == 1 and words[0].endswith(".iopd") else None


def _demo(folder: Path, language: str) -> None:
    from iopd_desktop.app import demo

    demo(folder, language)


if __name__ == "__main__":
    from multiprocessing import freeze_support

    freeze_support()
    sys.exit(main())
