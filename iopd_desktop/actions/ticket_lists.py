"""Lists of ticket systems, known by their headings: pretix, Eventbrite and Indico become lines of registrations."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from iopd_desktop.actions.ticket_words import GENDERS, GONE, NOT_YET, THERE, YES, in_english
from iopd_desktop.exchange.table import Row, Table
from iopd_desktop.words import fold


@dataclass(frozen=True)
class System:
    """The headings of a ticket system: one of each of `signs` gives it away, the first filled column is taken.

    `given` and `family` make the name, else `whole` is it. `place` numbers the tickets of an order that have no
    number of their own, in the order of the file, as the systems themselves count them.
    """

    name: str
    signs: tuple[tuple[str, ...], ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    whole: tuple[str, ...]
    email: tuple[str, ...]
    organisation: tuple[str, ...]
    country: tuple[str, ...]
    state: tuple[str, ...]
    gender: tuple[str, ...]
    came: tuple[str, ...]
    ticket: tuple[str, ...]
    order: tuple[str, ...]
    place: tuple[str, ...] = ()

    @property
    def taken(self) -> set[str]:
        """Every heading that the reading of this system may take."""
        told = (self.given, self.family, self.whole, self.email, self.organisation, self.country, self.state,
                self.gender, self.came, self.ticket, self.order, self.place)  # fmt: skip
        return {heading for headings in told for heading in headings}


# Headings as the exports of the systems have them in English (pretix: order positions and check-in list).
SYSTEMS = (
    System(
        "pretix", (("order code",), ("attendee name", "attendee name: given name", "attendee email", "secret")),
        given=("attendee name: given name", "given name"), family=("attendee name: family name", "family name"),
        whole=("attendee name", "invoice address name"), email=("attendee email", "email", "e-mail"),
        organisation=("company", "company (2)"), country=("country", "country (2)"), state=("status", "order status"),
        gender=("gender",), came=("checked in",), ticket=(), order=("order code",), place=("position id",),
    ),
    System(
        "Eventbrite",
        (("order #", "order no.", "order id"), ("attendee #", "attendee no.", "attendee status", "first name")),
        given=("first name", "attendee first name"), family=("last name", "surname", "attendee last name"),
        whole=("attendee name", "buyer name"), email=("email", "email address", "attendee email", "buyer email"),
        organisation=("company", "organisation", "organization", "company / organization"),
        country=("country", "home country", "work country", "billing country"), state=("attendee status",),
        gender=("gender",), came=("checked in",), ticket=("attendee #", "attendee no."),
        order=("order #", "order no.", "order id"),
    ),
    System(
        "Indico", (("id",), ("registration date", "registration state", "email address", "affiliation")),
        given=("first name",), family=("last name",), whole=("name",), email=("email address", "email"),
        organisation=("affiliation",), country=("country",), state=("registration state",), gender=("gender",),
        came=("checked in",), ticket=("id",), order=(),
    ),
)  # fmt: skip

def ticket_system(headings: Sequence[str]) -> System | None:
    """The ticket system that gives itself away by the headings of its list, in any of the languages it exports."""
    folded = [in_english(heading) for heading in headings]
    return next((one for one in SYSTEMS if all(any(s in folded for s in signs) for signs in one.signs)), None)


def from_ticket_system(table: Table, named: Collection[str] = ()) -> Table:
    """The table of registrations that a list of a ticket system means; any other table as it is.

    Columns that mean nothing to us stay, since they may answer the event's own questions. `named` are headings by
    which a person said what a column means: they stand, and the system fills them no more.
    """
    system = ticket_system(table.headings)
    return table if system is None else _Reading(system, table, named).table()


def meant_by(heading: str, system: System) -> bool:
    """Whether the reading of a system takes a column."""
    return in_english(heading) in system.taken


class _Reading:
    def __init__(self, system: System, table: Table, named: Collection[str]) -> None:
        self._system, self._table = system, table
        folded = ["" if heading in named else in_english(heading) for heading in table.headings]
        self._at = {heading: place for place, heading in reversed([*enumerate(folded)]) if heading}
        self._orders: Counter[str] = Counter()
        made: dict[str, tuple[tuple[str, ...], Callable[[Sequence[Any]], str]]] = {
            "name": ((*system.given, *system.family, *system.whole), self._name),
            "given_name": (system.given, lambda cells: self._first(cells, system.given)),
            "email": (system.email, lambda cells: self._first(cells, system.email)),
            "organisation": (system.organisation, lambda cells: self._first(cells, system.organisation)),
            "country": (system.country, lambda cells: self._first(cells, system.country)),
            "gender": (system.gender, lambda cells: GENDERS.get(fold(self._first(cells, system.gender)), "")),
            "state": ((*system.state, *system.came), self._state),
            "ticket": ((*system.ticket, *system.order, *system.place), self._ticket),
        }
        self._made = {
            name: read for name, (told, read) in made.items()
            if name not in named and any(one in self._at for one in told)
        }  # fmt: skip
        self._left = [
            place for place, heading in enumerate(folded)
            if table.headings[place] in named or (heading not in system.taken and heading not in self._made)
        ]  # fmt: skip

    def table(self) -> Table:
        headings = [*self._made, *(self._table.headings[place] for place in self._left)]
        return Table(headings, [self._row(row) for row in self._table.rows], self._table.remarks)

    def _row(self, row: Row) -> Row:
        line, cells = row
        whole = [*cells, *([None] * (len(self._table.headings) - len(cells)))]
        beyond = whole[len(self._table.headings) :]
        return line, [*(read(whole) for read in self._made.values()), *(whole[at] for at in self._left), *beyond]

    def _first(self, cells: Sequence[Any], headings: Iterable[str]) -> str:
        told = (_text(cells[self._at[heading]]) for heading in headings if heading in self._at)
        return next(filter(None, told), "")

    def _name(self, cells: Sequence[Any]) -> str:
        parts = (self._first(cells, self._system.given), self._first(cells, self._system.family))
        return " ".join(filter(None, parts)) or self._first(cells, self._system.whole)

    def _state(self, cells: Sequence[Any]) -> str:
        said = fold(self._first(cells, self._system.state))
        if any(word in said for word in GONE):
            return "cancelled"
        came = fold(self._first(cells, self._system.came))
        if any(word in said for word in THERE) or came in YES or came[:4].isdigit():
            return "here"
        return "waiting" if any(word in said for word in NOT_YET) else "registered"

    def _ticket(self, cells: Sequence[Any]) -> str:
        if own := self._first(cells, self._system.ticket):
            return own
        order = self._first(cells, self._system.order)
        if not order:
            return ""
        self._orders[order] += 1
        return f"{order}-{self._first(cells, self._system.place) or self._orders[order]}"


def _text(cell: Any) -> str:
    """A cell as text; a spreadsheet keeps the number of an order as 1689365701.0."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell).strip()
