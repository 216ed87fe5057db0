"""Backups: verified copies beside the database, thinned with age, and the way back from one.

A copy is made by SQLite's online backup into a partial file, checked, flushed to the disk and then renamed: a file
with a backup's name is whole.
"""

import errno
import os
import shutil
import time
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import driver
from iopd_desktop.store.file import key_for
from iopd_desktop.store.store import Store
from iopd_desktop.words import _

SUFFIX = ".backup"
_STAMP = "%Y%m%d-%H%M%S-%f"
_LARGEST_SHARE = 5  # times the size of the database
_SMALL = 50 * 2**20  # below this the copies of a small database are no burden, whatever their share
_FREE_SHARE = 0.10
_LOGS = ("-wal", "-shm", "-journal")
_SPARED = 10  # the latest are kept however old they seem: the clock may be wrong
_TORN_AFTER_S = 3600  # no copy takes so long: whoever made it was ended


@dataclass(frozen=True)
class Backup:
    """One backup: its file, when and why it was made."""

    path: Path
    at: datetime
    why: str


def folder(database: Path) -> Path:
    """Where the backups of a database stand."""
    return database.with_name(database.name + "-backups")


def listed(database: Path) -> list[Backup]:
    """The backups of a database, the newest first."""
    found = []
    for path in folder(database).glob(f"*{SUFFIX}"):
        stamp, _dash, why = path.name.removesuffix(SUFFIX).partition("_")
        try:
            at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Backup(path, at, why))
    return sorted(found, key=lambda b: b.at, reverse=True)


