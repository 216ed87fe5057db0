"""Addresses for post: the block of each organisation and person of a list, and who has none, with the reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from iopd_desktop.actions import consents
from iopd_desktop.actions.lists import Wanted, rows
from iopd_desktop.actions.mailing import COUNTRY_LANGUAGES, GONE, NO_CONSENT
from iopd_desktop.actions.network import letterhead
from iopd_desktop.models.members import ContactPoint, Organisation, Person
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import N_, _, country_name, speaking

NO_POST = N_("no postal address")
POST = N_("Letters by post")
COUNTRIES = {
    "abroad": N_("On letters that go abroad"), "always": N_("On every label"), "never": N_("On no label"),
}  # fmt: skip


@dataclass(frozen=True)
class Address:
    """The lines of an address as they are written, the country apart (in capitals; empty where it is left out)."""

    id: str
    lines: tuple[str, ...]
    country: str = ""
    personal: bool = False

    @property
    def name(self) -> str:
        """What the address is called where something is said about it."""
        return self.lines[0] if self.lines else ""


@dataclass(frozen=True)
class Unaddressed:
    """Whom no letter reaches, and why (a marked text)."""

    name: str
    reason: str


@dataclass
class Addresses:
    """The addresses of a list in its order, and who is left out; `purpose` is what persons were asked to allow."""

    wanted: Wanted
    purpose: str = ""
    found: list[Address] = field(default_factory=list)
    left: list[Unaddressed] = field(default_factory=list)

    @property
    def persons(self) -> int:
        """How many of the addresses name a person."""
        return sum(1 for one in self.found if one.personal)


def addresses(
    reader: Reader, wanted: Wanted, *, countries: str = "abroad", purpose: str = "", on: date
) -> Addresses:  # fmt: skip
    """The addresses of a list of organisations or persons; Refused for any other kind.

    `countries` says where the country is named: abroad, always, never. With a purpose only persons whose consent to
    it stands on the day are written to.
    """
    kind, made = wanted.listing.kind, Addresses(wanted, purpose)
    if kind not in (Organisation.kind, Person.kind):
        raise Refused(_("Labels are made of persons or organisations"))
    from_country = letterhead(reader).country
    allowed = consents.standing(reader, purpose, on) if purpose and kind == Person.kind else None
    for page in rows(reader, wanted.listing):
        told = _organisations(page) if kind == Organisation.kind else _persons(reader, page, allowed, on)
        for id, name, reason, lines, country in told:
            if reason:
                made.left.append(Unaddressed(name, reason))
                continue
            shown = countries == "always" or (countries == "abroad" and country != from_country)
            words = _capitals(country, from_country) if country and shown else ""
            made.found.append(Address(id, tuple(lines), words, kind == Person.kind))
    return made


_Told = tuple[str, str, str, list[str], str]


def _organisations(page: list[dict[str, Any]]) -> Iterator[_Told]:
    for row in page:
        post = _lines(row["address"])
        yield row["id"], row["name"], "" if post else NO_POST, [row["name"], *post], row["country"] or ""


def _persons(
    reader: Reader, page: list[dict[str, Any]], allowed: Mapping[str, Any] | set[str] | None, on: date
) -> Iterator[_Told]:
    """A person's own post, else that of the organisation, under the organisation's name."""
    places = reader.some(Organisation, {row["organisation"] for row in page if row["organisation"]})
    own: dict[str, str] = {}
    points = reader.all(ContactPoint, {"person": [row["id"] for row in page], "means": "post"})
    for point in sorted(points, key=lambda point: (bool(point["preferred"]), point["id"])):
        own[point["person"]] = point["value"]
    for row in page:
        name, place = Person.called(row), places.get(row["organisation"]) or {}
        post = _lines(own[row["id"]]) if row["id"] in own else _lines(place.get("address"))
        at = [] if row["id"] in own else [place["name"]] if place else []
        reason = "" if post else NO_POST
        if row["ended"] and row["ended"] <= on.isoformat():
            reason = GONE
        elif allowed is not None and row["id"] not in allowed:
            reason = NO_CONSENT
        country = (row["country"] or place.get("country") or "") if row["id"] in own else place.get("country") or ""
        yield row["id"], name, reason, [*at, name, *post], country or row["country"] or ""


def _lines(text: str | None) -> list[str]:
    """The lines of an address; one that was typed in a single line is parted at its semicolons."""
    parts = (text or "").replace(";", "\n").splitlines()
    return [" ".join(part.split()) for part in parts if part.strip()]


def _capitals(country: str, sender: str) -> str:
    """A country in capitals, in the language of the sender's post; English where that is none of ours."""
    code = next((code for code, countries in COUNTRY_LANGUAGES.items() if sender in countries), "en")
    with speaking(code):
        return country_name(country).upper()
