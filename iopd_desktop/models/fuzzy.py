"""A date as people know it: "January or February", "15 September ?", "17, 18 and 19 October"."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Literal, Self

from iopd_desktop.models import fuzzy_edtf
from iopd_desktop.models.fuzzy_edtf import Shape
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import N_, _

Certainty = Literal["fixed", "approximate", "uncertain", "alternatives"]
Clash = Literal["clashes", "may clash"]
Days = tuple[date, date]

CERTAINTIES: dict[Certainty, str] = {
    "fixed": N_("fixed"),
    "approximate": N_("approximate"),
    "uncertain": N_("to be confirmed"),
    "alternatives": N_("one of several"),
}


@dataclass(frozen=True)
class FuzzyDate:
    """A date with its wording as typed, its EDTF text, its strict bounds, and how certain it is.

    fixed: told to the day. approximate: some time in a month, a year or a range, or "about". alternatives:
    one of several possibilities. uncertain: to be confirmed, whatever else holds.
    """

    wording: str
    edtf: str
    earliest: date
    latest: date
    certainty: Certainty

    @classmethod
    def from_edtf(cls, edtf: object, wording: object = "") -> Self:
        """The date of an EDTF text, written in the one way we keep; refused with a sentence if it is none."""
        if not isinstance(edtf, str) or not isinstance(wording, str):
            raise BadValue(_("A date is expected"))
        return cls.from_shape(fuzzy_edtf.read(edtf), wording)

    @classmethod
    def from_shape(cls, shape: Shape, wording: str = "") -> Self:
        """The date of a shape that is already read."""
        earliest = min(span.start.first for span in shape.spans)
        latest = max(span.end.last for span in shape.spans)
        return cls(wording, str(shape), earliest, latest, _certainty(shape))

    @classmethod
    def of(cls, plain: Mapping[str, Any] | None) -> Self | None:
        """The date of a plain value as a record keeps it; the bounds follow from the EDTF text, not from it."""
        if plain is None:
            return None
        return cls.from_edtf(plain.get("edtf", ""), plain.get("wording", ""))

    def plain(self) -> dict[str, str]:
        """The value as a record keeps it, with days as ISO texts."""
        return {
            "wording": self.wording,
            "edtf": self.edtf,
            "earliest": self.earliest.isoformat(),
            "latest": self.latest.isoformat(),
            "certainty": self.certainty,
        }

    @property
    def shape(self) -> Shape:
        """What the EDTF text says, in parts."""
        return fuzzy_edtf.read(self.edtf)

    @property
    def order(self) -> Days:
        """The key to sort by: the earliest day, then the latest."""
        return (self.earliest, self.latest)

    def parts(self) -> tuple[Days, ...]:
        """Each possibility (one of) or piece (all of) as its first and last day; one part for the rest."""
        return tuple((span.start.first, span.end.last) for span in self.shape.spans)

    @property
    def to_the_day(self) -> bool:
        """Whether every day that it takes is named: a day, days from one to another, or several days."""
        shape = self.shape
        return shape.form in ("point", "interval", "all of") and _by_days(shape)

    @property
    def day_count(self) -> int:
        """How many days it takes where they are told to the day, else 0."""
        return sum((last - first).days + 1 for first, last in self.parts()) if self.to_the_day else 0

    @property
    def days(self) -> tuple[date, ...]:
        """Each day that it takes where they are told to the day, else none."""
        if not self.to_the_day:
            return ()
        return tuple(chain.from_iterable(fuzzy_edtf.days_between(*part) for part in self.parts()))

    def passed(self, today: date) -> bool:
        """Whether it is over, or overdue if it is a deadline: only after the latest day that it may mean."""
        return today > self.latest


def _by_days(shape: Shape) -> bool:
    return all(end.precision == 2 == start.precision for start, end in shape.spans)


def _certainty(shape: Shape) -> Certainty:
    if shape.uncertain:
        return "uncertain"
    if shape.form == "one of":
        return "alternatives"
    return "approximate" if shape.approximate or shape.form == "within" or not _by_days(shape) else "fixed"


def clash(one: FuzzyDate, other: FuzzyDate) -> Clash | None:
    """Whether two dates fall together: surely (both fixed), perhaps (a possibility of each), or not at all."""
    together = any(a[0] <= b[1] and b[0] <= a[1] for a in one.parts() for b in other.parts())
    if not together:
        return None
    return "clashes" if one.certainty == other.certainty == "fixed" else "may clash"
