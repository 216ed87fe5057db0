"""Setting, changing or removing the passphrase: the file and every backup of it are written anew.

It is no step and cannot be undone. An old backup under the old passphrase would undo the protection, so each is
rewritten under the new one, or removed where it cannot be.
"""

from pathlib import Path

from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import backups, driver
from iopd_desktop.store.file import key_for, new_key
from iopd_desktop.store.store import Store
from iopd_desktop.words import _


def change(store: Store, passphrase: str | None) -> tuple[int, int]:
    """Keep a database under another passphrase (None: under none) and close it.

    Returns how many backups were rewritten and how many had to be removed.
    """
    old, path = store.key, store.path
    new = new_key(passphrase)
    store.close()
    _rewrite(path, old, new)
    rewritten = removed = 0
    for backup in backups.listed(path):
        try:
            _rewrite(backup.path, key_for(backup.path, None, lambda: old), new)
            rewritten += 1
        except Refused:
            backup.path.unlink(missing_ok=True)
            removed += 1
    return rewritten, removed


def _rewrite(path: Path, old: str | None, new: str | None) -> None:
    partial = path.with_name(path.name + ".partial")
    partial.unlink(missing_ok=True)
    source = driver.connect(path, old, lambda: True, wal=False)
    try:
        version = source.execute("PRAGMA user_version").fetchone()[0]
        source.execute("ATTACH DATABASE ? AS target KEY ?", (str(partial), f"x'{new}'" if new else ""))
        source.execute("SELECT sqlcipher_export('target')")
        source.execute(f"PRAGMA target.user_version={version}")
        source.execute("DETACH DATABASE target")
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    finally:
        source.close()
    made = driver.connect(partial, new, lambda: False, wal=False)
    broken = driver.healthy(made)
    made.close()
    if broken:
        partial.unlink(missing_ok=True)
        raise Refused(_("{file} could not be rewritten: {reason}").format(file=path.name, reason=broken))
    backups.flush(partial)
    partial.replace(path)
    backups.flush(path.parent)
