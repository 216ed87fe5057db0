"""The part of EDTF (ISO 8601-2) that fuzzy dates are kept in: days, months, years, intervals, sets, `?` and `~`."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _

Form = Literal["point", "interval", "within", "one of", "all of"]

LONGEST = 2_000
# More pieces than this are no date that a person would read.
MOST_PIECES = 40
# A longer unbroken run of "all of" days says the same as an interval, and is read more easily as one.
LONGEST_LISTED = 5

_DATE = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")


class Point(NamedTuple):
    """A day, a month (day 0) or a year (month 0) of the calendar."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first(self) -> date:
        """The earliest day that the point may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that the point may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def precision(self) -> int:
        """0 for a year, 1 for a month, 2 for a day."""
        return 2 if self.day else 1 if self.month else 0

    @property
    def number(self) -> int:
        """The number of the day, month or year in a count without gaps: neighbours differ by one."""
        return (self.year, self.year * 12 + self.month, self.first.toordinal() if self.day else 0)[self.precision]

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


class Span(NamedTuple):
    """From one point to another; a single point is a span whose ends are the same."""

    start: Point
    end: Point

    @property
    def units(self) -> int:
        """How many days, months or years lie in it, where both ends count in the same."""
        return self.end.number - self.start.number + 1


@dataclass(frozen=True)
class Shape:
    """What an EDTF text says: spans, how they belong together, and the doubts about the whole.

    "within" is some one time between two ends (`[a..b]`), "one of" a choice of pieces, "all of" each of them.
    """

    form: Form
    spans: tuple[Span, ...]
    uncertain: bool = False
    approximate: bool = False

    def __str__(self) -> str:
        mark = {(True, True): "%", (True, False): "?", (False, True): "~"}.get((self.uncertain, self.approximate), "")
        start, end = (f"{point}{mark}" for point in self.spans[0])
        if self.form == "point":
            return start
        if self.form == "interval":
            return f"{start}/{end}"
        pieces = ",".join(f"{a}{mark}" if a == b else f"{a}{mark}..{b}{mark}" for a, b in self.spans)
        return f"{{{pieces}}}" if self.form == "all of" else f"[{pieces}]"


def point(year: int, month: int = 0, day: int = 0) -> Point:
    """A point of the calendar (years 1000 to 9999); one that does not exist is refused with a sentence."""
    made = Point(year, month, day)
    try:
        exists = 1000 <= year <= 9999 and made.first <= made.last
    except (ValueError, OverflowError):
        exists = False
    if not exists:
        raise BadValue(_("There is no day, month or year {date}").format(date=made))
    return made


def shaped(form: Form, spans: list[Span], *, uncertain: bool = False, approximate: bool = False) -> Shape:
    """The one way to write what is said: sorted, without repetition, runs joined; nonsense is refused."""
    for start, end in spans:
        if start.first > end.last:
            raise BadValue(_("{end} comes before {start}").format(start=start, end=end))
    if form not in ("point", "interval"):
        spans = [_even(span) for span in spans]
    if form == "all of":
        spans = _runs(spans)
    spans = sorted(set(spans), key=lambda span: (span.start.first, span.end.last, span))
    if len(spans) > MOST_PIECES:
        raise BadValue(_("A date of more than {count} pieces is not kept").format(count=MOST_PIECES))
    if len(spans) == 1:
        form = _single(form, spans[0])
    return Shape(form, tuple(spans), uncertain, approximate)


def _single(form: Form, span: Span) -> Form:
    if span.start == span.end:
        return "point"
    if form == "all of":
        return "interval" if span.units > LONGEST_LISTED else form
    return "within" if form == "one of" else form


def _even(span: Span) -> Span:
    """A span whose ends are told alike: from a day to the end of a month becomes from a day to a day."""
    start, end = span
    if start.precision == end.precision:
        return span
    first, last = start.first, end.last
    return Span(Point(first.year, first.month, first.day), Point(last.year, last.month, last.day))


def _runs(spans: list[Span]) -> list[Span]:
    """Neighbouring days (months, years) as one run from three on, as single ones below."""
    runs: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start.precision, span.start.number)):
        before = runs[-1] if runs else None
        if before and before.start.precision == span.start.precision and span.start.number <= before.end.number + 1:
            runs[-1] = Span(before.start, max(before.end, span.end))
        else:
            runs.append(span)
    return [piece for run in runs for piece in (_apart(run) if run.units == 2 else [run])]


def _apart(pair: Span) -> list[Span]:
    return [Span(pair.start, pair.start), Span(pair.end, pair.end)]


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Every day from the first to the last, both counted."""
    return tuple(first + timedelta(n) for n in range((last - first).days + 1))


@lru_cache(maxsize=4096)
def read(text: str) -> Shape:
    """What an EDTF text says; a text outside the subset is refused with a sentence."""
    plain = text.strip()
    if len(plain) > LONGEST:
        raise BadValue(_("This is too long for a date"))
    marks: set[str] = set()
    if plain[:1] + plain[-1:] in ("[]", "{}"):
        form: Form = "all of" if plain.startswith("{") else "one of"
        spans = [_span(piece, "..", marks) for piece in plain[1:-1].split(",")]
    else:
        form, spans = "interval", [_span(plain, "/", marks)]
    doubts = "".join(marks)
    return shaped(form, spans, uncertain=bool({"?", "%"} & set(doubts)), approximate=bool({"~", "%"} & set(doubts)))


def _span(text: str, between: str, marks: set[str]) -> Span:
    start, found, end = text.partition(between)
    first = _point(start, marks)
    return Span(first, _point(end, marks) if found else first)


def _point(text: str, marks: set[str]) -> Point:
    match = _DATE.fullmatch(text.strip())
    if not match:
        raise BadValue(_("“{text}” is not a date in EDTF, such as 2024-05-15").format(text=text.strip()[:60]))
    year, month, day, mark = match.groups()
    marks.add(mark)
    if "00" in (month, day):
        raise BadValue(_("There is no day, month or year {date}").format(date=text.strip()))
    return point(int(year), int(month or 0), int(day or 0))
