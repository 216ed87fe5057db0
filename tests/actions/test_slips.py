"""Consent slips: numbers that check themselves, what is entered once and of which words, and what is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iopd_desktop.actions.badge_codes import SLIP_PREFIX
from iopd_desktop.actions.consents import standing
from iopd_desktop.actions.presets import seed_wordings
from iopd_desktop.actions.slips import Given, day_told, enter_slip, slip_code, slip_number
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Consent, ContactPoint, Person, Wording
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import Registration, Slip
from iopd_desktop.reports import make, record, report_named
from iopd_desktop.words import LANGUAGES, day, speaking, today
from tests.reports import seen

DAY = date(2024, 10, 17)
EVENT = "0190a5c0-0000-7000-8000-0000deadbeef"


@pytest.fixture
def hall(store):
    """An event with a registration that has an e-mail we know, and one that has none."""
    with store.work("Hall") as work:
        seed_wordings(work)
        event = work.add(Event, {"title": {"en": "Forum of Examples"}})
        person = work.add(Person, {"given_name": "Ada", "family_name": "Example"})
        work.add(ContactPoint, {"person": person, "means": "email", "value": "ada@example.org"})
        work.add(Registration, {"event": event, "name": "Ada Example", "email": "ada@example.org", "language": "fr"})
        work.add(Registration, {"event": event, "name": "Bo Example"})
    return event


def print_slips(store, event, folder, language="en", **options):
    """Print slips and hand them out."""
    with store.read() as read:
        made = make(report_named("consent-slips"), read, folder / "s.pdf", language, event=event, **options)
    record(store, made, today(), "Ada")
    return made


def enter(store, event, text, *purposes, who="", on=DAY):
    with store.work("Slip") as work:
        return enter_slip(work, event, text, Given(purposes, on, who), by="Ada")


def refused(store, event, *told, error=Refused, **more):
    with store.read() as read:
        before = read.count(Consent), [row["entered"] for row in read.all(Slip)]
    with pytest.raises(error) as why:
        enter(store, event, *told, **more)
    with store.read() as read:
        assert (read.count(Consent), [row["entered"] for row in read.all(Slip)]) == before
    return str(why.value)


@given(st.integers(1, 99_999), st.integers(0, 4), st.integers(1, 9))
def test_one_wrong_figure_is_always_found(number, place, more):
    told = f"{number:05d}"
    wrong = int(told[:place] + str((int(told[place]) + more) % 10) + told[place + 1 :])
    assert slip_number(EVENT, number)[-1] != slip_number(EVENT, wrong)[-1]


def test_blank_slips_are_numbered_on_and_keep_their_words_and_language(store, hall, tmp_path):
    for count, numbers in ((3, [1, 2, 3]), (2, [1, 2, 3, 4, 5])):
        made = print_slips(store, hall, tmp_path, "es", count=count)
        with store.read() as read:
            assert [row["number"] for row in read.all(Slip, {"event": hall}, "number")] == numbers
    text = seen.text(made.paths[0])
    assert slip_number(hall, 4) in text
    assert "Pueden enviarme por correo" in text
    assert "Example" not in text.replace("Forum of Examples", "")
    assert made.disclosure is None


def test_a_slip_is_entered_with_its_day_and_the_words_that_were_printed(store, hall, tmp_path):
    print_slips(store, hall, tmp_path, "es", count=1)
    with store.work("New words") as work:
        work.add(Wording, {"purpose": "newsletter", "version": "2025-1", "language": "es", "text": "Otro texto"})
    id = enter(store, hall, slip_number(hall, 1), "newsletter", "photos", who="Bo Example")
    with store.read() as read:
        consents = read.all(Consent)
        assert {(row["purpose"], row["date"], row["how"]) for row in consents} == {
            ("newsletter", "2024-10-17", "paper"), ("photos", "2024-10-17", "paper"),
        }  # fmt: skip
        words = [read.get(Wording, row["wording"]) for row in consents]
        assert {(row["language"], row["version"]) for row in words} == {("es", "2024-1")}
        registration = read.get(Registration, id)
        assert registration["person"] in standing(read, "newsletter", today())
        assert slip_number(hall, 1) in consents[0]["source"]
        assert not registration["no_photos"]


def test_slips_with_names_speak_the_language_of_each_and_need_no_name(store, hall, tmp_path):
    made = print_slips(store, hall, tmp_path, registered=True)
    text = seen.text(made.paths[0])
    assert "Vous pouvez m’envoyer" in text
    assert "You may send me" in text
    assert made.disclosure["count"] == 2
    print_slips(store, hall, tmp_path, registered=True)
    with store.read() as read:
        slips = {row["registration"]: row["number"] for row in read.all(Slip)}
        ada = next(row for row in read.all(Registration) if row["name"] == "Ada Example")
    assert len(slips) == 2, "a second printing keeps the numbers"
    enter(store, hall, SLIP_PREFIX + slip_code(hall, slips[ada["id"]]), "newsletter")
    with store.read() as read:
        (person,) = read.all(Person)
        assert read.all(Consent)[0]["person"] == person["id"], "known by the e-mail"
        assert read.get(Registration, ada["id"])["no_photos"], "photographs were left unticked"


def test_what_cannot_be_entered_is_told_and_keeps_nothing(store, hall, tmp_path):
    print_slips(store, hall, tmp_path, count=2)
    one = slip_number(hall, 1)
    wrong = f"1-{(int(one[-1]) + 1) % 10}"
    assert "does not fit" in refused(store, hall, wrong, "photos", who="Bo Example", error=BadValue)
    assert "digit after the dash" in refused(store, hall, "1", "photos", who="Bo Example", error=BadValue)
    assert "No slip" in refused(store, hall, slip_number(hall, 9), "photos", who="Bo Example")
    assert "say who signed" in refused(store, hall, one, "photos", error=BadValue)
    assert "Nobody is registered" in refused(store, hall, one, "photos", who="Nobody")
    assert "does not ask" in refused(store, hall, one, "practice", who="Bo Example", error=BadValue)
    to_come = today() + timedelta(days=1)
    assert "still to come" in refused(store, hall, one, "photos", who="Bo Example", on=to_come, error=BadValue)
    enter(store, hall, one, "photos", who="Bo Example")
    again = refused(store, hall, one, "photos", who="Bo Example")
    assert "was entered on" in again
    assert "Bo Example" in again
    with store.work("Other") as work:
        other = work.add(Event, {"title": {"en": "Another event"}})
    assert "of Forum of Examples" in refused(store, other, SLIP_PREFIX + slip_code(hall, 2), who="x")


def test_a_slip_entered_by_mistake_is_taken_back_and_entered_anew(store, hall, tmp_path):
    print_slips(store, hall, tmp_path, count=1)
    enter(store, hall, slip_number(hall, 1), "newsletter", who="Bo Example")
    store.undo(store.last_step())
    with store.read() as read:
        assert not standing(read, "newsletter", today())
    enter(store, hall, slip_number(hall, 1), who="Bo Example")


def test_a_purpose_that_is_told_twice_is_one_consent(store, hall, tmp_path):
    print_slips(store, hall, tmp_path, count=1)
    enter(store, hall, slip_number(hall, 1), "newsletter", "photos", "newsletter", who="Bo Example")
    with store.read() as read:
        assert sorted(row["purpose"] for row in read.all(Consent)) == ["newsletter", "photos"]


def test_a_slip_of_an_earlier_day_leaves_what_was_withdrawn_since(store, hall, tmp_path):
    print_slips(store, hall, tmp_path, count=2)
    enter(store, hall, slip_number(hall, 1), "newsletter", who="Ada Example")
    with store.work("Withdraw") as work:
        (given,) = work.all(Consent)
        after = {"act": "withdrawn", "date": (DAY + timedelta(days=9)).isoformat()}
        work.add(Consent, {**{name: given[name] for name in ("person", "purpose", "how")}, **after})
    enter(store, hall, slip_number(hall, 2), "newsletter", who="Ada Example", on=DAY + timedelta(days=1))
    with store.read() as read:
        assert not standing(read, "newsletter", today())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_read_as_it_is_written(language):
    with speaking(language):
        assert day_told(day(DAY)) == DAY
        assert day_told("") == today()
