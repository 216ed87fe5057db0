"""Beginning: a new database with what it starts with."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from iopd_desktop.actions import network, planning, presets, sample
from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import _, living_on

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
    if content == "sample":
        return _sample(path, passphrase, author)
    store = Store.create(path, passphrase, author)
    with _whole(store), store.work("", act="origin") as work:
        if content == "empty":
            network.seed_network(work)
            presets.seed_vocabularies(work)
            presets.seed_organs(work)
            presets.seed_wordings(work)
        else:
            planning.begin(work, year)
    return store


def _sample(path: Path, passphrase: str | None, author: str) -> "Store":
    """The sample network, which lives on a day of its own and belongs to a network that nobody's work belongs to."""
    from iopd_desktop.store.store import Store

    store = Store.create(path, passphrase, author, sample.NETWORK, sample_day=sample.DAY)
    with _whole(store), living_on(sample.DAY):
        with store.work("", act="origin") as work:
            planning.begin(work, sample.DAY.year)
        with store.work(_("Sample network"), act="final") as work:
            sample.seed_sample(work)
    return store


@contextmanager
def _whole(store: "Store") -> Iterator[None]:
    """Leave no file where the beginning fails."""
    try:
        yield
    except BaseException:
        store.close()
        store.path.unlink(missing_ok=True)
        raise
