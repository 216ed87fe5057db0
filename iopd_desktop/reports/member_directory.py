"""The member directory: regions and countries in two columns, contacts only of those who allowed it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from iopd_desktop.actions.directory import Directory, DirectoryEntry, PublishedContact, directory
from iopd_desktop.actions.disclosing import purpose_called
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.page import MM, Block, Ink, Page, Running, Style, Text, Together, measures
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.words import N_, _, day, ngettext, number, today

_COUNTRY = Style(8.5, 13, "bold", measures.ACCENT)
_NAME = Style(9, 11.5, "bold")
_OTHER = Style(8.5, 10.5)
_ABOUT = Style(7.5, 10.5, colour=measures.MUTED)
_CONTACT = Style(8, 10.5)
_CLOSED = Style(7.5, 10.5, "italic", measures.MUTED)


def rows(read: Any, *, as_of: str | None = None) -> Directory:
    """The members and their published contacts on a day (ISO; today without one)."""
    return directory(read, date.fromisoformat(as_of) if as_of else today())


def story(listed: Directory, page: Page) -> Iterator[Block]:
    """A title, then the regions; the running head names the first and last country of a page."""
    on = date.fromisoformat(listed.as_of)
    page.title = _("Member directory, as of {day}").format(day=day(on))
    page.author = page.house.name
    foot = _(
        "Holds personal data, published with the consent of each contact person. For members only. Destroy when the "
        "next edition appears, at the latest by {day}."
    ).format(day=day(_a_year_later(on)))
    page.running = Running(document=page.title, here="{marks}", foot=foot)
    yield from _front(listed, day(on))
    page.columns(2, 8 * MM)
    for region in listed.regions:
        page.header = None
        page.subject = region.name
        members = ngettext("{count} member", "{count} members", region.count).format(count=number(region.count))
        yield paper.band(region.name, members, level=1)
        again = paper.band(region.name, _("continued, {members}").format(members=members))
        for country in region.countries:
            mark = f"{region.name}: {country.name}"
            for i, entry in enumerate(country.entries):
                parts = tuple(_entry(entry))
                running = (again, paper.Gap(13), _country(_("{country}, continued").format(country=country.name)))
                page.header = Together(running) if i else again
                if i == 0:
                    yield Together((_country(country.name), *parts), above=13, mark=mark)
                else:
                    yield Together(parts, above=9, mark=mark, gridded=False)


def _front(listed: Directory, on: str) -> Iterator[Block]:
    """How many members there are, and where."""
    yield paper.title(_("Member directory"))
    yield paper.lede(_("As of {day}.").format(day=on))
    if not listed.count:
        yield paper.paragraph(_("There are no members yet."))
        return
    countries = sum(len(region.countries) for region in listed.regions)
    persons = ngettext("contact person", "contact persons", listed.persons)
    figures = [
        (number(listed.count), ngettext("member", "members", listed.count), ""),
        (number(countries), ngettext("country", "countries", countries), ""),
        (number(listed.persons), persons, _("with their consent")),
    ]
    yield paper.key_figures(figures)
    yield paper.section(_("Members by region"))
    yield paper.bars([(region.name, region.count, None) for region in listed.regions])


def _a_year_later(on: date) -> date:
    try:
        return on.replace(year=on.year + 1)
    except ValueError:
        return on.replace(year=on.year + 1, day=28)


def _country(name: str) -> Block:
    def paint(ink: Ink, x: float, y: float, width: float) -> None:
        ink.text(name, x, y + 9, _COUNTRY, room=width)
        ink.rule(x, y + 13.5, x + width, 0.6, measures.ACCENT)

    return paper.Drawing(19.5, paint, gridded=False)


def _entry(entry: DirectoryEntry) -> Iterator[Block]:
    yield Text(entry.name, _NAME)
    for name in entry.other_names:
        yield Text(name, _OTHER)
    yield Text(entry.about, _ABOUT)
    if entry.website:
        yield Text(entry.website, _CONTACT)
    for contact in entry.contacts:
        yield from _contact(contact)
    languages = ", ".join(entry.languages)
    if not entry.contacts:
        yield Text(_("Contact not published"), _CLOSED)
    if languages:
        yield paper.Drawing(0, _at_end(languages), gridded=False)


def _contact(contact: PublishedContact) -> Iterator[Block]:
    name = "\u00a0 ".join(part for part in (contact.name, contact.other_form) if part)
    for line in (name, contact.email, contact.phone):
        if line:
            yield Text(line, _CONTACT, trim=14 * MM if line == contact.phone else 0)


def _at_end(languages: str) -> Any:
    def paint(ink: Ink, x: float, y: float, width: float) -> None:
        ink.text(languages, x + width, y - 2.5, _ABOUT, align="end", room=width / 2)

    return paint


def discloses(listed: Directory) -> dict[str, Any]:
    """The directory goes out on the consent of each person in it."""
    return {
        "what": _("Member directory, as of {day}").format(day=day(date.fromisoformat(listed.as_of))),
        "purpose": purpose_called("directory"),
        "basis": _("Consent of each person to the directory, standing on {day}").format(day=listed.as_of),
        "count": listed.persons,
        "left_out": listed.left_out,
    }


REPORT = Report(
    name="member-directory",
    label=N_("Member directory"),
    personal=True,
    options=(Option("as_of", N_("As of"), "day", example=N_("today")),),
    rows=rows,
    story=story,
    discloses=discloses,
)
