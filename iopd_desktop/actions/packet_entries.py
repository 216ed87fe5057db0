"""A nomination as a juror reads it: its texts and their translation, who sends it, what is attached."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from iopd_desktop.actions.lateness import Late, noted
from iopd_desktop.models import awards, members
from iopd_desktop.models.kinds.written import chosen
from iopd_desktop.words import LANGUAGES, _, country_name, day, speaking

Row = Mapping[str, Any]
_Rows = Mapping[str, Row]


@dataclass(frozen=True)
class Passage:
    """One text of a nomination as it was sent, and its translation where the juror needs one."""

    heading: str
    original: str
    translated_heading: str = ""
    translation: str = ""


@dataclass(frozen=True)
class Entry:
    """A nomination as a juror reads it; `code` is the same in every packet of the edition."""

    number: int
    code: str
    title: str
    translated_title: str
    place: str
    country: str
    category: str
    category_code: str
    territory: str
    nominated_by: str
    contact: str
    received: str
    language: str
    translated_into: str
    by_machine: bool
    passages: tuple[Passage, ...]
    attachments: tuple[tuple[str, str, int], ...]
    eligibility: str
    eligibility_notes: str


@dataclass(frozen=True)
class Around:
    """What the nominations of an edition name: rows of categories and files, titles of organisations and persons."""

    nominations: _Rows
    codes: Mapping[str, str]
    categories: _Rows
    organisations: Mapping[str, str]
    persons: Mapping[str, str]
    files: _Rows
    late: Mapping[str, Late]


def entry(whole: Around, id: str, number: int, juror: Row) -> Entry:
    """The entry of a nomination as its number in a juror's packet, in the current language."""
    row = whole.nominations[id]
    written = written_in(row)
    into = _reads_in(row, written, juror)
    title = row.get("title") or {}
    kind = awards.Nomination.fields["eligibility"].kind
    category = whole.categories.get(row.get("category") or "", {})
    territory = whole.categories.get(row.get("territory") or "", {})
    nominator = whole.organisations.get(row.get("organisation") or "") or whole.persons.get(row.get("nominator") or "")
    return Entry(
        number=number,
        code=whole.codes[id],
        title=chosen(title, written)[0],
        translated_title=title[into]["text"] if into and into in title else "",
        place=row.get("place") or nominator or "",
        country=row.get("country") or "",
        category=" ".join(part for part in (_with_dot(category.get("code")), chosen(category.get("name"))[0]) if part),
        category_code=category.get("code") or "",
        territory=chosen(territory.get("name"))[0],
        nominated_by=nominator or "",
        contact=row.get("contact_name") or "",
        received=day_of(row.get("received")),
        language=written,
        translated_into=into,
        by_machine=any((row.get(name) or {}).get(into, {}).get("by") == "machine" for name in _TEXTS),
        passages=_passages(row, written, into),
        attachments=tuple(_attachment(whole.files[file]) for file in row.get("files") or [] if file in whole.files),
        eligibility=kind.format(row.get("eligibility")),
        eligibility_notes=noted(whole.late.get(id), row.get("eligibility_notes")),
    )


def _with_dot(code: str | None) -> str:
    return f"{code}." if code else ""


def _attachment(file: Mapping[str, Any]) -> tuple[str, str, int]:
    return file["name"], file.get("mime") or "", int(file.get("size") or 0)


_TEXTS = ("summary", "description")


def written_in(row: Mapping[str, Any]) -> str:
    """The language in which the nomination came: the one told, or else one that a person wrote."""
    told = row.get("language") or ""
    texts = row.get("description") or row.get("summary") or row.get("title") or {}
    return told if told in texts else chosen(texts, told)[1]


def _reads_in(row: Mapping[str, Any], written: str, juror: Mapping[str, Any]) -> str:
    """The language of a translation beside the original: the packet's own, or another that the juror reads."""
    if juror["language"] == written:
        return ""
    texts = row.get("description") or row.get("summary") or {}
    wanted = [juror["language"], *([] if written in (juror.get("languages") or []) else juror.get("languages") or [])]
    return next((code for code in wanted if code in texts and code != written), "")


def _passages(row: Mapping[str, Any], written: str, into: str) -> tuple[Passage, ...]:
    made = []
    for name in _TEXTS:
        texts = row.get(name) or {}
        original, translation = texts.get(written, {}).get("text", ""), texts.get(into, {}).get("text", "")
        if not original and not translation:
            original = chosen(texts)[0]
        if original or translation:
            made.append(Passage(heading_in(name, written), original, heading_in(name, into), translation))
    return tuple(made)


def heading_in(name: str, code: str) -> str:
    """The label of a field of nominations in a language, or in the current one where the program does not speak it."""
    field = awards.Nomination.fields[name]
    if code not in LANGUAGES:
        return field.label
    with speaking(code):
        return field.label


def day_of(value: str | None) -> str:
    """An ISO day in words, or nothing."""
    return day(date.fromisoformat(value)) if value else ""


def place_of(entry: Entry) -> str:
    """Where an entry comes from, with the country's name in the current language."""
    return place_words(entry.place, entry.country)


def place_words(place: str, country: str) -> str:
    """A place with the name of its country in the current language."""
    if not country:
        return place
    return f"{place} ({country_name(country)})" if place else country_name(country)


def language_word(code: str) -> str:
    """A record language's name in the current language."""
    return _(members.LANGUAGE_NAMES[code]) if code in members.LANGUAGE_NAMES else code
