"""Address labels: one for each organisation or person of a list, on the sheets that offices buy."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from iopd_desktop.actions.addressing import COUNTRIES, POST, Address, Addresses, addresses
from iopd_desktop.actions.disclosing import purpose_called
from iopd_desktop.actions.exporting import criteria
from iopd_desktop.actions.lists import Wanted
from iopd_desktop.models.members import PURPOSES
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.page import MM, Block, Ink, Leaf, Page, Running, Style, measures, wrapped
from iopd_desktop.reports.report import Option, Report
from iopd_desktop.reports.stock import STOCKS, Stock, places
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.words import N_, _, ngettext, number, today

_INSET: Final = 5 * MM
_LEAST_INSET: Final = 2.5 * MM
_SIZE, _SMALLER, _FLOOR, _STEP = 9.0, 8.5, 7.0, 0.25
_LEADING, _TIGHT = 1.25, 1.12
_MANY_LINES: Final = 6
_NAMED: Final = 6
_USUAL: Final = Wanted(
    "",
    Listing(
        "organisation", where=(Filter("membership", "in", ["associate", "collaborating", "promoter"]),),
        order=(("name", False),),
    ),
    (),
)  # fmt: skip


@dataclass(frozen=True)
class Labels:
    """What is printed: the addresses, the sheet, its first free label, the shift in points, or a sheet to try it."""

    found: Addresses
    stock: Stock
    start: int = 1
    shift: tuple[float, float] = (0.0, 0.0)
    test: bool = False


@dataclass(frozen=True)
class Set:
    """An address as it fits its label: its lines with their weights, size and leading in points."""

    lines: tuple[tuple[str, str], ...]
    size: float
    leading: float
    broken: bool = False

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.lines) * self.leading


def rows(
    read: Any, *, listed: Wanted | None = None, sheet: str = "L7159", start: int = 1, countries: str = "abroad",
    purpose: str = "", shift_x: float = 0.0, shift_y: float = 0.0, test: bool = False,
) -> Labels:  # fmt: skip
    """The addresses of a list (the members without one) on a sheet; BadValue for a label that it has not."""
    stock = STOCKS[sheet]
    if not 1 <= start <= stock.count:
        raise BadValue(_("The sheet has labels 1 to {count}").format(count=stock.count))
    found = addresses(read, listed or _USUAL, countries=countries, purpose=purpose, on=today())
    return Labels(found, stock, start, (shift_x * MM, shift_y * MM), test)


def story(labels: Labels, page: Page) -> Iterator[Block]:
    """Sheet after sheet; a page of words only where there is nobody to write to."""
    page.title, page.author = _("Address labels"), page.house.name
    if labels.test:
        page.running = Running(document=page.title, bare=True)
        page.fixed_page(partial(_test_sheet, labels))
        return
    fitted = [(one, fit(one, labels.stock)) for one in labels.found.found]
    page.remarks += _remarks(labels, fitted)
    ready = [(one, made) for one, made in fitted if made]
    if not ready:
        page.running = Running(document=page.house.name, here=page.title)
        yield paper.title(page.title)
        yield paper.lede(_("Nobody on this list has a postal address that fits on a label."))
        return
    page.running = Running(document=page.title, bare=True)
    left = iter(ready)
    for i, some in enumerate(places(labels.stock, labels.start, len(ready)), start=1):
        page.fixed_page(partial(_sheet, labels, i, [(place, *next(left)) for place in some]))


def _sheet(labels: Labels, nth: int, some: Sequence[tuple[int, Address, Set]], ink: Ink, _leaf: Leaf) -> None:
    ink.outline(_("Sheet {number}").format(number=nth), 0)
    for place, address, made in some:
        ink.subject = address.name
        x, y = _corner(labels, place)
        baseline = y + (labels.stock.height * MM - made.height) / 2 + made.size * 0.96
        for text, weight in made.lines:
            ink.text(text, x + _INSET, baseline, Style(made.size, made.leading, weight))
            baseline += made.leading


def _corner(labels: Labels, place: int) -> tuple[float, float]:
    x, y = labels.stock.corner(place)
    return x + labels.shift[0], y + labels.shift[1]


def _test_sheet(labels: Labels, ink: Ink, _leaf: Leaf) -> None:
    """Outlines and numbers, to be held against a sheet of labels before one is spent."""
    stock = labels.stock
    ink.outline(_("Test sheet"), 0)
    wide, high = stock.width * MM, stock.height * MM
    for place in range(stock.count):
        x, y = _corner(labels, place)
        ink.box(x, y, wide, high, edge=measures.INK, thick=0.5)
        ink.text(number(place + 1), x + wide / 2, y + high / 2 - 2, measures.SECTION, align="centre")
        ink.text(stock.label, x + wide / 2, y + high / 2 + 10, measures.NOTE, align="centre", room=wide - 2 * _INSET)
        if not place:
            words = _("Test sheet: print it at 100 %, hold it against a sheet of labels, shift it where needed.")
            style = Style(7.5, 9)
            for i, line in enumerate(wrapped(words, style, wide - 2 * _INSET)):
                ink.text(line, x + _INSET, y + high / 2 + 21 + i * 9, style)


def fit(address: Address, stock: Stock) -> Set | None:
    """An address as it fits a label: smaller in steps until its longest line fits, then broken; None if it is too long.

    Lines keep 5 mm from the edges; the block may come nearer above and below, to 2.5 mm, when it is at its smallest.
    """
    wide, high = stock.width * MM - 2 * _INSET, stock.height * MM
    lines = [(text, "regular") for text in address.lines]
    lines += [(address.country, "bold")] if address.country else []
    size = _SMALLER if len(lines) >= _MANY_LINES else _SIZE
    while size >= _FLOOR:
        if _widest(lines, size) <= wide and len(lines) * size * _LEADING <= high - 2 * _INSET:
            return Set(tuple(lines), size, size * _LEADING)
        size -= _STEP
    area = sum(paper.text_width(text, Style(_FLOOR, 9, weight)) for text, weight in lines)
    if area * _FLOOR > wide * high:
        return None  # not even if every line were filled to its end
    broken = [(part, weight) for text, weight in lines for part in _parted(text, Style(_FLOOR, 9, weight), wide)]
    for leading in (_LEADING, _TIGHT):
        if len(broken) * _FLOOR * leading <= high - 2 * _LEAST_INSET:
            return Set(tuple(broken), _FLOOR, _FLOOR * leading, len(broken) > len(lines))
    return None


def _widest(lines: Sequence[tuple[str, str]], size: float) -> float:
    return max((paper.text_width(text, Style(size, size, weight)) for text, weight in lines), default=0.0)


def _parted(text: str, style: Style, wide: float) -> Iterator[str]:
    """A line that is too long, broken at its last comma that fits, else between words."""
    while paper.text_width(text, style) > wide:
        commas = [i + 1 for i, char in enumerate(text[:-1]) if char in ",،，、;"]
        fits = [i for i in commas if paper.text_width(text[:i], style) <= wide]
        cut = fits[-1] if fits else len(wrapped(text, style, wide)[0])
        yield text[:cut].strip()
        text = text[cut:].strip()
    yield text


def _remarks(labels: Labels, fitted: Sequence[tuple[Address, Set | None]]) -> Iterator[str]:
    """Who got no label and why, and whose lines were broken."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for one in labels.found.left:
        reasons[_(one.reason)].append(one.name)
    reasons[_("too long for this label")] += [one.name for one, made in fitted if made is None]
    for reason, names in reasons.items():
        if names:
            words = ngettext("{count} without a label, {reason}: {names}", "{count} without a label, {reason}: {names}",
                             len(names))  # fmt: skip
            yield words.format(count=number(len(names)), reason=reason, names=_some(names))
    if broken := [one.name for one, made in fitted if made and made.broken]:
        yield _("A line was broken because it is too long for the label: {names}").format(names=_some(broken))


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")


