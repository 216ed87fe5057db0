"""iCalendar in (RFC 5545): what a partner's calendar says becomes lines of a table, each entry known by its UID.

What this program wrote is read back as it was, as long as nobody changed it on the way.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from iopd_desktop.exchange import calendar_parts
from iopd_desktop.exchange.child import read_in_child
from iopd_desktop.exchange.repeating import Exhausted, Repeats, Unread
from iopd_desktop.exchange.table import Broken, Table, small_enough
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import LANGUAGES, _, ngettext, number, today

LARGEST = 5 * 2**20
MOST_DAYS, YEARS = 60, 2
"""So many days at most of an entry that repeats, and for so many years on."""
_LOOKS = 400_000
_DAY = len("2024-05-15")
_OWN = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HEADINGS = ("id", "uid", "date/edtf", "moment", "place", "link", "notes", "state", "type", "audience", "title")
Part = Mapping[str, Any]


def read(path: Path) -> Table:
    """Read the entries of a file, taken apart in a child; Broken names the file and the reason."""
    content = small_enough(path)
    if len(content) > LARGEST:
        raise Broken(path, _("a calendar file may have {most} MB").format(most=LARGEST // 2**20))
    if b"BEGIN:VCALENDAR" not in content[:100_000].upper():
        raise Broken(path, _("this is no calendar file (iCalendar)"))
    parts = [json.loads(piece) for piece in read_in_child(calendar_parts.pieces, path)]
    if not parts:
        raise Broken(path, _("it holds no entries"))
    reading = _Reading(parts)
    headings = [*_HEADINGS, *(f"title/{code}" for code in LANGUAGES)]
    rows = [(one.line, [one.cells.get(name, "") for name in headings]) for one in reading.lines()]
    return Table(headings, rows, reading.remarks, partial=True)


@dataclass(frozen=True)
class _Line:
    line: int
    cells: dict[str, str]


class _Reading:
    """The entries of one file: those that repeat with the days on which they do, changed days in their place."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = list(parts)
        self._changed = {
            (one["UID"], one["RECURRENCE-ID"][:_DAY]): one for one in self._parts if one["UID"] and one["RECURRENCE-ID"]
        }
        self._repeats = Repeats(_LOOKS)
        self.remarks: list[str] = []

    def lines(self) -> Iterator[_Line]:
        repeating = {one["UID"] for one in self._parts if one["UID"] and (one["RRULE"] or _apart(one))}
        for one in self._parts:
            if one["RECURRENCE-ID"] and one["UID"] in repeating:
                continue
            if one["UID"] in repeating and not one["X-IOPD-EDTF"]:
                yield from self._each(one)
            else:
                uid = f"{one['UID']}/{one['RECURRENCE-ID'][:_DAY]}" if one["RECURRENCE-ID"] else one["UID"]
                yield _line(one, uid)

    def _each(self, one: Part) -> Iterator[_Line]:
        """An entry on every day on which it repeats."""
        start = _day(one["DTSTART"])
        if start is None:
            yield _line(one, one["UID"])
            return
        for day in self._days(one, start):
            changed = self._changed.get((one["UID"], day.isoformat()))
            shown = changed or _shifted(one, (day - start).days)
            yield _line(shown, f"{one['UID']}/{day.isoformat()}", one["line"])

    def _days(self, one: Part, start: date) -> list[date]:
        first, title = today().replace(month=1, day=1), one["SUMMARY"][:60]
        last = date(first.year + YEARS, 12, 31)
        try:
            days, more = [start] if start >= first else [], False
            if one["RRULE"]:
                days, more = self._repeats.days(start, one["RRULE"], first, last, MOST_DAYS)
        except Unread:
            words = _("“{title}” repeats in a way that is not read: only its first day")
            self.remarks.append(words.format(title=title))
            days, more = [start], False
        except Exhausted:
            self.remarks.append(_("“{title}” repeats too often: only its first day").format(title=title))
            days, more = [start], False
        told = {found for text in one["RDATE"] if (found := _day(text)) and first <= found <= last}
        dropped = {_day(text) for text in one["EXDATE"]}
        if more:
            words = ngettext(
                "“{title}” repeats on and on: {count} day is taken",
                "“{title}” repeats on and on: {count} days are taken",
                len(days),
            )
            self.remarks.append(words.format(title=title, count=number(len(days))))
        return sorted({*days, *told} - dropped)[:MOST_DAYS]


