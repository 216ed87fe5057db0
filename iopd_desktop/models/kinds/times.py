"""Values in time: an exact day, an instant of the clock, a moment with its zone, a fuzzy date."""

import re
from datetime import UTC, date, datetime, timezone
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.kinds.base import Kind, Look
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _, day, language, today

# Between day and time, as machines write them; not the T of "UTC".
_BETWEEN = re.compile(r"(?<=\d)T(?=\d)")


class Day(Kind):
    """One exact day, kept as ISO text."""

    name = "day"

    def clean(self, value: Any) -> str:
        try:
            return date.fromisoformat(value).isoformat()
        except (TypeError, ValueError):
            raise BadValue(
                _("{field}: “{text}” is not a day, such as 2024-05-15").format(
                    field=self.shown_label(), text=str(value)[:40]
                )
            ) from None

    def parse(self, text: str, look: Look | None = None) -> str | None:
        if not text.strip():
            return None
        read = _meant(text, today().year)
        if read.earliest != read.latest or read.certainty != "fixed":
            raise BadValue(
                _("{field}: “{text}” is not one exact day").format(field=self.shown_label(), text=text.strip()[:40])
            )
        return read.earliest.isoformat()

    def format(self, value: Any, look: Look | None = None) -> str:
        return day(date.fromisoformat(value), "medium") if value else ""

    def written(self, value: Any, look: Look | None = None) -> str:
        return value or ""

    def search_text(self, value: Any) -> str:
        return ""


class Instant(Kind):
    """A second of the world's clock, kept as UTC ("2024-10-17T07:41:07Z") and shown in the time of the desk."""

    name = "instant"

    def clean(self, value: Any) -> str:
        try:
            at = datetime.fromisoformat(value)
            at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
            return at.isoformat(timespec="seconds").replace("+00:00", "Z")
        except (TypeError, ValueError, OverflowError):
            raise BadValue(
                _("{field}: “{text}” is no time, such as 2024-10-17T07:41:07Z").format(
                    field=self.shown_label(), text=str(value)[:40]
                )
            ) from None

    def format(self, value: Any, look: Look | None = None) -> str:
        if not value:
            return ""
        at = datetime.fromisoformat(value).astimezone()
        return f"{day(at.date(), 'medium')}, {at:%H:%M:%S}"

    def written(self, value: Any, look: Look | None = None) -> str:
        return value or ""

    def search_text(self, value: Any) -> str:
        return ""


class Moment(Kind):
    """A day and a time in a zone: {"at": "2024-05-15T12:00", "zone": "Europe/Madrid"}; a list sorts by UTC."""

    name = "moment"
    stored = "json"
    derived = ("utc",)

    def clean(self, value: Any) -> dict[str, str]:
        try:
            at = datetime.fromisoformat(value["at"]).replace(tzinfo=None)
            zone = value.get("zone") or "UTC"
            for way in (timezone.max, timezone.min):  # it has an hour wherever it is read
                at.replace(tzinfo=way).astimezone(ZoneInfo(zone))
        except (TypeError, KeyError, ValueError, AttributeError, ZoneInfoNotFoundError, OSError, OverflowError):
            raise BadValue(
                _("{field}: a day, a time and a zone are expected, such as 2024-05-15 12:00 Europe/Madrid").format(
                    field=self.shown_label()
                )
            ) from None
        return {"at": at.isoformat(timespec="minutes"), "zone": zone}

    def parse(self, text: str, look: Look | None = None) -> dict[str, str] | None:
        plain = text.strip()
        if not plain:
            return None
        at, _space, zone = _BETWEEN.sub(" ", plain).replace("UTC", " UTC").replace("GMT", " UTC").partition(":")
        minutes, _more, zone = zone.strip().partition(" ")
        return self.clean({"at": f"{at.strip().replace(' ', 'T')}:{minutes[:2]}", "zone": zone.strip() or "UTC"})

    def format(self, value: Any, look: Look | None = None) -> str:
        if not value:
            return ""
        at = datetime.fromisoformat(value["at"])
        return f"{day(at.date(), 'medium')}, {at:%H:%M} {value['zone']}"

    def written(self, value: Any, look: Look | None = None) -> str:
        return f"{value['at'].replace('T', ' ')} {value['zone']}" if value else ""

    def search_text(self, value: Any) -> str:
        return ""

    def sort_key(self, value: Any) -> Any:
        return self.derive(value)[0]

    def derive(self, value: Any) -> tuple[Any, ...]:
        if not value:
            return (None,)
        at = datetime.fromisoformat(value["at"]).replace(tzinfo=ZoneInfo(value["zone"]))
        return (at.astimezone(ZoneInfo("UTC")).isoformat(timespec="minutes"),)


class Fuzzy(Kind):
    """A date as people know it: the wording, an EDTF text, earliest and latest day, and how sure it is."""

    name = "fuzzy_date"
    stored = "json"
    derived = ("earliest", "latest")

    def clean(self, value: Any) -> dict[str, str]:
        if isinstance(value, FuzzyDate):
            return value.plain()
        try:
            return FuzzyDate.from_edtf(value["edtf"], value.get("wording", "")).plain()
        except (TypeError, KeyError, AttributeError):
            raise BadValue(_("{field}: a date is expected").format(field=self.shown_label())) from None

    def parse(self, text: str, look: Look | None = None) -> dict[str, str] | None:
        return self.read(text, today().year)

    def read(self, text: str, year: int) -> dict[str, str] | None:
        """The date that a text means when it names no year itself."""
        return _meant(text, year).plain() if text.strip() else None

    def format(self, value: Any, look: Look | None = None) -> str:
        if not value:
            return ""
        from iopd_desktop.models.fuzzy_words import short

        # This year goes without saying; every other one is named.
        return short(FuzzyDate.from_edtf(value["edtf"], value.get("wording", "")), language(), today().year)

    def written(self, value: Any, look: Look | None = None) -> str:
        return value["edtf"] if value else ""

    def search_text(self, value: Any) -> str:
        return value["wording"] if value else ""

    def sort_key(self, value: Any) -> Any:
        return f"{value['earliest']}/{value['latest']}" if value else None

    def derive(self, value: Any) -> tuple[Any, ...]:
        return (value["earliest"], value["latest"]) if value else (None, None)


def _meant(text: str, year: int) -> FuzzyDate:
    # Loaded by the first date that somebody types: a window is painted without it.
    from iopd_desktop.models.fuzzy_parse import parse

    return parse(text, language=language(), year=year)
