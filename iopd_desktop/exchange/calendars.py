"""iCalendar out (RFC 5545): a date that is not sure is never shown as sure, and a later file updates an earlier one."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from iopd_desktop.exchange.table import Sheet
from iopd_desktop.models.fuzzy import FuzzyDate

_LONGEST_LINE = 75  # octets, without the line's end
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
Entry = Mapping[str, Any]


def write(path: Path, sheet: Sheet) -> None:
    """Write entries: each has uid, stamp, sequence, summary, date (a fuzzy date's plain value), category.

    It may have utc (a moment's ISO text), location, url, description, alarm (True for a deadline), language (of the
    summary), cancelled, and `own`: by name what this program itself reads back, such as KIND and MOMENT.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        for line in _lines(sheet):
            file.write(folded(line))


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//IOPD//IOPD Desktop//EN", "CALSCALE:GREGORIAN")
    yield f"X-WR-CALNAME:{escaped(sheet.title)}"
    for entry in sheet.rows:
        yield from _entry(entry)
    yield "END:VCALENDAR"


def _entry(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry['uid']}"
    yield f"DTSTAMP:{entry['stamp']}"
    yield f"LAST-MODIFIED:{entry['stamp']}"
    yield f"SEQUENCE:{entry['sequence']}"
    when = FuzzyDate.of(entry["date"])
    if when is not None:
        yield from _when(when, entry.get("utc"), cancelled=bool(entry.get("cancelled")))
        yield f"X-IOPD-EDTF;VALUE=TEXT:{escaped(when.edtf)}"
        yield f"X-IOPD-CERTAINTY:{when.certainty}"
    language = f";LANGUAGE={entry['language']}" if entry.get("language") else ""
    yield f"SUMMARY{language}:{escaped(_summary(entry, when))}"
    for name, value in (("LOCATION", "location"), ("DESCRIPTION", "description"), ("CATEGORIES", "category")):
        if entry.get(value):
            yield f"{name}:{escaped(entry[value])}"
    if entry.get("url"):
        yield f"URL:{''.join(c for c in entry['url'] if c.isprintable())}"
    for name, value in (entry.get("own") or {}).items():
        if value:
            yield f"X-IOPD-{name}:{escaped(value)}"
    if entry.get("alarm"):
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(entry['summary'])}", "TRIGGER:-P7D",
                    "END:VALARM")  # fmt: skip
    yield "END:VEVENT"


def _summary(entry: Entry, when: FuzzyDate | None) -> str:
    if when is None or when.certainty == "fixed":
        return str(entry["summary"])
    return f"{entry['wording']}: {entry['summary']}" if entry.get("wording") else str(entry["summary"])


def _when(when: FuzzyDate, utc: str | None, *, cancelled: bool) -> Iterator[str]:
    sure = when.certainty == "fixed"
    if utc and when.earliest == when.latest:
        yield f"DTSTART:{datetime.fromisoformat(utc):%Y%m%dT%H%M%SZ}"
    else:
        days = when.days if sure else ()
        gaps = any(later - one > timedelta(days=1) for one, later in pairwise(days))
        last = days[0] if gaps else when.latest
        yield f"DTSTART;VALUE=DATE:{_day(when.earliest)}"
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
        if gaps:
            yield "RDATE;VALUE=DATE:" + ",".join(map(_day, days[1:]))
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED' if sure else 'TENTATIVE'}"
    yield f"TRANSP:{'OPAQUE' if sure and not cancelled else 'TRANSPARENT'}"


def _day(value: date) -> str:
    return f"{value:%Y%m%d}"


def escaped(text: str) -> str:
    """A text as a value: what RFC 5545 escapes is escaped, control characters are left out."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in plain if c == "\n" or (c >= " " and c != "\x7f")).translate(_ESCAPED)


def folded(line: str) -> str:
    """A line in pieces of at most 75 octets, none of which cuts a character in two."""
    pieces: list[str] = []
    size = start = 0
    for place, char in enumerate(line):
        width = len(char.encode())
        if size + width > _LONGEST_LINE - bool(pieces):
            pieces.append(line[start:place])
            start, size = place, 0
        size += width
    pieces.append(line[start:])
    return "\r\n ".join(pieces) + "\r\n"
