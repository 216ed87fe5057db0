"""The sign-in sheet as it is printed: numbered rows, blank ones, the code of its order, and no addresses."""

import pytest

from iopd_desktop.actions.badge_codes import SHEET_PREFIX, shown
from iopd_desktop.actions.entering_sheets import sheet_people
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.registrations import Registration, Session
from iopd_desktop.reports import make, report_named, sign_in_sheet
from iopd_desktop.reports.page import qr_matrix
from tests.reports import seen


@pytest.fixture
def hall(store):
    """An event with a session and forty registrations."""
    with store.work("Hall") as work:
        event = work.add(Event, {"title": {"en": "Hall of Examples"}, "place": "Riba Alta"})
        work.add(Session, {"event": event, "title": {"en": "Workshop 3"}, "room": "Salle Vallis",
                           "begins": {"at": "2024-10-18T14:30", "zone": "Europe/Lisbon"}})  # fmt: skip
        for i in range(40):
            work.add(Registration, {"event": event, "name": f"Guest {i:02d}x", "email": f"g{i}@example.org"})
    return event


def printed(store, event, folder, **options):
    with store.read() as read:
        return make(report_named("sign-in-sheet"), read, folder / "sheet.pdf", "en", event=event, **options)


def test_rows_are_numbered_through_and_ten_blank_ones_follow(store, hall, tmp_path):
    made = printed(store, hall, tmp_path)
    words = seen.text(made.paths[0])
    with store.read() as read:
        sheet = sign_in_sheet.rows(read, event=hall)
        found = sheet_people(read, hall, None, sheet.code)
    for i, one in enumerate(found, start=1):
        assert f"{i} {one.listed}" in words
    assert "50" in words
    assert " 51 " not in words
    assert "40 registered when this was printed" in words
    assert "@" not in words
    assert made.disclosure["count"] == 40


def test_the_code_beside_the_title_is_the_sheets(store, hall, tmp_path):
    path = printed(store, hall, tmp_path, session="Workshop 3").paths[0]
    with store.read() as read:
        code = sign_in_sheet.rows(read, event=hall, session="Workshop 3").code
    matrix = qr_matrix(SHEET_PREFIX + code)
    image, side = seen.picture(path, 0, 300), 24 / (len(matrix) + 8)
    read = tuple(
        tuple(seen.darkness(image, 168 + (j + 4.3) * side, 26 + (i + 4.3) * side, side * 0.4, side * 0.4, 300) > 0.5
              for j in range(len(matrix)))
        for i in range(len(matrix))
    )  # fmt: skip
    assert read == matrix
    words = seen.text(path)
    assert shown(code) in words
    assert "Salle Vallis" in words


def test_a_session_of_another_event_is_refused(store, hall, tmp_path):
    with store.work("Other") as work:
        other = work.add(Event, {"title": {"en": "Other"}})
    with pytest.raises(Refused, match="Workshop 3"):
        printed(store, other, tmp_path, session="Workshop 3")
