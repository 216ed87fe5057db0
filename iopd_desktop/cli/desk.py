"""What a command works with: its arguments, the open database, and the way it answers."""

import getpass
import json
import os
import sys
import unicodedata
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Self

from iopd_desktop import paths
from iopd_desktop.words import _, live_on

if TYPE_CHECKING:
    from iopd_desktop.store.store import Store

_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_JOINING = {"\u200c", "\u200d"}  # they join letters and emoji, and cannot turn a line around


class Parser(ArgumentParser):
    """A parser of arguments that says what is wrong with them as every answer is said."""

    def error(self, message: str) -> NoReturn:
        """Say how it is used and what is wrong, and leave."""
        super().error(visible(message))


class Desk:
    """One command's desk. The database is opened when it is first asked for, and closed at the end."""

    def __init__(self, arguments: Namespace, demo: Callable[[Path, str], None] | None = None) -> None:
        self.arguments, self.demo = arguments, demo
        self.json = bool(arguments.json)
        self._store: Store | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_what: object) -> None:
        if self._store is not None:
            self._store.close()
        live_on(None)

    @property
    def path(self) -> Path:
        """The database that is meant."""
        told = self.arguments.database or os.environ.get("IOPD_DESKTOP_DATABASE")
        return Path(told) if told else paths.default_database()

    @property
    def author(self) -> str:
        """Who works here, as the journal will name them."""
        return str(self.arguments.author or _login())

    def store(self) -> "Store":
        """The open database; Refused where it is not there or does not open, with the backup of a damaged one."""
        if self._store is None:
            from iopd_desktop.models.refusal import Refused
            from iopd_desktop.store import driver, rescue

            try:
                return self.open()
            except driver.Damaged as damaged:
                raise Refused(rescue.advice(self.path, os.environ.get("IOPD_DESKTOP_PASSPHRASE"))) from damaged
        assert self._store is not None
        return self._store

    def open(self) -> "Store":
        """Open the database as it is; driver.Damaged where it cannot be read."""
        from iopd_desktop.store import driver, rescue

        locked = driver.encrypted(self.path)
        passphrase = self.passphrase(_("Passphrase of {file}: ").format(file=self.path.name)) if locked else None
        return self.keep(rescue.opened(self.path, passphrase, self.author))

    def passphrase(self, asked: str) -> str | None:
        """The passphrase from the environment, or typed in where somebody sits; None without either."""
        told = os.environ.get("IOPD_DESKTOP_PASSPHRASE")
        if told is None and sys.stdin is not None and sys.stdin.isatty():
            told = getpass.getpass(asked)
        return told or None

    def keep(self, store: "Store") -> "Store":
        """Work with this database until the end of the command; a sample is worked with on its own day."""
        self._store = store
        live_on(store.sample_day)
        return store

    def say(self, text: str = "") -> None:
        """A line of the answer, with nothing in it that a terminal would obey."""
        print(visible(text))  # noqa: T201 - the answer

    def warn(self, text: str) -> None:
        """A remark beside the answer."""
        print(visible(text), file=sys.stderr)  # noqa: T201 - beside the answer

    def give(self, value: Any) -> None:
        """The answer for scripts."""
        json.dump(value, sys.stdout, ensure_ascii=False, indent=1, default=str)
        sys.stdout.write("\n")

    def table(self, headings: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
        """Lines with tabs between, the headings first."""
        for row in (headings, *rows):
            self.say("\t".join(visible(" ".join(cell.split())) for cell in row))

    def told(self, title: str) -> Callable[[int, int], None] | None:
        """A count on the terminal while something takes long; none where nobody looks."""
        if not sys.stderr.isatty():
            return None

        def count(done: int, whole: int) -> None:
            end = "\n" if done >= whole else "\r"
            print(f"{title} {done}/{whole}", end=end, file=sys.stderr, flush=True)  # noqa: T201 - a count

        return count


def visible(text: str) -> str:
    """A text for a terminal: control characters and what turns the direction around are shown, not obeyed."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escaped(c) if unicodedata.category(c) in _HIDDEN and c not in _JOINING else c for c in text)


def _escaped(char: str) -> str:
    return char if char in "\t\n" else f"\\u{ord(char):04x}"


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def plain_step(happened: Any) -> Mapping[str, Any]:
    """A step of the history for scripts."""
    return {
        "id": happened.step, "at": happened.at.isoformat(timespec="seconds") if happened.at else None,
        "author": happened.author,
        "laptop": happened.replica, "title": happened.title, "act": happened.act, "undone": happened.undone,
        "rows": happened.rows,
    }  # fmt: skip
