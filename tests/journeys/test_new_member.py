"""A new member with a person and a consent, and a mistake taken back after a restart."""

from iopd_desktop.models.members import Consent, Organisation, Person


def begin_member(secretary, name="Ajuntament de Vall Clara", city="Vall Clara"):
    secretary.press("Ctrl+1", "Ctrl+N")
    secretary.type(name)
    secretary.fill("City", city)
    secretary.press("Tab")


def test_a_new_member_with_a_person_and_a_consent(secretary):
    begin_member(secretary)
    (member,) = secretary.read(Organisation)
    found = (member["name"], member["city"], member["membership"])
    assert found == ("Ajuntament de Vall Clara", "Vall Clara", "associate")

    secretary.turn_to("Persons")
    secretary.reach("New: person")
    secretary.press("Space")
    secretary.fill("Given name", "Aina")
    secretary.fill("Family name", "Exemple")
    secretary.press("Tab")
    (person,) = secretary.read(Person)
    assert (person["given_name"], person["family_name"], person["organisation"]) == ("Aina", "Exemple", member["id"])

    secretary.press("Ctrl+K")
    secretary.type("aina exemple")
    secretary.press("Return")
    secretary.turn_to("Consents")
    secretary.reach("New: consent")
    secretary.press("Space")
    secretary.fill("On", "15 May 2024")
    secretary.reach("How")
    secretary.press("Home")
    secretary.fill("Source", "Slip 0318")
    secretary.reach("Record this consent")
    secretary.press("Space")

    secretary.restart()
    (consent,) = secretary.read(Consent)
    assert (consent["person"], consent["purpose"], consent["act"]) == (person["id"], "newsletter", "given")
    assert (consent["date"], consent["how"], consent["source"]) == ("2024-05-15", "paper", "Slip 0318")
    assert secretary.store.check() == []


def test_a_mistake_is_taken_back_after_a_restart(secretary):
    begin_member(secretary)
    secretary.reach("City")
    secretary.press("Ctrl+A")
    secretary.type("Vall Fosca")
    secretary.press("Tab")
    assert secretary.read(Organisation)[0]["city"] == "Vall Fosca"

    secretary.restart()
    secretary.press("Ctrl+1", "Ctrl+Z")
    assert secretary.read(Organisation)[0]["city"] == "Vall Clara"

    secretary.restart()
    assert secretary.read(Organisation)[0]["city"] == "Vall Clara"
    secretary.press("Ctrl+1", "Ctrl+Shift+Z")
    assert secretary.read(Organisation)[0]["city"] == "Vall Fosca"
