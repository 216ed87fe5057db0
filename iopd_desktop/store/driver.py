"""The one SQLite on every machine: connections, keys and what can go wrong when a file is opened."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import N_, _

# As SQLCipher 4 derives its key, so that any SQLCipher program opens the file with the same passphrase.
_ROUNDS, _SALT_BYTES, _KEY_BYTES = 256_000, 16, 32
_SAFE_WAL = (3, 51, 3)  # older versions can lose committed writes when two connections checkpoint at once
_PRAGMAS = ("foreign_keys=ON", "recursive_triggers=ON", "synchronous=FULL", "trusted_schema=ON", "cache_size=-16384")
_PLAIN_HEAD = b"SQLite format 3\x00"

Connection = sqlite3.Connection  # the driver has the same interface, and types of its own are not published


class WrongPassphrase(Refused):
    """The file is encrypted with another passphrase, or is no database at all."""


class Damaged(Refused):
    """The file was a database of this program, and cannot be read any more."""


def raw_key(passphrase: str, salt: bytes) -> str:
    """The raw key (hex of key and salt) that a passphrase makes; derived once, further connections cost 2 ms."""
    import hashlib

    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, _ROUNDS, _KEY_BYTES)
    return key.hex() + salt.hex()


def salt_of(path: Path) -> bytes | None:
    """The salt of an encrypted file, or None for a plain one."""
    with path.open("rb") as file:
        head = file.read(_SALT_BYTES)
    return None if head == _PLAIN_HEAD or not head else head


def encrypted(path: Path) -> bool:
    """Whether a file needs a passphrase (or is no database)."""
    return path.is_file() and salt_of(path) is not None


def connect(path: Path, key: str | None, allowed: Callable[[], int], *, wal: bool = True) -> Connection:
    """A connection with the pragmas that hold everywhere.

    `allowed` answers whether the journal is writing: rows refuse every other change.
    Raises WrongPassphrase where the key does not open the file.
    """
    import sqlcipher3.dbapi2 as driver

    with plainly(path):
        connection: Any = driver.connect(str(path), isolation_level=None, check_same_thread=False, timeout=10)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        if key:
            connection.execute(f"PRAGMA key=\"x'{key}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.DatabaseError as wrong:
        connection.close()
        if _code(wrong) not in _OTHER_KEY:
            with plainly(path):
                raise
        raise WrongPassphrase(
            _("{file} does not open: the passphrase is another one, or this is no database").format(file=path.name)
        ) from wrong
    connection.create_function("by_journal", 0, allowed)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if wal and driver.sqlite_version_info >= _SAFE_WAL:
        with suppress(driver.OperationalError):  # a full disk, a place that may only be read: it can be looked at
            connection.execute("PRAGMA journal_mode=WAL")
    return connection  # type: ignore[no-any-return]


BUSY = N_("Another program is writing to this database; try again in a moment")
_BARRED = N_("{file} cannot be opened or written in its folder")
_DAMAGED = N_("{file} is damaged: restore a backup of it")
# SQLite's primary result codes for what is no mistake of the program.
_TROUBLES = {
    3: _BARRED, 5: BUSY, 6: BUSY, 8: _BARRED, 10: N_("The disk of {file} does not answer; nothing was changed"),
    11: _DAMAGED, 13: N_("The disk of {file} is full; nothing was changed"), 14: _BARRED, 26: _DAMAGED,
}  # fmt: skip
_FULL = "database or disk is full"  # a copy tells it in words alone
_OTHER_KEY = (0, 26)  # what a file under another key looks like


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Say as Refused what the disk, the rights or damage do not allow; other mistakes stay what they are."""
    try:
        yield
    except Exception as wrong:
        if (sentence := _TROUBLES.get(_code(wrong))) is None:
            raise
        kind = Damaged if sentence == _DAMAGED else Refused
        raise kind(_(sentence).format(file=path.name)) from wrong


def damaged(path: Path) -> Damaged:
    """The refusal of a file that is damaged."""
    return Damaged(_(_DAMAGED).format(file=path.name))


def _code(wrong: Exception) -> int:
    """SQLite's primary result code of a mistake, or 0 where it tells none."""
    said = getattr(wrong, "orig", wrong)
    code = getattr(said, "sqlite_errorcode", None) or (13 if _FULL in str(said) else 0)
    return int(code) & 0xFF


def close_whole(connection: Connection) -> None:
    """Close the last connection so that the file alone is the whole database."""
    import sqlcipher3.dbapi2 as driver

    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")
    except driver.OperationalError:
        pass  # the command line still reads it: whoever closes last leaves the file whole
    finally:
        connection.close()


def healthy(connection: Connection) -> str | None:
    """None for a sound file, else SQLite's own words on what is broken."""
    try:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
    except Exception as wrong:
        if _TROUBLES.get(_code(wrong)) != _DAMAGED:
            raise
        return str(wrong)
    return None if found == ["ok"] else "; ".join(map(str, found))
