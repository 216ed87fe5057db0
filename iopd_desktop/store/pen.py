"""The pen: rows take changes only while the journal holds it down."""


class Pen:
    """Down only for the length of one of the journal's own writes; guards on the tables ask for it."""

    def __init__(self) -> None:
        self._depth = 0

    def down(self) -> int:
        """What `by_journal()` answers in SQL."""
        return int(self._depth > 0)

    def __enter__(self) -> None:
        self._depth += 1

    def __exit__(self, *_what: object) -> None:
        self._depth -= 1
