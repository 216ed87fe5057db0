"""The order of a list's rows by their numbers: of a long one the first are known before the others."""

from array import array
from dataclasses import replace

from iopd_desktop.store.listing import Listing
from iopd_desktop.views.kit.records import Records

FIRST = 400
"""So many rows of a long list are read before it is painted."""


class RowOrder:
    """`numbers` are those of the rows of `listing` that are known, in order."""

    def __init__(self, records: Records, listing: Listing) -> None:
        self._records, self.listing = records, listing
        self.numbers: array[int] = array("q")
        # The order of the list without its search: what a letter typed into the search is narrowed from.
        self._unsought: array[int] | None = self.numbers

    @property
    def whole(self) -> bool:
        """Whether every row is known."""
        return self._unsought is not None

    @property
    def unsought(self) -> int | None:
        """How many rows the list has without its search; None where that is not known yet."""
        return None if self._unsought is None else len(self._unsought)

    def take(self, listing: Listing) -> None:
        """Order the rows of a listing, read anew unless only its search is another; of a long one only the first."""
        only_sought = _unsearched(listing) == _unsearched(self.listing) and listing.search != self.listing.search
        if not only_sought:
            self._unsought = None
        self.listing = listing
        self.numbers = self._read(FIRST)

    def rest(self) -> "array[int]":
        """The order with every row, which becomes known."""
        return self._read(None)

    def again(self) -> "array[int]":
        """The whole order as it is after a change."""
        self._unsought = None
        return self._read(None)

    def _read(self, limit: int | None) -> "array[int]":
        if self._unsought is None:
            limit = None if self.listing.search else limit
            found = self._records.order(_unsearched(self.listing), limit)
            if len(found) == limit:
                return found
            self._unsought = found
        return self._records.narrowed(self.listing, self._unsought)


def _unsearched(listing: Listing) -> Listing:
    return replace(listing, search="")
