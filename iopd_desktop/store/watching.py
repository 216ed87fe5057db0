"""What other programs wrote to the file meanwhile, so that a window shows what the command line does."""

from iopd_desktop.models import RECORDS
from iopd_desktop.store.store import Store


class Watch:
    """Looks, when asked, whether steps came that this store did not write, and tells its listeners."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last = self._newest()
        self._stop = store.listen(lambda _kinds: self._note())

    def look(self) -> set[str]:
        """The kinds that others changed since the last look; the store's listeners are told of them.

        Refused where the file is no longer there to be looked at.
        """
        self._store.still_there()
        newest = self._newest()
        if newest <= self._last:
            return set()
        sql = "SELECT DISTINCT c.kind FROM change c JOIN step s ON s.n = c.step WHERE s.n > ?"
        with self._store.read() as reader:
            kinds = {row[0] for row in reader.rows(sql, [self._last])}
            undone = reader.value("SELECT 1 FROM step WHERE n > ? AND voids IS NOT NULL", [self._last])
        if undone:  # what it took back may be of any kind
            kinds = {record.kind for record in RECORDS}
        self._last = newest
        self._store.tell(kinds)
        return kinds

    def stop(self) -> None:
        """Look no more."""
        self._stop()

    def _note(self) -> None:
        self._last = self._newest()

    def _newest(self) -> int:
        with self._store.read() as reader:
            return int(reader.value("SELECT coalesce(max(n), 0) FROM step"))
