"""The member directory as it is read: members by region and country, and the contacts that may be published."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from iopd_desktop.actions.consents import standing
from iopd_desktop.models.countries import SECTIONS, section_of
from iopd_desktop.models.members import LANGUAGE_NAMES, ContactPoint, Organisation, Person
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import N_, _, country_name, fold

MEMBERS = ("associate", "collaborating", "promoter")
ELSEWHERE = N_("Other places")

Row = Mapping[str, Any]


@dataclass(frozen=True)
class PublishedContact:
    """A person who allowed to be listed: name, its form in another script, e-mail, telephone."""

    name: str
    other_form: str
    email: str
    phone: str


@dataclass(frozen=True)
class DirectoryEntry:
    """A member as the directory lists it; without contacts it says that none is published."""

    id: str
    name: str
    other_names: tuple[str, ...]
    about: str
    website: str
    languages: tuple[str, ...]
    contacts: tuple[PublishedContact, ...]


@dataclass(frozen=True)
class DirectoryCountry:
    """A country's members, by name."""

    name: str
    entries: tuple[DirectoryEntry, ...]


@dataclass(frozen=True)
class DirectoryRegion:
    """A region's countries, by name."""

    name: str
    countries: tuple[DirectoryCountry, ...]

    @property
    def count(self) -> int:
        """How many members it has."""
        return sum(len(country.entries) for country in self.countries)


@dataclass(frozen=True)
class Directory:
    """All members on a day (ISO); `left_out` counts their persons who have not allowed it, or no longer."""

    as_of: str
    regions: tuple[DirectoryRegion, ...]
    left_out: int = 0

    @property
    def count(self) -> int:
        """How many members there are."""
        return sum(region.count for region in self.regions)

    @property
    def persons(self) -> int:
        """How many persons are listed with their consent."""
        entries = (entry for region in self.regions for country in region.countries for entry in country.entries)
        return sum(len(entry.contacts) for entry in entries)


def directory(read: Reader, on: date) -> Directory:
    """The members of the network with the contacts whose consent to the directory stands on a day."""
    organisations = read.all(Organisation, {"membership": list(MEMBERS)})
    contacts = _contacts(read, on)
    regions: dict[str, dict[str, list[DirectoryEntry]]] = defaultdict(lambda: defaultdict(list))
    for row in organisations:
        if row.get("stage") == "left":
            continue
        section = row.get("section") or section_of(row.get("country")) or ""
        regions[section][row.get("country") or ""].append(_entry(row, contacts.get(row["id"], ())))
    made = [DirectoryRegion(_(SECTIONS.get(code, ELSEWHERE)), _countries(found)) for code, found in regions.items()]
    listed = Directory(on.isoformat(), tuple(sorted(made, key=lambda region: fold(region.name))))
    known = read.count(Person, {"organisation": [row["id"] for row in organisations]})
    return replace(listed, left_out=known - listed.persons)


def _countries(found: Mapping[str, list[DirectoryEntry]]) -> tuple[DirectoryCountry, ...]:
    made = [
        DirectoryCountry(
            country_name(code) if code else _("Without a country"),
            tuple(sorted(entries, key=lambda entry: (fold(entry.name), entry.id))),
        )
        for code, entries in found.items()
    ]
    return tuple(sorted(made, key=lambda country: fold(country.name)))


def _contacts(read: Reader, on: date) -> dict[str, list[PublishedContact]]:
    allowed = standing(read, "directory", on)
    persons = read.some(Person, allowed)
    points: dict[str, list[Row]] = defaultdict(list)
    for point in read.all(ContactPoint, {"person": list(persons)}):
        points[point["person"]].append(point)
    found: dict[str, list[PublishedContact]] = defaultdict(list)
    for id, person in sorted(persons.items(), key=lambda pair: (fold(pair[1].get("family_name") or ""), pair[0])):
        if not person.get("organisation") or (person.get("ended") and person["ended"] <= on.isoformat()):
            continue
        found[person["organisation"]].append(
            PublishedContact(
                name=Person.called(person),
                other_form=person.get("other_form") or "",
                email=_best(points[id], ("email",)),
                phone=_best(points[id], ("phone", "mobile")),
            )
        )
    return found


def _best(points: Iterable[Row], means: tuple[str, ...]) -> str:
    """The preferred address of a kind, never one that bounced."""
    some = [point for point in points if point["means"] in means and not point.get("bounced")]
    some.sort(key=lambda point: (not point.get("preferred"), means.index(point["means"]), point["id"]))
    return some[0]["value"] if some else ""


def _entry(row: Row, contacts: Iterable[PublishedContact]) -> DirectoryEntry:
    kind, membership = (Organisation.fields[name].kind.format(row.get(name)) for name in ("type", "membership"))
    about = f"{kind}, {membership[:1].lower()}{membership[1:]}." if kind and membership else kind or membership
    city = row.get("city") or ""
    return DirectoryEntry(
        id=row["id"],
        name=row["name"],
        other_names=tuple(line.strip() for line in (row.get("other_names") or "").splitlines() if line.strip()),
        about=f"{about} {city}." if city else about,
        website=(row.get("website") or "").removeprefix("https://").rstrip("/"),
        languages=tuple(code for code in row.get("languages") or () if code in LANGUAGE_NAMES),
        contacts=tuple(contacts),
    )
