"""Who is perhaps here already, by what is typed so far."""

import pytest

from iopd_desktop.actions.doubles import alike
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organisation, Person

BODIES = (
    ("Commune de Tamrirt", "Tamrirt", "MA"), ("Alcaldía de Cerro de las Garzas", "Cerro de las Garzas", "CO"),
    ("Alcaldía de Monte de las Garzas", "Monte", "CO"), ("Ville de Lac-Neuf", "Lac-Neuf", "FR"),
    *((f"Ajuntament de Riba {number}", f"Riba {number}", "ES") for number in range(8)),
)  # fmt: skip


@pytest.fixture
def read(store):
    with store.work("Bodies") as work:
        for name, city, country in BODIES:
            work.add(Organisation, {"name": name, "city": city, "country": country})
        work.add(Person, {"given_name": "Ada", "family_name": "Example"})
    with store.read() as reader:
        yield reader


def told(read, name):
    return [one.told for one in alike(read, Organisation, {"name": name})]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("commune de tam", ["Commune de Tamrirt, Tamrirt, Morocco"]),
        ("Ville de Tamrirt", ["Commune de Tamrirt, Tamrirt, Morocco"]),
        ("City of Cerro de las Garz", ["Alcaldía de Cerro de las Garzas, Cerro de las Garzas, Colombia"]),
        ("Ville de Nouveau", []),  # the first word alone is no likeness
        ("Ajuntament de Riba", []),  # too many: a common name
        ("Aj", []),
        ("", []),
    ],
)
def test_an_organisation_is_found_by_its_words_or_by_the_rare_ones(read, typed, said):
    assert told(read, typed) == said


def test_those_of_the_same_name_come_first(read):
    assert told(read, "Alcaldía de las Garzas")[0].startswith("Alcaldía de Cerro")
    assert told(read, "Ajuntament de Riba 3") == ["Ajuntament de Riba 3, Riba 3, Spain"]


def test_a_person_needs_a_family_name_and_other_kinds_are_not_asked_for(read):
    assert alike(read, Person, {"given_name": "Ada"}) == []
    assert [one.told for one in alike(read, Person, {"given_name": "Ada", "family_name": "Ex"})] == ["Ada Example"]
    assert alike(read, Event, {"title": "Commune de Tamrirt"}) == []
