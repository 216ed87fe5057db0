"""Mailing lists: only persons whose consent allows it, split by language, with a reason for everybody left out."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from iopd_desktop.actions import consents
from iopd_desktop.actions.disclosing import purpose_called, record_disclosure
from iopd_desktop.actions.exporting import criteria
from iopd_desktop.actions.lists import Wanted, rows
from iopd_desktop.actions.network import Letterhead, letterhead
from iopd_desktop.exchange.whole import whole_folder
from iopd_desktop.models.members import PURPOSES, Consent, ContactPoint, Organisation, Person
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.store.reading import Reader, chunks
from iopd_desktop.store.store import Store
from iopd_desktop.words import LANGUAGES, N_, _, fold, language_name, today

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
FELL_BACK = {
    "organisation": N_("language of the organisation"), "country": N_("language of the country"),
    "none": N_("English, because nothing is known"),
}  # fmt: skip
LIST_COLUMNS = ("email", "given_name", "family_name", "salutation", "language", "organisation", "country", "id")
LEFT_COLUMNS = ("given_name", "family_name", "email", "reason", "since", "id")


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


@dataclass
class Mailing:
    """A mailing list: who is on it, who is left out and why, and who was given a language."""

    purpose: str
    on: date
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
            "count": len(self.taken), "languages": self.by_language, "left_out": self.left_out,
            "reasons": dict(sorted(Counter(one.reason for one in self.left).items())),
            "fell_back": dict(Counter(one.told_by for one in self.taken if one.told_by != "person")),
        }  # fmt: skip


def mailing(reader: Reader, wanted: Wanted, purpose: str, on: date) -> Mailing:
    """Who of a list of persons or organisations may be written to for a purpose on a day.

    Of organisations it is every person there. Refused for other kinds, and for a purpose nobody can consent to.
    """
    if purpose not in PURPOSES:
        names = ", ".join(PURPOSES)
        raise Refused(_("There is no purpose “{name}”; there are {names}").format(name=purpose[:40], names=names))
    made, seen = Mailing(purpose, on), set[str]()
    acts: dict[str, list[dict[str, Any]]] = {}
    for act in reader.all(Consent, {"purpose": purpose}):
        acts.setdefault(act["person"], []).append(act)
    for persons, places, points in _pages(reader, wanted):
        for values in persons:
            one = _weighed(values, places.get(values["organisation"]), points, acts.get(values["id"], []), on, seen)
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
            for point in reader.all(ContactPoint, {"person": [row["id"] for row in some], "means": "email"}):
                points.setdefault(point["person"], []).append(point)
            yield some, places, points


def _weighed(
    values: dict[str, Any], place: dict[str, Any] | None, points: Mapping[str, list[dict[str, Any]]],
    acts: list[dict[str, Any]], on: date, seen: set[str],
) -> Addressee:  # fmt: skip
    address, wrong = _address(points.get(values["id"], []))
    reason, since = _not_allowed(acts, on)
    if values["ended"] and values["ended"] <= on.isoformat():
        reason, since = GONE, values["ended"]
    reason = reason or wrong
    if not reason and address.casefold() in seen:
        reason = TWICE
    if not reason:
        seen.add(address.casefold())
    code, told_by = _language(values, place)
    return Addressee(values, place, address, reason, since, code, told_by)


def _address(points: list[dict[str, Any]]) -> tuple[str, str]:
    """The address to write to, the preferred one first; else the reason why there is none."""
    wrong = NO_ADDRESS
    for point in sorted(points, key=lambda point: (not point["preferred"], point["id"])):
        if point["bounced"]:
            wrong = BOUNCED
            continue
        try:
            problem = ContactPoint.check(point)
        except BadValue:
            problem = {"value": ""}
        if not problem:
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


def write_mailing(
    store: Store, wanted: Wanted, folder: Path, *, purpose: str = "newsletter", on: date | None = None
) -> Mailing:
    """Write a mailing list as a folder, whole or not at all, and record what leaves in a step that stays.

    A CSV for each language, suppressed.csv with the reason for each person left out, and README.txt. Refused where
    the folder holds files already.
    """
    on = on or today()
    with store.read() as reader:
        made, house = mailing(reader, wanted, purpose, on), letterhead(reader)
    with whole_folder(folder) as partial:
        for code in made.by_language:
            _write(partial / f"{code}.csv", LIST_COLUMNS, (_listed(one) for one in made.taken if one.language == code))
        _write(partial / "suppressed.csv", LEFT_COLUMNS, map(_left, made.left))
        (partial / "README.txt").write_text(readme(made, wanted, store.author, house), "utf-8")
        with store.work(_("Mailing list: {purpose}").format(purpose=purpose_called(purpose)), act="final") as work:
            told = {
                "what": _("Mailing list: name, e-mail, language, organisation"),
                "purpose": purpose_called(purpose),
                "basis": _("Consent of each person, as it stood on the day"),
                "count": len(made.taken), "left_out": made.left_out, "criteria": criteria(wanted),
            }  # fmt: skip
            record_disclosure(work, told, on, store.author)
    made.path = folder
    return made


def _write(path: Path, columns: tuple[str, ...], lines: Iterator[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows(lines)


def _listed(one: Addressee) -> list[str]:
    values, place = one.values, one.organisation or {}
    country = values["country"] or place.get("country")
    told = (one.address, values["given_name"], values["family_name"], values["salutation"], one.language,
            place.get("name"), country, values["id"])  # fmt: skip
    return [str(value or "") for value in told]


def _left(one: Addressee) -> list[str]:
    values = one.values
    told = (values["given_name"], values["family_name"], one.address, _(one.reason), one.since, values["id"])
    return [str(value or "") for value in told]


def readme(made: Mailing, wanted: Wanted, author: str, house: Letterhead) -> str:
    """What a mailing list is, for whoever finds its folder: criteria, counts, basis, date and person."""
    counts = made.plain()
    lines = [
        _("Mailing list of the Technical Secretariat of {network}").format(network=house.acronym),
        "",
        _("Purpose: {text}").format(text=purpose_called(made.purpose)),
        _("Basis: consent of each person for this purpose, as it stood on {day}").format(day=made.on.isoformat()),
        _("Made by: {name}").format(name=author or "-"),
        _("Criteria: {text}").format(text=criteria(wanted)),
        "",
        _("On the list: {count}").format(count=counts["count"]),
        *(f"  {code}.csv ({language_name(code)}): {count}" for code, count in made.by_language.items()),
        _("Left out: {count} (suppressed.csv)").format(count=made.left_out),
        *(f"  {_(reason)}: {count}" for reason, count in counts["reasons"].items()),
    ]
    if counts["fell_back"]:
        lines += ["", _("Written to in a language that they did not choose themselves:")]
        lines += [f"  {_(FELL_BACK[by])}: {count}" for by, count in sorted(counts["fell_back"].items())]
    lines += ["", _("This folder holds personal data: use it for this purpose only, and delete it when it is done.")]
    return "\n".join(lines) + "\n"

