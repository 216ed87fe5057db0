"""The entries of a calendar file, on their way from the child that takes it apart to the program: JSON, one by one.

A day is "2024-05-15", a time "2024-05-15T12:00 Europe/Madrid"; a time in no zone ends with a space.
"""

from iopd_desktop.exchange.limits import Unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:  # the child does without what only describes
    from collections.abc import Iterator
    from typing import Any

MOST_COMPONENTS = 20_000
_LONGEST = 20_000
_TEXTS = (
    "UID", "SUMMARY", "STATUS", "LOCATION", "URL", "DESCRIPTION", "X-IOPD-EDTF", "X-IOPD-TITLE", "X-IOPD-PLACE",
    "X-IOPD-KIND", "X-IOPD-AUDIENCE", "X-IOPD-MOMENT",
)  # fmt: skip


def pieces(path: str) -> "Iterator[bytes]":
    """Each entry of a file as JSON; to be called in a child only."""
    import json

    with open(path, "rb") as file:  # noqa: PTH123 - the child does without pathlib
        content = file.read()
    if content.upper().count(b"BEGIN:") > MOST_COMPONENTS:
        raise Unreadable("crowded")
    try:
        for line, event in zip(_lines(content), _events(content), strict=False):
            yield json.dumps({"line": line, **_plain(event)}).encode()
    except (ValueError, RecursionError, KeyError, IndexError, AttributeError, TypeError) as wrong:
        raise Unreadable("torn", str(wrong)) from wrong


def _lines(content: bytes) -> "Iterator[int]":
    """The lines on which entries begin."""
    for number, line in enumerate(content.splitlines(), 1):
        if line.strip().upper() == b"BEGIN:VEVENT":
            yield number


def _events(content: bytes) -> "list[Any]":
    from icalendar import Calendar

    found = Calendar.from_ical(content, multiple=True)
    return [event for calendar in found for event in calendar.walk("VEVENT")]


def _plain(event: "Any") -> "dict[str, Any]":
    """An entry as plain values; what cannot be read is left out."""
    made: dict[str, Any] = {name: _text(event, name) for name in _TEXTS}
    summary = _one(event, "SUMMARY")
    made["LANGUAGE"] = str(getattr(summary, "params", {}).get("LANGUAGE", ""))[:8]
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
        found = _one(event, name)
        made[name] = _moment(_time(found)) or (str(found)[:_LONGEST] if found is not None else None)
    length = _time(_one(event, "DURATION"))
    made["DURATION"] = length.total_seconds() if length is not None and hasattr(length, "total_seconds") else None
    rule = _one(event, "RRULE")
    made["RRULE"] = {str(name).upper(): [_part(one) for one in told] for name, told in rule.items()} if rule else None
    for name in ("RDATE", "EXDATE"):
        made[name] = [said for one in _all(event, name) if (said := _moment(_time(one)))]
    return made


def _one(event: "Any", name: str) -> "Any":
    found = event.get(name)
    return found[0] if isinstance(found, list) and found else found


def _all(event: "Any", name: str) -> "list[Any]":
    found = event.get(name)
    lists = found if isinstance(found, list) else [found] if found is not None else []
    return [one for each in lists for one in getattr(each, "dts", ())]


def _text(event: "Any", name: str) -> str:
    found = _one(event, name)
    return "" if found is None else str(found)[:_LONGEST]


def _time(found: "Any") -> "Any":
    """What a property says of time; None where it is broken, and says so only when it is asked."""
    try:
        return found.dt
    except (AttributeError, ValueError):
        return None


def _part(one: "Any") -> "Any":
    return one.isoformat() if hasattr(one, "isoformat") else one if isinstance(one, int) else str(one)


def _moment(when: "Any") -> "str | None":
    """A day or a time as text; None for what is neither. Of a period its beginning."""
    from datetime import UTC, datetime

    when = when[0] if isinstance(when, tuple) and when else when
    if not isinstance(when, datetime):
        return when.isoformat() if hasattr(when, "toordinal") else None
    zone = getattr(when.tzinfo, "key", "") or ""
    if when.tzinfo is not None and not zone:  # a zone of the file's own
        when, zone = when.astimezone(UTC), "UTC"
    return f"{when.replace(tzinfo=None).isoformat(timespec='minutes')} {zone}"
