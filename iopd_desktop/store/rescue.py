"""A database that is too damaged to open: how that is told from a wrong passphrase, and its way back from a backup.

The damaged file is never thrown away: it is kept aside under another name, with whatever stood in its log.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import backups, driver
from iopd_desktop.store.file import NotOurs, key_for
from iopd_desktop.store.store import Store
from iopd_desktop.words import _, number

_PAGE = 4096  # SQLCipher writes whole pages
_LOOKED_AT = 16 * _PAGE
_ZEROS = 0.01  # of random bytes one in 256 is a zero; a plain database is half empty


def opened(path: Path, passphrase: str | None = None, author: str = "", key: str | None = None) -> Store:
    """Open a database as Store.open does; driver.Damaged where it has backups and is itself no database any more.

    A wrong passphrase is no damage: that is told apart by what the file looks like, and by what the newest backup
    opens with.
    """
    try:
        return Store.open(path, passphrase, author, key)
    except (driver.WrongPassphrase, NotOurs) as refused:
        if backups.listed(path) and (isinstance(refused, NotOurs) or _spoilt(path, passphrase)):
            raise driver.damaged(path) from refused
        raise


def _spoilt(path: Path, passphrase: str | None) -> bool:
    with path.open("rb") as file:
        file.seek(_PAGE)
        seen = file.read(_LOOKED_AT)
    if path.stat().st_size % _PAGE or seen.count(0) >= _ZEROS * len(seen):
        return True
    return passphrase is not None and opens(backups.listed(path)[0].path, passphrase)


def opens(backup: Path, passphrase: str | None) -> bool:
    """Whether a backup opens with a passphrase, whole or not."""
    try:
        driver.connect(backup, key_for(backup, passphrase), lambda: False, wal=False).close()
    except Refused:
        return False
    return True


def whole(database: Path, passphrase: str | None) -> Iterator[backups.Backup]:
    """The backups that are whole, checked one by one, the newest first; those under another passphrase are none."""
    for backup in backups.listed(database):
        with suppress(Refused, OSError):
            backups.network_of(backup.path, key_for(backup.path, passphrase))
            yield backup


def rescue(database: Path, source: Path, passphrase: str | None) -> Path:
    """Put a backup, checked anew, in the place of a damaged database; where the damaged one is kept from now on."""
    backups.network_of(source, key_for(source, passphrase))
    return backups.put_aside(database, backups.beside(database, source))


def advice(database: Path, passphrase: str | None) -> str:
    """In a sentence, which backup of a damaged database could be restored, and how, for the command line."""
    found = next(whole(database, passphrase), None)
    if found is None:
        return _("{file} is damaged, and no whole backup of it opens").format(file=database.name)
    return _("{file} is damaged; its newest whole backup is of {when} ({size}): restore {backup}").format(
        file=database.name, when=f"{found.at.astimezone():%Y-%m-%d %H:%M}", size=size(found), backup=found.path
    )


def size(backup: backups.Backup) -> str:
    """How large a backup is, for people."""
    return _("{size} MB").format(size=number(max(0.1, round(backup.path.stat().st_size / 2**20, 1))))
