"""Practices as they are published: what may be shown of each, in the reader's language or said to be in another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from iopd_desktop.actions.lists import Wanted, found_record, rows
from iopd_desktop.actions.titles import Titles
from iopd_desktop.models.countries import SECTIONS, section_of
from iopd_desktop.models.kinds import chosen
from iopd_desktop.models.repository import Practice, Term
from iopd_desktop.store.listing import Listing
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import N_, _, fold, language, language_name

BY = {"theme": N_("Theme"), "region": N_("Region")}
_WHOLE = Wanted("", Listing(Practice.kind, order=(("title", False),)), ())
_LAST = "\uffff"


@dataclass(frozen=True)
class Said:
    """A text as a reader gets it; `remark` says in which other language it is, or that a machine made it."""

    text: str = ""
    remark: str = ""


@dataclass(frozen=True)
class PublishedPractice:
    """What may be shown of a practice; `facts` are labels and values, filled ones only."""

    id: str
    title: Said
    where: str
    organisation: str
    about: str
    summary: Said
    description: Said
    themes: tuple[str, ...]
    topics: tuple[str, ...]
    country: str
    link: str
    facts: tuple[tuple[str, str], ...]
    unpublished: str = ""


@dataclass(frozen=True)
class Chapter:
    """A theme or a region with its practices, by title."""

    name: str
    practices: tuple[PublishedPractice, ...]


@dataclass(frozen=True)
class Catalogue:
    """The published practices of a list on a day (ISO); `left_out` counts those that are not published yet."""

    as_of: str
    by: str
    chapters: tuple[Chapter, ...]
    left_out: int = 0

    @property
    def practices(self) -> tuple[PublishedPractice, ...]:
        """All of them, once each, in the order of the book."""
        return tuple(one for chapter in self.chapters for one in chapter.practices)

    @property
    def countries(self) -> tuple[tuple[str, tuple[PublishedPractice, ...]], ...]:
        """Each country with its practices, by name."""
        return _index(self.practices, lambda one: (one.country,))

    @property
    def topics(self) -> tuple[tuple[str, tuple[PublishedPractice, ...]], ...]:
        """Each theme and method with its practices, by name."""
        return _index(self.practices, lambda one: one.topics)


def catalogue(read: Reader, wanted: Wanted | None = None, *, by: str = "theme", on: date) -> Catalogue:
    """The published practices of a list (all without one) by theme or region.

    A practice of several themes stands under the one that comes first in the vocabulary; the index names all.
    """
    look, ranks = Titles(read), _ranks(read)
    found: dict[tuple[int | str, str], list[PublishedPractice]] = defaultdict(list)
    left = 0
    for page in rows(read, (wanted or _WHOLE).listing):
        look.warm(Practice, page)
        for row in page:
            if row["stage"] != "published":
                left += 1
                continue
            found[_chapter(row, by, ranks, look)].append(_practice(row, look, ranks))
    chapters = [
        Chapter(name, tuple(sorted(some, key=lambda one: (fold(one.title.text), one.id))))
        for (_rank, name), some in sorted(found.items(), key=lambda pair: (str(pair[0][0]), fold(pair[0][1])))
    ]
    return Catalogue(on.isoformat(), by, tuple(chapters), left)


def one_practice(read: Reader, id_or_title: str) -> PublishedPractice:
    """A practice by its id or its title, published or not; Refused where there is none, or several."""
    row = read.get(Practice, found_record(read, Practice, id_or_title))
    return _practice(row, Titles(read), _ranks(read))


def _ranks(read: Reader) -> dict[str, int]:
    """The order of terms in their vocabularies."""
    return {row["id"]: row["rank"] or 0 for row in read.all(Term)}


def _chapter(row: Mapping[str, Any], by: str, ranks: Mapping[str, int], look: Titles) -> tuple[int | str, str]:
    if by == "region":
        section = section_of(row["country"])
        return ("0", _(SECTIONS[section])) if section else (_LAST, _("Other places"))
    themes = sorted(row["themes"] or (), key=lambda id: (ranks.get(id, 0), id))
    return (f"{ranks.get(themes[0], 0):06d}", look.title("term", themes[0])) if themes else (_LAST, _("Other themes"))


def _practice(row: Mapping[str, Any], look: Titles, ranks: Mapping[str, int]) -> PublishedPractice:
    def terms(name: str) -> tuple[str, ...]:
        ids = sorted(row[name] or (), key=lambda id: (ranks.get(id, 0), id))
        return tuple(filter(None, (look.title("term", id) for id in ids)))

    def words(name: str) -> str:
        return Practice.fields[name].kind.format(row[name], look)

    themes, methods = terms("themes"), terms("methods")
    country = words("country")
    about = ", ".join(filter(None, (words("type"), _period(words("begins"), words("ends")), words("outcome"))))
    told = (
        ("organisation", words("organisation")), ("begins", words("begins")), ("ends", words("ends")),
        ("type", words("type")), ("themes", ", ".join(themes)), ("methods", ", ".join(methods)),
        ("objectives", ", ".join(terms("objectives"))), ("sdgs", words("sdgs")), ("outcome", words("outcome")),
        ("link", words("link")), ("more_links", words("more_links")),
    )  # fmt: skip
    return PublishedPractice(
        id=row["id"], title=_said(row["title"]), country=country,
        where=", ".join(filter(None, (row["place"], country))), organisation=words("organisation"), about=about,
        summary=_said(row["summary"]), description=_said(row["description"]), themes=themes,
        topics=(*themes, *methods), link=words("link").removeprefix("https://").rstrip("/"),
        facts=tuple((Practice.fields[name].label, value) for name, value in told if value),
        unpublished="" if row["stage"] == "published" else words("stage"),
    )  # fmt: skip


def _period(begins: str, ends: str) -> str:
    return f"{begins} – {ends}" if begins and ends and begins != ends else begins or ends


def _said(value: Mapping[str, Mapping[str, str]] | None) -> Said:
    """A text in the reader's language, else the original, and that it is."""
    text, code = chosen(value)
    if not text:
        return Said()
    by_machine = (value or {})[code]["by"] == "machine"
    if code != language():
        return Said(text, _("In {language}: there is no translation yet.").format(language=language_name(code)))
    return Said(text, _("Translated by a machine, not yet read by a person.") if by_machine else "")


def _index(practices: Iterable[PublishedPractice], keys: Any) -> tuple[tuple[str, tuple[PublishedPractice, ...]], ...]:
    found: dict[str, list[PublishedPractice]] = defaultdict(list)
    for one in practices:
        for key in keys(one):
            if key:
                found[key].append(one)
    return tuple((key, tuple(sorted(some, key=lambda one: fold(one.title.text))))
                 for key, some in sorted(found.items(), key=lambda pair: fold(pair[0])))  # fmt: skip
