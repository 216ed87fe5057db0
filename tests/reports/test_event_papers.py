"""Lists, certificates and signs of an event: each person once, in their own language, and what is left out."""

import pypdfium2
import pytest

from iopd_desktop.models.calendar import Event
from iopd_desktop.models.registrations import Registration, Session, Speaking
from iopd_desktop.reports import make, report_named
from tests.reports import seen


@pytest.fixture
def hall(store):
    """An event where four were here (one let in twice as a walk-in), and one did not come."""
    with store.work("Hall") as work:
        event = work.add(Event, {"title": {"en": "Forum of Examples", "fr": "Forum des exemples"},
                                 "date": {"edtf": "2024-10-17/2024-10-19"}, "destroy_by": "2025-01-31"})  # fmt: skip
        for name, country, language, state, walk_in in (
            ("Ada Example", "PT", "fr", "here", False), ("Zoë Ejemplo", "ES", "es", "here", False),
            ("Cy Guest", "PT", None, "here", True), ("Cy Guest", "PT", None, "here", True),
            ("Bo Absent", "FR", "fr", "registered", False),
        ):  # fmt: skip
            values = {"event": event, "name": name, "country": country, "language": language, "state": state}
            work.add(Registration, {**values, "walk_in": walk_in, "email": None if walk_in else "x@example.org"})
        for title, room, begins in (("Second", "Room B", "11:00"), ("First", "Room A", "09:00")):
            at = {"at": f"2024-10-18T{begins}", "zone": "Europe/Lisbon"}
            session = work.add(Session, {"event": event, "title": {"en": title}, "room": room, "begins": at})
            for name, rank in (("Last Speaker", 2), ("Head Speaker", 1)):
                work.add(Speaking, {"session": session, "name": name, "rank": rank, "role": "speaker"})
    return event


def printed(store, name, event, folder, language="en", **options):
    with store.read() as read:
        return make(report_named(name), read, folder / f"{name}.pdf", language, event=event, **options)


def test_a_list_has_each_person_once_and_no_address_unless_asked_for(store, hall, tmp_path):
    made = printed(store, "participant-list", hall, tmp_path, who="here")
    words = seen.text(made.paths[0])
    assert words.count("Guest, Cy") == 1
    assert "Absent" not in words
    assert "@" not in words
    assert "3 persons from 2 countries" in words
    assert "31 January 2025" in words
    assert made.disclosure["count"] == 3
    asked = seen.text(printed(store, "participant-list", hall, tmp_path, email="yes").paths[0])
    assert "x@example.org" in asked
    assert "Absent, Bo" in asked


def test_a_list_by_country_has_a_table_for_each(store, hall, tmp_path):
    words = seen.text(printed(store, "participant-list", hall, tmp_path, order="country", who="here").paths[0])
    assert words.index("Portugal (2)") < words.index("Spain (1)")


def test_certificates_are_for_who_was_here_in_their_own_language(store, hall, tmp_path):
    made = printed(store, "attendance-certificates", hall, tmp_path)
    pages = seen.pages(made.paths[0])
    assert len(pages) == 3
    french = next(page for page in pages if "Ada Example" in page)
    assert "Attestation de présence" in french
    assert "Forum des exemples" in french
    assert "Certificado de asistencia" in next(page for page in pages if "Ejemplo" in page)
    assert "Certificate of attendance" in next(page for page in pages if "Cy Guest" in page)
    one = printed(store, "attendance-certificates", hall, tmp_path, registration="Ada Example")
    assert (one.pages, one.disclosure["count"]) == (1, 1)
    absent = printed(store, "attendance-certificates", hall, tmp_path, registration="Bo Absent")
    assert "Absent" not in seen.text(absent.paths[0])


def test_signs_stand_in_the_order_of_the_day_with_their_speakers(store, hall, tmp_path):
    path = printed(store, "room-signs", hall, tmp_path).paths[0]
    first, second = seen.pages(path)
    assert "Room A" in first
    assert "09:00" in first
    assert "Room B" in second
    assert first.index("Head Speaker") < first.index("Last Speaker")
    document = pypdfium2.PdfDocument(path)
    assert document[0].get_width() > document[0].get_height()
    document.close()


def test_a_name_sign_has_the_name_on_both_its_faces(store, hall, tmp_path):
    path = printed(store, "room-signs", hall, tmp_path, what="names").paths[0]
    image = seen.picture(path, 0)
    assert len(seen.pages(path)) == 2
    low, high = image.crop((0, 877, 1240, 1754)), image.crop((0, 0, 1240, 877)).rotate(180)
    dark = [sum(face.histogram()[:128]) for face in (low, high)]
    assert min(dark) > 1000
    assert abs(dark[0] - dark[1]) < 0.02 * dark[0]
