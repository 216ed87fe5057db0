"""Sheets come back from the hall: rows by their numbers, the same attendance as at the desk, clear refusals."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iopd_desktop.actions.attending import attendance
from iopd_desktop.actions.badge_codes import SHEET_PREFIX
from iopd_desktop.actions.checking_in import Desk, check_in
from iopd_desktop.actions.entering_sheets import BLANKS, blank_told, enter_sheet, rows_told, sheet_session
from iopd_desktop.actions.walking_in import walk_in
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import CheckIn, Registration, Session
from iopd_desktop.reports.sign_in_sheet import rows as sheet_rows

ROWS = st.lists(st.integers(1, 500), min_size=1, max_size=60).map(lambda rows: sorted(set(rows)))


@pytest.fixture
def hall(store):
    """An event with a session and thirty registrations, some of one name; every fifth has cancelled."""
    with store.work("Hall") as work:
        event = work.add(Event, {"title": {"en": "Hall of Examples"}})
        session = work.add(Session, {"event": event, "title": {"en": "Workshop 3"}})
        for i in range(30):
            values = {"event": event, "name": f"Person {i % 12} Example", "country": ("ES", "PT", "MA")[i % 3],
                      "organisation": f"Office {i}", "state": "registered" if i % 5 else "cancelled"}  # fmt: skip
            work.add(Registration, values)
    return event, session


def printed(store, event, session=None):
    with store.read() as read:
        return sheet_rows(read, event=event, session=session)


def enter(store, event, session, code, rows, blanks=()):
    with store.work("Sheet") as work:
        return enter_sheet(work, event, session, code, rows, blanks)


def counts(store, event):
    with store.read() as read:
        return attendance(read, event).plain()


def written(store):
    with store.read() as read:
        return read.count(CheckIn), read.count(Registration)


@given(ROWS)
def test_rows_are_read_as_they_are_told(rows):
    assert rows_told(" ".join(map(str, rows))) == tuple(rows)
    assert rows_told(f"{rows[0]} - {rows[-1]}") == tuple(range(rows[0], rows[-1] + 1))


@pytest.mark.parametrize(
    ("text", "rows"),
    [("1-4 6 9", (1, 2, 3, 4, 6, 9)), ("1–3,5;7", (1, 2, 3, 5, 7)), ("3 1 3", (1, 3)), (" 2 - 4 ", (2, 3, 4))],
)
def test_stretches_commas_and_repeats(text, rows):
    assert rows_told(text) == rows


@pytest.mark.parametrize("text", ["", "x", "1-", "-3", "5-3", "0", "1.5", "1-2-3", "9999999", "1-999999"])
def test_what_is_no_row_is_refused_by_name(text):
    with pytest.raises(BadValue, match="1-14 16 19"):
        rows_told(text)


@pytest.mark.parametrize("seed", range(5))
def test_a_round_on_paper_counts_as_the_same_people_at_the_desk(store, hall, seed):
    event, _session = hall
    dice, sheet = random.Random(seed), printed(store, event)
    signed = sorted(dice.sample(range(1, len(sheet.people) + 1), dice.randint(1, 20)))
    blanks = [{"name": f"New {i} Guest", "country": "FR"} for i in range(dice.randint(0, 3))]
    with store.work("At the desk") as work:
        for row in signed:
            check_in(work, sheet.people[row - 1].id, Desk("Laptop"))
        for values in blanks:
            walk_in(work, event, values, Desk("Laptop"))
    at_the_desk = counts(store, event)
    store.undo()
    done = enter(store, event, None, sheet.code, rows_told(" ".join(map(str, signed))), blanks)
    assert counts(store, event) == at_the_desk
    assert (len(done.came), done.already, done.walk_ins) == (len(signed), 0, len(blanks))
    again = enter(store, event, None, SHEET_PREFIX + sheet.code, signed, blanks)
    assert (again.came, again.already, again.walk_ins) == ((), len(signed) + len(blanks), 0)
    assert counts(store, event) == at_the_desk


def test_who_is_registered_after_the_printing_shifts_no_row(store, hall):
    event, _session = hall
    sheet = printed(store, event)
    with store.work("Later") as work:
        walk_in(work, event, {"name": "Aaron Aabel"}, Desk("Laptop"))
    with store.work("Later still") as work:
        work.add(Registration, {"event": event, "name": "Ben Aabel"})
    assert printed(store, event).code != sheet.code
    done = enter(store, event, None, sheet.code, [1])
    assert done.came == (sheet.people[0].id,)


def test_a_sheet_whose_order_is_lost_is_refused_and_nothing_changes(store, hall):
    event, _session = hall
    sheet = printed(store, event)
    with store.work("Renamed") as work:
        work.edit(Registration, sheet.people[-1].id, {"name": "Aaron Aabel"})
    before = written(store)
    with pytest.raises(Refused, match="rows have changed"):
        enter(store, event, None, sheet.code, [1])
    assert written(store) == before


def test_a_session_has_a_sheet_of_its_own(store, hall):
    event, session = hall
    sheet = printed(store, event, session)
    with store.read() as read:
        assert sheet_session(read, event, sheet.code) == session
        assert sheet_session(read, event, printed(store, event).code) is None
    with pytest.raises(Refused):
        enter(store, event, None, sheet.code, [1])
    enter(store, event, session, sheet.code, [1, 2])
    with store.read() as read:
        said = read.all(CheckIn, {"session": session})
    assert len(said) == 2
    assert all(row["desk"].startswith("Sheet ") for row in said)


def test_rows_that_the_sheet_has_not_and_blank_rows_without_names_change_nothing(store, hall):
    event, _session = hall
    sheet, before = printed(store, event), written(store)
    last = len(sheet.people)
    for rows, blanks, why in (
        ([1, last + BLANKS + 1], (), "There is no row"),
        ([1, last + 1], (), "blank"),
        ([1, last + 1], ({"name": "A"}, {"name": "B"}), "blank"),
    ):
        with pytest.raises(BadValue, match=why):
            enter(store, event, None, sheet.code, rows, blanks)
    with pytest.raises(BadValue):
        enter(store, event, None, sheet.code[:-1] + ("0" if sheet.code[-1] != "0" else "1"), [1])
    assert written(store) == before


def test_a_blank_row_is_told_in_one_line():
    assert blank_told("Ana Guest; Riba Alta; Portugal") == {
        "name": "Ana Guest", "organisation": "Riba Alta", "country": "PT"
    }  # fmt: skip
    assert blank_told(" Ana Guest ") == {"name": "Ana Guest"}
    for text in ("; Riba Alta", "a; b; PT; d"):
        with pytest.raises(BadValue):
            blank_told(text)
    with pytest.raises(BadValue):
        blank_told("Ana; Riba Alta; Nowhereland")
