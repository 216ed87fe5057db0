"""A small plainly fictitious network with an edition of the award, to print from."""

import pytest

from iopd_desktop.actions.lists import Wanted
from iopd_desktop.actions.packets import edition_numbered
from iopd_desktop.models import awards, members
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.missions import Delegate, Met
from iopd_desktop.models.registrations import Registration, Session, Speaking
from iopd_desktop.models.repository import Practice
from iopd_desktop.reports import make, report_named
from iopd_desktop.store.listing import Listing
from iopd_desktop.store.store import Store
from tests.reports.made_up import ARABIC, ENGLISH, FRENCH, PLACES

_ALL, _LONG = len(PLACES), 1000


def fill(store, texts=(), *, places=_ALL):
    """Members with and without consent, and the 18th edition with nominations and jurors; `texts` go everywhere.

    `places` says how many nominations and practices there are beside those of the texts.
    """
    with store.work("Fill") as work:
        edition = edition_numbered(work, 18)
        _members(work, texts)
        _practices_and_seats(work, [text for text in texts if len(text) < _LONG], places)
        _hall(work, texts)
        nominations = _nominations(work, edition, texts, places)
        for i, (language, name) in enumerate((("en", "Ada Example"), ("fr", "أمينة Exemple"), ("es", "Zoë Ejemplo"))):
            juror = work.add(
                awards.Juror,
                {"edition": edition, "name": name, "language": language, "languages": [language, "fr"]},
            )
            for nomination in nominations[i:]:
                work.add(awards.Assignment, {"nomination": nomination, "juror": juror})
        work.add(awards.Conflict, {"nomination": nominations[-1], "juror": juror, "reason": "Own city"})
    return nominations


def _members(work, texts):
    for i, text in enumerate(("Ajuntament de Riba Alta", "Commune de Tamrirt", *texts)):
        organisation = work.add(
            members.Organisation,
            {"name": text, "city": text, "country": ("ES", "MA", "NP")[i % 3], "membership": "associate",
             "other_names": "بلدية المثال\n青石市", "languages": ["fr", "ar"], "email": "office@example.org",
             "address": "Plaça Major 1\n43999 Riba Alta"},
        )  # fmt: skip
        for said in ("open", "closed"):
            person = work.add(
                members.Person, {"given_name": said.title(), "family_name": f"Person {i}", "organisation": organisation}
            )
            work.add(members.ContactPoint, {"person": person, "value": f"{said}{i}@example.org"})
            if said == "open":
                work.add(members.Consent, {"person": person, "purpose": "directory", "date": "2024-01-01"})


def _practices_and_seats(work, texts, places):
    """A practice of each text, one in every script, and the seats of an organ."""
    titles = ("An assembly to print", *(title for _place, _country, title, _language in PLACES[1:places]), *texts)
    for i, title in enumerate(titles):
        work.add(
            Practice,
            {"title": {"en" if not i else "fr": title}, "summary": {"fr": FRENCH, "en": ENGLISH}, "place": title,
             "description": {"ar": ARABIC}, "country": ("ES", "MA", "NP")[i % 3], "stage": "published"},
        )  # fmt: skip
    organ = work.all(members.Organ)[0]["id"]
    for person in work.all(members.Person):
        seat = {"person": person["id"], "organisation": person["organisation"], "role": person["given_name"]}
        work.add(members.Seat, {"organ": organ, **seat})
    values = {"title": {"en": "Meeting of Examples"}, "type": "organ", "organ": organ, "date": {"edtf": "2024-05-02"}}
    work.add(Event, values)


