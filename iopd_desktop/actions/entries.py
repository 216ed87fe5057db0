"""The calendar as entries for other calendars, for one audience: nothing internal is ever in a public one."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from iopd_desktop.models.calendar import EVENT_TYPES, Event
from iopd_desktop.models.kinds import chosen
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.reading import Reader
from iopd_desktop.store.steps import wall_ms
from iopd_desktop.words import _

AUDIENCES = {"public": ("public",), "jury": ("public", "jury"), "internal": ("public", "jury", "internal")}


def entries(reader: Reader, events: Iterable[Mapping[str, Any]], audience: str) -> Iterator[dict[str, Any]]:
    """The dated events that an audience may see, each with its uid, its last change and how often it changed.

    Notes, partners' and internal fields never leave for the public or the jury; Refused for an unknown audience.
    """
    if audience not in AUDIENCES:
        names = ", ".join(AUDIENCES)
        raise Refused(_("There is no audience “{name}”; there are {names}").format(name=audience[:40], names=names))
    changes = _changes(reader)
    for event in events:
        if event["audience"] in AUDIENCES[audience] and event["date"]:
            yield _entry(event, changes.get(event["id"], (0, 0)), inside=audience == "internal")


def _entry(event: Mapping[str, Any], change: tuple[int, int], *, inside: bool) -> dict[str, Any]:
    clock, times = change
    title, language = chosen(event["title"])
    place = ", ".join(filter(None, (event["place"], Event.fields["country"].kind.format(event["country"]))))
    return {
        "uid": event["id"],
        "stamp": f"{datetime.fromtimestamp(wall_ms(clock) / 1000, UTC):%Y%m%dT%H%M%SZ}",
        "sequence": max(0, times - 1),
        "summary": title,
        "language": language,
        "cancelled": event["state"] == "cancelled",
        "wording": event["date"]["wording"] or Event.fields["date"].kind.format(event["date"]),
        "date": event["date"],
        "utc": Event.fields["moment"].kind.derive(event["moment"])[0],
        "location": place,
        "url": event["link"],
        "description": event["notes"] if inside else None,
        "category": _(EVENT_TYPES.get(event["type"], "")),
        "alarm": event["type"] == "deadline",
        "own": {
            "TITLE": title, "PLACE": event["place"], "KIND": event["type"], "AUDIENCE": event["audience"],
            "MOMENT": Event.fields["moment"].kind.written(event["moment"]),
        },
    }


def _changes(reader: Reader) -> dict[str, tuple[int, int]]:
    """For each event the clock of its last change and how many steps changed it, undoing and redoing included."""
    sql = (
        "SELECT c.id, max(s.clock), count(*) FROM change c JOIN step s ON s.n = c.step WHERE c.kind = 'event' "
        "GROUP BY c.id"
    )
    found = {id: (clock, times) for id, clock, times in reader.rows(sql)}
    sql = (
        "SELECT s.clock, c.id FROM step s, json_each(s.voids) v JOIN step t ON t.id = json_extract(v.value, '$[0]') "
        "JOIN change c ON c.step = t.n WHERE s.voids IS NOT NULL AND c.kind = 'event'"
    )
    for clock, id in reader.rows(sql):
        last, times = found[id]
        found[id] = (max(last, clock), times + 1)
    return found
