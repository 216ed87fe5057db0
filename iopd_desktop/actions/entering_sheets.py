"""Sign-in sheets: who stands on one in which row, and the rows that were signed, entered back by their numbers.

A sheet's code is made of its event, its session and everybody on it in their order. So a sheet is known again by its
code even when people were registered after it was printed, and one whose order cannot be found again is refused
rather than read as other people.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.badge_codes import SHEET_PREFIX, coded, scanned, shown
from iopd_desktop.actions.checking_in import Desk, check_in, last_said
from iopd_desktop.actions.event_reads import AWAITED, Attendee, attendees
from iopd_desktop.actions.walking_in import walk_in
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import Registration, Session
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, country_name, fold, number

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

BLANKS = 10
"""So many rows for those without a registration stand at the end of a sheet."""
_MOST = 100_000
_RANGE = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


COMES, HERE, NEW = "comes", "here", "new"


@dataclass(frozen=True)
class Line:
    """A signed row: its number (0 for a blank row that was not numbered), who signed, and what it brings.

    COMES lets in the `registration`, HERE finds them in, NEW registers the `values` of a blank row.
    """

    row: int
    name: str
    place: str
    brings: str
    registration: str | None = None
    values: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Signed:
    """What a sheet brought: who is in now, how many were in before, and how many came without a registration."""

    came: tuple[str, ...]
    already: int
    walk_ins: int


def sheet_code(event: str, session: str | None, people: Iterable[str]) -> str:
    """The code of a sheet: its event, session and the ids on it in their order, and the check character."""
    told = "\n".join((event, session or "", *people))
    return coded(int.from_bytes(blake2b(told.encode(), digest_size=5).digest(), "big"))


def sheet_people(read: Reader, event: str, session: str | None, code: str) -> list[Attendee]:
    """Everybody on a printed sheet, in its order; Refused where the list cannot be found again.

    The list is tried as it stands, then as it was before the latest registrations, one step of the history after
    the other.
    """
    wanted = scanned(code, SHEET_PREFIX)
    if wanted is None:
        raise BadValue(_("{code} is no code of a sign-in sheet").format(code=code[:20]))
    made = {str(id): int(at or 0) for id, at in read.rows(_MADE, [event])}
    people = attendees(read, event, AWAITED)
    for until in sorted(set(made.values()), reverse=True) or [0]:
        people = [one for one in people if made.get(one.id, 0) <= until]
        if sheet_code(event, session, (one.id for one in people)) == wanted:
            return people
    raise Refused(
        _("Sheet {code} is of another event or session, or its rows have changed: let these people in at the desk")
        .format(code=shown(wanted))
    )  # fmt: skip


_MADE = (
    "SELECT r.id, min(s.clock) FROM registration r JOIN change c ON c.id = r.id JOIN step s ON s.n = c.step "
    "WHERE r.event = ? GROUP BY r.id"
)


def sheet_session(read: Reader, event: str, code: str) -> str | None:
    """The session whose sheet a code is, None for that of the event itself; Refused where it is neither's."""
    refused: Refused | None = None
    sessions: list[str | None] = [None, *(str(row["id"]) for row in read.all(Session, {"event": event}))]
    for session in sessions:
        try:
            sheet_people(read, event, session, code)
        except Refused as why:
            refused = refused or why
        else:
            return session
    assert refused
    raise refused


def rows_told(text: str) -> tuple[int, ...]:
    """The row numbers in a text such as "1-14 16 19", each once and in order; BadValue with what cannot be read."""
    found: set[int] = set()
    left = re.sub(r"\s*([-–])\s*", r"\1", text.strip())
    for part in re.split(r"[\s,;]+", left):
        read = _RANGE.fullmatch(part)
        first, last = (int(read[1]), int(read[2] or read[1])) if read else (0, 0)
        if not 0 < first <= last <= _MOST:
            words = _("“{text}” is no row: type numbers and stretches, such as 1-14 16 19")
            raise BadValue(words.format(text=part[:20]))
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def blank_told(text: str) -> dict[str, Any]:
    """What somebody wrote into a blank row, told as "NAME; ORGANISATION; COUNTRY": the values of a registration."""
    name, *more = (part.strip() for part in text.split(";"))
    if not name or len(more) > 2:
        raise BadValue(_("“{text}”: name; organisation; country is expected").format(text=text[:60]))
    organisation, country = (*more, "", "")[:2]
    told = {"name": name, "organisation": organisation, "country": Registration.fields["country"].kind.parse(country)}
    return {field: value for field, value in told.items() if value}


