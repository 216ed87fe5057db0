"""Another person sits down at the laptop and says so, by keys alone."""

from iopd_desktop.models.members import Organisation
from iopd_desktop.store.preferences import Preferences


def test_changes_are_signed_with_the_name_in_the_settings(secretary):
    def answer():
        secretary.press("Ctrl+A")
        secretary.type("Bo Example")
        secretary.press("Return")

    secretary.meanwhile(answer)
    secretary.press("Ctrl+Comma")
    secretary.press("Ctrl+1", "Ctrl+N")
    secretary.type("Ajuntament de Vall Clara")
    secretary.press("Tab")
    (member,) = secretary.read(Organisation)
    assert secretary.store.history("organisation", member["id"])[0].author == "Bo Example"
    assert Preferences.load().name == "Bo Example"