def discloses(labels: Labels) -> dict[str, Any] | None:
    """Labels that name persons leave with the letters."""
    found = labels.found
    if labels.test or not found.persons:
        return None
    asked = found.purpose in PURPOSES
    return {
        "what": _("Address labels: name, organisation, postal address"),
        "purpose": purpose_called(found.purpose or _(POST)),
        "basis": _("Consent of each person, as it stood on the day") if asked else _("No consent was asked for"),
        "count": found.persons,
        "left_out": len(found.left),
        "criteria": criteria(found.wanted),
    }


REPORT = Report(
    name="address-labels",
    label=N_("Address labels"),
    personal=True,
    labels=True,
    options=(
        Option("listed", N_("List"), "list", choices={"organisation": N_("Organisations"), "person": N_("Persons")}),
        Option("sheet", N_("Sheet"), "choice", choices={code: stock.label for code, stock in STOCKS.items()}),
        Option("start", N_("First free label"), "number", example="1"),
        Option("countries", N_("Country"), "choice", choices=COUNTRIES),
        Option("purpose", N_("Only who consented to"), "purpose", choices=PURPOSES),
        Option("shift_x", N_("Shift to the right (mm)"), "measure", example="0"),
        Option("shift_y", N_("Shift down (mm)"), "measure", example="0"),
        Option("test", N_("Only a test sheet with outlines"), "flag"),
    ),
    rows=rows,
    story=story,
    discloses=discloses,
)
