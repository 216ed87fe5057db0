"""What every part of the sample works with: dice that fall the same way each time, known ids, brought lists."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from iopd_desktop.actions.presets import brought_rows
from iopd_desktop.models.base import Record, known_id
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.words import fold

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

Row = dict[str, Any]
Thing = TypeVar("Thing")
_NO_YEAR = 0
_BEGAN_MS = 1_704_103_200_000  # the morning of the year's first day


@dataclass
class Body:
    """An organisation of the sample: its id, its values, and the culture by which its people are called."""

    id: str
    values: Row
    culture: str
    native_city: str = ""

    @property
    def spoken(self) -> str:
        """The language in which the Secretariat writes to it."""
        return next((code for code in self.values["languages"] if code in ("en", "es", "fr", "ca", "pt")), "en")


@dataclass
class Somebody:
    """A person of the sample with the body where they work, if at one, and their e-mail, if known."""

    id: str
    values: Row
    body: Body | None
    email: str = ""

    @property
    def called(self) -> str:
        """The whole name."""
        return " ".join(filter(None, (self.values.get("given_name"), self.values["family_name"])))


class Dice:
    """Chance that falls the same way each time for the same name, on every version of Python."""

    def __init__(self, name: str) -> None:
        self._chance = random.Random(name)  # noqa: S311 - nothing secret hangs on it

    def below(self, count: int) -> int:
        """A whole number from 0 to below `count`."""
        return int(self._chance.random() * count)

    def between(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`, both included."""
        return least + self.below(most - least + 1)

    def happens(self, percent: float) -> bool:
        """Whether something happens that does so in so many cases of a hundred."""
        return self._chance.random() * 100 < percent

    def one(self, things: Sequence[Thing]) -> Thing:
        """One of some things."""
        return things[self.below(len(things))]

    def mixed(self, things: Iterable[Thing]) -> list[Thing]:
        """The things in an order of chance."""
        return [thing for _chance, _place, thing in sorted((self._chance.random(), n, t) for n, t in enumerate(things))]

    def weighed(self, shares: dict[Thing, int]) -> Thing:
        """One of the keys, as often as its share says."""
        place = self.below(sum(shares.values()))
        for thing, share in shares.items():
            place -= share
            if place < 0:
                return thing
        raise ValueError("no shares")

    def day(self, first: date, last: date) -> str:
        """A day between two, in ISO form."""
        return (first + timedelta(days=self.below((last - first).days + 1))).isoformat()


class Scene:
    """The database in the making, with the ids and dates of the sample."""

    def __init__(self, work: "Work") -> None:
        self.work = work
        self._made: Counter[str] = Counter()
        self._dates: dict[str, dict[str, str]] = {}

    def add(self, record: type[Record], rows: Iterable[Row]) -> list[str]:
        """Bring records, with ids that are the same each time; the ids in order."""
        some = list(rows)
        if record.key:
            return self.work.add_many(record, some)
        first = self._made[record.kind]
        self._made[record.kind] += len(some)
        ids = [_id(record.kind, number) for number in range(first, first + len(some))]
        return self.work.add_many(record, some, ids)

    def date(self, edtf: str) -> dict[str, str]:
        """A date as somebody would have typed it."""
        if edtf not in self._dates:
            made = FuzzyDate.from_edtf(edtf)
            self._dates[edtf] = FuzzyDate.from_edtf(edtf, short(made, "en", _NO_YEAR)).plain()
        return self._dates[edtf]

    @staticmethod
    def brought(name: str) -> Row:
        """What a list of parts says."""
        return brought_rows(f"sample/{name}.toml")


def _id(kind: str, number: int) -> str:
    """An id as people's records have it (UUIDv7, rising), but the same each time."""
    stamp, chance = f"{_BEGAN_MS + number:012x}", known_id("sample", kind, number)
    return f"{stamp[:8]}-{stamp[8:]}-7{chance[15:]}"


def address_word(text: str) -> str:
    """A text as it stands in an invented address on the web: letters and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