def _apart(one: Part) -> bool:
    return bool(one["RDATE"])


def _line(one: Part, uid: str, line: int = 0) -> _Line:
    """An entry as cells by heading; a date that cannot be read is left to be refused with its own words."""
    edtf, moment = _when(one)
    own = bool(one["X-IOPD-EDTF"]) and bool(_OWN.fullmatch(uid))
    language = one["LANGUAGE"][:2].casefold()
    cells = {
        "id" if own else "uid": uid,
        "date/edtf": edtf,
        "moment": moment,
        "place": _as_it_was(one["X-IOPD-PLACE"], one["LOCATION"], one["LOCATION"].startswith),
        "link": one["URL"],
        "notes": one["DESCRIPTION"],
        "state": "cancelled" if one["STATUS"].upper() == "CANCELLED" else "",
        f"title/{language}" if language in LANGUAGES else "title": _as_it_was(
            one["X-IOPD-TITLE"], one["SUMMARY"], one["SUMMARY"].endswith
        ),
    }
    if own:
        cells |= {"type": one["X-IOPD-KIND"], "audience": one["X-IOPD-AUDIENCE"]}
        if not one["X-IOPD-PLACE"]:
            cells["place"] = ""  # what stands there is the country, which has a field of its own
    return _Line(line or one["line"], cells)


def _as_it_was(ours: str, now: str, still: Any) -> str:
    """What this program meant, where what is said now still has it."""
    return ours if ours and still(ours) else now.strip()


def _when(one: Part) -> tuple[str, str]:
    """The date of an entry in EDTF, and its time with the zone where it has one."""
    start = _day(one["DTSTART"])
    if start is None:
        return one["DTSTART"] or "", ""
    last = max(start, _last(one, start))
    days = sorted({start, last, *(found for text in one["RDATE"] if (found := _day(text)))})
    if one["X-IOPD-EDTF"]:
        edtf = _still(one["X-IOPD-EDTF"], days[0], days[-1])
        if edtf:
            return edtf, _moment(one)
    doubt = "?" if one["STATUS"].upper() == "TENTATIVE" else ""
    whole = f"{start}{doubt}" if start == last else f"{start}{doubt}/{last}{doubt}"
    return whole, _moment(one)


def _still(edtf: str, first: date, last: date) -> str:
    """The fuzzy date that this program wrote, where the days of the entry still agree with it."""
    try:
        made = FuzzyDate.from_edtf(edtf)
    except BadValue:
        return ""
    return made.edtf if (made.earliest, made.latest) == (first, last) else ""


def _last(one: Part, start: date) -> date:
    """The last day of an entry: the day before the end where that is a whole day or midnight."""
    end = one["DTEND"]
    day = _day(end)
    if day is None:
        if not one["DURATION"]:
            return start
        begun = datetime.fromisoformat(one["DTSTART"].partition(" ")[0])
        until = begun + timedelta(seconds=min(max(0, one["DURATION"]), 3_660 * 86_400))
        return (until - timedelta(microseconds=1)).date() if until > begun else start
    if len(end) == _DAY or end[_DAY + 1 : _DAY + 6] == "00:00":
        return day - timedelta(days=1) if day > start else day
    return day


def _moment(one: Part) -> str:
    said = one["DTSTART"]
    if len(said) == _DAY:
        return ""
    at, _space, zone = said.partition(" ")
    ours = one["X-IOPD-MOMENT"]
    if ours and _instant(ours) == _instant(said):
        return str(ours)
    return f"{at.replace('T', ' ')} {zone or 'UTC'}"


def _instant(text: str) -> datetime | None:
    at, _space, zone = text.rpartition(" ")
    try:
        return datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(zone or "UTC"))
    except (ValueError, ZoneInfoNotFoundError, OSError):
        return None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:_DAY]) if text else None
    except ValueError:
        return None


def _shifted(one: Part, days: int) -> Part:
    """An entry on a later day, without its other days."""
    moved = {name: _later(one[name], days) for name in ("DTSTART", "DTEND")}
    return {**one, **moved, "RDATE": []}


def _later(text: str | None, days: int) -> str | None:
    day = _day(text)
    return None if text is None or day is None else f"{day + timedelta(days=days)}{text[_DAY:]}"