def sheet_lines(
    read: Reader, event: str, session: str | None, order: str, rows: Collection[int],
    blanks: Sequence[Mapping[str, Any]] = (),
) -> list[Line]:  # fmt: skip
    """What each signed row of a sheet brings, in the order of the sheet; `order` is the sheet's code.

    `blanks` are the values of those who wrote themselves into blank rows; where the numbers of these rows are told
    too, they are as many. Refused or BadValue for a sheet whose order is not known or a row that it has not.
    """
    people = sheet_people(read, event, session, order)
    _fits(rows, len(people), len(blanks))
    found = []
    for row in sorted(rows):
        if row <= len(people):
            one = people[row - 1]
            found.append(Line(row, one.name, one.place, _brings(read, one.id, session), one.id))
    known = _walk_ins(read, event)
    numbers = [row for row in sorted(rows) if row > len(people)] or [0] * len(blanks)
    for row, values in zip(numbers, blanks, strict=True):
        before = known.get(_called(values))
        land = country_name(values["country"]) if values.get("country") else ""
        place = ", ".join(part for part in (values.get("organisation"), land) if part)
        brings = _brings(read, before, session) if before else NEW
        found.append(Line(row, str(values["name"]), place, brings, before, values))
    return found


def enter_sheet(
    work: "Work", event: str, session: str | None, order: str, rows: Collection[int],
    blanks: Sequence[Mapping[str, Any]] = (), *, by: str = "", at: str | None = None,
) -> Signed:  # fmt: skip
    """Let in whoever signed a sheet, by the numbers of the rows, now or at the second told.

    Who is in already stays in. Refused or BadValue, and nothing is entered, where `sheet_lines` refuses.
    """
    lines = sheet_lines(work, event, session, order, rows, blanks)
    desk = Desk(_("Sheet {code}").format(code=shown(scanned(order, SHEET_PREFIX) or "")), by, session, at)
    came = []
    for line in lines:
        if line.registration is None:
            assert line.values is not None
            walk_in(work, event, line.values, desk)
        elif line.brings == COMES:
            check_in(work, line.registration, desk, sure=True)
            came.append(line.registration)
    already = sum(line.brings == HERE for line in lines)
    return Signed(tuple(came), already, len(lines) - len(came) - already)


def _fits(rows: Collection[int], count: int, told: int) -> None:
    last = count + BLANKS
    if beyond := [row for row in rows if not 0 < row <= last]:
        words = _("There is no row {row}: the sheet ends with row {last}")
        raise BadValue(words.format(row=number(beyond[0]), last=number(last)))
    blank = [row for row in rows if row > count]
    if blank and len(blank) != told:
        words = _("From row {row} on the rows are blank ones: tell who wrote there ({rows} rows, {names} names)")
        raise BadValue(words.format(row=number(count + 1), rows=number(len(blank)), names=number(told)))


def _walk_ins(read: Reader, event: str) -> dict[tuple[str, ...], str]:
    rows = read.all(Registration, {"event": event, "walk_in": True})
    return {_called(row): row["id"] for row in rows}


def _called(values: Mapping[str, Any]) -> tuple[str, ...]:
    told = (values.get("name"), values.get("organisation"))
    return (*(fold(" ".join((text or "").split())) for text in told), values.get("country") or "")


def _brings(read: Reader, registration: str, session: str | None) -> str:
    """Whether somebody who signed comes in by it, or is in; who cancelled came after all."""
    state = read.get(Registration, registration)["state"]
    last = last_said(read, registration, session)
    return HERE if state == "here" and (session is None or (last and last["act"] == "in")) else COMES
