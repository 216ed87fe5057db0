"""Beginning: a new database with what it starts with."""

from pathlib import Path
from typing import TYPE_CHECKING

from iopd_desktop.actions import planning, presets, sample
from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.store.store import Store

CONTENTS = ("plan", "sample", "empty")


def create(
    path: Path, content: str = "plan", passphrase: str | None = None, author: str = "", year: int = 2024
) -> "Store":
    """Make a database, open; a beginning that fails leaves no file. Refused where the file exists already."""
    from iopd_desktop.store.store import Store

    if content not in CONTENTS:
        raise Refused(_("A database begins with one of: {choices}").format(choices=", ".join(CONTENTS)))
    if path.exists() and path.stat().st_size:
        raise Refused(_("{file} exists already").format(file=path))
    store = Store.create(path, passphrase, author)
    try:
        with store.work("", act="origin") as work:
            if content == "empty":
                presets.seed_vocabularies(work)
                presets.seed_organs(work)
            else:
                planning.begin(work, year)
        if content == "sample":
            with store.work(_("Sample network"), act="final") as work:
                sample.seed_sample(work)
    except BaseException:
        store.close()
        path.unlink(missing_ok=True)
        raise
    return store