def copy(store: Store, target: Path) -> None:
    """A whole, checked copy of an open database; an existing file is replaced only by a sound one."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(target))
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    source, made = store.connect(), store.connect(partial)
    try:
        with driver.plainly(target):
            source.backup(made)
            made.execute("PRAGMA journal_mode=DELETE")
        if broken := driver.healthy(made):
            raise driver.Damaged(_("The copy is not sound: {reason}").format(reason=broken))
    except BaseException:
        made.close()
        partial.unlink(missing_ok=True)
        raise
    finally:
        source.close()
    made.close()
    try:
        flush(partial)
        partial.replace(target)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
    flush(target.parent)


def flush(path: Path) -> None:
    """See a file or a folder through to the disk."""
    if path.is_dir() and os.name == "nt":
        return  # a folder cannot be flushed there; the rename is journalled
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make(store: Store, why: str) -> Backup:
    """Back a database up now, and thin the older backups. `why` is one word (hourly, import, closing, ...)."""
    place = folder(store.path)
    place.mkdir(exist_ok=True)
    for torn in place.glob("*.partial*"):
        if abs(time.time() - torn.stat().st_mtime) > _TORN_AFTER_S:
            torn.unlink(missing_ok=True)
    now = datetime.now(UTC)
    made = Backup(place / f"{now.strftime(_STAMP)}_{why}{SUFFIX}", now, why)
    copy(store, made.path)
    thin(store.path, made)
    return made


def changed_since_last(store: Store) -> bool:
    """Whether the newest backup lacks the last step of the database.

    One that is dated in the future was made before the clock was set back: it may be the newest.
    """
    found, now = listed(store.path), datetime.now(UTC)
    with store.read() as reader:
        last = reader.value("SELECT id FROM step ORDER BY n DESC LIMIT 1")
    if last is None:
        return not found
    ahead = [backup for backup in found if backup.at > now]
    latest = found[len(ahead) : len(ahead) + 1]
    return not any(_holds(store, backup.path, last) for backup in (*latest, *ahead))


def _holds(store: Store, path: Path, step: str) -> bool:
    """Whether a backup has a step; one that is damaged has none."""
    try:
        with driver.plainly(path), closing(store.connect(path)) as other:
            return bool(other.execute("SELECT 1 FROM step WHERE id = ?", (step,)).fetchone())
    except Refused:
        return False


def thin(database: Path, made: Backup) -> None:
    """Keep every backup of two days, then one a day, a week and a month; and never too much of the disk.

    The one that was just `made` stays, whatever the clock says.
    """
    found = listed(database)
    kept = kept_of(found, made.at)
    for backup in set(found) - set(kept):
        backup.path.unlink(missing_ok=True)
    kept.sort(key=lambda backup: (backup.path != made.path, backup.at > made.at))
    size = _LARGEST_SHARE * database.stat().st_size
    most = min(max(size, _SMALL), int(_FREE_SHARE * shutil.disk_usage(database.parent).free))
    total = 0
    for place, backup in enumerate(kept):
        total += backup.path.stat().st_size
        if total > most and place > 0:
            backup.path.unlink(missing_ok=True)


def kept_of(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """Which backups thinning keeps, the newest first: those of two days and the last ten, then ever fewer."""
    kept: list[Backup] = []
    taken: set[str] = set()
    for place, backup in enumerate(sorted(backups, key=lambda b: b.at, reverse=True)):
        age = now - backup.at
        if age <= timedelta(days=2):
            kept.append(backup)
            continue
        slot = (
            f"{backup.at:%Y-%m-%d}" if age <= timedelta(days=14)
            else f"{backup.at:%G-W%V}" if age <= timedelta(weeks=8)
            else f"{backup.at:%Y-%m}"
        )  # fmt: skip
        spared = place < _SPARED
        if spared or (slot not in taken and age <= timedelta(days=366)):
            taken.add(slot)
            kept.append(backup)
    return kept


def restore(store: Store, source: Path, passphrase: str | None = None) -> None:
    """Put a backup in the place of the database, which is closed by this; the present state is backed up first.

    Where the present file is damaged it is kept aside instead, as `put_aside` does.

    The source is opened and checked before anything moves. A restored file begins a new replica by itself: the
    numbers that this machine remembers are higher than its own.
    """
    network = network_of(source, key_for(source, passphrase, lambda: store.key))
    aside = False
    try:
        with store.read() as reader:
            mine = reader.value("SELECT value FROM meta WHERE name = 'network'")
        if network != mine:
            raise Refused(_("{file} belongs to another network").format(file=source.name))
        make(store, "restore")
    except driver.Damaged:  # no copy of it would be sound: the file itself is kept
        aside = True
    successor = beside(store.path, source)
    store.close()
    if aside:
        put_aside(store.path, successor)
        return
    for log in _LOGS:
        store.path.with_name(store.path.name + log).unlink(missing_ok=True)
    successor.replace(store.path)
    flush(store.path.parent)


def network_of(source: Path, key: str | None) -> str:
    """The network of a backup that is whole; Refused where it is not sound, or no database of this program."""
    probe = driver.connect(source, key, lambda: False, wal=False)
    try:
        if broken := driver.healthy(probe):
            raise Refused(_("{file} is not sound: {reason}").format(file=source.name, reason=broken))
        network = probe.execute("SELECT value FROM meta WHERE name = 'network'").fetchone()
    except Exception as wrong:
        if isinstance(wrong, Refused):
            raise
        raise Refused(_("{file} is not a database of this program").format(file=source.name)) from wrong
    finally:
        probe.close()
    if not network:
        raise Refused(_("{file} is not a database of this program").format(file=source.name))
    return str(network[0])


def beside(database: Path, source: Path) -> Path:
    """A copy of a backup in the folder of the database, seen through to the disk; it needs only the name."""
    partial = database.with_name(database.name + ".restoring")
    try:
        shutil.copyfile(source, partial)
        flush(partial)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
    return partial


def put_aside(database: Path, successor: Path) -> Path:
    """Give a damaged database another name, its log with it, and its own name to a successor; the other name."""
    aside = database.with_name(f"{database.name}.damaged-{datetime.now(UTC).strftime(_STAMP)}")
    for log in _LOGS:
        with suppress(FileNotFoundError):
            database.with_name(database.name + log).replace(aside.with_name(aside.name + log))
    database.replace(aside)
    successor.replace(database)
    flush(database.parent)
    return aside
