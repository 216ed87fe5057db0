"""A nomination as the Secretariat reads it on one sheet: its facts, its texts in every language, its state."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from iopd_desktop.actions.lateness import Late, lateness, noted
from iopd_desktop.actions.packet_entries import day_of, heading_in, place_words, written_in
from iopd_desktop.actions.packets import edition_numbered
from iopd_desktop.models.awards import Assignment, Category, Conflict, Edition, Nomination
from iopd_desktop.models.desk import File
from iopd_desktop.models.kinds import chosen
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import LANGUAGES, _, language

Row = Mapping[str, Any]
_TEXTS = ("title", "summary", "description")


@dataclass(frozen=True)
class Version:
    """The texts of a nomination in one language: each with its heading in that language.

    `made` says who put them there: "original", "person" or "machine".
    """

    language: str
    made: str
    title: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class NominationSheet:
    """One nomination; `versions` begins with the language in which it came, then comes the reader's."""

    edition: str
    number: str
    title: str
    place: str
    facts: tuple[tuple[str, str], ...]
    versions: tuple[Version, ...]
    attachments: tuple[tuple[str, str, int], ...]
    eligibility: str
    eligibility_notes: str
    status: str
    readers: int
    conflicts: int
    contact: bool
    destroy_by: str


@dataclass(frozen=True)
class _Around:
    """What nominations name, read once for all of them."""

    editions: Mapping[str, Row]
    categories: Mapping[str, Row]
    organisations: Mapping[str, str]
    persons: Mapping[str, str]
    files: Mapping[str, Row]
    readers: Mapping[str, int]
    conflicts: Mapping[str, int]
    late: Mapping[str, Late]


def nomination_sheets(
    read: Reader, *, edition: int | None = None, nomination: str | None = None
) -> list[NominationSheet]:
    """The sheets of an edition's nominations in the order of their numbers, or of one, told by its id or its number
    (then within the edition, where one is told); where neither is told those of the latest edition.

    Refused where the edition or the nomination is not there, and where an edition has none.
    """
    rows = _wanted(read, edition, nomination)
    around = _around(read, rows)
    return [_sheet(around, row) for row in rows]


def _wanted(read: Reader, edition: int | None, nomination: str | None) -> Sequence[Row]:
    within = {"edition": edition_numbered(read, edition)} if edition is not None else {}
    if not nomination:
        edition = edition if edition is not None else _latest(read)
        within = {"edition": edition_numbered(read, edition)}
        rows = read.all(Nomination, within, "number")
        if not rows:
            raise Refused(_("Edition {number} has no nominations yet").format(number=edition))
        return sorted(rows, key=lambda row: (row["number"] or "", row["id"]))
    known = read.seek(Nomination, nomination)
    rows = [known] if known else read.all(Nomination, {**within, "number": nomination})
    if not rows:
        raise Refused(_("There is no nomination “{nomination}”").format(nomination=nomination))
    return rows


def _latest(read: Reader) -> int:
    numbers = [row["number"] for row in read.all(Edition) if row["number"]]
    if not numbers:
        raise Refused(_("There is no edition yet: begin one on the page Editions"))
    return int(max(numbers))


def _around(read: Reader, rows: Sequence[Row]) -> _Around:
    ids = {"nomination": [row["id"] for row in rows]}
    named = {name: {row[name] for row in rows if row[name]} for name in ("edition", "organisation", "nominator")}
    files = [file for row in rows for file in row["files"] or []]
    chosen_ = {row[name] for row in rows for name in ("category", "territory") if row[name]}
    return _Around(
        editions=read.some(Edition, named["edition"]),
        categories=read.some(Category, chosen_),
        organisations=read.titles("organisation", named["organisation"]),
        persons=read.titles("person", named["nominator"]),
        files=read.some(File, files),
        readers=_counted(read.all(Assignment, ids)),
        conflicts=_counted(read.all(Conflict, ids)),
        late=lateness(read, rows),
    )


def _counted(rows: Iterable[Row]) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows:
        found[row["nomination"]] = found.get(row["nomination"], 0) + 1
    return found


def _sheet(around: _Around, row: Row) -> NominationSheet:
    edition = around.editions[row["edition"]]
    written = written_in(row)
    eligibility, status = (Nomination.fields[name].kind for name in ("eligibility", "status"))
    files = [around.files[file] for file in row["files"] or [] if file in around.files]
    return NominationSheet(
        edition=Edition.called(edition),
        number=row["number"] or "",
        title=chosen(row["title"], written)[0],
        place=place_words(row["place"] or "", row["country"] or ""),
        facts=tuple((name, text) for name, text in _facts(around, row) if text),
        versions=tuple(_versions(row, written)),
        attachments=tuple((one["name"], one["mime"] or "", int(one["size"] or 0)) for one in files),
        eligibility=eligibility.format(row["eligibility"]),
        eligibility_notes=noted(around.late.get(row["id"]), row["eligibility_notes"]),
        status=status.format(row["status"]),
        readers=around.readers.get(row["id"], 0),
        conflicts=around.conflicts.get(row["id"], 0),
        contact=bool(row["contact_name"] or row["contact_email"] or row["nominator"]),
        destroy_by=day_of(edition.get("destroy_by")),
    )


def _facts(around: _Around, row: Row) -> Iterable[tuple[str, str]]:
    """What the form says beside the texts, each under the label of its field."""
    spoken = Nomination.fields["language"].kind
    yield _label("organisation"), around.organisations.get(row["organisation"] or "", "")
    yield _label("category"), _category(around.categories.get(row["category"] or ""))
    yield _label("territory"), _category(around.categories.get(row["territory"] or ""))
    yield _label("language"), spoken.format(row["language"])
    yield _label("nominator"), around.persons.get(row["nominator"] or "", "")
    yield _label("contact_name"), row["contact_name"] or ""
    yield _label("contact_email"), row["contact_email"] or ""
    yield _label("received"), day_of(row["received"])
    yield _label("decidim"), str(row["decidim"] or "")


def _label(name: str) -> str:
    words = Nomination.fields[name].label
    return _(words)


def _category(row: Row | None) -> str:
    if row is None:
        return ""
    code = f"{row['code']}. " if row["code"] else ""
    return code + chosen(row["name"])[0]


def _versions(row: Row, written: str) -> Iterable[Version]:
    """The languages in which there is any text: the original, the reader's, then the program's, then others."""
    there = {code for name in _TEXTS for code in row[name] or {}}
    order = [written, language(), *LANGUAGES, *sorted(there)]
    for code in dict.fromkeys(one for one in order if one in there):
        said = {name: row[name][code] for name in _TEXTS if code in (row[name] or {})}
        by = "machine" if any(one["by"] == "machine" for one in said.values()) else "person"
        yield Version(
            language=code,
            made="original" if code == written else by,
            title=said["title"]["text"] if "title" in said else "",
            texts=tuple((heading_in(name, code), said[name]["text"]) for name in _TEXTS[1:] if name in said),
        )
