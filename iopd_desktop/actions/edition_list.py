"""The editions of the award, as the switch over the pages offers them; read before anything is known of one."""

from iopd_desktop.models.awards import Edition
from iopd_desktop.store.reading import Reader


def editions(read: Reader) -> list[tuple[str, str]]:
    """The editions, the latest first: id and name."""
    rows = sorted(read.all(Edition), key=lambda row: (-(row["year"] or 0), -(row["number"] or 0), row["id"]))
    return [(row["id"], Edition.called(row)) for row in rows]
