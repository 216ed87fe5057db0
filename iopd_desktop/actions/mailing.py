"""Mailing lists: only persons whose consent allows it, split by language, with a reason for everybody left out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from iopd_desktop.actions import consents
from iopd_desktop.actions.lists import Wanted, rows
from iopd_desktop.exchange.mailing.entry import Entry
from iopd_desktop.exchange.mailing.targets import TARGETS, Target
from iopd_desktop.models.members import PURPOSES, Consent, ContactPoint, Organisation, Person
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.store.reading import Reader, chunks
from iopd_desktop.words import LANGUAGES, N_, _, fold

# The language in which a network that works in five writes to a country when nobody said otherwise.
COUNTRY_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "es": ("AR", "BO", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GQ", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "PY",
           "SV", "UY", "VE"),
    "fr": ("BE", "BF", "BI", "BJ", "CD", "CF", "CG", "CI", "CM", "DJ", "DZ", "FR", "GA", "GN", "HT", "KM", "LU", "MA",
           "MC", "MG", "ML", "MR", "NE", "SN", "TD", "TG", "TN"),
    "pt": ("AO", "BR", "CV", "GW", "MZ", "PT", "ST", "TL"),
    "ca": ("AD",),
}  # fmt: skip
NO_CONSENT, WITHDRAWN, EXPIRED = N_("no consent"), N_("consent withdrawn"), N_("consent expired")
NO_ADDRESS, BAD_ADDRESS, BOUNCED = N_("no e-mail address"), N_("address is not well formed"), N_("address bounced")
TWICE, GONE = N_("address is on the list already"), N_("no longer there")


@dataclass(frozen=True)
class Addressee:
    """One person with all that a mailing asks for."""

    values: Mapping[str, Any]
    organisation: Mapping[str, Any] | None
    address: str = ""
    reason: str = ""
    since: str = ""
    language: str = "en"
    told_by: str = "person"
    mobile: str = ""
    consented: str = ""

    @property
    def entry(self) -> Entry:
        """As a target takes it."""
        values, place = self.values, self.organisation or {}
        names = {name: values[name] or "" for name in ("given_name", "family_name", "salutation", "id")}
        return Entry(
            self.address, self.language, organisation=place.get("name") or "",
            membership=place.get("membership") or "", country=values["country"] or place.get("country") or "",
            mobile=self.mobile, consented=self.consented, **names,
        )  # fmt: skip


@dataclass
class Mailing:
    """A mailing list: who is on it, who is left out and why, and who was given a language."""

    purpose: str
    on: date
    target: Target
    taken: list[Addressee] = field(default_factory=list)
    left: list[Addressee] = field(default_factory=list)
    path: Path | None = None

    @property
    def by_language(self) -> dict[str, int]:
        """How many are written to in each language."""
        return dict(sorted(Counter(one.language for one in self.taken).items()))

    @property
    def left_out(self) -> int:
        """How many are left out."""
        return len(self.left)

    def plain(self) -> dict[str, Any]:
        """The counts."""
        return {
            "target": self.target.name, "count": len(self.taken), "languages": self.by_language,
            "left_out": self.left_out,
            "reasons": dict(sorted(Counter(one.reason for one in self.left).items())),
            "fell_back": dict(Counter(one.told_by for one in self.taken if one.told_by != "person")),
        }  # fmt: skip


def mailing(
    reader: Reader, wanted: Wanted, purpose: str, on: date, target: Target = TARGETS[0]
) -> Mailing:  # fmt: skip
    """Who of a list of persons or organisations may be written to for a purpose on a day, by what a target takes.

    Of organisations it is every person there. Refused for other kinds, and for a purpose nobody can consent to.
    """
    if purpose not in PURPOSES:
        names = ", ".join(PURPOSES)
        raise Refused(_("There is no purpose “{name}”; there are {names}").format(name=purpose[:40], names=names))
    made, seen = Mailing(purpose, on, target), set[str]()
    acts: dict[str, list[dict[str, Any]]] = {}
    for act in reader.all(Consent, {"purpose": purpose}):
        acts.setdefault(act["person"], []).append(act)
    for persons, places, points in _pages(reader, wanted):
        for values in persons:
            place, said = places.get(values["organisation"]), acts.get(values["id"], [])
            one = _weighed(values, place, points.get(values["id"], []), said, on)
            one = replace(one, reason=one.reason or target.refuses(one.entry) or _again(one, seen))
            (made.left if one.reason else made.taken).append(one)
    made.taken.sort(key=lambda one: (one.language, fold(Person.called(one.values)), one.values["id"]))
    made.left.sort(key=lambda one: (fold(Person.called(one.values)), one.values["id"]))
    return made


_Page = tuple[list[dict[str, Any]], dict[str, dict[str, Any]], dict[str, list[dict[str, Any]]]]


def _pages(reader: Reader, wanted: Wanted) -> Iterator[_Page]:
    """The persons of a list in pages, with their organisations and their addresses."""
    kind = wanted.listing.kind
    if kind not in ("person", "organisation"):
        raise Refused(_("A mailing list is made of persons or organisations"))
    for page in rows(reader, wanted.listing):
        persons = page
        if kind == "organisation":
            persons = reader.all(Person, {"organisation": [row["id"] for row in page]})
        for some in chunks(persons):
            places = reader.some(Organisation, {row["organisation"] for row in some if row["organisation"]})
            points: dict[str, list[dict[str, Any]]] = {}
            reached = {"person": [row["id"] for row in some], "means": ["email", "mobile"]}
            for point in reader.all(ContactPoint, reached):
                points.setdefault(point["person"], []).append(point)
            yield some, places, points


def _weighed(
    values: dict[str, Any], place: dict[str, Any] | None, points: list[dict[str, Any]], acts: list[dict[str, Any]],
    on: date,
) -> Addressee:  # fmt: skip
    address, wrong = _address([point for point in points if point["means"] == "email"])
    reason, since = _not_allowed(acts, on)
    if values["ended"] and values["ended"] <= on.isoformat():
        reason, since = GONE, values["ended"]
    code, told_by = _language(values, place)
    mobile = next((point["value"] for point in _preferred(points) if point["means"] == "mobile"), "")
    last = consents.last_act(acts, on) or {}
    return Addressee(values, place, address, reason or wrong, since, code, told_by, mobile, last.get("date", ""))


def _again(one: Addressee, seen: set[str]) -> str:
    """The reason why an address that is on the list already does not come on it twice."""
    if one.address.casefold() in seen:
        return TWICE
    seen.add(one.address.casefold())
    return ""


def _preferred(points: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(points, key=lambda point: (not point["preferred"], point["id"]))


def _address(points: list[dict[str, Any]]) -> tuple[str, str]:
    """The address to write to, the preferred one first; else the reason why there is none."""
    wrong = NO_ADDRESS
    for point in _preferred(points):
        if point["bounced"]:
            wrong = BOUNCED
            continue
        try:
            problem = ContactPoint.check(point)
        except BadValue:
            problem = {"value": ""}
        if not problem and point["value"].strip().isprintable():
            return point["value"].strip(), ""
        wrong = BAD_ADDRESS
    return (points[0]["value"] if points else ""), wrong


def _not_allowed(acts: list[dict[str, Any]], on: date) -> tuple[str, str]:
    """Why a person may not be written to, and since when; empty where the consent stands."""
    last = consents.last_act(acts, on)
    if last is None:
        return NO_CONSENT, ""
    if last["act"] == "withdrawn":
        return WITHDRAWN, last["date"]
    return ("", "") if consents.allows(last, on) else (EXPIRED, last["expires"])


def _language(values: Mapping[str, Any], place: Mapping[str, Any] | None) -> tuple[str, str]:
    """The language to write in, and by what it was chosen: person, organisation, country, none."""
    if values["language"] in LANGUAGES:
        return values["language"], "person"
    spoken = [code for code in (place or {}).get("languages") or () if code in LANGUAGES]
    if len(spoken) == 1:
        return spoken[0], "organisation"
    country = values["country"] or (place or {}).get("country")
    for code, countries in COUNTRY_LANGUAGES.items():
        if country in countries:
            return code, "country"
    return "en", "none"