def _hall(work, texts):
    """An event that somebody comes to by each text as a name, and two more."""
    values = {"title": {"en": "Hall of Examples"}, "date": {"edtf": "2024-10-17"}, "destroy_by": "2025-10-31"}
    event = work.add(Event, values)
    for i, name in enumerate(("Ada Example", "أمينة Exemple", *(text for text in texts if len(text) < _LONG))):
        values = {"event": event, "name": name, "organisation": name, "country": ("ES", "MA", "NP")[i % 3]}
        values["state"] = ("here", "registered")[i % 2]
        work.add(Delegate, {"event": event, "name": name, "outcome": name, "cost": {"amount": "120"}})
        work.add(Met, {"event": event, "name": name, "organisation": name, "about": name, "follow": name, "by": name})
        session = work.add(Session, {"event": event, "title": {"en": name}, "room": name})
        work.add(Speaking, {"session": session, "name": name, "organisation": name})
        work.add(Registration, {**values, "other_form": "青石市", "part": ("guest", "speaker")[i % 2]})


def _nominations(work, edition, texts, places):
    made = []
    titles = [*(title for _place, _country, title, _language in PLACES[:places]), *texts]
    for i, title in enumerate(titles):
        place, country, _title, _language = PLACES[i % len(PLACES)]
        said = title if i >= places else FRENCH
        values = {
            "edition": edition, "number": f"18-{i:03d}", "title": {"fr": title, "en": {"text": title, "by": "machine"}},
            "place": title if i >= places else place, "country": country, "language": "fr",
            "summary": {"fr": said, "en": {"text": ENGLISH, "by": "machine"}}, "description": {"fr": said},
            "contact_name": title, "eligibility": "eligible", "eligibility_notes": said,
        }  # fmt: skip
        made.append(work.add(awards.Nomination, values))
    return made


_PERSONS = Wanted("", Listing("person", order=(("family_name", False),)), ())
OPTIONS = {
    "work-plan": {"year": 2024, "as_of": "2024-01-12"},
    "work-plan-progress": {"year": 2024, "as_of": "2024-06-20"},
    "calendar-year": {"year": 2024},
    "calendar-wall": {"year": 2024},
    "member-directory": {"as_of": "2024-03-31"},
    "jury-packet": {"edition": 18},
    "edition-summary": {"edition": 18},
    "address-labels": {"listed": _PERSONS},
    "badges": {"event": "Hall of Examples"},
    "sign-in-sheet": {"event": "Hall of Examples"},
    "consent-slips": {"event": "Hall of Examples", "registered": "yes"},
    "participant-list": {"event": "Hall of Examples", "email": "yes", "part": "yes", "languages": "yes"},
    "attendance-certificates": {"event": "Hall of Examples"},
    "mission-report": {"event": "Hall of Examples"},
    "room-signs": {"event": "Hall of Examples"},
    "convocation": {"event": "Meeting of Examples"},
    "organ-roster": {"as_of": "2024-03-31"},
    "practice-catalogue": {"as_of": "2024-03-31"},
    "practice-sheet": {"practice": "An assembly to print"},
    "ranking": {"edition": 18},
    "nomination-sheet": {"edition": 18},
    "list": {"listed": _PERSONS},
}


def printed(store, folder, name, language="en", **options):
    """Make a report of a name in a folder."""
    report = report_named(name)
    out = folder / language if report.many else folder / f"{name}-{language}.pdf"
    with store.read() as read:
        return make(report, read, out, language, **{**OPTIONS[name], **options})


@pytest.fixture(scope="session")
def network_database(tmp_path_factory, planned_database):
    """The bytes of the 2024 plan with members, an edition and three jurors."""
    path = tmp_path_factory.mktemp("template") / "network.iopd"
    path.write_bytes(planned_database)
    with Store.open(path, author="Template") as made:
        fill(made)
    return path.read_bytes()


@pytest.fixture
def network(tmp_path, network_database):
    """A network of its own, open."""
    path = tmp_path / "network.iopd"
    path.write_bytes(network_database)
    with Store.open(path, author="Ada Example") as opened:
        yield opened


@pytest.fixture(scope="session")
def files(tmp_path_factory, network_database):
    """Every report of the network in English, made once: name to paths."""
    folder = tmp_path_factory.mktemp("files")
    path = folder / "network.iopd"
    path.write_bytes(network_database)
    with Store.open(path, author="Template") as opened:
        return {name: printed(opened, folder, name).paths for name in OPTIONS}
