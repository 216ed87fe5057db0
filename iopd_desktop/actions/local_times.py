"""A moment in the local times of many countries: a deadline at noon in London, read in Brazil and in Indonesia."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from iopd_desktop.models.members import Organisation
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import country_name, locale


@dataclass(frozen=True)
class LocalTime:
    """A time of day with its distance from UTC, and the places where the clocks then show it."""

    at: datetime
    places: tuple[str, ...]

    @property
    def offset(self) -> str:
        """The distance from UTC: "UTC+5:30"."""
        away = self.at.utcoffset() or timedelta()
        minutes = round(away.total_seconds() / 60)
        hours, rest = divmod(abs(minutes), 60)
        if not minutes:
            return "UTC"
        return f"UTC{'−' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"


def local_times(moment: Mapping[str, str], countries: Iterable[str]) -> list[LocalTime]:
    """What the clocks show at a moment in some countries (ISO 3166-1 codes), from west to east.

    A country with several times stands under each, with the places that tell them apart.
    """
    zones_of = _zones()
    at = datetime.fromisoformat(moment["at"]).replace(tzinfo=ZoneInfo(moment["zone"]))
    shown: dict[datetime, tuple[datetime, list[str]]] = {}
    for code in sorted(set(countries), key=country_name):
        times = _times(at, zones_of[code])
        for wall, (local, cities) in times.items():
            name = country_name(code)
            place = name if len(times) == 1 else f"{name} ({', '.join(cities[:2])})"
            shown.setdefault(wall, (local, []))[1].append(place)
    return [LocalTime(local, tuple(places)) for _wall, (local, places) in sorted(shown.items())]


def _zones() -> Mapping[str, list[str]]:
    """The time zones of each country, the one where most people live first, as the time zone database lists them."""
    found: dict[str, list[str]] = defaultdict(list)
    listed = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    for line in listed.splitlines():
        if not line.startswith("#"):
            country, _place, zone = line.split("\t")[:3]
            found[country].append(zone)
    return found


def _times(at: datetime, zones: Iterable[str]) -> dict[datetime, tuple[datetime, list[str]]]:
    """The local times of some zones, each with the names of its cities."""
    from babel.dates import get_timezone_location

    found: dict[datetime, tuple[datetime, list[str]]] = {}
    for name in zones:
        try:
            local = at.astimezone(ZoneInfo(name))
        except (ZoneInfoNotFoundError, ValueError, OSError):  # a zone that this machine does not know
            continue
        city = str(get_timezone_location(name, locale=locale(), return_city=True))
        found.setdefault(local.replace(tzinfo=None), (local, []))[1].append(city)
    return found


def member_countries(read: Reader) -> list[str]:
    """The countries that members of the network, and those who may become it, come from."""
    sql = (
        f'SELECT DISTINCT country FROM "{Organisation.kind}" '
        "WHERE country IS NOT NULL AND coalesce(membership, '') != 'former'"
    )
    return sorted(row[0] for row in read.rows(sql))
